#include "pipeline/analyses/wave_change.hpp"

#include "pipeline/last_wave.hpp"
#include "stats/normal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace joinedup {

namespace {

constexpr double level = 0.95;

bool shown(const Estimated& estimate, const ResultStatus& status) {
  return estimate.value && estimate.se && !status.hidden() && !status.partial;
}

bool same_index(const RunResults& then, const RunResults& now) {
  const auto in_index = [](const IndicatorInfo& info) { return info.weight > 0; };
  const auto known = [&](const IndicatorInfo& info) {
    return !in_index(info) || std::ranges::any_of(then.indicators, [&](const IndicatorInfo& other) {
      return same_measure(other, info) && other.weight == info.weight;
    });
  };
  return then.index.id == now.index.id && then.index.version == now.index.version &&
         then.study.adjusted_headline == now.study.adjusted_headline && std::ranges::all_of(now.indicators, known) &&
         std::ranges::count_if(then.indicators, in_index) == std::ranges::count_if(now.indicators, in_index);
}

ResultTable empty_table() {
  ResultTable out;
  out.id = "wave_change";
  out.title = "Change since the wave before";
  out.method = "wave_change";
  out.section = TableSection::answered;
  out.columns = {{"area_code", "Code", 0},    {"area_name", "Area", 0},    {"level", "Level", 0},
                 {"indicator", "Measure", 0}, {"before", "Before", 2},     {"value", "Now", 2},
                 {"difference", "Change", 2}, {"se", "Standard error", 3}, {"lowercl", "From", 2},
                 {"uppercl", "To", 2}};
  return out;
}

class Maker {
public:
  Maker(const RunResults& then, const RunResults& now) : then_(then), now_(now), table_(empty_table()) {}

  ResultTable run() {
    const bool index = same_index(then_, now_);
    if (index)
      each_row([this](const AreaResult& before, const AreaResult& here) {
        add(here, "index", before.index, before.status, here.index, here.status);
      });
    for (std::size_t k = 0; k < now_.indicators.size(); ++k)
      add_measure(k);
    table_.finding =
        index ? fmt::format("The index rose in {} and fell in {} of {} areas by more than sampling chance.", rose_,
                            fell_, compared_)
              : "The index of the wave before was made in another way: its measures are compared, it is not.";
    table_.notes = {"Waves are taken for independent samples: where people were asked in both, errors are smaller than "
                    "these",
                    "Figures that are hidden or partial in either wave have no row"};
    return std::move(table_);
  }

private:
  template <typename See> void each_row(See see) const {
    for (const AreaResult& here : now_.areas) {
      const auto before = std::ranges::find(then_.areas, here.code, &AreaResult::code);
      if (before != then_.areas.end()) see(*before, here);
    }
    if (then_.total.code == now_.total.code) see(then_.total, now_.total);
  }

  void add_measure(std::size_t k) {
    const auto known = std::ranges::find_if(
        then_.indicators, [&](const IndicatorInfo& info) { return same_measure(info, now_.indicators[k]); });
    if (known == then_.indicators.end() || then_.study.adjusted_headline != now_.study.adjusted_headline) return;
    const auto place = static_cast<std::size_t>(known - then_.indicators.begin());
    each_row([&](const AreaResult& before, const AreaResult& here) {
      if (place >= before.indicators.size() || k >= here.indicators.size()) return;
      const IndicatorResult &a = before.indicators[place], &b = here.indicators[k];
      add(here, now_.indicators[k].id, a.estimate, a.status, b.estimate, b.status);
    });
  }

  void add(const AreaResult& area, const std::string& what, const Estimated& before, const ResultStatus& status_before,
           const Estimated& here, const ResultStatus& status) {
    if (!shown(before, status_before) || !shown(here, status)) return;
    const double change = *here.value - *before.value, se = std::hypot(*here.se, *before.se);
    const double reach = normal_quantile((1 + level) / 2) * se;
    table_.rows.push_back({area.code, area.name, std::string(words(area.level)), what, *before.value, *here.value,
                           change, number_cell(se), number_cell(change - reach), number_cell(change + reach)});
    if (what != "index" || area.level != Level::area) return;
    ++compared_;
    rose_ += change - reach > 0 ? 1 : 0;
    fell_ += change + reach < 0 ? 1 : 0;
  }

  const RunResults &then_, &now_;
  ResultTable table_;
  std::size_t compared_ = 0, rose_ = 0, fell_ = 0;
};

AnalysisOutput run_wave_change(const AnalysisInput& input) {
  AnalysisOutput out;
  if (input.wave_before == nullptr) return out;
  ResultTable table = Maker(*input.wave_before, input.results).run();
  if (!table.rows.empty()) out.tables.push_back(std::move(table));
  return out;
}

} // namespace

const Analysis wave_change_analysis{"wave_change", [](const RunResults& r) { return r.study.last_wave.has_value(); },
                                    run_wave_change};

} // namespace joinedup
