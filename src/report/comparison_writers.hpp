// Figures of two waves or groups -> CSV and JSON. Pure: each returns the whole text.
#pragma once

#include "model/comparison.hpp"

#include <string>

namespace joinedup {

std::string comparison_csv(const ComparisonResults& results);
/// An object with `rows`, named as the columns of the CSV; empty cells are null.
std::string comparison_json(const ComparisonResults& results);

} // namespace joinedup
