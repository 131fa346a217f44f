#include "definitions/respondent_table.hpp"

#include "base/csv_table.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace joinedup {

namespace {

class RespondentTable {
public:
  RespondentTable(const CsvTable& table, const ValueSet& set) : table_(table), items_(set.mapping.respondent) {
    column_ = set.table_column;
    for (const Item& item : items_)
      groups_ *= item.options.size();
  }

  Outcome<std::vector<double>> read() {
    const auto state = table_.column("state");
    if (!state) {
      fault(table_.header, 0, "the table has no column \"state\"", "expected state, then the columns of the form");
      return Outcome<std::vector<double>>::failure(std::move(diagnostics_));
    }
    number_states(*state);
    std::vector<std::size_t> by_item;
    for (const Item& item : items_) {
      auto column = table_.column(item.id);
      if (!column) column = table_.column(item.role);
      if (column) by_item.push_back(*column);
    }
    values_.assign(states_.size() * groups_, std::numeric_limits<double>::quiet_NaN());
    if (by_item.size() == items_.size())
      read_long(*state, by_item);
    else
      read_wide(*state);
    check_complete();
    if (diagnostics_.has_errors()) return Outcome<std::vector<double>>::failure(std::move(diagnostics_));
    return {std::move(values_), std::move(diagnostics_)};
  }

private:
  void fault(const CsvRow& row, std::size_t column, std::string message, std::string hint = {}) {
    diagnostics_.error("J533", table_.where(row, column), std::move(message), std::move(hint));
  }

  void number_states(std::size_t column) {
    char best = '1';
    for (const CsvRow& row : table_.rows) {
      const std::string& state = row.cells[column];
      const bool good = !state.empty() && state.size() == table_.rows.front().cells[column].size() &&
                        state.find_first_not_of("123456789") == std::string::npos;
      if (!good) fault(row, column, "this is no health state, expected a digit for each dimension");
      for (const char digit : good ? state : "")
        best = std::max(best, digit);
      states_.try_emplace(state, 0);
    }
    std::size_t number = 0, all = 1;
    for (auto& [state, at] : states_)
      at = number++;
    for (std::size_t d = 0; !table_.rows.empty() && d < table_.rows.front().cells[column].size(); ++d)
      all *= static_cast<std::size_t>(best - '0');
    if (states_.size() != all && !diagnostics_.has_errors())
      fault(table_.header, column, fmt::format("the table has {} states, expected {}", states_.size(), all),
            "every state of the instrument needs a value");
  }

  void put(const CsvRow& row, std::size_t column, std::size_t place) {
    const auto number = parse_number(row.cells[column]);
    if (!number)
      fault(row, column, fmt::format("\"{}\" is no number", table_.header.cells[column]));
    else if (!std::isnan(values_[place]))
      fault(row, column, fmt::format("state {} is given twice for the same respondents", row.cells.front()));
    else
      values_[place] = *number;
  }

  void read_long(std::size_t state, const std::vector<std::size_t>& by_item) {
    const auto column = table_.column(column_);
    if (!column) {
      fault(table_.header, 0, fmt::format("the table has no column \"{}\"", column_),
            "its heading is what the value set names as \"column\"");
      return;
    }
    for (const CsvRow& row : table_.rows) {
      std::size_t group = 0;
      bool good = true;
      for (std::size_t i = 0; i < items_.size(); ++i) {
        const auto code = code_of(items_[i], row.cells[by_item[i]]);
        good = good && code.has_value();
        if (!code) fault(row, by_item[i], fmt::format("this is no option of {}", items_[i].id));
        group = group * items_[i].options.size() + code.value_or(0);
      }
      if (good) put(row, *column, states_[row.cells[state]] * groups_ + group);
    }
  }

  /// From 0.
  static std::optional<std::size_t> code_of(const Item& item, const std::string& cell) {
    const auto found = item.cells.codes.find(lower(cell));
    if (found == item.cells.codes.end()) return std::nullopt;
    return static_cast<std::size_t>(found->second - 1);
  }

  void read_wide(std::size_t state) {
    for (std::size_t group = 0; group < groups_; ++group) {
      const std::string heading = heading_of(group);
      const auto column = table_.column(heading);
      if (!column) {
        fault(table_.header, 0, fmt::format("the table has no column \"{}\"", heading),
              "a column for each combination of codes, or the columns age_band, sex and the values");
        return;
      }
      for (const CsvRow& row : table_.rows)
        put(row, *column, states_[row.cells[state]] * groups_ + group);
    }
  }

  std::string heading_of(std::size_t group) const {
    std::string out;
    for (std::size_t i = items_.size(); i-- > 0;) {
      const std::size_t options = items_[i].options.size();
      out = std::to_string(group % options + 1) + (out.empty() ? "" : "_") + out;
      group /= options;
    }
    return out;
  }

  void check_complete() {
    if (diagnostics_.has_errors()) return;
    for (const auto& [state, number] : states_) {
      for (std::size_t group = 0; group < groups_; ++group) {
        if (!std::isnan(values_[number * groups_ + group])) continue;
        diagnostics_.error("J533", {table_.file, 0, 0, ""},
                           fmt::format("the table lacks state {} for group {}", state, heading_of(group)));
        return;
      }
    }
  }

  const CsvTable& table_;
  const std::vector<Item>& items_;
  std::string column_;
  std::size_t groups_ = 1;
  std::map<std::string, std::size_t> states_; ///< number in lexicographic order
  std::vector<double> values_;
  Diagnostics diagnostics_;
};

} // namespace

Outcome<std::vector<double>> read_respondent_table(std::string_view text, const std::string& file,
                                                   const ValueSet& set) {
  const Outcome<CsvTable> table = read_csv_table(text, file);
  if (!table) return Outcome<std::vector<double>>::failure(table.diagnostics);
  return RespondentTable(*table, set).read();
}

} // namespace joinedup
