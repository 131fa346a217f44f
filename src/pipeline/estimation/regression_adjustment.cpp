// Regression: the variate of an adjusted mean of domain D, with e the rest about D's own means, B the within-area sums
// of squares of x and rest the regression's own rest, is
//   w e / W [in D] - (x of D - x of all)' B^-1 (x - x of its area) w rest + w slope'(x - x of all) / W of all.
// The last term is that "everybody", whose mix is the standard, is a sample too.
#include "adjust/design_matrix.hpp"
#include "adjust/regression.hpp"
#include "pipeline/estimation/adjustment.hpp"

#include <fmt/format.h>

#include <cmath>

namespace joinedup {

namespace {

using Index = Eigen::Index;

Index index_of(std::size_t n) { return static_cast<Index>(n); }

class RegressionAdjustment {
public:
  RegressionAdjustment(const AdjustmentInput& input, CaseMixFindings& out)
      : input_(input), records_(input.frame.records), out_(out) {}

  void run() {
    for (std::size_t r = 0; r < records_.size(); ++r) {
      counts_.push_back(static_cast<double>(records_.counts[r]));
      everybody_.push_back(counts_.back() * records_.weights[r]);
    }
    matrix_ = design_matrix(columns(), everybody_);
    say_adjusters();
    scores_.resize(records_.scores());
    for (std::size_t k = 0; k < records_.scores(); ++k) {
      for (std::size_t r = 0; r < records_.size(); ++r)
        scores_[k].push_back(records_.score(r, k));
      fits_.push_back(regress(data(k)));
      out_.areas.push_back(adjusted_areas(data(k), fits_.back()));
    }
    say_dropped();
    auto domains = record_domains(records_, input_.frame.region_of, out_.adjusted);
    for (RecordDomain& domain : domains) {
      for (std::size_t k = 0; k < fits_.size(); ++k)
        if (domain.estimate->indicator_n[k] > 0)
          domain.estimate->mean[k] = adjusted_mean(data(k), fits_[k], domain.records).mean;
    }
    const Eigen::MatrixXd shared =
        set_covariances(input_.design, records_, domains, input_.index_indicators, shared_variates(),
                        [this](const RecordDomain& domain) { return variates(domain); });
    note_effects(shared);
  }

private:
  RegressionData data(std::size_t k) const {
    return {scores_[k], records_.weights, counts_, records_.areas, input_.frame.areas.size(), matrix_.x};
  }
  bool takes_part(std::size_t r, std::size_t k) const { return !std::isnan(scores_[k][r]) && records_.weights[r] > 0; }
  Index terms() const { return matrix_.x.cols(); }
  /// The shared variates of indicator k: a column a term, and one for the standard.
  Index first_shared(std::size_t k) const { return index_of(k) * (terms() + 1); }

  std::vector<AdjusterColumn> columns() const {
    std::vector<AdjusterColumn> out;
    for (const Adjuster& adjuster : input_.spec.adjusters) {
      AdjusterColumn column{adjuster.column, adjuster.number};
      if (adjuster.number) {
        const std::size_t place = input_.frame.columns.number(adjuster.column);
        for (std::size_t r = 0; r < records_.size(); ++r)
          column.numbers.push_back(records_.number(r, place));
      } else {
        CategoryColumn category = category_column(input_.frame, adjuster.column);
        column.levels = std::move(category.level);
        column.names = std::move(category.names);
      }
      out.push_back(std::move(column));
    }
    return out;
  }

  void say_adjusters() {
    constexpr double least_complete = 0.8;
    for (std::size_t a = 0; a < matrix_.complete.size(); ++a) {
      const Adjuster& adjuster = input_.spec.adjusters[a];
      if (matrix_.constant[a])
        out_.diagnostics.warning(
            "J643", adjuster.where,
            fmt::format("\"{}\" is the same for everybody: it adjusts for nothing", adjuster.column),
            "take it out, or name the column that was meant");
      else if (matrix_.complete[a] < least_complete)
        out_.diagnostics.warning(
            "J644", adjuster.where,
            fmt::format("\"{}\" is known for {:.0f} % only, less than 80 %", adjuster.column,
                        100 * matrix_.complete[a]),
            "those without it are a level of their own; look whether areas differ in who they are");
    }
  }

