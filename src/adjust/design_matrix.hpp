// Adjusters as the columns of a regression.
#pragma once

#include "adjust/regression.hpp"

#include <Eigen/Dense>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace joinedup {

/// One adjuster as read. A number has `numbers` (NaN = missing); a category has `levels`, numbers of `names`, where an
/// empty name is a missing answer.
struct AdjusterColumn {
  std::string name;
  bool number = false;
  std::vector<double> numbers = {};
  std::vector<std::uint32_t> levels = {};
  std::vector<std::string> names = {};
};

/// One column of the regression.
struct Term {
  std::size_t adjuster = 0;
  std::string name; ///< "age_band 65+", "deprivation", "deprivation missing"
};

struct DesignMatrix {
  std::vector<Term> terms;
  RecordMatrix x;                      ///< [record][term]
  std::vector<std::string> references; ///< by adjuster: the level that others are compared with; empty for a number
  std::vector<double> complete;        ///< by adjuster: share of records, by count, that have it
  std::vector<bool> constant;          ///< by adjuster: one value throughout, so that it can explain nothing
};

/// A category is an indicator column for each level that occurs but the largest; missing is a level of its own, the
/// last. A number is itself, with the mean of the others where it is missing, and an indicator of that (RULINGS R9).
/// `weights` with counts multiplied in: records of weight 0 take no part in means, levels and shares.
DesignMatrix design_matrix(std::span<const AdjusterColumn> adjusters, std::span<const double> weights);

} // namespace joinedup
