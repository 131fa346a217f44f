// The share m of area a, everybody as if in a, is the mean of q = expit(effect of a + x'b) over all. With p the fitted
// share of a record, V the area's sum of w p (1 - p), D and G the derivatives of m by the effect and by b, x_a the mean
// of x in an area by w p (1 - p) and B the information on b, its variate is
//   D w (y - p) / V [in a] + (G - D x_a)' B^-1 (x - x of its area) w (y - p) + w (q - m) / W.
// A region is the mean of its areas by their weights. The whole keeps its crude share: everybody has everybody's mix.
#include "adjust/logistic.hpp"
#include "pipeline/estimation/indicator_fit.hpp"

#include <cmath>
#include <limits>
#include <map>

namespace joinedup {

namespace {

using Index = Eigen::Index;

Index index_of(std::size_t n) { return static_cast<Index>(n); }

/// Records with one value of x'b: their q are equal in every area.
struct Alike {
  std::vector<std::size_t> group; ///< by record
  std::vector<double> log_odds;   ///< by group: x'b
};

class LogisticFit : public IndicatorFit {
public:
  LogisticFit(const FitInput& input, std::span<const double> y)
      : input_(input), y_(y), tells_(areas_that_tell(input, y)), fit_(regress_log_odds(data(input.records.weights))),
        margins_(predictive_margins(data(input.records.weights), fit_)), alike_(find_alike()),
        means_(means_of(fit_, margins_, input.records.weights)) {}

  bool settled() const { return fit_.settled; }

  std::vector<double> means() const override { return means_; }

  std::vector<double> means_by(const std::vector<double>& weights) const override {
    const Logistic again = regress_log_odds(data(weights));
    return means_of(again, predictive_margins(data(weights), again), weights);
  }

  /// A column a term; then what moves m as people of each kind are more or fewer: a column a group of equal x'b, or,
  /// where there are fewer areas than groups, a column an area.
  Eigen::MatrixXd shared(const UnitDesign& design) const override {
    Eigen::MatrixXd out = Eigen::MatrixXd::Zero(index_of(input_.records.size()), terms() + standard_columns());
    for (std::size_t r = 0; r < input_.records.size(); ++r) {
      if (!takes_part(r)) continue;
      const Index row = index_of(r), area = input_.records.areas[r];
      const double w = input_.records.weights[r];
      if (std::isfinite(fit_.effect(area)) && tells_[input_.records.areas[r]] != 0 && terms() > 0) {
        const Eigen::VectorXd within = (input_.x.row(row) - fit_.area_x.row(area)).transpose();
        out.row(row).head(terms()) = (w * rest(r) * (fit_.inverse * within)).transpose();
      }
      if (by_group()) {
        out(row, terms() + index_of(alike_.group[r])) = w;
      } else {
        for (Index a = 0; a < fit_.effect.size(); ++a)
          if (fit_.weight(a) > 0) out(row, terms() + a) = w * about_margin(a, alike_.log_odds[alike_.group[r]]);
      }
    }
    return unit_totals(design, input_.records, input_.domains.back().records, out).totals;
  }

  Eigen::RowVectorXd shares(std::size_t domain) const override {
    Eigen::RowVectorXd out = Eigen::RowVectorXd::Zero(terms() + standard_columns());
    if (domain + 1 == input_.domains.size()) return out;
    for (const Index a : areas_of(domain)) {
      const double part = fit_.weight(a) / weight_of(domain);
      if (std::isfinite(fit_.effect(a)) && terms() > 0)
        out.head(terms()) -= part * (margins_.by_slope.row(a) - margins_.by_effect(a) * fit_.area_x.row(a));
      if (by_group()) {
        for (std::size_t g = 0; g < alike_.log_odds.size(); ++g)
          out(terms() + index_of(g)) -= part * about_margin(a, alike_.log_odds[g]);
      } else {
        out(terms() + a) -= part;
      }
    }
    return out;
  }

  Eigen::VectorXd local(const UnitDesign& design, std::size_t domain, const UnitRows& rows) const override {
    const std::vector<std::uint32_t>& of = input_.domains[domain].records;
    const double weight = weight_of(domain), mean = means_[domain];
    const bool whole = domain + 1 == input_.domains.size();
    Eigen::VectorXd out = Eigen::VectorXd::Zero(index_of(rows.units.size()));
    for (std::size_t i = 0; i < of.size(); ++i) {
      const std::uint32_t r = of[i];
      if (!takes_part(r)) continue;
      const Index a = input_.records.areas[r];
      const double w = input_.records.weights[r];
      double variate = whole ? (y_[r] - mean) / weight : (margins_.mean(a) - mean) / weight;
      if (!whole && fit_.information(a) > 0)
        variate += fit_.weight(a) / weight * margins_.by_effect(a) * rest(r) / fit_.information(a);
      out(rows.row[i]) += count_in_unit(design, input_.records, r) * w * variate;
    }
    return out;
  }

