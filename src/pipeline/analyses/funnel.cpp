#include "pipeline/analyses/funnel.hpp"

#include "publish/bands.hpp"
#include "stats/funnel.hpp"
#include "stats/transform.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace joinedup {

namespace {

constexpr std::array levels{0.95, 0.998};

bool is_proportion(const IndicatorInfo& info) { return info.statistic.starts_with("proportion"); }

std::string shape_words(const std::string& name, std::size_t outside, std::size_t of) {
  return fmt::format("{}: {} of {} areas lie beyond the 99.8 % limits", name, outside, of);
}

struct Point {
  const AreaResult& area;
  const Estimated& estimate;
  const Comparison& comparison;
  std::uint64_t n = 0;
};

/// Respondents that simple random sampling would need for the same error; n itself where the share is 0 or 1.
double effective_n(double share, double se, double n) {
  const double variance = share * (1 - share);
  return variance > 0 && se > 0 ? variance / (se * se) : n;
}

void add_share_limits(std::vector<TableCell>& row, const Point& point, double target) {
  const double n = effective_n(*point.estimate.value, *point.estimate.se, static_cast<double>(point.n));
  row.push_back(number_cell(n));
  for (const double level : levels) {
    const double tail = (1 - level) / 2, whole = std::round(n);
    row.push_back(number_cell(binomial_funnel_limit(target, whole, tail)));
    row.push_back(number_cell(binomial_funnel_limit(target, whole, 1 - tail)));
    const ConfidenceLimits score = score_funnel_limits(target, n, level);
    row.push_back(number_cell(score.low));
    row.push_back(number_cell(score.high));
  }
  const Transformed here = arcsine_proportion(*point.estimate.value * n, n);
  const Transformed there = arcsine_proportion(target * n, n);
  row.push_back(number_cell((here.value - there.value) / here.se));
}

std::vector<TableCell> row_of(const std::string& id, const Point& point, bool share) {
  const double value = *point.estimate.value, se = *point.estimate.se;
  const double target = value - *point.comparison.difference;
  // The error of a published target is in z; limits hold it too.
  const double reach = *point.comparison.z != 0 ? *point.comparison.difference / *point.comparison.z : se;
  std::vector<TableCell> row{point.area.code, point.area.name, id, point.n, value, se, target};
  for (const double level : levels) {
    const ConfidenceLimits limits = mean_funnel_limits(target, reach, level);
    row.push_back(limits.low);
    row.push_back(limits.high);
  }
  row.push_back(number_cell(point.comparison.z.value_or(NAN)));
  row.push_back(number_cell(point.comparison.z_od.value_or(NAN)));
  if (share)
    add_share_limits(row, point, target);
  else
    row.resize(row.size() + 10);
  return row;
}

ResultTable empty_table() {
  ResultTable out;
  out.id = "funnel";
  out.title = "Areas and the limits of chance";
  out.method = "funnel";
  out.columns = {{"area_code", "Code", 0},
                 {"area_name", "Area", 0},
                 {"indicator", "Measure", 0},
                 {"n", "Respondents", 0},
                 {"value", "Value", 2},
                 {"se", "Standard error", 3},
                 {"target", "Target", 2},
                 {"lower95", "95 % from", 2},
                 {"upper95", "to", 2},
                 {"lower99_8", "99.8 % from", 2},
                 {"upper99_8", "to", 2},
                 {"z", "z", 2},
                 {"z_od", "z with the usual spread", 2},
                 {"n_effective", "Effective n", 0},
                 {"lower95_binomial", "95 % binomial from", 3},
                 {"upper95_binomial", "to", 3},
                 {"lower95_score", "95 % score from", 3},
                 {"upper95_score", "to", 3},
                 {"lower99_8_binomial", "99.8 % binomial from", 3},
                 {"upper99_8_binomial", "to", 3},
                 {"lower99_8_score", "99.8 % score from", 3},
                 {"upper99_8_score", "to", 3},
                 {"z_arcsine", "z, arcsine", 2}};
  out.notes = {"Limits are target -/+ z x standard error of the area; an area with more than 10 % of the weight has a "
               "target without itself, so that limits need not be one smooth curve",
               "Areas that are hidden or not compared have no row; binomial and score limits are of proportions only"};
  return out;
}

class Funnel {
public:
  explicit Funnel(const RunResults& results) : results_(results), table_(empty_table()) {}

  ResultTable run() {
    add({"index", false, results_.target.hidden_compared}, [](const AreaResult& area) {
      return Point{area, area.index, area.comparison, area.n.value_or(0)};
    });
    for (std::size_t k = 0; k < results_.indicators.size(); ++k)
      add({results_.indicators[k].id, is_proportion(results_.indicators[k]), results_.indicators[k].hidden_compared},
          [k](const AreaResult& area) {
            const IndicatorResult& cell = area.indicators[k];
            return Point{area, cell.estimate, cell.comparison, cell.n.value_or(0)};
          });
    return std::move(table_);
  }

private:
  struct Measure {
    std::string id;
    bool share = false;
    std::size_t hidden = 0; ///< areas in its target that are hidden
  };

  template <typename Cell> void add(const Measure& measure, Cell cell) {
    // Limits give the target away, and with it and the others' values what is hidden (as in src/report/hide).
    if (measure.hidden > 0) {
      table_.notes.push_back(fmt::format("{}: no limits, since a hidden area is in the target", measure.id));
      return;
    }
    const auto& [id, share, hidden] = measure;
    std::size_t rows = 0, outside = 0;
    for (const AreaResult& area : results_.areas) {
      const Point point = cell(area);
      if (!point.estimate.value || !point.estimate.se || !point.comparison.difference || !point.comparison.z) continue;
      const bool extreme = *point.estimate.value <= 0 || *point.estimate.value >= 1;
      if (share && extreme && point.n < results_.study.disclosure.caution) continue; // RULINGS R41
      table_.rows.push_back(row_of(id, point, share));
      ++rows;
      if (std::abs(*point.comparison.z) > outer_limit()) ++outside;
    }
    if (id == "index" && rows > 0) table_.finding = shape_words("Index", outside, rows) + ".";
  }

  const RunResults& results_;
  ResultTable table_;
};

AnalysisOutput run_funnel(const AnalysisInput& input) {
  AnalysisOutput out;
  ResultTable table = Funnel(input.results).run();
  out.settings.push_back({"funnel",
                          table.rows.empty()
                              ? "none: nothing is compared, or hidden areas are in every target"
                              : "95 % and 99.8 % limits of chance for the index and every compared measure",
                          "study"});
  if (!table.rows.empty()) out.tables.push_back(std::move(table));
  return out;
}

} // namespace

const Analysis funnel_analysis{"funnel", [](const RunResults& r) { return r.study.funnel; }, run_funnel};

} // namespace joinedup
