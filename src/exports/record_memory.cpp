#include "exports/record_memory.hpp"

#include <algorithm>
#include <string>

namespace joinedup {

/// Where the name stands, or would.
std::size_t RecordMemory::Names::place(std::uint64_t name) const {
  const std::size_t mask = table.size() - 1;
  std::size_t at = static_cast<std::size_t>(name) & mask;
  while (table[at] != 0 && table[at] != name)
    at = (at + 1) & mask;
  return at;
}

void RecordMemory::Names::add(std::uint64_t name) {
  if (used * 5 >= table.size() * 4) grow(); // the hundred thousand of RepeatedRecords then take one megabyte
  std::uint64_t& there = table[place(name)];
  if (there == name) return;
  there = name;
  ++used;
}

void RecordMemory::Names::grow() {
  constexpr std::size_t least = 1024;
  std::vector<std::uint64_t> before(std::max(least, table.size() * 2), 0);
  before.swap(table);
  for (const std::uint64_t name : before)
    if (name != 0) table[place(name)] = name;
}

void RecordMemory::begin_file() {
  file_mark_ = name_with(0, std::to_string(++files_));
  if (earlier_.used < here_.used) std::swap(earlier_, here_);
  for (const std::uint64_t name : here_.table)
    if (name != 0) earlier_.add(name);
  here_ = {};
}

RecordMemory::Met RecordMemory::meet(std::uint64_t name) {
  if (name % 2 == 1) name = finished_name(mixed(name ^ file_mark_), true);
  if (earlier_.has(name)) return Met::in_an_earlier_file;
  if (here_.has(name)) return Met::in_this_file;
  here_.add(name);
  return Met::never;
}

} // namespace joinedup