  /// Terms that no indicator's regression could use, though their adjuster varies.
  void say_dropped() {
    for (std::size_t j = 0; j < matrix_.terms.size(); ++j) {
      bool used = fits_.empty();
      for (const Regression& fit : fits_)
        used = used || fit.used[j];
      if (!used)
        out_.diagnostics.warning(
            "J643", input_.spec.adjusters[matrix_.terms[j].adjuster].where,
            fmt::format("a term of \"{}\" is left out: areas or the adjusters before it say the same",
                        input_.spec.adjusters[matrix_.terms[j].adjuster].column),
            "take one of the adjusters that go together out");
    }
  }

  Eigen::MatrixXd shared_variates() const {
    Eigen::MatrixXd out = Eigen::MatrixXd::Zero(index_of(records_.size()), first_shared(fits_.size()));
    for (std::size_t k = 0; k < fits_.size(); ++k) {
      const Regression& fit = fits_[k];
      const Index first = first_shared(k);
      for (std::size_t r = 0; r < records_.size(); ++r) {
        if (!takes_part(r, k)) continue;
        const Index row = index_of(r), area = records_.areas[r];
        const Eigen::VectorXd within = (matrix_.x.row(row) - fit.area_x.row(area)).transpose();
        const double rest = scores_[k][r] - fit.area_y(area) - within.dot(fit.slope), w = records_.weights[r];
        out.row(row).segment(first, terms()) = (w * rest * (fit.inverse * within)).transpose();
        out(row, first + terms()) = w * (matrix_.x.row(row).transpose() - fit.centre).dot(fit.slope) / fit.weight.sum();
      }
    }
    return out;
  }

  DomainVariates variates(const RecordDomain& domain) const {
    DomainVariates out;
    out.local = Eigen::MatrixXd::Zero(index_of(domain.records.size()), index_of(fits_.size()));
    out.shares = Eigen::MatrixXd::Zero(index_of(fits_.size()), first_shared(fits_.size()));
    for (std::size_t k = 0; k < fits_.size(); ++k) {
      const Regression& fit = fits_[k];
      const AdjustedMean mean = adjusted_mean(data(k), fit, domain.records);
      if (!(mean.weight > 0)) continue;
      out.shares.row(index_of(k)).segment(first_shared(k), terms()) = (mean.x - fit.centre).transpose();
      out.shares(index_of(k), first_shared(k) + terms()) = -1;
      for (std::size_t row = 0; row < domain.records.size(); ++row) {
        const std::uint32_t r = domain.records[row];
        if (!takes_part(r, k)) continue;
        const Eigen::VectorXd about = matrix_.x.row(index_of(r)).transpose() - mean.x;
        out.local(index_of(row), index_of(k)) =
            records_.weights[r] * (scores_[k][r] - mean.crude - about.dot(fit.slope)) / mean.weight;
      }
    }
    return out;
  }

  void note_effects(const Eigen::MatrixXd& shared) {
    for (std::size_t k = 0; k < fits_.size(); ++k) {
      for (std::size_t j = 0; j < matrix_.terms.size(); ++j) {
        if (!fits_[k].used[j]) continue;
        const Term& term = matrix_.terms[j];
        const Index at = first_shared(k) + index_of(j);
        const bool number = input_.spec.adjusters[term.adjuster].number;
        TermEffect effect{k, input_.spec.adjusters[term.adjuster].column, term.name, matrix_.references[term.adjuster]};
        for (std::size_t r = 0; r < records_.size(); ++r)
          if (takes_part(r, k) && (number || matrix_.x(index_of(r), index_of(j)) > 0)) effect.n += counts_[r];
        effect.effect = fits_[k].slope(index_of(j));
        effect.se = std::sqrt(shared(at, at));
        out_.effects.push_back(std::move(effect));
      }
    }
  }

  const AdjustmentInput& input_;
  const ScoredRecords& records_;
  CaseMixFindings& out_;
  std::vector<double> counts_, everybody_;
  std::vector<std::vector<double>> scores_;
  DesignMatrix matrix_;
  std::vector<Regression> fits_;
};

} // namespace

void adjust_by_regression(const AdjustmentInput& input, CaseMixFindings& out) {
  RegressionAdjustment(input, out).run();
}

} // namespace joinedup
