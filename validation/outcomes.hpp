// What one survey's published results say, held against the truth.
#pragma once

#include "design.hpp"

#include <joinedup/results.hpp>

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

namespace joinedup::validation {

/// A question is answered by a ratio of two sums over areas: how many of how many, or how much over how many.
enum class Question : unsigned char {
  covered,      ///< the 95 % interval holds the truth
  covered_99_8, ///< so does the 99.8 % interval
  error,        ///< estimate less truth: of the index in points, of a measure in hundredths of its range
  variance,     ///< squared standard errors over squared errors
  worse,        ///< band_sampling is worse or much worse; from here to `flagged`: of the index alone
  much_worse,   ///< much worse
  better,       ///< better or much better
  much_better,  ///< much better
  spread_worse, ///< the same four of `band`
  spread_much_worse,
  spread_better,
  spread_much_better,
  flagged,      ///< some area has fdr; once a survey
  rank_covered, ///< the rank interval holds the true rank among those ranked
  ranks_all,    ///< so do all of a survey's; once a survey where any area is ranked
  rank_width,   ///< width of rank intervals over the greatest possible
};
inline constexpr std::size_t questions = 16;
std::string_view name_of(Question question);

struct Share {
  double part = 0, base = 0;
};

/// Shares by question, quantity (each measure, then the index) and class of areas (the last is the whole).
class SurveyOutcomes {
public:
  SurveyOutcomes(std::size_t measures, std::size_t area_classes)
      : quantities_(measures + 1), classes_(area_classes + 1), shares_(questions * quantities_ * classes_) {}

  Share& at(Question question, std::size_t quantity, std::size_t area_class) {
    return shares_[(static_cast<std::size_t>(question) * quantities_ + quantity) * classes_ + area_class];
  }
  const std::vector<Share>& shares() const { return shares_; }

  std::vector<double> area_error; ///< of the index, in points; NaN where it is not published

private:
  std::size_t quantities_, classes_;
  std::vector<Share> shares_;
};

SurveyOutcomes outcomes_of(const RunResults& results, const Truth& truth, const std::vector<AreaDesign>& areas,
                           const Plan& plan, std::size_t area_classes);

} // namespace joinedup::validation
