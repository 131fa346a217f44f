// Section 6: the method in words, filled from the run's own definitions and numbers.
#include "report/html/page.hpp"
#include "report/html/summary.hpp"
#include "report/html/text.hpp"

#include "base/text.hpp"
#include "model/comparison_words.hpp"

namespace joinedup {
namespace {

std::string domain_words(const RunResults& results) {
  std::vector<std::string> parts;
  for (const DomainResult& weight : results.domain_weights) {
    std::string label = weight.domain;
    for (const Domain& domain : results.index.domains)
      if (domain.id == weight.domain && !domain.label.empty()) label = domain.label;
    parts.push_back(weight.value ? fmt::format("{} ({} %)", label, shown_percent(*weight.value)) : label);
  }
  return listed(parts);
}

std::string target_words(const RunResults& results) {
  const TargetResult& target = results.target;
  const std::string value = target.value ? fmt::format(" ({})", shown(*target.value, 1)) : "";
  if (target.kind == "areas") return "the mean of the areas, allowing for their spread" + value;
  if (target.kind == "areas-fixed") return "the mean of the areas, each by its precision" + value;
  if (target.kind == "fixed") return "a fixed value" + value;
  if (target.kind == "table") return "published values, named " + target.name + value;
  if (!results.total.n && !results.total.status.hidden()) return "the whole, as the tables of figures give it" + value;
  return "the weighted mean over all respondents" + value +
         "; for an area that holds more than a tenth of the weight, over all others";
}

std::string spread_words(const RunResults& results) {
  const TargetResult& t = results.target;
  if (results.small)
    return "With fewer than five areas the usual spread of areas cannot be estimated, and no ranks are given.";
  if (results.study.comparison.overdispersion == "multiplicative")
    return fmt::format(
        "The usual spread multiplies every sampling error by the root of {}, and never narrows it, after "
        "Spiegelhalter (2005).",
        t.phi ? shown(*t.phi, 4) : "phi");
  if (!t.tau2)
    return t.tau2_reason.empty() ? "The usual spread of areas was not estimated."
                                 : sentence("The usual spread of areas was not estimated: " + t.tau2_reason);
  std::string out =
      fmt::format("The usual spread is the variance between areas beyond sampling (tau squared {}", shown(*t.tau2, 4));
  if (t.phi) out += fmt::format(", overdispersion {}", shown(*t.phi, 4));
  out += "), after Spiegelhalter (2005).";
  if (no_spread(results))
    out += sentence(t.tau2_reason.empty() ? " It is 0: areas vary no more than sampling chance makes them vary"
                                          : " It is 0: " + t.tau2_reason);
  return out;
}

std::string setting_of(const RunResults& results, std::string_view name) {
  for (const Setting& s : results.settings)
    if (s.name == name) return s.value;
  return {};
}

/// What the sampling error was told of the design: the columns that the run named, or that it had none.
std::string interval_words(const RunResults& results) {
  const std::string strata = setting_of(results, "strata"), cluster = setting_of(results, "cluster");
  std::string design;
  if (strata.empty() && cluster.empty())
    design = "No strata and no clusters were named, so every answer counts as drawn by itself";
  else if (cluster.empty())
    design = "Drawn by the strata of the column " + strata + ", without clusters";
  else
    design = fmt::format("{} by the column {}",
                         strata.empty() ? "Without strata; clustered"
                                        : "Drawn by the strata of the column " + strata + " and clustered",
                         cluster);
  const EstimationSpec& e = results.study.estimation;
  const bool plain = e.uncertainty == Uncertainty::linearised && !e.design_df;
  const std::string how =
      plain ? ", normal, from the linearised sampling error" : ", from " + setting_of(results, "uncertainty");
  return "95 % and 99.8 %" + how + ". " + design + ". They hold sampling chance only.";
}

std::string limit_words(const TargetResult& target, const ComparisonOptions& options) {
  const bool published = (target.kind == "table" || target.kind == "fixed") && target.se;
  return fmt::format(
      "A gap beyond the {} % limits of sampling chance in the area\xE2\x80\x99s own value{}{}.", options.first_limit(),
      published ? " and of the value that it is compared with, taken together" : "",
      options.scheme == "three"
          ? ""
          : fmt::format("{}, and \xE2\x80\x9Cmuch\xE2\x80\x9D beyond the {} % limits",
                        options.scheme == "seven"
                            ? fmt::format(": \xE2\x80\x9Csomewhat\xE2\x80\x9D up to the {} % limits", options.inner)
                            : "",
                        options.outer));
}

std::string scale_words(const RunResults& r) {
  std::string others;
  for (const IndicatorInfo& info : r.indicators)
    if (!info.normalised.empty())
      others += fmt::format("{}{} by {}", others.empty() ? "" : "; ", info.label, info.normalised);
  if (others.empty())
    return "Each measure is put on 0 to 100 between its goalposts; where low values are good it is turned round. "
           "Nothing "
           "is clipped.";
  return "Measures are put on a common scale, between their goalposts where nothing else is said: " + others + ".";
}

std::string aggregate_words(const RunResults& r) {
  std::string others;
  for (const Domain& domain : r.index.domains)
    if (domain.aggregate.method != "arithmetic")
      others += fmt::format("{}{} by {}", others.empty() ? "" : "; ", domain.label, domain.aggregate.text());
  if (others.empty() && r.index.aggregate.method == "arithmetic")
    return "Weighted mean of the domains, each the weighted mean of its measures: ";
  return fmt::format(
      "Domains are put together by {}, the measures of each by their weighted mean where nothing else is "
      "said{}{}. Weights: ",
      r.index.aggregate.text(), others.empty() ? "" : ": ", others);
}

void append_row(std::string& out, std::string_view head, const std::string& text) {
  if (!text.empty()) put(out, "<tr><th scope=\"row\">{}</th><td>{}</td></tr>", head, escaped(text));
}

} // namespace

void append_steps(std::string& out, const ReportPage& page) {
  const RunResults& r = page.results;
  out += "<table class=\"meth\"><caption class=\"vh\">The method, step by step</caption><thead><tr><th "
         "scope=\"col\">Step</th>"
         "<th scope=\"col\">What was done</th></tr></thead><tbody>";
  append_row(out, "Scores", "Each questionnaire is scored by its published rules; averages use unrounded scores.");
  append_row(out, "Area means", "Weighted means of the people who have the score; each measure on its own answers.");
  append_row(out, "Common scale", scale_words(r));
  append_row(out, "Index", aggregate_words(r) + domain_words(r) + ".");
  append_row(out, "Weights chosen by", r.study.weights_by);
  append_row(out, "Intervals", interval_words(r));
  if (page.compared || page.measures_compared) {
    append_row(out, "Compared with", sentence(capitalised(target_words(r))));
    append_row(out, "Different from it?", limit_words(r.target, r.study.comparison));
    append_row(out, "Outside the usual spread?",
               spread_words(r) + (page.spread || page.measures_spread
                                      ? " The same limits, with that spread in the sampling error."
                                      : ""));
    const std::string testing = testing_words(r.study.comparison);
    if (r.areas.size() > 1 && !testing.empty())
      append_row(out, "Many comparisons",
                 "The counts say how many areas would differ by chance alone and how many remain at " + testing + ".");
  }
  if (page.ranks)
    append_row(
        out, "Ranks",
        "Ranges: an area could hold any rank that pairwise tests do not rule out (" + rank_words(r.study.comparison) +
            ", so that " +
            (r.study.comparison.rank_intervals == "holm" ? "all ranges hold at once" : "each range holds by itself") +
            " with 95 % confidence; after Mogstad, Romano, Shaikh and Wilhelm 2023). Areas with few answers or a "
            "reliability below 0.7 are not ranked.");
  append_row(out, "A missing measure",
             r.study.partial_levels ? "The levels of the measures that remain are weighted anew."
                                    : "It is left out as a difference from the whole, never as a level.");
  out += "</tbody></table>";
}

namespace {

void append_translation(std::string& out, const ReportPage& page) {
  out += "<h3>Words here and in the files</h3><table class=\"sm\"><caption class=\"vh\">Words of this page and of the "
         "CSV files"
         "</caption><thead><tr><th scope=\"col\">In the files</th><th scope=\"col\">Here, against ";
  out += page.target + "</th><th scope=\"col\">Here, against the usual spread</th></tr></thead><tbody>";
  for (const int level : page.wording.levels()) {
    const auto band = static_cast<Band>(static_cast<int>(Band::as_expected) + level);
    put(out, "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td></tr>", words(band),
        page.wording.band(band, Question::sampling), page.wording.band(band, Question::spread));
  }
  out += "</tbody></table>";
  if (page.wording.neutral())
    out += "<p class=\"note\">Where low values of a measure are good, its words turn round: \xE2\x80\x9C"
           "better\xE2\x80\x9D in the files "
           "is \xE2\x80\x9Clower\xE2\x80\x9D here.</p>";
}

} // namespace

void append_method(std::string& out, const ReportPage& page) {
  out += "<section id=\"method\"><h2>6. How it was done, and sources</h2><p>No official Integration Index has been "
         "published; "
         "what follows is one way to make one.</p><h3>The method in words</h3>";
  append_steps(out, page);
  append_further_notices(out, page);
  append_question_weights(out, page);
  append_further_tables(out, page, TableSection::method);
  append_catch_all(out, page);
  append_translation(out, page);
  append_record(out, page);
  out += "</section>";
}

} // namespace joinedup
