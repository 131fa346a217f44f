// Which figures of a comparison are hidden, so that nobody can be worked out: areas of few people, and categories of 1
// to 4 people within a base that is shown, with what subtraction would give them back from (docs/compare.md).
#pragma once

#include "evaluate/profile_counts.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace joinedup {

/// A category with fewer people, yet not nobody, is hidden.
inline constexpr std::uint64_t fewest_in_category = 5;

using Distribution = std::vector<std::uint64_t>;         ///< people by category
using HiddenCategories = std::vector<std::vector<bool>>; ///< [distribution][category]

/// One score of one wave, or its change, in one area.
struct CountedFigures {
  std::uint64_t people = 0;
  std::vector<Distribution> distributions;
};

struct FigureHiding {
  bool all = false;       ///< every figure
  HiddenCategories small; ///< else these
};

/// The smallest categories of 1 to 4, and as many of the next smallest as make two categories and 5 people together.
std::vector<bool> hidden_categories(const Distribution& counts);

/// `linked`: a mean that is published too is a sum over all distributions (level sum score over levels), so that one
/// distribution alone could be solved for: then a second one is hidden with it.
FigureHiding hide_in_total(const CountedFigures& total, std::uint64_t minimum, bool linked);

/// Areas: by n, then whole distributions that have a category of 1 to 4. What the total's shown categories less those
/// of the areas shown leave holds two areas or more, and nobody or 5 people or more in each category. `hidden`: areas
/// that are hidden already, for other reasons; empty = none.
std::vector<FigureHiding> hide_in_areas(const std::vector<std::string>& codes, const std::vector<CountedFigures>& areas,
                                        const HiddenCategories& total, std::uint64_t minimum, bool linked,
                                        const std::vector<bool>& hidden = {});

/// Level sum and level frequency scores of a total. A sum is the margin of its frequencies: both are hidden together.
struct ShownScores {
  std::map<std::size_t, std::uint64_t> sums;
  std::map<std::string, std::uint64_t> frequencies;
  std::uint64_t pooled_sums = 0, pooled_frequencies = 0; ///< people of all that is not shown
};
ShownScores shown_scores(const ProfileCounts& counts);

/// Points of the density curve that are shown: those of states with 5 people or more, less the last of them where the
/// rest would be fewer than 5 people together.
std::size_t shown_points(const std::vector<DensityPoint>& curve, std::uint64_t people);

} // namespace joinedup
