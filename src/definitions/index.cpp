#include "definitions/index.hpp"

#include "base/text.hpp"
#include "definitions/area_table_spec.hpp"
#include "definitions/checks.hpp"
#include "definitions/fields.hpp"
#include "definitions/index_methods.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {

namespace {

void check_score(Fields& fields, const std::string& name, const std::string& score) {
  if (score.empty() || split_score_name(score)) return;
  fields.error("J506", name,
               fmt::format("\"{}\" is \"{}\", expected INSTRUMENT.SCORE or WAVE.INSTRUMENT.SCORE", name, score));
}

std::optional<std::pair<double, double>> read_goalposts(Fields& fields) {
  const auto value = fields.find("goalposts");
  if (!value) return std::nullopt;
  if (value->is_text()) {
    if (const auto word = value->text(); word && *word != "range")
      value->error("J506", fmt::format("\"goalposts\" is \"{}\", expected \"range\" or two numbers", *word));
    return std::nullopt;
  }
  if (!value->is_list()) {
    value->wrong_type("\"range\" or a list of two numbers");
    return std::nullopt;
  }
  const std::vector<double> ends = value->numbers();
  if (ends.size() != value->json().size()) return std::nullopt;
  if (ends.size() != 2) {
    value->error("J506", fmt::format("\"goalposts\" has {} numbers, expected two", ends.size()));
    return std::nullopt;
  }
  if (ends[0] >= ends[1]) {
    value->error(
        "J506",
        fmt::format("\"goalposts\" run from {} to {}, expected the lower first", shortest(ends[0]), shortest(ends[1])),
        "say which way is good with \"direction\"");
    return std::nullopt;
  }
  return std::pair(ends[0], ends[1]);
}

double read_weight(Fields& fields) {
  const double weight = fields.number_or("weight", 1);
  if (weight < 0) fields.error("J506", "weight", fmt::format("\"weight\" is {}, expected 0 or more", shortest(weight)));
  return weight;
}

/// Exactly one of score and column says what is measured.
void read_measure(Fields& fields, Indicator& out) {
  out.table = read_area_table_spec(fields);
  out.score = fields.text_or("score", "");
  out.column = fields.text_or("column", "");
  out.change_from = fields.text_or("change_from", "");
  check_score(fields, "score", out.score);
  check_score(fields, "change_from", out.change_from);
  if (!out.score.empty() && !out.column.empty())
    fields.error("J506", "column", "\"score\" and \"column\" are both given, expected one of them");
  if (out.table && !(out.score.empty() && out.column.empty()))
    fields.error("J506", "table", "\"table\" beside another measure, expected one of \"score\", \"column\", \"table\"");
  if (fields.good() && !fields.has("table") && !fields.has("score") && !fields.has("column"))
    fields.faults().error("J504", fields.where(), "\"score\" is missing, expected a score of an instrument",
                          "or name a numeric column of the survey file in \"column\", or figures by area in \"table\"");
  if (!out.change_from.empty() && out.score.empty())
    fields.error("J506", "change_from", "\"change_from\" without \"score\", expected the score it is subtracted from");
}

/// Scores have a range in their definition; changes, columns and tables have none.
void check_goalposts_given(Fields& fields, const Indicator& indicator) {
  const bool ranged = indicator.change_from.empty() && indicator.column.empty() && !indicator.table;
  const auto value = fields.find("goalposts");
  if (ranged || indicator.goalposts || (value && !value->is_text())) return;
  fields.error("J504", "goalposts",
               fmt::format("{} needs \"goalposts\", expected two numbers", indicator.table            ? "a table"
                                                                           : indicator.column.empty() ? "a change"
                                                                                                      : "a column"),
               "they are the values that stand for 0 and 100 points");
}

Indicator read_indicator(Fields& fields, bool companion) {
  Indicator out;
  out.where = fields.where();
  out.id = read_id(fields);
  out.label = fields.text_or("label", out.id);
  read_measure(fields, out);
  out.value_set = fields.text_or("value_set", "");
  out.goalposts = read_goalposts(fields);
  if (!companion) check_goalposts_given(fields, out);
  const std::string direction = fields.word_if("direction", {"higher", "lower"});
  out.direction_given = !direction.empty();
  out.direction = direction == "lower" ? Direction::lower : Direction::higher;
  if (companion) {
    if (const auto weight = fields.find("weight"))
      weight->error("J506", "\"weight\" of a companion, expected none", "companions do not enter the index");
    out.weight = 0;
  } else {
    out.weight = read_weight(fields);
    out.normalise = read_method(fields, "normalise", known_normalisers(), out.normalise);
  }
  out.banded = fields.flag_or("banded", true);
  out.notice = fields.text_or("notice", "");
  fields.done();
  return out;
}

template <typename T>
void check_sum(const std::vector<T>& parts, const Position& where, std::string_view what, Faults& faults) {
  double sum = 0;
  for (const T& part : parts)
    sum += part.weight;
  if (!parts.empty() && !(sum > 0))
    faults.error("J506", where,
                 fmt::format("the weights of the {} sum to {}, expected more than 0", what, shortest(sum)));
}

Domain read_domain(Fields& fields, Names& ids) {
  Domain out;
  out.where = fields.where();
  out.id = read_id(fields);
  out.label = fields.text_or("label", out.id);
  out.weight = read_weight(fields);
  out.aggregate = read_method(fields, "aggregate", known_aggregations(), out.aggregate);
  for (Fields& indicator : fields.objects("indicators")) {
    out.indicators.push_back(read_indicator(indicator, false));
    ids.add(out.indicators.back().id, indicator.where("id"), fields.faults());
  }
  check_sum(out.indicators, fields.where("indicators"), "indicators", fields.faults());
  fields.done();
  return out;
}

double read_share(Fields& fields, const std::string& name, double fallback) {
  const double share = fields.number_or(name, fallback);
  if (share < 0 || share > 1)
    fields.error("J506", name, fmt::format("\"{}\" is {}, expected a share from 0 to 1", name, shortest(share)));
  return share;
}

void read_coverage(Fields& fields, IndexSpec& out) {
  auto coverage = fields.object_if("coverage");
  if (!coverage) return;
  out.coverage_total = read_share(*coverage, "total", out.coverage_total);
  out.coverage_domain = read_share(*coverage, "domain", out.coverage_domain);
  coverage->done();
}

void note_unbanded(IndexSpec& out) {
  std::vector<const Indicator*> all;
  for (const Domain& domain : out.domains) {
    for (const Indicator& indicator : domain.indicators)
      all.push_back(&indicator);
  }
  for (const Indicator& companion : out.companions)
    all.push_back(&companion);
  for (const Indicator* indicator : all) {
    if (!indicator->banded) out.unranked_companions.push_back(indicator->id);
  }
}

/// One with an id that the list has already replaces it, others are added.
template <typename T> void put(std::vector<T>& list, T one) {
  const auto same = std::find_if(list.begin(), list.end(), [&one](const T& other) { return other.id == one.id; });
  if (same == list.end())
    list.push_back(std::move(one));
  else
    *same = std::move(one);
}

void read_parts(Fields& fields, bool extends, IndexSpec& out) {
  Names domains("domain"), indicators("indicator");
  for (Fields& domain : extends ? fields.objects_if("domains") : fields.objects("domains")) {
    Domain one = read_domain(domain, indicators);
    domains.add(one.id, domain.where("id"), fields.faults());
    put(out.domains, std::move(one));
  }
  check_sum(out.domains, fields.where("domains"), "domains", fields.faults());
  for (Fields& companion : fields.objects_if("companions")) {
    Indicator one = read_indicator(companion, true);
    indicators.add(one.id, companion.where("id"), fields.faults());
    put(out.companions, std::move(one));
  }
}

/// Of all that the index has in the end, what it extends too.
void check_ids(const IndexSpec& index, Faults& faults) {
  Names ids("indicator");
  for (const Domain& domain : index.domains)
    for (const Indicator& indicator : domain.indicators)
      ids.add(indicator.id, indicator.where, faults);
  for (const Indicator& companion : index.companions)
    ids.add(companion.id, companion.where, faults);
}

void weigh_alike(IndexSpec& index) {
  for (Domain& domain : index.domains) {
    domain.weight = 1;
    for (Indicator& indicator : domain.indicators)
      indicator.weight = 1;
  }
}

IndexSpec read(Fields& fields, const IndexSpec* base) {
  IndexSpec out = base != nullptr ? *base : IndexSpec{};
  const bool extends = fields.has("extends");
  fields.text_or("extends", ""); // followed by whoever reads files: index_extends
  out.id = read_id(fields);
  out.version = fields.text("version");
  out.title = fields.text("title");
  out.notes = fields.text_or("notes", out.notes);
  out.ranked = fields.flag_or("ranked", out.ranked);
  for (std::string& notice : fields.texts_if("notices"))
    out.notices.push_back(std::move(notice));
  read_parts(fields, extends, out);
  if (base != nullptr && !fields.faults().has_errors()) check_ids(out, fields.faults());
  out.unranked_companions.clear();
  note_unbanded(out);
  out.normalise = read_method(fields, "normalise", known_normalisers(), out.normalise);
  out.aggregate = read_method(fields, "aggregate", known_aggregations(), out.aggregate);
  out.weighting = read_method(fields, "weights", known_weightings(), out.weighting);
  out.imputation = read_method(fields, "missing", known_imputations(), out.imputation);
  if (out.weighting.method == "equal") weigh_alike(out);
  settle_methods(out, fields.faults());
  read_coverage(fields, out);
  return out;
}

} // namespace

Outcome<IndexSpec> read_index(std::string_view text, const std::string& file, const IndexSpec* base) {
  return read_definition<IndexSpec>(text, file, [base](Fields& fields) { return read(fields, base); });
}

std::optional<NamedBase> index_extends(std::string_view text, const std::string& file) {
  const Outcome<JsonSource> source = parse_json(text, file);
  if (!source || !source->root().is_object()) return std::nullopt;
  const auto found = source->root().find("extends");
  if (found == source->root().end() || !found->is_string()) return std::nullopt;
  return NamedBase{found->get<std::string>(), source->where(source->member(0, "extends"))};
}

} // namespace joinedup
