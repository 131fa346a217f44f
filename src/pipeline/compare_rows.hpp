// Compared records -> rows of figures, the total and every area, with what must be hidden hidden.
#pragma once

#include "model/comparison.hpp"
#include "pipeline/compare_records.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace joinedup {

struct CompareFrame {
  std::vector<ComparedScore> scores;
  std::array<std::string, 2> names; ///< waves or groups
  bool paired = false;              ///< figures of change are made
  bool by_area = false;
  std::uint64_t minimum = 10; ///< figures on fewer people are hidden; rules: compare_hiding.hpp
  std::optional<std::array<std::string, 2>> arms = {}; ///< cells of the untreated and of the treated; with by_area
  std::vector<std::array<std::size_t, 2>> links = {};  ///< scores: of the first wave, and in its place in the second
  const ComparedRecords* earlier = nullptr;            ///< an earlier wave and the first, for the pre-trend
};

std::vector<ComparisonRow> compare_rows(const ComparedRecords& records, const CompareFrame& frame,
                                        const std::function<std::string(std::uint32_t)>& area_code);

} // namespace joinedup
