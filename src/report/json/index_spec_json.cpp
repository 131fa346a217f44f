#include "report/json/spec_json.hpp"

namespace joinedup {
namespace {

OrderedJson json_area_table(const AreaTable& t) {
  OrderedJson out = {{"file", file_name(t.file)}, {"kind", words(t.kind)}, {"area", t.area}};
  const auto text = [&out](const char* name, const std::string& value) {
    if (!value.empty()) out[name] = value;
  };
  text("value", t.value);
  text("se", t.se);
  text("lower", t.lower);
  text("upper", t.upper);
  text("n", t.n);
  if (t.exact) out["exact"] = true;
  if (t.counts()) {
    out["numerator"] = t.numerator;
    out["denominator"] = t.denominator;
    out["per"] = json_number(t.per);
  }
  if (t.skip > 0) out["skip"] = t.skip;
  if (!t.rows.empty()) out["rows"] = t.rows;
  if (!t.missing.empty()) out["missing"] = t.missing;
  text("whole", t.whole);
  text("source", t.source);
  return out;
}

OrderedJson json_indicator_spec(const Indicator& i) {
  OrderedJson out = {{"id", i.id}, {"label", i.label}};
  if (!i.score.empty()) out["score"] = i.score;
  if (!i.column.empty()) out["column"] = i.column;
  if (i.table) out["table"] = json_area_table(*i.table);
  if (!i.change_from.empty()) out["change_from"] = i.change_from;
  if (!i.value_set.empty()) out["value_set"] = i.value_set;
  if (i.goalposts)
    out["goalposts"] = {json_number(i.goalposts->first), json_number(i.goalposts->second)};
  else
    out["goalposts"] = "range";
  out["direction"] = i.direction == Direction::lower ? "lower" : "higher";
  out["weight"] = json_number(i.weight);
  if (i.normalise.method != "goalposts") out["normalise"] = i.normalise.text();
  return out;
}

OrderedJson json_indicator_list(const std::vector<Indicator>& indicators) {
  OrderedJson out = OrderedJson::array();
  for (const Indicator& i : indicators)
    out.push_back(json_indicator_spec(i));
  return out;
}

OrderedJson json_domain(const Domain& d) {
  OrderedJson out = {{"id", d.id},
                     {"label", d.label},
                     {"weight", json_number(d.weight)},
                     {"indicators", json_indicator_list(d.indicators)}};
  if (d.aggregate.method != "arithmetic") out["aggregate"] = d.aggregate.text();
  return out;
}

} // namespace

OrderedJson json_index(const IndexSpec& index) {
  OrderedJson domains = OrderedJson::array();
  for (const Domain& d : index.domains)
    domains.push_back(json_domain(d));
  OrderedJson out = {
      {"id", index.id},
      {"version", index.version},
      {"title", index.title},
      {"notes", index.notes},
      {"domains", domains},
      {"companions", json_indicator_list(index.companions)},
      {"ranked", index.ranked},
      {"unranked_companions", index.unranked_companions},
      {"notices", index.notices},
      {"coverage", {{"total", json_number(index.coverage_total)}, {"domain", json_number(index.coverage_domain)}}},
      {"file", file_name(index.file)},
      {"sha256", index.sha256}};
  if (index.aggregate.method != "arithmetic") out["aggregate"] = index.aggregate.text();
  if (index.imputation.method != "none") out["missing"] = index.imputation.text();
  if (index.weighting.method != "given") out["weights"] = index.weighting.text();
  for (const DefinitionFile& base : index.built_on)
    out["extends"].push_back({{"file", file_name(base.file)}, {"sha256", base.sha256}});
  return out;
}

} // namespace joinedup
