// What one block has to say, with rows and lines counted from its own beginning; put in its place in input order.
#pragma once

#include "exports/answer_evidence.hpp"
#include "exports/mangled.hpp"

#include <joinedup/diagnostics.hpp>
#include <joinedup/responses.hpp>

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace joinedup {

/// A text met in a block and how many records (or cells) hold it, in order of first sight.
struct TextCount {
  std::string text;
  std::uint64_t count = 0;
  std::uint64_t line = 0;   ///< of the first one, from 0 in the block
  std::uint32_t column = 0; ///< field from 1
};

/// Counts of texts in order of first sight.
class TextCounts {
public:
  void add(std::string_view text, std::uint64_t count, std::uint64_t line, std::uint32_t column);
  const std::vector<TextCount>& all() const { return all_; }
  void clear();

private:
  std::vector<TextCount> all_;
  std::unordered_map<std::string, std::size_t> places_;
};

struct Reject {
  std::uint32_t row;
  std::uint64_t line;
  std::uint32_t column;
  std::string code, cells; ///< cells: ",cell,cell..." in CSV
};

/// Reasons from answer::missing up to answer::invalid.
inline constexpr std::size_t no_answer_reasons = 7;

struct BlockReport {
  std::uint64_t rows = 0, records = 0, lines = 0, blank_lines = 0;
  std::array<std::uint64_t, drop_reasons> dropped{};
  std::vector<Diagnostic> faults; ///< in order of line and column, at most Diagnostics::kept_per_code of a code
  std::vector<std::pair<Diagnostic, std::uint64_t>> uncounted; ///< faults of a code beyond those kept
  std::vector<Reject> rejects;
  std::vector<ColumnShape> shapes; ///< by kept column
  TextCounts unknown_areas;
  std::map<std::uint32_t, std::uint64_t> no_numbers; ///< cells that --where could not compare, by column
  bool two_meanings = false;                         ///< SurveyTool::two_meanings was met in an answer
  std::vector<std::uint64_t> left_out;               ///< records by rule of the survey tool
  std::vector<std::uint64_t> names;                  ///< of records, to know them again; empty = not asked for
  std::vector<std::array<std::uint64_t, no_answer_reasons>> no_answer; ///< cells by item and reason
  std::vector<TextCounts> invalid;                                     ///< by item, all administrations in a row
  std::vector<ItemSeen> seen;                                          ///< likewise
};

} // namespace joinedup
