// The choices of ComparisonOptions in words: for the run record and the report.
#pragma once

#include <joinedup/comparison_options.hpp>

#include <string>
#include <vector>

namespace joinedup {

struct ComparisonWords {
  std::string name, value;
  bool is_default = true;
};

/// One for each choice, in the order in which they are at work.
std::vector<ComparisonWords> comparison_words(const ComparisonOptions& options);

/// "a false discovery rate of 5 % (Benjamini and Hochberg 1995)", "an error rate of 5 % over all areas (Holm 1979)";
/// empty where p values are not adjusted.
std::string testing_words(const ComparisonOptions& options);
/// Who the estimator of the variance between areas goes back to.
std::string between_source(const ComparisonOptions& options);
/// "all pairs tested together, Holm" or "the pairs of each area tested together, Holm".
std::string rank_words(const ComparisonOptions& options);

} // namespace joinedup
