#include "adjust/design_matrix.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace joinedup {

namespace {

class Builder {
public:
  explicit Builder(std::span<const double> weights) : weights_(weights) {
    all_ = std::accumulate(weights.begin(), weights.end(), 0.0);
  }

  void add_category(const AdjusterColumn& column) {
    std::vector<double> size(column.names.size(), 0.0);
    for (std::size_t r = 0; r < weights_.size(); ++r)
      size[column.levels[r]] += weights_[r];
    std::vector<std::uint32_t> levels;
    for (std::uint32_t l = 0; l < size.size(); ++l)
      if (size[l] > 0) levels.push_back(l);
    // Missing last, and the largest of the others first: what all are compared with must not be a few people.
    const auto named =
        std::stable_partition(levels.begin(), levels.end(), [&](std::uint32_t l) { return !column.names[l].empty(); });
    const auto largest =
        std::max_element(levels.begin(), named, [&](std::uint32_t a, std::uint32_t b) { return size[a] < size[b]; });
    if (largest != named) std::rotate(levels.begin(), largest, largest + 1);
    double missing = 0;
    for (const std::uint32_t l : levels)
      missing += column.names[l].empty() ? size[l] : 0;
    finish(levels.size() <= 1, missing, levels.empty() ? "" : column.names[levels.front()]);
    LevelTerms terms{&column.levels, std::vector<std::size_t>(column.names.size(), no_term)};
    for (std::size_t at = 1; at < levels.size(); ++at) {
      terms.of[levels[at]] = out_.terms.size();
      const std::string& name = column.names[levels[at]];
      out_.terms.push_back({out_.constant.size() - 1, column.name + " " + (name.empty() ? "missing" : name)});
    }
    categories_.push_back(std::move(terms));
  }

  void add_number(const AdjusterColumn& column) {
    double sum = 0, weight = 0, low = 0, high = 0;
    bool any = false;
    for (std::size_t r = 0; r < weights_.size(); ++r) {
      const double x = column.numbers[r];
      if (std::isnan(x) || !(weights_[r] > 0)) continue;
      sum += weights_[r] * x;
      weight += weights_[r];
      low = any ? std::min(low, x) : x;
      high = any ? std::max(high, x) : x;
      any = true;
    }
    const double missing = all_ - weight;
    finish(!(low < high) && !(missing > 0 && weight > 0), missing, "");
    std::vector<double> x, lacks;
    x.reserve(column.numbers.size());
    lacks.reserve(column.numbers.size());
    for (const double number : column.numbers) {
      x.push_back(std::isnan(number) ? sum / weight : number);
      lacks.push_back(std::isnan(number) ? 1 : 0);
    }
    if (low < high) add(column.name, std::move(x));
    if (missing > 0 && weight > 0) add(column.name + " missing", std::move(lacks));
  }

  DesignMatrix take() {
    const std::size_t width = out_.terms.size();
    out_.x = RecordMatrix::Zero(static_cast<Eigen::Index>(weights_.size()), static_cast<Eigen::Index>(width));
    double* row = out_.x.data();
    for (std::size_t r = 0; r < weights_.size(); ++r, row += width) {
      for (const LevelTerms& terms : categories_)
        if (const std::size_t term = terms.of[(*terms.levels)[r]]; term != no_term) row[term] = 1;
      for (const NumberTerm& number : numbers_)
        row[number.term] = number.x[r];
    }
    return std::move(out_);
  }

private:
  void finish(bool constant, double missing, const std::string& reference) {
    out_.constant.push_back(constant);
    out_.complete.push_back(all_ > 0 ? 1 - missing / all_ : 0);
    out_.references.push_back(reference);
  }

  void add(std::string name, std::vector<double> x) {
    numbers_.push_back({out_.terms.size(), std::move(x)});
    out_.terms.push_back({out_.constant.size() - 1, std::move(name)});
  }

  static constexpr std::size_t no_term = static_cast<std::size_t>(-1);
  struct LevelTerms {
    const std::vector<std::uint32_t>* levels; ///< by record
    std::vector<std::size_t> of;              ///< by level: its term
  };
  struct NumberTerm {
    std::size_t term;
    std::vector<double> x; ///< by record
  };

  std::span<const double> weights_;
  double all_ = 0;
  DesignMatrix out_;
  std::vector<LevelTerms> categories_;
  std::vector<NumberTerm> numbers_;
};

} // namespace

DesignMatrix design_matrix(std::span<const AdjusterColumn> adjusters, std::span<const double> weights) {
  Builder builder(weights);
  for (const AdjusterColumn& column : adjusters) {
    if (column.number)
      builder.add_number(column);
    else
      builder.add_category(column);
  }
  return builder.take();
}

} // namespace joinedup
