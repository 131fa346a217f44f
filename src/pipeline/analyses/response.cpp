#include "pipeline/analyses/response.hpp"

#include "pipeline/analyses/area_codes.hpp"

#include "base/text.hpp"
#include "pipeline/analyses/tipping.hpp"
#include "stats/correlation.hpp"
#include "stats/proportion.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <span>

namespace joinedup {

namespace {

/// Questionnaires by area; rows of one area under its names in several systems add up.
struct Issued {
  std::map<std::string, IssuedRow> areas;
  std::uint64_t all = 0; ///< of every area that is known, also where nobody answered
  bool unknown = false;  ///< some row is of no area that is known
};

Issued issued_by_area(const AnalysisInput& input, Diagnostics& diagnostics) {
  const std::map<std::string, std::string> codes = own_codes(input);
  Issued out;
  for (const IssuedRow& row : input.results.study.issued->rows) {
    const auto known = codes.find(row.area);
    if (known == codes.end()) {
      diagnostics.warning("J693", row.where, "questionnaires were sent out to an area that this run does not have",
                          near_code(codes, row.area));
      out.unknown = true;
      continue;
    }
    out.all += row.n;
    out.areas.try_emplace(known->second, IssuedRow{known->second, 0, row.where}).first->second.n += row.n;
  }
  return out;
}

void add_row(ResultTable& table, const AreaResult& row, const IssuedRow& issued, std::vector<AreaRate>& rated,
             Diagnostics& diagnostics) {
  std::vector<TableCell> cells{row.code, row.name, std::string(words(row.level)), issued.n, *row.n, {}, {}, {}};
  if (*row.n > issued.n) {
    diagnostics.warning("J692", issued.where, fmt::format("fewer questionnaires than respondents in {}", row.code),
                        "count all that were sent out, reminders not counted twice; no rate is given");
  } else {
    const double rate = static_cast<double>(*row.n) / static_cast<double>(issued.n);
    const ConfidenceLimits limits = wilson_limits(static_cast<double>(*row.n), static_cast<double>(issued.n));
    cells[5] = rate;
    cells[6] = limits.low;
    cells[7] = limits.high;
    if (row.level == Level::area && row.index.value) rated.push_back({&row, rate});
  }
  table.rows.push_back(std::move(cells));
}

ResultTable response_table(const AnalysisInput& input, std::vector<AreaRate>& rated, Diagnostics& diagnostics) {
  ResultTable out;
  out.id = "response";
  out.title = "Response rates";
  out.method = "response_rate";
  out.section = TableSection::answered;
  out.columns = {{"area_code", "Code", 0},     {"area_name", "Area", 0},  {"level", "Level", 0},
                 {"issued", "Sent out", 0},    {"n", "Respondents", 0},   {"rate", "Response rate", 1, true},
                 {"lowercl", "From", 1, true}, {"uppercl", "To", 1, true}};
  const Issued issued = issued_by_area(input, diagnostics);
  std::size_t without = 0, answered = 0;
  for (const AreaResult& area : input.results.areas) {
    const auto found = issued.areas.find(area.code);
    found == issued.areas.end() ? ++without : ++answered;
    if (found != issued.areas.end() && area.n && !area.status.hidden())
      add_row(out, area, found->second, rated, diagnostics);
  }
  const AreaResult& whole = input.results.total;
  if (without == 0 && !issued.unknown && whole.n && !whole.status.hidden())
    add_row(out, whole, {whole.code, issued.all, {}}, rated, diagnostics);
  if (without > 0 || issued.unknown)
    out.notes.emplace_back(
        "The whole has no rate: some area with respondents has no number of questionnaires sent out, "
        "or some number is of no area of this run");
  if (issued.areas.size() > answered)
    out.notes.push_back(fmt::format("Areas that were asked and where nobody answered: {}; they count in the whole",
                                    issued.areas.size() - answered));
  out.notes.emplace_back("Respondents are those with a usable measure of the index; areas whose index is hidden are "
                         "left out");
  return out;
}

std::string finding_of(std::span<const AreaRate> rated) {
  if (rated.empty()) return "No area has a response rate that may be shown.";
  const auto [low, high] = std::ranges::minmax(rated, {}, &AreaRate::rate);
  return fmt::format("Response rates of areas run from {:.1f} % to {:.1f} %.", 100 * low.rate, 100 * high.rate);
}

ResultTable correlation_table(std::span<const AreaRate> rated) {
  std::vector<double> rates, indexes;
  for (const AreaRate& one : rated) {
    rates.push_back(one.rate);
    indexes.push_back(*one.area->index.value);
  }
  const Correlation r = pearson(rates, indexes);
  ResultTable out;
  out.id = "response_correlation";
  out.title = "Response rate and index";
  out.method = "response_rate";
  out.section = TableSection::answered;
  out.columns = {{"statistic", "Correlation over areas", 0},
                 {"areas", "Areas", 0},
                 {"value", "r", 2},
                 {"lowercl", "From", 2},
                 {"uppercl", "To", 2}};
  out.rows = {{std::string("pearson"), std::uint64_t{r.n}, number_cell(r.r), number_cell(r.low), number_cell(r.high)}};
  out.finding = !std::isfinite(r.r) ? "Too few areas, or none that differ, to say whether rate and index go together."
                : r.low > 0 || r.high < 0
                    ? fmt::format("Areas with a higher response rate have a {} index (r = {:.2f}).",
                                  r.r > 0 ? "higher" : "lower", r.r)
                    : "Response rate and index are not seen to go together.";
  out.notes = {"A correlation over areas says nothing certain of the people who did not answer"};
  return out;
}

AnalysisOutput run_response(const AnalysisInput& input) {
  AnalysisOutput out;
  std::vector<AreaRate> rated;
  ResultTable table = response_table(input, rated, out.diagnostics);
  table.finding = finding_of(rated);
  out.settings.push_back(
      {"response rate", "respondents of the index / questionnaires sent out, Wilson 95 %", "default"});
  if (table.rows.empty()) return out;
  out.tables.push_back(std::move(table));
  out.tables.push_back(correlation_table(rated));
  // With a hidden area in the target, exact differences from it would tell what is hidden (as in src/report/hide).
  if (input.results.target.hidden_compared > 0) {
    out.settings.push_back({"tipping point", "none: a hidden area is in the target", "default"});
    return out;
  }
  ResultTable tipping = tipping_table(rated, input.results);
  if (!tipping.rows.empty()) out.tables.push_back(std::move(tipping));
  return out;
}

} // namespace

const Analysis response_analysis{"response", [](const RunResults& r) { return r.study.issued.has_value(); },
                                 run_response};

} // namespace joinedup
