#include "pipeline/partial/file_reading_pack.hpp"

#include "exports/report_merger.hpp"

#include <algorithm>
#include <map>
#include <string_view>

namespace joinedup {

namespace {

void pack_diagnostic(Pack& pack, Diagnostic& one) {
  auto severity = static_cast<std::uint8_t>(one.severity);
  pack.number(severity);
  if (severity > static_cast<std::uint8_t>(Severity::error)) return pack.refuse();
  one.severity = static_cast<Severity>(severity);
  pack.text(one.code);
  pack.text(one.where.file);
  pack.whole(one.where.line);
  pack.number(one.where.column);
  pack.text(one.where.heading);
  pack.text(one.message);
  pack.text(one.hint);
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (one.code.size() != 4 || one.code[0] != 'J' || !std::all_of(one.code.begin() + 1, one.code.end(), is_digit))
    pack.refuse();
}

/// Those that are kept, then how many there were of each code: of what is kept no more, all are like the last kept one.
void pack_diagnostics(Pack& pack, Diagnostics& diagnostics) {
  std::vector<Diagnostic> kept = diagnostics.all();
  constexpr std::size_t least = 8;
  pack.list(kept, least, [&](Diagnostic& one) { pack_diagnostic(pack, one); });
  std::map<std::string, std::uint64_t> counts(diagnostics.counts().begin(), diagnostics.counts().end());
  pack.map(counts, [&](std::uint64_t& count) { pack.whole(count); });
  if (!pack.reading() || !pack.ok()) return;
  Diagnostics out;
  std::map<std::string, const Diagnostic*> last;
  for (const Diagnostic& one : kept) {
    out.add(one);
    last[one.code] = &one;
  }
  for (const auto& [code, count] : counts) {
    const std::uint64_t held = out.count(code);
    if (held == 0 || count < held || (count > held && held != Diagnostics::kept_per_code)) return pack.refuse();
    if (count > held) add_many(out, *last.at(code), count - held);
  }
  if (counts.size() != out.counts().size()) return pack.refuse();
  diagnostics = std::move(out);
}

bool is_hash(std::string_view text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

} // namespace

void pack_file(Pack& pack, FileReading& file) {
  const auto count = [&](std::uint64_t& n) { pack.whole(n); };
  pack.text(file.path);
  pack.text(file.info.sha256);
  pack.whole(file.info.records);
  pack_diagnostics(pack, file.before);
  pack_diagnostics(pack, file.after);
  Reconciliation& reading = file.reading;
  pack.whole(reading.read);
  for (std::uint64_t& dropped : reading.dropped)
    pack.whole(dropped);
  pack.map(reading.unknown_areas, count);
  pack.map(reading.no_answer, [&](auto& reasons) { pack.map(reasons, count); });
  constexpr std::size_t bytes_of_a_name = 8;
  pack.list(file.names, bytes_of_a_name, [&](std::uint64_t& name) { pack.word(name); });
  pack.flag(file.by_name);
  pack.flag(file.drops);
  if (!pack.reading()) return;
  file.info.name = record_name(file.path);
  file.info.role = "survey";
  if (!is_hash(file.info.sha256)) pack.refuse();
}

} // namespace joinedup
