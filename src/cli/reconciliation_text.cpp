#include "cli/reconciliation_text.hpp"

#include "base/render.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {

namespace {

using Counted = std::pair<std::string, std::uint64_t>;

/// Most frequent first, then by name.
std::vector<Counted> by_size(const std::map<std::string, std::uint64_t>& counts) {
  std::vector<Counted> out(counts.begin(), counts.end());
  std::stable_sort(out.begin(), out.end(), [](const Counted& a, const Counted& b) { return a.second > b.second; });
  std::erase_if(out, [](const Counted& c) { return c.second == 0; });
  return out;
}

std::uint64_t total(const std::map<std::string, std::uint64_t>& counts) {
  std::uint64_t sum = 0;
  for (const auto& [name, n] : counts)
    sum += n;
  return sum;
}

std::string listed(const std::vector<Counted>& counts, std::size_t most) {
  std::string out;
  for (std::size_t i = 0; i < counts.size() && i < most; ++i)
    out += fmt::format("{}{} {}", i == 0 ? "" : ", ", counts[i].first, with_thousands(counts[i].second));
  if (counts.size() > most) out += fmt::format(" and {} more", counts.size() - most);
  return out;
}

/// Name and number of each part of the sum, in order of the contract.
std::vector<Counted> parts(const Reconciliation& r) {
  std::vector<Counted> out{{"scored in full", r.scored_full},
                           {"scored in part", r.scored_part},
                           {"under a missing rule", r.scored_prorated},
                           {"not scored", total(r.not_scored)}};
  for (std::size_t i = 1; i < drop_reasons; ++i)
    out.emplace_back(words(static_cast<DropReason>(i)), r.dropped[i]);
  std::erase_if(out, [](const Counted& part) { return part.second == 0; });
  return out;
}

/// Only where cells say more than that they are blank or outside the options.
std::vector<std::string> reasons_lines(const Reconciliation& reconciliation) {
  std::vector<std::string> out;
  for (const auto& [instrument, reasons] : reconciliation.no_answer) {
    const auto plain = [](const auto& entry) { return entry.first == "missing" || entry.first == "invalid"; };
    if (std::all_of(reasons.begin(), reasons.end(), plain)) continue;
    out.push_back(fmt::format("no answer in cells of {}: {}", instrument, listed(by_size(reasons), reasons.size())));
    std::replace(out.back().begin(), out.back().end(), '_', ' ');
  }
  return out;
}

} // namespace

std::vector<std::string> reconciliation_lines(const Reconciliation& reconciliation) {
  const std::vector<Counted> counted = parts(reconciliation);
  std::string sum = fmt::format("read {} = ", with_thousands(reconciliation.read));
  if (counted.empty()) sum += "0";
  for (std::size_t i = 0; i < counted.size(); ++i)
    sum += fmt::format("{}{} {}", i == 0 ? "" : " + ", with_thousands(counted[i].second), counted[i].first);
  std::vector<std::string> out{sum};
  const std::vector<Counted> reasons = by_size(reconciliation.not_scored);
  if (!reasons.empty()) out.push_back("not scored: " + listed(reasons, reasons.size()));
  const std::vector<Counted> unknown = by_size(reconciliation.unknown_areas);
  if (!unknown.empty()) out.push_back("unknown areas: " + listed(unknown, 10));
  for (std::string& line : reasons_lines(reconciliation))
    out.push_back(std::move(line));
  return out;
}

std::string reconciliation_json(const Reconciliation& reconciliation) {
  std::string out = fmt::format("{{\"reconciliation\":{{\"read\":{},\"scored in full\":{},\"scored in part\":{},"
                                "\"under a missing rule\":{},\"not scored\":{{",
                                reconciliation.read, reconciliation.scored_full, reconciliation.scored_part,
                                reconciliation.scored_prorated);
  std::string_view comma;
  for (const auto& [reason, n] : reconciliation.not_scored) {
    out += fmt::format("{}{}:{}", comma, json_quoted(reason), n);
    comma = ",";
  }
  out += "},\"dropped\":{";
  comma = "";
  for (std::size_t i = 1; i < drop_reasons; ++i) {
    if (reconciliation.dropped[i] == 0) continue;
    out += fmt::format("{}{}:{}", comma, json_quoted(words(static_cast<DropReason>(i))), reconciliation.dropped[i]);
    comma = ",";
  }
  return out + "}}}\n";
}

} // namespace joinedup
