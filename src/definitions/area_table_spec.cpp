#include "definitions/area_table_spec.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

namespace joinedup {

namespace {

TableKind kind_of(const std::string& word) {
  for (const TableKind kind : {TableKind::proportion, TableKind::rate, TableKind::ratio, TableKind::standardised_rate,
                               TableKind::standardised_ratio}) {
    if (word == words(kind)) return kind;
  }
  return TableKind::value;
}

/// Members that belong to the other kinds would have no effect.
void refuse(Fields& fields, const AreaTable& table, const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    if (fields.has(name))
      fields.error("J506", name, fmt::format("\"{}\" beside \"kind\": \"{}\", expected none", name, words(table.kind)),
                   table.counts() && name != "group" && name != "standard"
                       ? "counts give the value and its error themselves"
                   : table.counts() ? "groups are of kind standardised_rate or standardised_ratio"
                                    : "counts are of kind proportion, rate or ratio");
  }
}

void read_value_columns(Fields& fields, AreaTable& out) {
  out.value = fields.text_or("value", "value");
  out.se = fields.text_or("se", "");
  out.lower = fields.text_or("lower", "");
  out.upper = fields.text_or("upper", "");
  out.n = fields.text_or("n", "");
  out.exact = fields.flag_or("exact", false);
  const bool interval = !out.lower.empty() && !out.upper.empty();
  if (out.lower.empty() != out.upper.empty())
    fields.error("J504", out.lower.empty() ? "upper" : "lower", "one end of the interval is named, expected both",
                 "name \"lower\" and \"upper\", the columns of a 95 % interval");
  else if ((out.se.empty() ? 0 : 1) + (interval ? 1 : 0) + (out.exact ? 1 : 0) != 1)
    fields.error("J504", "value",
                 "a value needs its error, expected one of \"se\", \"lower\" with \"upper\", \"exact\"",
                 "\"exact\": true where no sampling error is known: such an indicator is not compared");
  refuse(fields, out, {"numerator", "denominator", "per", "group", "standard"});
}

void read_count_columns(Fields& fields, AreaTable& out) {
  for (const char* name : {"numerator", "denominator"}) {
    if (!fields.has(name)) fields.need(name, "a column, or several to add up");
  }
  out.numerator = fields.text_or_texts_if("numerator");
  out.denominator = fields.text_or_texts_if("denominator");
  out.per = fields.number_or("per", 1);
  if (!(out.per > 0))
    fields.error("J506", "per", fmt::format("\"per\" is {}, expected more than 0", shortest(out.per)));
  std::vector<std::string> others{"value", "se", "lower", "upper", "n", "exact"};
  if (out.standardised())
    out.group = fields.text("group");
  else
    others.emplace_back("group");
  if (out.kind == TableKind::standardised_rate)
    out.standard = fields.text("standard");
  else
    others.emplace_back("standard");
  refuse(fields, out, others);
}

} // namespace

std::optional<AreaTable> read_area_table_spec(Fields& indicator) {
  auto fields = indicator.object_if("table");
  if (!fields) return std::nullopt;
  AreaTable out;
  out.where = fields->where();
  out.file = fields->text("file");
  out.kind = kind_of(
      fields->word_if("kind", {"value", "proportion", "rate", "ratio", "standardised_rate", "standardised_ratio"}));
  out.area = fields->text_or("area", "area_code");
  out.skip = fields->integer_if("skip", 0, 1000).value_or(0);
  if (out.counts())
    read_count_columns(*fields, out);
  else
    read_value_columns(*fields, out);
  if (const auto rows = fields->find("rows")) {
    for (const auto& [column, cells] : rows->members())
      out.rows[column] = cells.text_or_texts();
  }
  out.missing = fields->text_or_texts_if("missing");
  out.whole = fields->text_or("whole", "");
  out.source = fields->text_or("source", "");
  for (const char* name :
       {"value", "se", "lower", "upper", "n", "exact", "numerator", "denominator", "per", "group", "standard"})
    fields->find(name); // spoken of above where it does not belong
  fields->done();
  return out;
}

} // namespace joinedup
