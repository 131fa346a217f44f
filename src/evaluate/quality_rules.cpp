#include "evaluate/quality_rules.hpp"

#include <array>

namespace joinedup {

namespace {

constexpr std::string_view terwee = "Terwee et al. 2007, doi:10.1016/j.jclinepi.2006.03.012";
constexpr std::string_view schafer = "Schafer 1999, doi:10.1177/096228029900800102";
constexpr std::string_view clark = "Clark and Watson 1995, doi:10.1037/1040-3590.7.3.309";
constexpr std::string_view nunnally = "Nunnally and Bernstein 1994, Psychometric Theory";
constexpr std::string_view ours = "ours";

constexpr std::array rules{
    QualityRule{"missing", true, 0.05, "more than 5 % missing", schafer},
    QualityRule{"floor", true, 0.15, "floor: more than 15 % at the lowest score", terwee},
    QualityRule{"ceiling", true, 0.15, "ceiling: more than 15 % at the highest score", terwee},
    QualityRule{"alpha", false, 0.7, "alpha below 0.7", terwee},
    QualityRule{"alpha", true, 0.95, "alpha above 0.95: items may repeat each other", terwee},
    QualityRule{"omega", false, 0.7, "omega below 0.7", ours},
    QualityRule{"inter_item", false, 0.15, "items have little in common: mean correlation below 0.15", clark},
    QualityRule{"inter_item", true, 0.5, "items are much alike: mean correlation above 0.5", clark},
    QualityRule{"straight_lining", true, 0.1, "more than 10 % give one answer throughout", ours},
    QualityRule{"missing", true, 0.05, "more than 5 % missing", schafer, true},
    QualityRule{"item_rest", false, 0.3, "little in common with the rest: below 0.3", nunnally, true},
    QualityRule{"item_rest", false, 0, "runs against the rest: is its scoring the wrong way round?", nunnally, true},
};

} // namespace

std::span<const QualityRule> quality_rules() { return rules; }

std::string quality_flag(std::string_view statistic, bool of_item, double value) {
  std::string out;
  for (const QualityRule& rule : rules) {
    if (rule.statistic != statistic || rule.of_items != of_item) continue;
    if (rule.above ? value <= rule.limit : !(value < rule.limit)) continue;
    out = rule.words;
  }
  return out;
}

} // namespace joinedup
