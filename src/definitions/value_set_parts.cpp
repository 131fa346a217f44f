#include "definitions/value_set_parts.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <cmath>

namespace joinedup {

namespace {

void check_probabilities(const Value& value, const Matrix& rows) {
  if (value.is_list() && rows.empty()) value.error("J506", fmt::format("\"{}\" is empty", value.name()));
  for (std::size_t r = 0; r < rows.size(); ++r) {
    double sum = 0;
    bool good = true;
    for (const double p : rows[r]) {
      good = good && p >= 0;
      sum += p;
    }
    constexpr double tolerance = 1e-9;
    if (!good || std::abs(sum - 1) > tolerance)
      value.error("J506", fmt::format("row {} of \"{}\" sums to {}, expected probabilities that sum to 1", r + 1,
                                      value.name(), shortest(sum)));
  }
}

} // namespace

Matrix read_matrix(const Value& value) {
  Matrix out;
  for (const Value& row : value.list()) {
    out.push_back(row.numbers());
    if (row.is_list() && (out.back().empty() || out.back().size() != out.front().size()))
      row.error("J506", fmt::format("\"{}\" is not as expected: as many numbers as the first row", row.name()));
  }
  return out;
}

std::vector<Matrix> read_transition(const Value& value) {
  std::vector<Matrix> out;
  for (const Value& dimension : value.list()) {
    out.push_back(read_matrix(dimension));
    check_probabilities(dimension, out.back());
  }
  if (value.is_list() && out.empty())
    value.error("J506", fmt::format("\"{}\" is an empty list, expected a table for each dimension", value.name()));
  return out;
}

} // namespace joinedup
