#include "pipeline/run_checks.hpp"

#include "base/edit_distance.hpp"
#include "base/text.hpp"
#include "pipeline/file_store.hpp"

#include <joinedup/responses.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace joinedup {

Diagnostics check_population(const Reconciliation& r, bool filtered) {
  Diagnostics diagnostics;
  const std::uint64_t dropped = std::accumulate(r.dropped.begin(), r.dropped.end(), std::uint64_t{0});
  if (dropped < r.read) return diagnostics;
  const std::uint64_t no_weight = r.dropped[static_cast<std::size_t>(DropReason::blank_weight)];
  const std::string hint =
      no_weight * 2 > r.read
          ? fmt::format("{} have no weight: is the column of weights the right one?", with_thousands(no_weight))
      : filtered ? "check --where, the area column and the geography"
                 : "check the area column and the geography";
  diagnostics.error("J614", {}, fmt::format("none of {} records takes part", with_thousands(r.read)), hint);
  return diagnostics;
}

Diagnostics check_areas(const Estimates& estimates, const Geography* geography, std::uint64_t minimum) {
  constexpr std::size_t many = 20;
  Diagnostics diagnostics;
  const std::size_t areas = estimates.areas.size();
  const auto small = static_cast<std::size_t>(std::count_if(estimates.areas.begin(), estimates.areas.end(),
                                                            [&](const DomainEstimate& a) { return a.n < minimum; }));
  if (geography != nullptr || areas < many || small * 2 <= areas) return diagnostics;
  diagnostics.error(
      "J615", {},
      fmt::format("{} of {} areas have fewer than {} answers: is this a column of areas?", with_thousands(small),
                  with_thousands(areas), minimum),
      "name a column of places, practices or boards with --area, or join small ones with a look-up in a map");
  return diagnostics;
}

namespace {

struct Target {
  std::string id;
  double low = 0, high = 0;
};

void check_target(const std::string& file, const std::string& id, double value, const std::vector<Target>& known,
                  Diagnostics& diagnostics) {
  const Position where{file_name(file), 0, 0, ""};
  const auto found = std::find_if(known.begin(), known.end(), [&](const Target& t) { return t.id == id; });
  if (found == known.end()) {
    std::vector<std::string> ids;
    for (const Target& t : known)
      ids.push_back(t.id);
    diagnostics.error("J616", where, fmt::format("the target names \"{}\", which is no indicator of this index", id),
                      suggestion(id, ids));
  } else if (value < found->low || value > found->high) {
    diagnostics.error("J616", where,
                      fmt::format("the target of {} is {}, outside {} to {}", id, shortest(value), shortest(found->low),
                                  shortest(found->high)),
                      "a target stands in the unit of what it is compared with");
  }
}

} // namespace

Diagnostics check_sources(const IndexBinding& binding, const std::vector<bool>& found) {
  Diagnostics out;
  for (std::size_t k = 0; k < found.size(); ++k) {
    const BoundIndicator& b = binding.indicators[k];
    if (found[k] || b.spec.table) continue;
    const std::string message =
        fmt::format("no file has {} for {}", b.spec.column.empty() ? b.spec.score : b.spec.column,
                    b.domain.empty() ? "companion " + b.spec.id : "indicator " + b.spec.id);
    if (b.domain.empty())
      out.note("J607", {}, message, "it is shown without values");
    else
      out.error("J115", {}, message, "name its columns in a map with -m, or choose another index with --index");
  }
  return out;
}

Diagnostics check_targets(const TargetSpec& target, const IndexBinding& binding) {
  std::vector<Target> known = {{"index", 0, 100}};
  for (const BoundIndicator& b : binding.indicators)
    known.push_back({b.spec.id, b.low, b.high});
  Diagnostics diagnostics;
  if (target.kind == TargetKind::fixed) check_target("", "index", target.value, known, diagnostics);
  for (const TargetRow& row : target.rows)
    check_target(target.table, row.indicator, row.value, known, diagnostics);
  return diagnostics;
}

bool only_rejected_records(const Diagnostics& diagnostics) {
  const auto& all = diagnostics.all();
  const auto of_the_whole = [](const Diagnostic& d) { return !d.code.starts_with("J2") || d.code == "J250"; };
  return std::none_of(all.begin(), all.end(),
                      [&](const Diagnostic& d) { return d.severity == Severity::error && of_the_whole(d); });
}

} // namespace joinedup
