// results.json: every published number of a run, with the settings and methods that made it.
#include "base/render.hpp"
#include "model/results_form.hpp"
#include "report/hide.hpp"
#include "report/json/area_json.hpp"
#include "report/json/table_json.hpp"
#include "report/json/values.hpp"
#include "report/writers.hpp"

#include <fmt/format.h>

#include <set>

namespace joinedup {
namespace {

OrderedJson json_info(const IndicatorInfo& info) {
  OrderedJson questions = OrderedJson::object();
  for (const auto& [item, weight] : info.question_weights)
    questions[item] = json_number(weight);
  OrderedJson out = {{"indicator", info.id},
                     {"label", info.label},
                     {"domain", info.domain.empty() ? OrderedJson(nullptr) : OrderedJson(info.domain)},
                     {"score", info.score},
                     {"statistic", info.statistic},
                     {"method", info.method},
                     {"low", json_number(info.low)},
                     {"high", json_number(info.high)},
                     {"direction", info.low_is_good ? "lower" : "higher"},
                     {"weight", json_number(info.weight)},
                     {"variance_share", json_number(info.variance_share)},
                     {"banded", info.banded},
                     {"value_set", info.value_set},
                     {"question_weights", questions},
                     {"source", info.source},
                     {"notice", info.notice}};
  if (!info.normalised.empty()) out["normalised"] = info.normalised;
  return out;
}

OrderedJson json_target(const TargetResult& target) {
  return {{"name", target.name},
          {"kind", target.kind},
          {"value", json_number(target.value)},
          {"se", json_number(target.se)},
          {"tau2", json_number(target.tau2)},
          {"tau2_reason", target.tau2_reason},
          {"phi", json_number(target.phi)},
          {"tau2_reliability", json_number(target.tau2_reliability)},
          {"areas_compared", target.areas_compared}};
}

OrderedJson json_method(const MethodChoice& choice) {
  OrderedJson out = {{"method", choice.method}};
  for (const auto& [name, value] : choice.numbers)
    out[name] = json_number(value);
  for (const auto& [name, value] : choice.words)
    out[name] = value;
  return out;
}

/// With its methods in words where they are not weighted means throughout.
OrderedJson json_index_head(const IndexSpec& index) {
  OrderedJson domains = OrderedJson::array();
  for (const Domain& domain : index.domains)
    domains.push_back({{"id", domain.id}, {"label", domain.label}, {"aggregation", json_method(domain.aggregate)}});
  OrderedJson out = {
      {"id", index.id},
      {"version", index.version},
      {"title", index.title},
      {"ranked", index.ranked},
      {"coverage", {{"total", json_number(index.coverage_total)}, {"domain", json_number(index.coverage_domain)}}},
      {"aggregation", json_method(index.aggregate)},
      {"domains", domains}};
  bool plain = index.aggregate.method == "arithmetic";
  std::string methods = index.aggregate.text();
  for (const Domain& domain : index.domains) {
    if (domain.aggregate.text() != index.aggregate.text())
      methods += fmt::format("; {} by {}", domain.id, domain.aggregate.text());
    plain = plain && domain.aggregate.method == "arithmetic";
  }
  if (!plain) out["aggregate"] = methods;
  return out;
}

OrderedJson json_comparison_options(const ComparisonOptions& o) {
  OrderedJson out{{"scheme", o.scheme}};
  if (o.scheme == "seven") out["somewhat"] = json_number(o.somewhat);
  out.update({{"inner", json_number(o.inner)},
              {"outer", json_number(o.outer)},
              {"overdispersion", o.overdispersion},
              {"trim", o.trim},
              {"trim_share", json_number(o.trim_share)},
              {"shrinkage", o.shrinkage},
              {"multiple_testing", o.multiple_testing},
              {"level", json_number(o.level)},
              {"rank_intervals", o.rank_intervals}});
  return out;
}

OrderedJson json_geography(const RunResults& results) {
  OrderedJson regions = OrderedJson::array();
  for (const Region& region : results.regions_known)
    regions.push_back({{"code", region.code}, {"name", region.name}});
  return {{"id", results.geography},
          {"title", results.geography_title},
          {"total_code", results.total_code},
          {"total_name", results.total_name},
          {"regions", regions}};
}

OrderedJson json_head(const RunResults& results) {
  const StudySpec& study = results.study;
  return {{"format", results_format},
          {"version", results.version},
          {"study", study.study},
          {"purpose", study.purpose},
          {"population", study.population},
          {"fieldwork", study.fieldwork},
          {"role", study.role},
          {"weights_by", study.weights_by},
          {"index", json_index_head(results.index)},
          {"geography", json_geography(results)},
          {"basis", study.adjusted_headline ? "adjusted" : "crude"},
          {"crude_outcomes", results.crude_outcomes},
          {"few_areas", results.small},
          {"partial", study.partial_levels ? "levels" : "deviations"},
          {"show_ranks", study.show_ranks},
          {"estimation",
           {{"uncertainty", uncertainty_words.at(static_cast<std::size_t>(study.estimation.uncertainty))},
            {"design_df", study.estimation.design_df}}},
          {"comparison", json_comparison_options(study.comparison)},
          {"notices", results.notices},
          {"target", json_target(results.target)}};
}

OrderedJson json_catch_all(const CatchAllArea& area) {
  OrderedJson moved = OrderedJson::object();
  for (const auto& [indicator, by] : area.moved)
    moved[indicator] = json_number(by);
  return {{"area_code", area.code},
          {"share", json_number(area.share)},
          {"moved", moved},
          {"index_moved", json_number(area.index_moved)}};
}

/// RULINGS R36: by item and by area, and what the other rule would do.
OrderedJson json_catch_all(const std::vector<CatchAllResult>& results) {
  OrderedJson out = OrderedJson::array();
  for (const CatchAllResult& one : results) {
    OrderedJson items = OrderedJson::object(), areas = OrderedJson::array();
    for (const auto& [item, share] : one.items)
      items[item] = json_number(share);
    for (const CatchAllArea& area : one.areas)
      areas.push_back(json_catch_all(area));
    out.push_back({{"instrument", one.instrument},
                   {"in_force", one.in_force},
                   {"other", one.other},
                   {"share_by_item", items},
                   {"total", json_catch_all(one.total)},
                   {"areas", areas}});
  }
  return out;
}

/// A line a code, in the order in which they first came up; places and all messages are in run.json.
OrderedJson json_messages(const Diagnostics& diagnostics) {
  OrderedJson out = OrderedJson::array();
  std::set<std::string> seen;
  for (const Diagnostic& d : diagnostics.all())
    if (seen.insert(d.code).second)
      out.push_back({{"code", d.code},
                     {"severity", std::string(words(d.severity))},
                     {"times", diagnostics.count(d.code)},
                     {"message", d.message}});
  return out;
}

OrderedJson json_rows(const RunResults& results, const std::vector<AreaResult>& rows) {
  OrderedJson out = OrderedJson::array();
  for (const AreaResult& row : rows)
    out.push_back(json_area(results, row));
  return out;
}

} // namespace

std::string results_json(const RunResults& raw) {
  const RunResults results = without_hidden(raw);
  OrderedJson out = json_head(results);
  OrderedJson indicators = OrderedJson::array();
  for (const IndicatorInfo& info : results.indicators)
    indicators.push_back(json_info(info));
  out["indicators"] = indicators;
  OrderedJson domains = OrderedJson::object();
  for (const DomainResult& domain : results.domain_weights)
    domains[domain.domain] = json_number(domain.value);
  out["domain_weights"] = domains;
  out["areas"] = json_rows(results, results.areas);
  out["regions"] = json_rows(results, results.regions);
  out["total"] = json_area(results, results.total);
  out["tables"] = json_tables(results.tables);
  out["catch_all"] = json_catch_all(results.catch_all);
  out["suppression"] = {{"minimum", results.study.disclosure.minimum},
                        {"caution_below", results.study.disclosure.caution},
                        {"log", results.suppression_log}};
  out["reconciliation"] = json_reconciliation(results.reconciliation);
  out["settings"] = json_settings(results.settings);
  out["inputs"] = json_inputs(results.inputs);
  out["messages"] = json_messages(results.diagnostics);
  return json_text(out);
}

} // namespace joinedup
