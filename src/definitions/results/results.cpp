#include "definitions/results.hpp"

#include "definitions/index_methods.hpp"
#include "definitions/results/parts.hpp"
#include "model/results_form.hpp"

#include <optional>
#include <utility>

namespace joinedup {

namespace {

void read_index(Fields fields, IndexSpec& out) {
  out.id = said(fields, "id");
  out.version = said(fields, "version");
  out.title = said(fields, "title");
  out.ranked = fields.flag_or("ranked", true);
  Fields coverage = fields.object("coverage");
  out.coverage_total = number_or_nan(coverage, "total");
  out.coverage_domain = number_or_nan(coverage, "domain");
  coverage.done();
  out.aggregate = read_method(fields, "aggregation", known_aggregations(), out.aggregate);
  for (Fields& one : fields.objects_if("domains")) {
    Domain domain;
    domain.id = said(one, "id");
    domain.label = said(one, "label");
    domain.aggregate = read_method(one, "aggregation", known_aggregations(), out.aggregate);
    one.done();
    out.domains.push_back(std::move(domain));
  }
  fields.find("aggregate"); // the methods in words
  fields.done();
}

void read_geography(Fields fields, RunResults& out) {
  out.geography = said(fields, "id");
  out.geography_title = said(fields, "title");
  out.total_code = said(fields, "total_code");
  out.total_name = said(fields, "total_name");
  for (Fields& region : fields.objects_if("regions")) {
    out.regions_known.push_back({said(region, "code"), said(region, "name")});
    region.done();
  }
  fields.done();
}

void read_comparison_options(Fields fields, ComparisonOptions& out) {
  out.scheme = said(fields, "scheme");
  if (out.scheme == "seven") out.somewhat = number_or_nan(fields, "somewhat");
  out.inner = number_or_nan(fields, "inner");
  out.outer = number_or_nan(fields, "outer");
  out.overdispersion = said(fields, "overdispersion");
  out.trim = said(fields, "trim");
  out.trim_share = number_or_nan(fields, "trim_share");
  out.shrinkage = said(fields, "shrinkage");
  out.multiple_testing = said(fields, "multiple_testing");
  out.level = number_or_nan(fields, "level");
  out.rank_intervals = said(fields, "rank_intervals");
  fields.done();
}

TargetResult read_target(Fields fields) {
  TargetResult out;
  out.name = said(fields, "name");
  out.kind = said(fields, "kind");
  out.value = number_or_null(fields, "value");
  out.se = number_or_null(fields, "se");
  out.tau2 = number_or_null(fields, "tau2");
  out.tau2_reason = said(fields, "tau2_reason");
  out.phi = number_or_null(fields, "phi");
  out.tau2_reliability = number_or_null(fields, "tau2_reliability");
  out.areas_compared = count_of(fields, "areas_compared");
  fields.done();
  return out;
}

IndicatorInfo read_info(Fields& fields) {
  IndicatorInfo out;
  out.id = said(fields, "indicator");
  out.label = said(fields, "label");
  out.domain = said_or_null(fields, "domain");
  out.score = said(fields, "score");
  out.statistic = said(fields, "statistic");
  out.method = said(fields, "method");
  out.low = number_or_nan(fields, "low");
  out.high = number_or_nan(fields, "high");
  out.low_is_good = fields.word_if("direction", {"lower", "higher"}) == "lower";
  out.weight = number_or_nan(fields, "weight");
  out.variance_share = number_or_null(fields, "variance_share");
  out.banded = fields.flag_or("banded", true);
  out.value_set = said(fields, "value_set");
  for (const auto& [item, weight] : numbers_of(fields, "question_weights"))
    out.question_weights.emplace_back(item, weight.value_or(0));
  out.source = said(fields, "source");
  out.notice = said(fields, "notice");
  out.normalised = said_or_null(fields, "normalised");
  fields.done();
  return out;
}

void read_study(Fields& root, StudySpec& out) {
  out.study = said(root, "study");
  out.purpose = said(root, "purpose");
  out.population = said(root, "population");
  out.fieldwork = said(root, "fieldwork");
  out.role = said(root, "role");
  out.weights_by = said(root, "weights_by");
  out.adjusted_headline = root.word_if("basis", {"crude", "adjusted"}) == "adjusted";
  out.partial_levels = root.word_if("partial", {"deviations", "levels"}) == "levels";
  out.show_ranks = root.flag_or("show_ranks", false);
  Fields estimation = root.object("estimation");
  out.estimation.uncertainty = static_cast<Uncertainty>(place_of_word(estimation, "uncertainty", uncertainty_words));
  out.estimation.design_df = estimation.flag_or("design_df", false);
  estimation.done();
  read_comparison_options(root.object("comparison"), out.comparison);
}

void read_suppression(Fields fields, RunResults& out) {
  out.study.disclosure.minimum = count_of(fields, "minimum");
  out.study.disclosure.caution = count_of(fields, "caution_below");
  out.suppression_log = said_list(fields, "log");
  fields.done();
}

/// `times` of one message, by doubling: a count may be as large as the records of a survey.
Diagnostics repeated(const Diagnostic& message, std::uint64_t times) {
  Diagnostics out, power;
  power.add(message);
  for (; times > 0; times /= 2) {
    if (times % 2 == 1) out.merge(power);
    power.merge(Diagnostics(power));
  }
  return out;
}

Diagnostics read_messages(Fields& root) {
  Diagnostics out;
  for (Fields& one : root.objects_if("messages")) {
    Diagnostic message;
    message.code = said(one, "code");
    message.severity = static_cast<Severity>(place_of_word(one, "severity", severity_words));
    const std::uint64_t times = count_of(one, "times");
    message.message = said(one, "message");
    one.done();
    out.merge(repeated(message, times));
  }
  return out;
}

RunResults read_root(Fields& root) {
  RunResults out;
  root.find("format");
  out.version = said(root, "version");
  read_study(root, out.study);
  read_index(root.object("index"), out.index);
  read_geography(root.object("geography"), out);
  out.crude_outcomes = root.flag_or("crude_outcomes", false);
  out.small = root.flag_or("few_areas", false);
  out.notices = said_list(root, "notices");
  out.target = read_target(root.object("target"));
  for (Fields& info : root.objects_if("indicators"))
    out.indicators.push_back(read_info(info));
  for (const auto& [domain, weight] : numbers_of(root, "domain_weights"))
    out.domain_weights.push_back({domain, weight});
  for (Fields& row : root.objects_if("areas"))
    out.areas.push_back(read_area(row));
  for (Fields& row : root.objects_if("regions"))
    out.regions.push_back(read_area(row));
  Fields total = root.object("total");
  if (total.good()) out.total = read_area(total);
  out.tables = read_tables(root);
  out.catch_all = read_catch_all(root);
  read_suppression(root.object("suppression"), out);
  out.reconciliation = read_reconciliation(root);
  out.settings = read_settings(root);
  out.inputs = read_inputs(root);
  out.diagnostics = read_messages(root);
  root.done();
  return out;
}

} // namespace

Outcome<RunResults> read_results(std::string_view text, const std::string& file) {
  Outcome<JsonSource> source = parse_json(text, file);
  Diagnostics diagnostics = std::move(source.diagnostics);
  if (!source) return Outcome<RunResults>::failure(std::move(diagnostics));
  Faults faults;
  std::optional<RunResults> out;
  if (has_format(*source, results_format, "results.json", faults)) {
    Fields root(*source, faults);
    out = read_root(root);
  }
  faults.move_into(diagnostics);
  if (diagnostics.has_errors()) return Outcome<RunResults>::failure(std::move(diagnostics));
  return {std::move(*out), std::move(diagnostics)};
}

} // namespace joinedup
