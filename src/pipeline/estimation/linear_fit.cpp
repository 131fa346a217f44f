// The variate of an adjusted mean of domain D, with e the rest about D's own means, B the within-area sums of squares
// of x and rest the regression's own rest, is
//   w e / W [in D] - (x of D - x of all)' B^-1 (x - x of its area) w rest + w slope'(x - x of all) / W of all.
// The last term is that "everybody", whose mix is the standard, is a sample too.
#include "pipeline/estimation/indicator_fit.hpp"

#include <cmath>
#include <limits>

namespace joinedup {

namespace {

using Index = Eigen::Index;

Index index_of(std::size_t n) { return static_cast<Index>(n); }

class LinearFit : public IndicatorFit {
public:
  LinearFit(const FitInput& input, std::span<const double> y)
      : input_(input), y_(y), tells_(areas_that_tell(input, y)), fit_(regress(data(input.records.weights))),
        adjusted_(adjusted(fit_)) {
    left_.reserve(y.size());
    for (std::size_t r = 0; r < y.size(); ++r)
      left_.push_back(takes_part(r) ? y[r] - explained(r) : std::numeric_limits<double>::quiet_NaN());
  }

  std::vector<double> means() const override { return means_of(adjusted_); }

  std::vector<double> means_by(const std::vector<double>& weights) const override {
    return means_of(adjusted(regress(data(weights))));
  }

  /// A column a term, and one for the standard.
  Eigen::MatrixXd shared(const UnitDesign& design) const override {
    const Index width = terms() + 1;
    RecordMatrix totals = RecordMatrix::Zero(index_of(design.units()), width);
    const RecordMatrix area_x = fit_.area_x;
    const Eigen::VectorXd area_left = fit_.area_y - fit_.area_x * fit_.slope;
    const double centre = fit_.centre.dot(fit_.slope), weight = fit_.weight.sum();
    for (std::size_t r = 0; r < left_.size(); ++r) {
      if (std::isnan(left_[r])) continue;
      const std::uint32_t area = input_.records.areas[r];
      const double w = count_in_unit(design, input_.records, r) * input_.records.weights[r];
      double* total = totals.data() + index_of(design.unit_of[r]) * width;
      const double rest = tells_[area] != 0 ? w * (left_[r] - area_left(area)) : 0;
      const double* x = input_.x.data() + index_of(r) * terms();
      const double* mean = area_x.data() + index_of(area) * terms();
      for (Index j = 0; j < terms(); ++j)
        total[j] += rest * (x[j] - mean[j]);
      total[terms()] += w * (y_[r] - left_[r] - centre) / weight;
    }
    Eigen::MatrixXd out = totals;
    out.leftCols(terms()) = out.leftCols(terms()) * fit_.inverse;
    return out;
  }

  Eigen::RowVectorXd shares(std::size_t domain) const override {
    Eigen::RowVectorXd out = Eigen::RowVectorXd::Zero(terms() + 1);
    if (!(adjusted_[domain].weight > 0)) return out;
    out.head(terms()) = (adjusted_[domain].x - fit_.centre).transpose();
    out(terms()) = -1;
    return out;
  }

  Eigen::VectorXd local(const UnitDesign& design, std::size_t domain, const UnitRows& rows) const override {
    const std::vector<std::uint32_t>& of = input_.domains[domain].records;
    const AdjustedMean& mean = adjusted_[domain];
    const double level = mean.crude - mean.x.dot(fit_.slope);
    Eigen::VectorXd out = Eigen::VectorXd::Zero(index_of(rows.units.size()));
    for (std::size_t i = 0; i < of.size(); ++i) {
      const std::uint32_t r = of[i];
      if (std::isnan(left_[r])) continue;
      out(rows.row[i]) +=
          count_in_unit(design, input_.records, r) * input_.records.weights[r] * (left_[r] - level) / mean.weight;
    }
    return out;
  }

  const std::vector<bool>& used() const override { return fit_.used; }
  const Eigen::VectorXd& slope() const override { return fit_.slope; }
  std::string scale() const override { return "measure"; }
  const Regression* line() const override { return &fit_; }

private:
  RegressionData data(const std::vector<double>& weights) const {
    return {y_, weights, input_.counts, input_.records.areas, input_.areas, input_.x, tells_};
  }
  bool takes_part(std::size_t r) const { return !std::isnan(y_[r]) && input_.records.weights[r] > 0; }
  Index terms() const { return input_.x.cols(); }

  double explained(std::size_t r) const {
    double out = 0;
    const double* x = input_.x.data() + index_of(r) * terms();
    for (Index j = 0; j < terms(); ++j)
      out += x[j] * fit_.slope(j);
    return out;
  }

  /// Areas, then regions, then the whole.
  std::vector<AdjustedMean> adjusted(const Regression& fit) const {
    std::vector<std::vector<std::size_t>> areas(input_.domains.size());
    for (std::size_t a = 0; a < input_.areas; ++a) {
      areas[a] = {a};
      const std::size_t region = input_.areas + input_.region_of[a];
      if (region + 1 < areas.size()) areas[region].push_back(a);
      areas.back().push_back(a);
    }
    std::vector<AdjustedMean> out;
    for (const auto& of : areas)
      out.push_back(adjusted_mean(fit, of));
    return out;
  }

  static std::vector<double> means_of(const std::vector<AdjustedMean>& adjusted) {
    std::vector<double> out;
    for (const AdjustedMean& one : adjusted)
      out.push_back(one.mean);
    return out;
  }

  FitInput input_;
  std::span<const double> y_;
  std::vector<std::uint8_t> tells_; ///< by area
  Regression fit_;
  std::vector<AdjustedMean> adjusted_; ///< by domain
  std::vector<double> left_;           ///< by record: y less what x explains; NaN = takes no part
};

} // namespace

std::vector<std::uint8_t> areas_that_tell(const FitInput& input, std::span<const double> y) {
  std::vector<std::uint64_t> n(input.areas, 0);
  for (std::size_t r = 0; r < y.size(); ++r)
    if (!std::isnan(y[r]) && input.records.weights[r] > 0) n[input.records.areas[r]] += input.records.counts[r];
  std::vector<std::uint8_t> out;
  for (const std::uint64_t people : n)
    out.push_back(people >= input.area_minimum ? 1 : 0);
  return out;
}

std::unique_ptr<IndicatorFit> linear_fit(const FitInput& input, std::span<const double> y) {
  return std::make_unique<LinearFit>(input, y);
}

} // namespace joinedup
