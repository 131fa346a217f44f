#include "evaluate/count_row.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace joinedup {

namespace {

constexpr std::uint64_t fewest_published = 5;

/// "1,195" -> 1195; nothing for what is no whole number of 0 or more.
std::optional<std::uint64_t> whole_number(std::string_view cell) {
  std::string digits(trim(cell));
  std::erase(digits, ',');
  const auto number = parse_number(digits);
  if (!number || *number < 0 || *number != std::floor(*number) || *number > 1e15) return std::nullopt;
  return static_cast<std::uint64_t>(*number);
}

/// A star, or a mark of what cannot be had: unknown either way.
bool is_starred(std::string_view cell) {
  const std::string_view text = trim(cell);
  return text.find('*') != std::string_view::npos || text == "-" || equal_ignoring_case(text, "NA") ||
         equal_ignoring_case(text, "N/A");
}

} // namespace

std::string_view words(CountStatus status) {
  switch (status) {
  case CountStatus::ok:
    return "ok";
  case CountStatus::no_responses:
    return "no_responses";
  case CountStatus::suppressed_input:
    return "suppressed_input";
  case CountStatus::invalid_count:
    return "invalid_count";
  }
  return "";
}

std::uint64_t CountRow::n() const { return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0}); }

bool CountRow::few() const { return counted() && n() > 0 && n() < fewest_published; }

CountRow read_count_row(std::span<const std::string_view> counts, std::string_view reported,
                        std::string_view eligible) {
  CountRow out;
  out.reported = whole_number(reported);
  out.eligible = whole_number(eligible);
  bool starred = false, invalid = false;
  for (const std::string_view cell : counts) {
    const auto number = whole_number(cell);
    starred = starred || is_starred(cell);
    invalid = invalid || (!number && !is_starred(cell));
    out.counts.push_back(number.value_or(0));
  }
  if (invalid || starred) {
    out.status = invalid ? CountStatus::invalid_count : CountStatus::suppressed_input;
    out.counts.clear();
  } else if (out.n() == 0) {
    out.status = CountStatus::no_responses;
  }
  return out;
}

bool all_blank(std::span<const std::string_view> counts) {
  return std::all_of(counts.begin(), counts.end(), [](std::string_view cell) { return trim(cell).empty(); });
}

bool is_total(std::string_view text, std::span<const std::string> words) {
  const std::string_view plain = trim(text.substr(0, text.find('(')));
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return equal_ignoring_case(plain, word); });
}

std::optional<double> mean_score(std::span<const std::uint64_t> counts, std::span<const double> scores) {
  double sum = 0;
  std::uint64_t n = 0;
  for (std::size_t k = 0; k < counts.size(); ++k) {
    if (std::isnan(scores[k])) continue;
    sum += static_cast<double>(counts[k]) * scores[k];
    n += counts[k];
  }
  if (n == 0) return std::nullopt;
  return sum / static_cast<double>(n);
}

std::string shown_share(const CountRow& row, std::optional<double> share) {
  if (row.few()) return "*";
  if (!share) return "-";
  // A share is a quotient of whole numbers: what lies within a billionth of a half is one.
  constexpr double near_half = 1e-9;
  return fmt::format("{}%", static_cast<std::int64_t>(std::floor(100 * *share + 0.5 + near_half)));
}

void CountGroup::add(const CountRow& row) {
  ++rows;
  if (!row.counted()) {
    ++skipped;
    return;
  }
  if (sum.counts.empty()) sum.counts.resize(row.counts.size());
  for (std::size_t k = 0; k < row.counts.size(); ++k)
    sum.counts[k] += row.counts[k];
  if (row.eligible) sum.eligible = sum.eligible.value_or(0) + *row.eligible;
  sum.status = sum.n() == 0 ? CountStatus::no_responses : CountStatus::ok;
}

} // namespace joinedup
