#include "base/csv_table.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {

namespace {

class Reader {
public:
  Reader(std::string_view text, const std::string& file, TableHeadings headings)
      : text_(text), file_(file), headings_(headings) {
    if (text_.starts_with("\xef\xbb\xbf")) text_.remove_prefix(3);
  }

  Outcome<CsvTable> run() {
    table_.file = file_;
    if (const std::size_t nul = text_.find('\0'); nul != std::string_view::npos) {
      line_ = 1 + static_cast<std::uint64_t>(std::count(text_.begin(), text_.begin() + static_cast<long>(nul), '\n'));
      fault(line_, 0, "", "NUL byte, expected text", "save the table as CSV in UTF-8");
      return Outcome<CsvTable>::failure(std::move(diagnostics_));
    }
    while (good_ && at_ < text_.size())
      record();
    if (good_ && table_.header.cells.empty()) fault(1, 0, "", "the table is empty, expected a line of headings", "");
    if (diagnostics_.has_errors()) return Outcome<CsvTable>::failure(std::move(diagnostics_));
    return {std::move(table_), std::move(diagnostics_)};
  }

private:
  void fault(std::uint64_t line, std::size_t column, const std::string& heading, const std::string& message,
             const std::string& hint) {
    diagnostics_.error("J508", {file_, line, static_cast<std::uint32_t>(column), heading}, message, hint);
  }

  bool at_line_end() const {
    return at_ >= text_.size() || text_[at_] == '\n' || text_.substr(at_).starts_with("\r\n");
  }

  void pass_line_end() {
    if (at_ >= text_.size()) return;
    at_ += text_[at_] == '\r' ? 2U : 1U;
    ++line_;
  }

  void record() {
    if (at_line_end()) return pass_line_end();
    CsvRow row{line_, {}};
    for (;;) {
      row.cells.push_back(cell(row));
      if (!good_) return;
      if (at_line_end()) break;
      ++at_; // the comma
    }
    pass_line_end();
    keep(std::move(row));
  }

  std::string cell(const CsvRow& row) {
    if (at_ < text_.size() && text_[at_] == '"') return quoted_cell(row);
    const std::size_t begin = at_;
    while (!at_line_end() && text_[at_] != ',')
      ++at_;
    return std::string(trim(text_.substr(begin, at_ - begin)));
  }

  std::string quoted_cell(const CsvRow& row) {
    const std::uint64_t line = line_;
    const std::size_t column = row.cells.size() + 1;
    std::string out;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '\n') ++line_;
      if (text_[at_] != '"') {
        out += text_[at_];
      } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
        out += text_[++at_];
      } else {
        ++at_;
        if (!at_line_end() && text_[at_] != ',') {
          fault(line, column, "", "text after a closing quote, expected a comma or the end of the line",
                "write a quote inside a cell twice");
          good_ = false;
        }
        return std::string(trim(out));
      }
    }
    fault(line, column, "", "quote without end, expected a closing quote", "write a quote inside a cell twice");
    good_ = false;
    return out;
  }

  void keep(CsvRow row) {
    if (table_.header.cells.empty() && headings_ == TableHeadings::none) number_columns(row);
    if (table_.header.cells.empty()) {
      table_.header = std::move(row);
      check_headings();
    } else if (row.cells.size() != table_.header.cells.size()) {
      fault(row.line, 0, "",
            fmt::format("{} cells, expected {} as in the headings", row.cells.size(), table_.header.cells.size()),
            "put cells that hold a comma in double quotes");
    } else {
      table_.rows.push_back(std::move(row));
    }
  }

  void number_columns(const CsvRow& first) {
    table_.header.line = first.line;
    for (std::size_t i = 0; i < first.cells.size(); ++i)
      table_.header.cells.push_back(fmt::format("#{}", i + 1));
  }

  void check_headings() {
    const auto& cells = table_.header.cells;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (cells[i].empty()) fault(table_.header.line, i + 1, "", "blank heading, expected a name", "");
      for (std::size_t k = 0; k < i; ++k) {
        if (!cells[i].empty() && equal_ignoring_case(cells[i], cells[k]))
          fault(table_.header.line, i + 1, cells[i], fmt::format("heading given twice, first in column {}", k + 1), "");
      }
    }
  }

  std::string_view text_;
  const std::string& file_;
  TableHeadings headings_;
  CsvTable table_;
  Diagnostics diagnostics_;
  std::size_t at_ = 0;
  std::uint64_t line_ = 1;
  bool good_ = true;
};

} // namespace

std::optional<std::size_t> CsvTable::column(std::string_view heading) const {
  for (std::size_t i = 0; i < header.cells.size(); ++i) {
    if (equal_ignoring_case(header.cells[i], trim(heading))) return i;
  }
  return std::nullopt;
}

Position CsvTable::where(const CsvRow& row, std::size_t column) const {
  return {file, row.line, static_cast<std::uint32_t>(column + 1), header.cells.at(column)};
}

Outcome<CsvTable> read_csv_table(std::string_view text, const std::string& file, TableHeadings headings) {
  return Reader(text, file, headings).run();
}

} // namespace joinedup
