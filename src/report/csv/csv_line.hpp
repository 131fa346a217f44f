// One line of a results CSV, cell by cell: numbers shortest exact, texts safe in spreadsheets.
#pragma once

#include <joinedup/results.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

/// Appends cells to `out`; `end` closes the line with "\n". An empty number is an empty cell.
class CsvLine {
public:
  explicit CsvLine(std::string& out) : out_(out) {}

  CsvLine& text(std::string_view value);
  CsvLine& number(const Number& value);
  CsvLine& whole(const std::optional<std::uint64_t>& value);
  void end();

private:
  void separate();

  std::string& out_;
  bool first_ = true;
};

/// The heading line of `columns`.
void append_csv_heading(std::string& out, const std::vector<std::string>& columns);

} // namespace joinedup
