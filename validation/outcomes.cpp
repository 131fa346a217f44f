#include "outcomes.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace joinedup::validation {

namespace {

constexpr std::array<std::string_view, questions> names{"coverage_95",
                                                        "coverage_99_8",
                                                        "bias",
                                                        "se_ratio",
                                                        "worse",
                                                        "much_worse",
                                                        "better",
                                                        "much_better",
                                                        "spread_worse",
                                                        "spread_much_worse",
                                                        "spread_better",
                                                        "spread_much_better",
                                                        "any_flagged",
                                                        "rank_interval",
                                                        "all_rank_intervals",
                                                        "rank_interval_width"};

class Reading {
public:
  Reading(const RunResults& results, const Truth& truth, const std::vector<AreaDesign>& areas, const Plan& plan,
          std::size_t area_classes)
      : results_(results), truth_(truth), areas_(areas), plan_(plan), index_(plan.measures.size()),
        out_(plan.measures.size(), area_classes), whole_(area_classes) {}

  SurveyOutcomes run() {
    for (std::size_t a = 0; a < areas_.size(); ++a)
      read_area(a);
    read_row(results_.total, truth_.whole_mean, truth_.whole_index, whole_);
    read_flags();
    read_ranks();
    return std::move(out_);
  }

private:
  /// Rows are sorted by code, and so are the designs; an area without answers has no row.
  const AreaResult* row_of(std::size_t a) const {
    const auto found = std::lower_bound(results_.areas.begin(), results_.areas.end(), areas_[a].code,
                                        [](const AreaResult& row, const std::string& code) { return row.code < code; });
    return found != results_.areas.end() && found->code == areas_[a].code ? &*found : nullptr;
  }

  void count(Question question, std::size_t quantity, std::size_t area_class, double part, double base = 1) {
    Share& share = out_.at(question, quantity, area_class);
    share.part += part;
    share.base += base;
  }

  void read_area(std::size_t a) {
    out_.area_error.push_back(std::numeric_limits<double>::quiet_NaN());
    const AreaResult* row = row_of(a);
    if (row == nullptr) return;
    const std::size_t area_class = areas_[a].area_class;
    read_row(*row, truth_.mean[a], truth_.index[a], area_class);
    if (row->index.value) out_.area_error.back() = *row->index.value - truth_.index[a];
    read_band(row->comparison.band_sampling, Question::worse, area_class);
    read_band(row->comparison.band, Question::spread_worse, area_class);
  }

  void read_row(const AreaResult& row, const std::vector<double>& means, double index, std::size_t area_class) {
    for (std::size_t k = 0; k < index_; ++k)
      read_estimate(row.indicators[k].estimate, means[k], k, area_class,
                    100 / (plan_.measures[k].high - plan_.measures[k].low));
    read_estimate(row.index, index, index_, area_class, 1);
  }

  void read_estimate(const Estimated& found, double truth, std::size_t quantity, std::size_t area_class, double unit) {
    if (!found.value || !found.se) return;
    const auto holds = [truth](const Number& lower, const Number& upper) {
      return lower && upper && *lower <= truth && truth <= *upper ? 1.0 : 0.0;
    };
    const double error = unit * (*found.value - truth), se = unit * *found.se;
    count(Question::covered, quantity, area_class, holds(found.lower, found.upper));
    count(Question::covered_99_8, quantity, area_class, holds(found.lower99_8, found.upper99_8));
    count(Question::error, quantity, area_class, error);
    count(Question::variance, quantity, area_class, se * se, error * error);
  }

  /// `first`: the first of the four questions about this band.
  void read_band(Band band, Question first, std::size_t area_class) {
    if (band == Band::none) return;
    const auto next = [first](int step) { return static_cast<Question>(static_cast<int>(first) + step); };
    const auto yes = [](bool is) { return is ? 1.0 : 0.0; };
    count(next(0), index_, area_class, yes(band == Band::worse || band == Band::much_worse));
    count(next(1), index_, area_class, yes(band == Band::much_worse));
    count(next(2), index_, area_class, yes(band == Band::better || band == Band::much_better));
    count(next(3), index_, area_class, yes(band == Band::much_better));
  }

  void read_flags() {
    const bool any = std::any_of(results_.areas.begin(), results_.areas.end(),
                                 [](const AreaResult& row) { return row.comparison.fdr.value_or(false); });
    count(Question::flagged, index_, whole_, any ? 1 : 0);
  }

  void read_ranks() {
    std::vector<std::size_t> ranked;
    for (std::size_t a = 0; a < areas_.size(); ++a)
      if (const AreaResult* row = row_of(a); row != nullptr && row->rank_interval) ranked.push_back(a);
    if (ranked.size() < 2) return;
    bool all = true;
    for (const std::size_t a : ranked) {
      const auto higher =
          std::count_if(ranked.begin(), ranked.end(), [&](std::size_t b) { return truth_.index[b] > truth_.index[a]; });
      const RankInterval interval = *row_of(a)->rank_interval;
      const bool holds = interval.low <= higher + 1 && higher + 1 <= interval.high;
      all = all && holds;
      count(Question::rank_covered, index_, areas_[a].area_class, holds ? 1 : 0);
      count(Question::rank_width, index_, areas_[a].area_class, interval.high - interval.low,
            static_cast<double>(ranked.size() - 1));
    }
    count(Question::ranks_all, index_, whole_, all ? 1 : 0);
  }

  const RunResults& results_;
  const Truth& truth_;
  const std::vector<AreaDesign>& areas_;
  const Plan& plan_;
  const std::size_t index_; ///< its place among the quantities
  SurveyOutcomes out_;
  const std::size_t whole_; ///< its place among the classes
};

} // namespace

std::string_view name_of(Question question) { return names[static_cast<std::size_t>(question)]; }

SurveyOutcomes outcomes_of(const RunResults& results, const Truth& truth, const std::vector<AreaDesign>& areas,
                           const Plan& plan, std::size_t area_classes) {
  return Reading(results, truth, areas, plan, area_classes).run();
}

} // namespace joinedup::validation
