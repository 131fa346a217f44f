#include "report/hide.hpp"

#include <fmt/format.h>

namespace joinedup {
namespace {

void empty_indicator(IndicatorResult& indicator) {
  IndicatorResult empty;
  empty.indicator = std::move(indicator.indicator);
  empty.status = indicator.status;
  indicator = std::move(empty);
}

/// The index of a row and all that follows from it; the row's own place and name stay.
void empty_index(AreaResult& row) {
  row.n.reset();
  row.index = {};
  row.geometric.reset();
  for (DomainResult& domain : row.domains)
    domain.value.reset();
  row.contributions.clear();
  row.comparison = {};
  row.rank.reset();
  row.rank_tied = false;
  row.rank_interval.reset();
  row.reliability.reset();
  row.shrunk.reset();
}

void empty_hidden(AreaResult& row, const DisclosureSpec& disclosure) {
  for (IndicatorResult& indicator : row.indicators)
    if (indicator.status.hidden()) empty_indicator(indicator);
  if (!row.status.hidden()) return;
  empty_index(row);
  if (row.reason.empty()) row.reason = hidden_reason(row.status, disclosure);
}

} // namespace

std::string hidden_reason(const ResultStatus& status, const DisclosureSpec& disclosure) {
  if (status.suppressed) return fmt::format("fewer than {} answers", disclosure.minimum);
  if (status.suppressed_secondary) return "hidden so that another area's figure cannot be worked out";
  if (status.coverage) return "too few of its measures remain";
  return {};
}

std::string hidden_words(const std::string& reason) {
  return reason.starts_with("hidden") ? reason : "hidden: " + reason;
}

RunResults without_hidden(RunResults results) {
  for (AreaResult& row : results.areas)
    empty_hidden(row, results.study.disclosure);
  for (AreaResult& row : results.regions)
    empty_hidden(row, results.study.disclosure);
  empty_hidden(results.total, results.study.disclosure);
  return results;
}

} // namespace joinedup
