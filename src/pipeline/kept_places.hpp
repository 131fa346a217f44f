// Columns of a file that further figures read by respondent: each kept once, however often it is named.
#pragma once

#include "exports/headings.hpp"
#include "exports/survey_file.hpp"

#include <joinedup/diagnostics.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace joinedup {

class KeptPlaces {
public:
  explicit KeptPlaces(const SurveyFile& file) : headings_(file) {}

  /// The place of a column among RecordBlock::kept. `what` and `where` name it in the study; no such column: an error,
  /// and 0.
  std::size_t place(std::string_view column, std::string_view what, const Position& where, Diagnostics& diagnostics);
  /// For ReadingRequest::keep_columns.
  const std::vector<std::uint32_t>& columns() const { return columns_; }

private:
  Headings headings_;
  std::vector<std::uint32_t> columns_;
};

} // namespace joinedup
