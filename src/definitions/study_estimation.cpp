#include "definitions/study_estimation.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {

namespace {

constexpr int most_replicates = 10000;

void read_fpc(Fields& fields, EstimationSpec& out) {
  if (auto fpc = fields.object_if("fpc")) {
    out.fpc = StratumPopulations{fpc->text("file"), fpc->text("stratum"), fpc->text("n")};
    fpc->done();
  }
}

/// A method alone, or an object with it and its parameters.
void read_uncertainty(Fields& fields, EstimationSpec& out) {
  const std::vector<std::string> methods{"linearised", "jackknife", "bootstrap"};
  const auto value = fields.find("uncertainty");
  if (!value) return;
  std::string method;
  if (value->is_text()) {
    method = fields.word_if("uncertainty", methods);
  } else {
    Fields object(*value);
    if (!object.good()) return;
    method = object.word_if("method", methods);
    const std::string single = object.word_if("single_psu", {"adjust", "certainty", "average", "fail"});
    if (single == "certainty") out.single_psu = SinglePsu::certainty;
    if (single == "average") out.single_psu = SinglePsu::average;
    if (single == "fail") out.single_psu = SinglePsu::fail;
    read_fpc(object, out);
    const std::string proportion = object.word_if("proportion", {"normal", "wilson", "logit", "beta"});
    if (proportion == "wilson") out.proportion = ProportionInterval::wilson;
    if (proportion == "logit") out.proportion = ProportionInterval::logit;
    if (proportion == "beta") out.proportion = ProportionInterval::beta;
    if (const auto replicates = object.integer_if("replicates", 10, most_replicates))
      out.replicates = static_cast<std::uint64_t>(*replicates);
    object.done();
  }
  if (method == "jackknife") out.uncertainty = Uncertainty::jackknife;
  if (method == "bootstrap") out.uncertainty = Uncertainty::bootstrap;
}

void read_rake(Fields& fields, StudySpec& out) {
  auto object = fields.object_if("rake");
  if (!object) return;
  RakeSpec rake;
  rake.where = object->where();
  rake.file = object->text("margins");
  rake.trim = object->number_or("trim", rake.trim);
  if (!(rake.trim == 0 || (rake.trim > 1 && rake.trim <= 1000)))
    object->error("J582", "trim", "\"trim\" is no multiple of the mean weight above 1, up to 1000",
                  "5 unless given; 0 leaves every weight as raked");
  rake.compat_r_survey = object->word_if("compat", {"r-survey"}) == "r-survey";
  object->done();
  out.rake = std::move(rake);
}

void read_adjusters(Fields& object, CaseMixSpec& out) {
  const auto list = object.need("adjusters", "a list of columns");
  if (!list) return;
  for (const Value& value : list->list()) {
    Adjuster one;
    one.where = value.where();
    if (value.is_text()) {
      one.column = value.text().value_or("");
    } else {
      Fields fields(value);
      if (!fields.good()) continue;
      one.column = fields.text("column");
      one.number = fields.word_if("kind", {"category", "number"}) == "number";
      fields.done();
    }
    const auto same = [&](const Adjuster& other) { return other.column == one.column; };
    if (std::any_of(out.adjusters.begin(), out.adjusters.end(), same))
      value.error("J582", fmt::format("\"{}\" stands twice among the adjusters", one.column), "name each column once");
    out.adjusters.push_back(std::move(one));
  }
  if (out.adjusters.empty())
    object.error("J582", "adjusters", "\"adjusters\" is empty", "name one column or more, or take \"case_mix\" out");
}

void read_case_mix(Fields& fields, StudySpec& out) {
  auto object = fields.object_if("case_mix");
  if (!object) return;
  CaseMixSpec mix;
  mix.where = object->where();
  if (object->word_if("method", {"regression", "direct"}) == "direct") mix.method = CaseMixMethod::direct;
  mix.logistic = object->word_if("proportion", {"linear", "logistic"}) == "logistic";
  if (mix.logistic && mix.method == CaseMixMethod::direct)
    object->error("J582", "proportion", "direct standardisation fits no regression, so that none is logistic",
                  "take \"proportion\" out, or adjust by regression");
  if (const auto least = object->integer_if("area_minimum", 0, 1000000))
    mix.area_minimum = static_cast<std::uint64_t>(*least);
  read_adjusters(*object, mix);
  mix.cap = object->number_or("cap", mix.cap);
  if (!(mix.cap >= 1 && mix.cap <= 1000))
    object->error("J582", "cap", "\"cap\" is outside 1 to 1000", "5 unless given");
  for (const Adjuster& adjuster : mix.adjusters) {
    if (mix.method == CaseMixMethod::direct && adjuster.number)
      fields.faults().error("J582", adjuster.where, "direct standardisation needs categories, and this is a number",
                            "give a column of bands, or adjust by regression");
  }
  object->done();
  out.case_mix = std::move(mix);
}

} // namespace

void read_estimation(Fields& fields, StudySpec& out) {
  read_uncertainty(fields, out.estimation);
  out.estimation.design_df = fields.word_if("df", {"normal", "design"}) == "design";
  read_rake(fields, out);
  read_case_mix(fields, out);
  out.adjusted_headline = fields.word_if("headline", {"crude", "adjusted"}) == "adjusted";
  if (out.adjusted_headline && !out.case_mix)
    fields.error("J582", "headline", "the headline is adjusted, and the study adjusts for nothing",
                 "name adjusters under \"case_mix\", or take \"headline\" out");
}

} // namespace joinedup
