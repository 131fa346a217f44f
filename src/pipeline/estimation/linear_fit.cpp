// The variate of an adjusted mean of domain D, with e the rest about D's own means, B the within-area sums of squares
// of x and rest the regression's own rest, is
//   w e / W [in D] - (x of D - x of all)' B^-1 (x - x of its area) w rest + w slope'(x - x of all) / W of all.
// The last term is that "everybody", whose mix is the standard, is a sample too.
#include "pipeline/estimation/indicator_fit.hpp"

#include <cmath>

namespace joinedup {

namespace {

using Index = Eigen::Index;

Index index_of(std::size_t n) { return static_cast<Index>(n); }

class LinearFit : public IndicatorFit {
public:
  LinearFit(const FitInput& input, std::span<const double> y)
      : input_(input), y_(y), tells_(areas_that_tell(input, y)), fit_(regress(data(input.records.weights))) {
    for (const RecordDomain& domain : input.domains)
      adjusted_.push_back(adjusted_mean(data(input.records.weights), fit_, domain.records));
  }

  std::vector<double> means() const override {
    std::vector<double> out;
    for (const AdjustedMean& mean : adjusted_)
      out.push_back(mean.mean);
    return out;
  }

  std::vector<double> means_by(const std::vector<double>& weights) const override {
    const Regression again = regress(data(weights));
    std::vector<double> out;
    for (const RecordDomain& domain : input_.domains)
      out.push_back(adjusted_mean(data(weights), again, domain.records).mean);
    return out;
  }

  /// A column a term, and one for the standard.
  Eigen::MatrixXd shared() const override {
    Eigen::MatrixXd out = Eigen::MatrixXd::Zero(index_of(input_.records.size()), terms() + 1);
    for (std::size_t r = 0; r < input_.records.size(); ++r) {
      if (!takes_part(r)) continue;
      const Index row = index_of(r), area = input_.records.areas[r];
      const Eigen::VectorXd within = (input_.x.row(row) - fit_.area_x.row(area)).transpose();
      const double rest = y_[r] - fit_.area_y(area) - within.dot(fit_.slope), w = input_.records.weights[r];
      if (tells_[input_.records.areas[r]] != 0)
        out.row(row).head(terms()) = (w * rest * (fit_.inverse * within)).transpose();
      out(row, terms()) = w * (input_.x.row(row).transpose() - fit_.centre).dot(fit_.slope) / fit_.weight.sum();
    }
    return out;
  }

  Eigen::RowVectorXd shares(std::size_t domain) const override {
    Eigen::RowVectorXd out = Eigen::RowVectorXd::Zero(terms() + 1);
    if (!(adjusted_[domain].weight > 0)) return out;
    out.head(terms()) = (adjusted_[domain].x - fit_.centre).transpose();
    out(terms()) = -1;
    return out;
  }

  Eigen::VectorXd local(std::size_t domain) const override {
    const std::vector<std::uint32_t>& of = input_.domains[domain].records;
    const AdjustedMean& mean = adjusted_[domain];
    Eigen::VectorXd out = Eigen::VectorXd::Zero(index_of(of.size()));
    for (std::size_t row = 0; row < of.size(); ++row) {
      const std::uint32_t r = of[row];
      if (!takes_part(r)) continue;
      const Eigen::VectorXd about = input_.x.row(index_of(r)).transpose() - mean.x;
      out(index_of(row)) = input_.records.weights[r] * (y_[r] - mean.crude - about.dot(fit_.slope)) / mean.weight;
    }
    return out;
  }

  const std::vector<bool>& used() const override { return fit_.used; }
  const Eigen::VectorXd& slope() const override { return fit_.slope; }
  std::string scale() const override { return "measure"; }

private:
  RegressionData data(const std::vector<double>& weights) const {
    return {y_, weights, input_.counts, input_.records.areas, input_.areas, input_.x, tells_};
  }
  bool takes_part(std::size_t r) const { return !std::isnan(y_[r]) && input_.records.weights[r] > 0; }
  Index terms() const { return input_.x.cols(); }

  FitInput input_;
  std::span<const double> y_;
  std::vector<std::uint8_t> tells_; ///< by area
  Regression fit_;
  std::vector<AdjustedMean> adjusted_; ///< by domain
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