  const std::vector<bool>& used() const override { return fit_.used; }
  const Eigen::VectorXd& slope() const override { return fit_.slope; }
  std::string scale() const override { return "log odds"; }

private:
  RegressionData data(const std::vector<double>& weights) const {
    return {y_, weights, input_.counts, input_.records.areas, input_.areas, input_.x, tells_};
  }
  bool takes_part(std::size_t r) const { return !std::isnan(y_[r]) && input_.records.weights[r] > 0; }
  Index terms() const { return input_.x.cols(); }
  double rest(std::size_t r) const {
    return y_[r] - fitted_share(fit_, fit_.effect(input_.records.areas[r]), data(input_.records.weights), r);
  }
  bool by_group() const { return alike_.log_odds.size() <= input_.areas; }
  Index standard_columns() const { return index_of(by_group() ? alike_.log_odds.size() : input_.areas); }

  /// (q - m) / W of a record with this x'b as if in area a.
  double about_margin(Index a, double own) const {
    const double odds = std::exp(-(fit_.effect(a) + own)); // infinite where all of the area say no
    return (1 / (1 + odds) - margins_.mean(a)) / fit_.weight.sum();
  }

  std::vector<Index> areas_of(std::size_t domain) const {
    if (domain < input_.areas)
      return fit_.weight(index_of(domain)) > 0 ? std::vector{index_of(domain)} : std::vector<Index>{};
    std::vector<Index> out;
    for (std::size_t a = 0; a < input_.areas; ++a)
      if (input_.region_of[a] + input_.areas == domain && fit_.weight(index_of(a)) > 0) out.push_back(index_of(a));
    return out;
  }

  double weight_of(std::size_t domain) const {
    if (domain + 1 == input_.domains.size()) return fit_.weight.sum();
    double out = 0;
    for (const Index a : areas_of(domain))
      out += fit_.weight(a);
    return out;
  }

  /// Areas, then regions, then the whole.
  std::vector<double> means_of(const Logistic& fit, const PredictiveMargins& margins,
                               const std::vector<double>& weights) const {
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    const std::size_t size = input_.domains.size();
    std::vector<double> out(size, 0), weight(size, 0);
    for (std::size_t a = 0; a < input_.areas; ++a) {
      const double w = fit.weight(index_of(a));
      out[a] = w > 0 ? margins.mean(index_of(a)) : none;
      const std::size_t region = input_.areas + input_.region_of[a];
      if (!(w > 0) || region + 1 >= size) continue;
      out[region] += w * margins.mean(index_of(a));
      weight[region] += w;
    }
    for (std::size_t region = input_.areas; region + 1 < size; ++region)
      out[region] /= weight[region];
    for (std::size_t r = 0; r < y_.size(); ++r) {
      if (std::isnan(y_[r]) || !(weights[r] > 0)) continue;
      out.back() += weights[r] * input_.counts[r] * y_[r];
      weight.back() += weights[r] * input_.counts[r];
    }
    out.back() /= weight.back();
    return out;
  }

  Alike find_alike() const {
    Alike out;
    std::map<double, std::size_t> known;
    for (std::size_t r = 0; r < input_.records.size(); ++r) {
      const double own = terms() > 0 ? input_.x.row(index_of(r)).dot(fit_.slope) : 0;
      const auto [at, is_new] = known.emplace(own, out.log_odds.size());
      if (is_new) out.log_odds.push_back(own);
      out.group.push_back(at->second);
    }
    return out;
  }

  FitInput input_;
  std::span<const double> y_;
  std::vector<std::uint8_t> tells_; ///< by area
  Logistic fit_;
  PredictiveMargins margins_;
  Alike alike_;
  std::vector<double> means_; ///< by domain
};

} // namespace

std::unique_ptr<IndicatorFit> logistic_fit(const FitInput& input, std::span<const double> y) {
  auto out = std::make_unique<LogisticFit>(input, y);
  if (!out->settled()) return nullptr;
  return out;
}

} // namespace joinedup
