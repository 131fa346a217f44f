// Scale quality as one JSON document: scales, the whole, areas.
#include "report/hide.hpp"
#include "report/json/values.hpp"
#include "report/quality_writers.hpp"

namespace joinedup {
namespace {

OrderedJson json_statistics(const std::vector<QualityStatistic>& statistics) {
  OrderedJson out = OrderedJson::object();
  for (const QualityStatistic& one : statistics) {
    OrderedJson figure = {{"n", one.n ? OrderedJson(*one.n) : OrderedJson(nullptr)}, {"value", json_number(one.value)}};
    if (one.lower) figure["lowercl"] = json_number(one.lower);
    if (one.upper) figure["uppercl"] = json_number(one.upper);
    if (one.status.hidden()) figure["status"] = one.status.text();
    if (!one.flag.empty()) figure["flag"] = one.flag;
    if (!one.reason.empty()) figure["reason"] = one.reason;
    out[one.name] = std::move(figure);
  }
  return out;
}

OrderedJson json_row(const QualityResults& results, const QualityRow& row) {
  OrderedJson scales = OrderedJson::object();
  for (std::size_t s = 0; s < results.scales.size(); ++s) {
    OrderedJson items = OrderedJson::object();
    for (const ItemQuality& item : row.scales[s].items)
      items[item.id] = {{"label", item.label}, {"statistics", json_statistics(item.statistics)}};
    scales[results.scales[s].id] = {{"statistics", json_statistics(row.scales[s].statistics)}, {"items", items}};
  }
  return {
      {"area_code", row.code}, {"area_name", row.name}, {"level", std::string(words(row.level))}, {"scales", scales}};
}

} // namespace

std::string quality_json(const QualityResults& results) {
  OrderedJson scales = OrderedJson::array();
  for (const ScaleInfo& scale : results.scales)
    scales.push_back({{"scale", scale.id},
                      {"label", scale.label},
                      {"also", scale.also},
                      {"low", json_number(scale.low)},
                      {"high", json_number(scale.high)}});
  OrderedJson areas = OrderedJson::array();
  for (const QualityRow& row : results.areas)
    areas.push_back(json_row(results, row));
  Reconciliation reconciliation = results.reconciliation;
  reconciliation.unknown_areas = pooled_codes(reconciliation.unknown_areas, results.minimum);
  const OrderedJson out = {{"scales", scales},
                           {"total", json_row(results, results.total)},
                           {"areas", areas},
                           {"suppression", {{"minimum", results.minimum}}},
                           {"reconciliation", json_reconciliation(reconciliation)},
                           {"settings", json_settings(results.settings)}};
  return json_text(out);
}

} // namespace joinedup
