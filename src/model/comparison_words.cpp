#include "model/comparison_words.hpp"

#include <fmt/format.h>

namespace joinedup {

namespace {

std::string bands_value(const ComparisonOptions& o) {
  if (o.scheme == "seven") return fmt::format("seven, limits {} %, {} % and {} %", o.somewhat, o.inner, o.outer);
  if (o.scheme == "three") return fmt::format("three, beyond the limits of {} % or not", o.inner);
  return fmt::format("five, cut at the limits of {} % and {} %", o.inner, o.outer);
}

std::string overdispersion_value(const ComparisonOptions& o) {
  if (o.overdispersion == "none") return "none";
  if (o.trim == "none") return o.overdispersion + ", z untrimmed";
  return fmt::format("{}, {} of z {} at each end", o.overdispersion, o.trim_share,
                     o.trim == "truncate" ? "left out" : "winsorised");
}

std::string testing_source(const ComparisonOptions& o) {
  if (o.multiple_testing == "by") return "Benjamini and Yekutieli 2001";
  if (o.multiple_testing == "holm") return "Holm 1979";
  if (o.multiple_testing == "hochberg") return "Hochberg 1988";
  return o.multiple_testing == "bonferroni" ? "Bonferroni" : "Benjamini and Hochberg 1995";
}

} // namespace

std::vector<ComparisonWords> comparison_words(const ComparisonOptions& o) {
  const ComparisonOptions usual;
  const auto is_usual = [&](auto member) { return o.*member == usual.*member; };
  using Options = ComparisonOptions;
  return {
      {"bands", bands_value(o), is_usual(&Options::scheme) && is_usual(&Options::inner) && is_usual(&Options::outer)},
      {"overdispersion", overdispersion_value(o),
       is_usual(&Options::overdispersion) && is_usual(&Options::trim) && is_usual(&Options::trim_share)},
      {"shrinkage", o.shrinkage == "none" ? "none; reliability by paule_mandel" : o.shrinkage,
       is_usual(&Options::shrinkage)},
      {"multiple testing", o.multiple_testing == "none" ? "none" : fmt::format("{} at {}", o.multiple_testing, o.level),
       is_usual(&Options::multiple_testing) && is_usual(&Options::level)},
      {"rank intervals",
       o.rank_intervals == "marginal" ? "marginal: Holm over the pairs of each area" : "Holm over all pairs",
       is_usual(&Options::rank_intervals)}};
}

std::string testing_words(const ComparisonOptions& o) {
  if (o.multiple_testing == "none") return {};
  const bool rate = o.multiple_testing == "bh" || o.multiple_testing == "by";
  return fmt::format("{} of {:g} % ({})", rate ? "a false discovery rate" : "an error rate over all areas",
                     o.level * 100, testing_source(o));
}

std::string between_source(const ComparisonOptions& o) {
  if (o.shrinkage == "dersimonian_laird") return "DerSimonian and Laird 1986";
  return o.shrinkage == "reml" ? "restricted maximum likelihood, Viechtbauer 2005" : "Paule and Mandel 1982";
}

std::string rank_words(const ComparisonOptions& o) {
  return o.rank_intervals == "marginal" ? "the pairs of each area tested together, Holm"
                                        : "all pairs tested together, Holm";
}

} // namespace joinedup
