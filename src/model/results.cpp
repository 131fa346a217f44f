#include <joinedup/results.hpp>

#include <numeric>

namespace joinedup {

std::string ResultStatus::text() const {
  std::string out;
  const auto mark = [&out](bool applies, std::string_view word) {
    if (!applies) return;
    if (!out.empty()) out += ';';
    out += word;
  };
  mark(caution, "caution");
  mark(partial, "partial");
  mark(suppressed, "suppressed");
  mark(suppressed_secondary, "suppressed_secondary");
  mark(disclosure_difference, "disclosure_difference");
  mark(coverage, "coverage");
  return out.empty() ? "ok" : out;
}

std::uint64_t Reconciliation::sum() const {
  const auto add = [](std::uint64_t so_far, const auto& reason) { return so_far + reason.second; };
  const std::uint64_t none = std::accumulate(not_scored.begin(), not_scored.end(), std::uint64_t{0}, add);
  return scored_full + scored_part + scored_prorated + none +
         std::accumulate(dropped.begin(), dropped.end(), std::uint64_t{0});
}

} // namespace joinedup
