#include "base/pack.hpp"
#include "estimate/packed_numbers.hpp"
#include "pipeline/answered_columns.hpp"

#include <algorithm>
#include <tuple>

namespace joinedup {

namespace {

struct Entry {
  std::uint32_t area = 0, value = 0;
  std::uint64_t people = 0;
};

} // namespace

void AnsweredCounts::pack(Pack& pack, const std::vector<std::uint32_t>& areas,
                          const std::vector<std::vector<std::uint32_t>>& values) {
  for (std::size_t c = 0; c < columns.size(); ++c) {
    std::vector<Entry> entries;
    for (const auto& [key, people] : columns[c])
      entries.push_back({static_cast<std::uint32_t>(key >> 32U), static_cast<std::uint32_t>(key), people});
    std::ranges::sort(entries, {}, [&](const Entry& e) { return std::tuple(areas[e.area], values[c][e.value]); });
    constexpr std::size_t least = 3;
    pack.list(entries, least, [&](Entry& e) {
      pack_number(pack, e.area, areas);
      pack_number(pack, e.value, values[c]);
      pack.whole(e.people);
      if (!pack.reading()) return;
      const bool known = !areas.empty() && !values[c].empty() && e.people > 0;
      if (!known || columns[c].contains(std::uint64_t{e.area} << 32U | e.value)) return pack.refuse();
      add(c, e.area, e.value, e.people);
    });
  }
}

} // namespace joinedup
