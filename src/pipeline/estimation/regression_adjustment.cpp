// Case mix by regression: the adjusters as columns, a fit for each indicator, and what the fits say.
#include "adjust/design_matrix.hpp"
#include "adjust/regression.hpp"
#include "pipeline/estimation/adjustment.hpp"
#include "pipeline/estimation/indicator_fit.hpp"

#include <fmt/format.h>
#include <tbb/parallel_for.h>

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
    domains_ = record_domains(records_, input_.frame.region_of, out_.adjusted);
    fit();
    say_dropped();
    for (std::size_t k = 0; k < fits_.size(); ++k) {
      const std::vector<double> means = fits_[k]->means();
      for (std::size_t d = 0; d < domains_.size(); ++d)
        if (domains_[d].estimate->indicator_n[k] > 0) domains_[d].estimate->mean[k] = means[d];
    }
    const Eigen::MatrixXd covariances =
        set_covariances(input_.design, domains_, input_.index_indicators, shared_variates(),
                        [this](const RecordDomain& domain) { return variates(domain); });
    if (input_.replication != nullptr)
      input_.replication->of([this](const std::vector<double>& weights) { return means_by(weights); }, domains_);
    note_effects(covariances);
  }

private:
  void fit() {
    const FitInput shared{records_,  input_.frame.region_of,  input_.frame.areas.size(), domains_, counts_,
                          matrix_.x, input_.spec.area_minimum};
    const std::size_t size = records_.scores();
    scores_.resize(size);
    fits_.resize(size);
    out_.areas.resize(size);
    std::vector<std::uint8_t> unsettled(size, 0);
    tbb::parallel_for(std::size_t{0}, size, [&](std::size_t k) {
      scores_[k].reserve(records_.size());
      for (std::size_t r = 0; r < records_.size(); ++r)
        scores_[k].push_back(records_.score(r, k));
      const bool logistic = input_.spec.logistic && is_yes_or_no(k);
      if (logistic) fits_[k] = logistic_fit(shared, scores_[k]);
      unsettled[k] = logistic && fits_[k] == nullptr ? 1 : 0;
      if (fits_[k] == nullptr) fits_[k] = linear_fit(shared, scores_[k]);
      const std::vector<std::uint8_t> tells = areas_that_tell(shared, scores_[k]);
      const RegressionData data{scores_[k], records_.weights, counts_, records_.areas, shared.areas, matrix_.x, tells};
      const Regression* line = fits_[k]->line();
      out_.areas[k] = adjusted_areas(data, line != nullptr ? *line : regress(data));
    });
    for (std::size_t k = 0; k < size; ++k) {
      if (unsettled[k] != 0) say_unsettled(k);
      first_shared_.push_back(k == 0 ? 0 : first_shared_.back() + width_.back());
      width_.push_back(fits_[k]->shares(0).size());
    }
  }

  /// All that take part have 0 or 1, and there are both.
  bool is_yes_or_no(std::size_t k) const {
    bool yes = false, no = false;
    for (std::size_t r = 0; r < records_.size(); ++r) {
      if (!takes_part(r, k)) continue;
      if (scores_[k][r] != 0 && scores_[k][r] != 1) return false;
      (scores_[k][r] > 0 ? yes : no) = true;
    }
    return yes && no;
  }

  void say_unsettled(std::size_t k) {
    out_.diagnostics.warning("J646", input_.spec.where,
                             out_.adjusted.indicators[k] +
                                 ": logistic regression has no best fit, so that it is adjusted by a straight line",
                             "the adjusters tell some group's answers for sure: join it with a like one");
  }

  bool takes_part(std::size_t r, std::size_t k) const { return !std::isnan(scores_[k][r]) && records_.weights[r] > 0; }

  Eigen::MatrixXd means_by(const std::vector<double>& weights) const {
    Eigen::MatrixXd out(index_of(domains_.size()), index_of(fits_.size()));
    for (std::size_t k = 0; k < fits_.size(); ++k) {
      const std::vector<double> means = fits_[k]->means_by(weights);
      for (std::size_t d = 0; d < domains_.size(); ++d)
        out(index_of(d), index_of(k)) = means[d];
    }
    return out;
  }

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
      for (const auto& fit : fits_)
        used = used || fit->used()[j];
      if (!used)
        out_.diagnostics.warning(
            "J643", input_.spec.adjusters[matrix_.terms[j].adjuster].where,
            fmt::format("a term of \"{}\" is left out: areas or the adjusters before it say the same",
                        input_.spec.adjusters[matrix_.terms[j].adjuster].column),
            "take one of the adjusters that go together out");
    }
  }

  Index columns_of_all() const { return fits_.empty() ? 0 : first_shared_.back() + width_.back(); }

  UnitTotals shared_variates() const {
    UnitTotals out;
    out.units = unit_rows(input_.design, domains_.back().records).units;
    out.totals = Eigen::MatrixXd(index_of(out.units.size()), columns_of_all());
    tbb::parallel_for(std::size_t{0}, fits_.size(), [&](std::size_t k) {
      out.totals.middleCols(first_shared_[k], width_[k]) = fits_[k]->shared(input_.design);
    });
    return out;
  }

  DomainVariates variates(const RecordDomain& domain) const {
    const auto d = static_cast<std::size_t>(&domain - domains_.data());
    UnitRows rows = unit_rows(input_.design, domain.records);
    DomainVariates out;
    out.local.totals = Eigen::MatrixXd::Zero(index_of(rows.units.size()), index_of(fits_.size()));
    out.shares = Eigen::MatrixXd::Zero(index_of(fits_.size()), columns_of_all());
    tbb::parallel_for(std::size_t{0}, fits_.size(), [&](std::size_t k) {
      out.local.totals.col(index_of(k)) = fits_[k]->local(input_.design, d, rows);
      out.shares.row(index_of(k)).segment(first_shared_[k], width_[k]) = fits_[k]->shares(d);
    });
    out.local.units = std::move(rows.units);
    return out;
  }

  /// People with a score of whom a term says something: of a number all, of a level those in it.
  std::vector<double> people_by_term(std::size_t k) const {
    const std::size_t terms = matrix_.terms.size();
    std::vector<double> in_level(terms, 0), out(terms, 0);
    double all = 0;
    for (std::size_t r = 0; r < records_.size(); ++r) {
      if (!takes_part(r, k)) continue;
      all += counts_[r];
      const double* x = matrix_.x.data() + r * terms;
      for (std::size_t j = 0; j < terms; ++j)
        if (x[j] > 0) in_level[j] += counts_[r];
    }
    for (std::size_t j = 0; j < terms; ++j)
      out[j] = input_.spec.adjusters[matrix_.terms[j].adjuster].number ? all : in_level[j];
    return out;
  }

  void note_effects(const Eigen::MatrixXd& covariances) {
    std::vector<std::vector<double>> people_of(fits_.size());
    tbb::parallel_for(std::size_t{0}, fits_.size(), [&](std::size_t k) { people_of[k] = people_by_term(k); });
    for (std::size_t k = 0; k < fits_.size(); ++k) {
      const std::vector<double>& people = people_of[k];
      for (std::size_t j = 0; j < matrix_.terms.size(); ++j) {
        if (!fits_[k]->used()[j]) continue;
        const Term& term = matrix_.terms[j];
        const Index at = first_shared_[k] + index_of(j);
        TermEffect effect{k, input_.spec.adjusters[term.adjuster].column, term.name, matrix_.references[term.adjuster]};
        effect.n += people[j];
        effect.effect = fits_[k]->slope()(index_of(j));
        effect.se = std::sqrt(covariances(at, at));
        effect.scale = fits_[k]->scale();
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
  std::vector<RecordDomain> domains_;
  std::vector<std::unique_ptr<IndicatorFit>> fits_;
  std::vector<Index> first_shared_, width_; ///< by indicator: its columns of the shared variates
};

} // namespace

void adjust_by_regression(const AdjustmentInput& input, CaseMixFindings& out) {
  RegressionAdjustment(input, out).run();
}

} // namespace joinedup
