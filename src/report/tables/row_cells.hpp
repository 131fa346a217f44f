// Cells of a row of the index or of a measure, one after the other.
#pragma once

#include "report/tables/data_table.hpp"

#include <cmath>
#include <string_view>
#include <utility>

namespace joinedup {

/// Appends cells to a row. `blank` says why cells that hold nothing are empty, until it is set anew.
class RowCells {
public:
  explicit RowCells(std::vector<DataCell>& row) : row_(row) {}

  RowCells& blank(BlankReason reason) {
    blank_ = reason;
    return *this;
  }
  RowCells& text(std::string_view value) { return add(value.empty() ? TableCell{} : TableCell{std::string(value)}); }
  RowCells& number(const Number& value, const NumberLook& look) {
    return add(value && std::isfinite(*value) ? TableCell{*value} : TableCell{}, look);
  }
  template <typename Whole> RowCells& whole(const std::optional<Whole>& value, bool tied = false) {
    return add(value ? TableCell{static_cast<std::uint64_t>(*value)} : TableCell{}, {.tied = tied});
  }
  RowCells& yes_no(const std::optional<bool>& value) { return text(!value ? "" : *value ? "yes" : "no"); }
  /// value, se, lowercl, uppercl, confidence, lower99_8cl, upper99_8cl; `error`: look of the standard error.
  RowCells& estimated(const Estimated& value, const NumberLook& look, const NumberLook& error) {
    number(value.value, look).number(value.se, error).number(value.lower, look).number(value.upper, look);
    return text(value.lower ? "95%" : "").number(value.lower99_8, look).number(value.upper99_8, look);
  }

private:
  RowCells& add(TableCell value, const NumberLook& look = {}) {
    row_.push_back({std::move(value), blank_, look});
    return *this;
  }

  std::vector<DataCell>& row_;
  BlankReason blank_ = BlankReason::absent;
};

/// Looks that both tables share.
inline constexpr NumberLook z_look{.decimals = 2};
inline constexpr NumberLook p_look{.decimals = 3, .chance = true};

} // namespace joinedup
