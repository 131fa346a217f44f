#include "scenario.hpp"

#include "definitions/fields.hpp"

namespace joinedup::validation {

namespace {

int whole(Fields& f, const std::string& name, int low, int high, int fallback) {
  return f.integer_if(name, low, high).value_or(fallback);
}

Measure measure(Fields& f) {
  Measure out;
  out.id = f.text("id");
  out.low = f.number("low");
  out.high = f.number("high");
  out.steps = whole(f, "steps", 1, 10'000, 1);
  out.mean = f.number("mean");
  out.sd = f.number_or("sd", 0);
  out.unit = f.number("unit");
  out.skew = whole(f, "skew", 1, 20, 1);
  out.shared = f.number_or("shared", 0);
  f.done();
  return out;
}

Analysis analysis(Fields& f) {
  Analysis out;
  out.id = f.text("id");
  out.title = f.text("title");
  out.weights = f.flag_or("weights", false);
  out.clusters = f.flag_or("clusters", false);
  out.strata = f.flag_or("areas_as_strata", false);
  out.study.estimation.design_df = f.flag_or("t_intervals", false);
  if (f.flag_or("jackknife", false)) out.study.estimation.uncertainty = Uncertainty::jackknife;
  if (f.flag_or("wilson", false)) out.study.estimation.proportion = ProportionInterval::wilson;
  if (f.flag_or("marginal_ranks", false)) out.study.comparison.rank_intervals = "marginal";
  const std::string case_mix = f.word_if("case_mix", {"regression", "direct"});
  if (!case_mix.empty()) {
    CaseMixSpec spec;
    spec.method = case_mix == "direct" ? CaseMixMethod::direct : CaseMixMethod::regression;
    spec.adjusters.push_back({"mode", false});
    out.study.case_mix = std::move(spec);
    out.study.adjusted_headline = true;
  }
  out.rakes = f.flag_or("rake", false);
  f.done();
  return out;
}

Scenario scenario(Fields& f) {
  Scenario out;
  out.id = f.text("id");
  out.title = f.text("title");
  for (Fields& each : f.objects("areas")) {
    out.areas.push_back({whole(each, "answers", 10, 100'000, 100), whole(each, "areas", 1, 1000, 1)});
    each.done();
  }
  out.between = f.number_or("between", 0);
  out.icc = f.number_or("icc", 0);
  out.clusters = whole(f, "clusters", 0, 10'000, 0);
  out.age = f.number_or("age", 0);
  out.old = f.number_or("old", 0);
  out.oversample = f.number_or("oversample", 1);
  out.mode_shift = f.number_or("mode_shift", 0);
  out.paper_low = f.number_or("paper_low", 0);
  out.paper_high = f.number_or("paper_high", 0);
  out.response = f.number_or("response", 1);
  out.response_age = f.number_or("response_age", 0);
  out.response_score = f.number_or("response_score", 0);
  for (Fields& each : f.objects("analyses"))
    out.analyses.push_back(analysis(each));
  f.done();
  return out;
}

} // namespace

Outcome<Plan> read_plan(std::string_view text, const std::string& file) {
  return read_definition<Plan>(text, file, [](Fields& f) {
    Plan out;
    for (Fields& each : f.objects("measures"))
      out.measures.push_back(measure(each));
    for (Fields& each : f.objects("scenarios"))
      out.scenarios.push_back(scenario(each));
    return out;
  });
}

} // namespace joinedup::validation
