#include "pipeline/quality_results.hpp"

#include "evaluate/scale_quality.hpp"
#include "publish/disclosure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace joinedup {

namespace {

using ItemNames = std::vector<std::pair<std::string, std::string>>; // id, label

constexpr std::size_t total_place = static_cast<std::size_t>(-1);

/// Which cells of one scale are hidden: by whose answers a figure is made of. What is hidden for respondents is hidden
/// for all bases, and what is hidden for one goes first in the next.
class ScaleCells {
public:
  ScaleCells(const std::vector<const ScaleSums*>& areas, const ScaleSums& total, const Margins& margins,
             std::uint64_t minimum) {
    const auto cells = [&](auto count, const OtherColumn& other) {
      CellCounts counts;
      for (const ScaleSums* area : areas)
        counts.areas.push_back(count(*area));
      counts.total = count(total);
      return hide_small_cells(margins, counts, minimum, other);
    };
    respondents_ = cells([](const ScaleSums& s) { return s.respondents; }, {});
    const OtherColumn within{&respondents_, nullptr};
    scored_ = cells([](const ScaleSums& s) { return s.scored; }, within);
    complete_ = cells([](const ScaleSums& s) { return s.complete; }, {&respondents_, &scored_});
    for (std::size_t i = 0; i < total.items.size(); ++i)
      answered_.push_back(cells([i](const ScaleSums& s) { return s.items[i].answered; }, {&respondents_, &complete_}));
  }

  Hiding of(QualityBase base, std::size_t item, std::size_t area) const {
    const HiddenCells& cells = base == QualityBase::respondents ? respondents_
                               : base == QualityBase::scored    ? scored_
                               : base == QualityBase::complete  ? complete_
                                                                : answered_[item];
    return area == total_place ? cells.total : cells.areas[area];
  }

private:
  HiddenCells respondents_, scored_, complete_;
  std::vector<HiddenCells> answered_;
};

QualityStatistic published(MeasuredStatistic measured, Hiding hiding, std::uint64_t minimum) {
  QualityStatistic& one = measured.statistic;
  if (hiding == Hiding::shown) return std::move(one);
  QualityStatistic hidden;
  hidden.name = one.name;
  hidden.status.suppressed = hiding == Hiding::primary;
  hidden.status.suppressed_secondary = hiding == Hiding::secondary;
  hidden.reason = hiding == Hiding::primary ? fmt::format("fewer than {} answers", minimum)
                                            : "hidden so that another area's figure cannot be worked out";
  return hidden;
}

/// Reasons for missing answers are named by what was found, so a hidden row would still tell which there were.
bool tells_by_name(const QualityStatistic& statistic) { return statistic.name.find(':') != std::string::npos; }

ScaleQuality published(MeasuredScale measured, const ItemNames& items, const ScaleCells& cells, std::size_t area,
                       std::uint64_t minimum) {
  ScaleQuality out;
  for (MeasuredStatistic& one : measured.statistics) {
    const Hiding hiding = cells.of(one.base, 0, area);
    out.statistics.push_back(published(std::move(one), hiding, minimum));
  }
  for (std::size_t i = 0; i < items.size(); ++i) {
    ItemQuality item{items[i].first, items[i].second, {}};
    for (MeasuredStatistic& one : measured.items[i]) {
      const Hiding hiding = cells.of(one.base, i, area);
      if (hiding != Hiding::shown && tells_by_name(one.statistic)) continue;
      item.statistics.push_back(published(std::move(one), hiding, minimum));
    }
    out.items.push_back(std::move(item));
  }
  return out;
}

} // namespace

void fill_quality(const QualityByArea& sums, const std::vector<ScaleShape>& shapes, const std::vector<ItemNames>& items,
                  bool with_areas, const Geography* geography, QualityResults& results) {
  Margins margins;
  for (const auto& [code, unused] : sums) {
    if (!with_areas) break;
    margins.areas.push_back(code);
    margins.region_of.push_back(Margins::no_region);
    QualityRow row{code, code, Level::area, {}};
    if (geography != nullptr) {
      const auto known = std::find_if(geography->areas.begin(), geography->areas.end(),
                                      [&code](const Area& area) { return area.code == code; });
      if (known != geography->areas.end()) row.name = known->name;
    }
    results.areas.push_back(std::move(row));
  }
  results.total = {"ALL", with_areas ? "All areas" : "All records", Level::total, {}};
  for (std::size_t s = 0; s < shapes.size(); ++s) {
    ScaleSums total(shapes[s]);
    std::vector<const ScaleSums*> areas;
    for (const auto& [code, scales] : sums) {
      total.merge(scales[s]);
      if (with_areas) areas.push_back(&scales[s]);
    }
    const ScaleCells cells(areas, total, margins, results.minimum);
    results.total.scales.push_back(published(measure(total, shapes[s]), items[s], cells, total_place, results.minimum));
    for (std::size_t a = 0; a < areas.size(); ++a)
      results.areas[a].scales.push_back(published(measure(*areas[a], shapes[s]), items[s], cells, a, results.minimum));
  }
}

} // namespace joinedup
