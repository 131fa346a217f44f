#include "pipeline/plan_run.hpp"

#include "base/csv_cell.hpp"
#include "base/text.hpp"
#include "definitions/json_source.hpp"
#include "stats/power.hpp"
#include "stats/reliability.hpp"

#include <fmt/format.h>

#include <cmath>
#include <initializer_list>
#include <limits>
#include <utility>

namespace joinedup {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
using Correlations = std::vector<std::pair<std::string, double>>; ///< measure -> correlation, NaN where not known

Outcome<Correlations> of_past_run(const std::string& path, FileStore& files) {
  Diagnostics diagnostics;
  const auto text = files.text(path);
  if (!text) {
    diagnostics.error("J301", {file_name(path), 0, 0, ""}, "cannot read these results",
                      "--icc takes a number between 0 and 1, or the results.json of a run");
    return Outcome<Correlations>::failure(std::move(diagnostics));
  }
  Outcome<JsonSource> source = parse_json(*text, file_name(path));
  if (!source) return Outcome<Correlations>::failure(std::move(source.diagnostics));
  Correlations out;
  const Json& root = source->root();
  const Json table =
      root.is_object() ? root.value("tables", Json::object()).value("reliability", Json::object()) : Json();
  const Json rows = table.is_object() ? table.value("rows", Json::array()) : Json::array();
  for (const Json& row : rows) {
    if (!row.is_object() || !row.contains("indicator") || !row["indicator"].is_string()) continue;
    const Json icc = row.value("icc", Json());
    out.emplace_back(row["indicator"].get<std::string>(), icc.is_number() ? icc.get<double>() : nan);
  }
  if (out.empty()) {
    diagnostics.error("J697", {file_name(path), 0, 0, ""}, "these results have no table of reliability",
                      "run the study again with \"reliability\": true");
    return Outcome<Correlations>::failure(std::move(diagnostics));
  }
  return {std::move(out), std::move(diagnostics)};
}

Outcome<Correlations> correlations_of(const PlanRequest& request, FileStore& files) {
  const auto number = parse_number(request.icc);
  if (!number) return of_past_run(request.icc, files);
  Diagnostics diagnostics;
  if (*number > 0 && *number < 1) return {Correlations{{"given", *number}}, std::move(diagnostics)};
  diagnostics.error("J104", {}, fmt::format("--icc is {}, expected a number between 0 and 1", request.icc),
                    "0.05 is usual for areas' experience of care");
  return Outcome<Correlations>::failure(std::move(diagnostics));
}

void add_reliability(const PlanRequest& request, const std::string& measure, double icc, std::vector<PlanRow>& rows,
                     Diagnostics& diagnostics) {
  if (!(icc > 0)) {
    diagnostics.warning("J698", {},
                        fmt::format("\"{}\" has no variance between areas beyond sampling: no number of "
                                    "respondents tells them apart",
                                    measure));
    return;
  }
  for (const double wanted : request.reliability)
    rows.push_back(
        {measure, "reliability", icc, wanted, std::ceil(request.deff * respondents_needed(icc, wanted) - 1e-9), nan});
}

void add_differences(const PlanRequest& request, std::vector<PlanRow>& rows, Diagnostics& diagnostics) {
  for (const auto& [asked, test] : std::initializer_list<std::pair<const char*, TestOf>>{
           {"difference_of_areas", TestOf::two_groups}, {"difference_from_value", TestOf::one_group}}) {
    const PowerQuestion question{request.sd, 0.05, test};
    for (const double n : request.n)
      rows.push_back({"", asked, nan, n, n, detectable_difference(n / request.deff, request.power, question)});
    for (const double difference : request.differences) {
      const double needed = respondents_for_power(difference, request.power, question);
      if (std::isnan(needed))
        diagnostics.warning("J698", {}, fmt::format("a difference of {} is too small to be found", difference));
      else
        rows.push_back({"", asked, nan, difference, std::ceil(request.deff * needed - 1e-9), difference});
    }
  }
}

void append_number(std::string& out, double value) {
  out += ',';
  if (std::isfinite(value)) out += shortest(value);
}

} // namespace

Outcome<std::vector<PlanRow>> run_plan(const PlanRequest& request, FileStore& files) {
  Diagnostics diagnostics;
  std::vector<PlanRow> rows;
  if (!request.icc.empty()) {
    Outcome<Correlations> measures = correlations_of(request, files);
    diagnostics.merge(measures.diagnostics);
    if (!measures) return Outcome<std::vector<PlanRow>>::failure(std::move(diagnostics));
    for (const auto& [measure, icc] : *measures)
      add_reliability(request, measure, icc, rows, diagnostics);
  }
  add_differences(request, rows, diagnostics);
  return {std::move(rows), std::move(diagnostics)};
}

std::string plan_csv(const PlanRequest& request, const std::vector<PlanRow>& rows) {
  std::string out = "measure,asked,icc,deff,sd,power,given,n,difference\n";
  for (const PlanRow& row : rows) {
    const bool difference = std::isnan(row.icc);
    append_csv_cell(out, row.measure);
    out += ',' + row.asked;
    for (const double value : {row.icc, request.deff, difference ? request.sd : nan, difference ? request.power : nan,
                               row.given, row.n, row.difference})
      append_number(out, value);
    out += '\n';
  }
  return out;
}

} // namespace joinedup
