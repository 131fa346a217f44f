#include "report/json/area_json.hpp"

#include "report/hide.hpp"

namespace joinedup {
namespace {

template <typename T> OrderedJson or_null(const std::optional<T>& value) {
  return value ? OrderedJson(*value) : OrderedJson(nullptr);
}

OrderedJson text_or_null(std::string_view text) {
  return text.empty() ? OrderedJson(nullptr) : OrderedJson(std::string(text));
}

void add_estimate(OrderedJson& out, const Estimated& e) {
  out["value"] = json_number(e.value);
  out["se"] = json_number(e.se);
  out["lowercl"] = json_number(e.lower);
  out["uppercl"] = json_number(e.upper);
  out["confidence"] = text_or_null(e.lower ? "95%" : "");
  out["lower99_8cl"] = json_number(e.lower99_8);
  out["upper99_8cl"] = json_number(e.upper99_8);
}

void add_comparison(OrderedJson& out, const Comparison& c) {
  out["difference"] = json_number(c.difference);
  out["band_sampling"] = text_or_null(words(c.band_sampling));
  out["band"] = text_or_null(words(c.band));
  out["z"] = json_number(c.z);
  out["z_od"] = json_number(c.z_od);
  out["p"] = json_number(c.p);
  out["fdr"] = c.fdr ? OrderedJson(*c.fdr ? "yes" : "no") : OrderedJson(nullptr);
}

OrderedJson json_indicator(const IndicatorResult& indicator, const DisclosureSpec& disclosure) {
  OrderedJson out = {{"indicator", indicator.indicator}, {"n", or_null(indicator.n)}};
  add_estimate(out, indicator.estimate);
  out["crude"] = json_number(indicator.crude);
  out["adjusted"] = json_number(indicator.adjusted);
  if (indicator.points) out["points"] = json_number(indicator.points);
  add_comparison(out, indicator.comparison);
  out["status"] = indicator.status.text();
  const std::string reason = hidden_reason(indicator.status, disclosure);
  if (!reason.empty()) out["reason"] = reason;
  return out;
}

void add_index(OrderedJson& out, const AreaResult& row, bool adjusted) {
  add_estimate(out, row.index);
  out["rank"] = or_null(row.rank);
  out["rank_tied"] = row.rank_tied;
  out["rank_low"] = row.rank_interval ? OrderedJson(row.rank_interval->low) : OrderedJson(nullptr);
  out["rank_high"] = row.rank_interval ? OrderedJson(row.rank_interval->high) : OrderedJson(nullptr);
  add_comparison(out, row.comparison);
  out["reliability"] = json_number(row.reliability);
  out["shrunk"] = json_number(row.shrunk);
  out["geometric"] = json_number(row.geometric);
  out["basis"] = adjusted ? "adjusted" : "crude";
  out["status"] = row.status.text();
  if (!row.reason.empty()) out["reason"] = row.reason;
}

} // namespace

OrderedJson json_area(const RunResults& results, const AreaResult& row) {
  OrderedJson out = {{"area_code", row.code}, {"area_name", row.name}, {"level", std::string(words(row.level))}};
  if (!row.short_name.empty()) out["short_name"] = row.short_name;
  if (!row.region.empty()) out["region"] = row.region;
  if (row.tile_column != 0 || row.tile_row != 0)
    out["tile"] = {{"column", row.tile_column}, {"row", row.tile_row}, {"label", row.tile_label}};
  out["n"] = or_null(row.n);
  add_index(out, row, results.study.adjusted_headline);
  OrderedJson domains = OrderedJson::object();
  for (const DomainResult& domain : row.domains)
    domains[domain.domain] = json_number(domain.value);
  out["domains"] = domains;
  OrderedJson indicators = OrderedJson::array();
  for (const IndicatorResult& indicator : row.indicators)
    indicators.push_back(json_indicator(indicator, results.study.disclosure));
  out["indicators"] = indicators;
  OrderedJson parts = OrderedJson::array();
  for (const Contribution& part : row.contributions)
    parts.push_back({{"indicator", text_or_null(part.indicator)},
                     {"weight", json_number(part.weight)},
                     {"points", json_number(part.points)}});
  out["contributions"] = parts;
  return out;
}

} // namespace joinedup
