// Makes the rows of one score in one area; what is hidden has neither value nor n.
#pragma once

#include "model/comparison.hpp"

#include <cmath>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace joinedup {

class RowMaker {
public:
  RowMaker(std::vector<ComparisonRow>& out, std::string area, std::string level, std::string score)
      : out_(out), area_(std::move(area)), level_(std::move(level)), score_(std::move(score)) {}

  void group(std::string wave, std::uint64_t n, bool hidden) {
    wave_ = std::move(wave);
    n_ = n;
    hidden_ = hidden;
  }
  bool hidden() const { return hidden_; }
  bool total() const { return level_ == "total"; }
  /// `small`: hidden though the base is not.
  void add(std::string statistic, double value, std::string dimension = {}, std::string category = {},
           bool small = false) {
    ComparisonRow row{area_, level_, score_, wave_, std::move(statistic), std::move(dimension), std::move(category),
                      {},    {},     "ok"};
    if (hidden_ || small) {
      row.status = "suppressed";
    } else {
      row.n = n_;
      if (std::isnan(value))
        row.status = "not_computable";
      else
        row.value = value;
    }
    out_.push_back(std::move(row));
  }

private:
  std::vector<ComparisonRow>& out_;
  std::string area_, level_, score_, wave_;
  std::uint64_t n_ = 0;
  bool hidden_ = false;
};

} // namespace joinedup
