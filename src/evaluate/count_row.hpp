// Counts of answers, an organisation at a time (NHS England, fft_pipeline, 2026: rules R-F1 to R-F11 of its notes).
// Shares are of all answers, "don't know" among them; a count that was starred is unknown, never 0.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

enum class CountStatus : std::uint8_t { ok, no_responses, suppressed_input, invalid_count };
std::string_view words(CountStatus status); ///< ok, no_responses, suppressed_input, invalid_count

struct CountRow {
  std::vector<std::uint64_t> counts; ///< by option; empty unless the status is ok or no_responses
  CountStatus status = CountStatus::ok;
  std::optional<std::uint64_t> reported, eligible; ///< as printed in the table

  std::uint64_t n() const;
  bool counted() const { return status == CountStatus::ok || status == CountStatus::no_responses; }
  bool total_differs() const { return counted() && reported && *reported != n(); }
  bool above_eligible() const { return counted() && eligible && *eligible > 0 && n() > *eligible; }
  bool all_eligible() const { return counted() && eligible && *eligible > 0 && n() == *eligible; }
  bool few() const; ///< 1 to 4 answers: to be starred before it is published
};

/// Cells of one row: whole numbers, with commas for thousands or not; a star, or anything starred, is unknown.
CountRow read_count_row(std::span<const std::string_view> counts, std::string_view reported, std::string_view eligible);

/// Whether no cell holds anything.
bool all_blank(std::span<const std::string_view> counts);

/// Whether a code or name is that of a row that sums others: one of `words`, in any case, remarks in brackets aside.
bool is_total(std::string_view text, std::span<const std::string> words);

/// Mean of a score over the answers that have one; `scores` by option, NaN = none. Nothing without such answers.
std::optional<double> mean_score(std::span<const std::uint64_t> counts, std::span<const double> scores);

/// A share as it is published: whole per cent, halves up; `-` without answers, `*` where it is starred.
std::string shown_share(const CountRow& row, std::optional<double> share);

/// Rows of one parent: counts are summed, shares never averaged; rows without counts are skipped and counted.
struct CountGroup {
  CountRow sum;
  std::uint64_t rows = 0, skipped = 0;
  void add(const CountRow& row);
};

} // namespace joinedup
