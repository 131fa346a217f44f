#include "pipeline/compare_series.hpp"

#include "base/edit_distance.hpp"
#include "base/text.hpp"
#include "evaluate/interrupted_series.hpp"
#include "pipeline/compare_row_maker.hpp"
#include "pipeline/compare_run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <set>

namespace joinedup {

namespace {

constexpr std::array<const char*, series_terms> term_names{"level_before", "slope_before", "level_change",
                                                           "slope_change"};

void add_regression(RowMaker& rows, const InterruptedSeries& found) {
  for (std::size_t k = 0; k < series_terms; ++k) {
    const SeriesEstimate& term = found.terms.at(k);
    rows.add("coefficient", term.value, term_names.at(k));
    rows.add("se", term.se, term_names.at(k));
    rows.add("lowercl", term.low, term_names.at(k));
    rows.add("uppercl", term.high, term_names.at(k));
    rows.add("t", term.t, term_names.at(k));
    rows.add("p", term.p, term_names.at(k));
  }
  rows.add("df", found.df);
  rows.add("lag", static_cast<double>(found.lag));
}

/// What belongs to comparisons of two.
bool names_two(const CompareRequest& request) {
  return !request.between.empty() || !request.by.empty() || !request.arms.empty() || !request.earlier.empty() ||
         !request.reliability.empty() || !request.links.empty() || !request.overlap.empty();
}

} // namespace

Outcome<SeriesFrame> series_frame(const CompareRequest& request, const std::vector<std::string>* of_maps) {
  Diagnostics faults;
  SeriesFrame out{request.series, 0, request.lag};
  const auto usage = [&faults](std::string what, std::string hint) {
    faults.error("J104", {}, std::move(what), std::move(hint));
  };
  if (names_two(request))
    usage("--series looks at all its waves, and another option at two",
          "leave --between, --by, --arms, --earlier, --reliability and --link out");
  if (out.waves.size() <= series_terms ||
      std::set<std::string>(out.waves.begin(), out.waves.end()).size() < out.waves.size())
    usage("--series takes five waves or more, each once, in order of time", "--series 2026-01,2026-02,2026-03,...");
  for (const std::string& wave : out.waves)
    if (of_maps != nullptr && std::ranges::find(*of_maps, wave) == of_maps->end())
      usage(fmt::format("--series names \"{}\", which is no wave of the map", wave),
            fmt::format("waves: {}", join(*of_maps, ", ")));
  const auto first = std::ranges::find(out.waves, request.interruption);
  out.first_after = static_cast<std::size_t>(first - out.waves.begin());
  if (first == out.waves.end()) {
    const std::string near = suggestion(request.interruption, out.waves);
    usage("--interruption names the first wave of --series with the change",
          near.empty() ? "--interruption WAVE" : near);
  } else if (out.first_after < 2 || out.waves.size() - out.first_after < 2) {
    usage("a slope needs two waves before the interruption and two from it on", "name more waves in --series");
  }
  if (out.lag && *out.lag >= std::max<std::size_t>(1, out.waves.size()))
    usage("--lag is not below the number of waves", "leave it out for the usual one");
  if (faults.has_errors()) return Outcome<SeriesFrame>::failure(std::move(faults));
  return out;
}

void SeriesSums::see(const RecordBlock& block, const std::vector<const ScoringPlan*>& plans, const SeriesFrame& frame,
                     const SeriesPlaces& places) {
  cells_.resize(frame.waves.size());
  std::vector<ScoreBlock> scored(plans.size());
  for (std::size_t a = 0; a < plans.size(); ++a)
    plans[a]->score(block.administrations[a], block.records, scored[a]);
  const auto add = [&](std::size_t wave, std::size_t record) {
    cells_[wave].resize(std::max(cells_[wave].size(), places.waves[wave].size()));
    for (std::size_t k = 0; k < places.waves[wave].size(); ++k) {
      const ScorePlace& place = places.waves[wave][k];
      if (place.administration == nowhere) continue;
      const ScoreValues& values = scored[place.administration].scores[place.column];
      tally.see(values.status[record]);
      if (!has_value(values.status[record])) continue;
      ++cells_[wave][k].n;
      cells_[wave][k].sum.add(values.value[record]);
    }
  };
  for (std::size_t r = 0; r < block.records; ++r) {
    if (block.drop[r] != DropReason::none) continue;
    if (places.side == nowhere) {
      for (std::size_t wave = 0; wave < frame.waves.size(); ++wave)
        add(wave, r);
    } else {
      const auto found = std::ranges::find(frame.waves, trim(block.kept[places.side][r]));
      if (found == frame.waves.end())
        ++elsewhere;
      else
        add(static_cast<std::size_t>(found - frame.waves.begin()), r);
    }
    tally.finish(1);
  }
}

void SeriesSums::merge(const SeriesSums& other) {
  cells_.resize(std::max(cells_.size(), other.cells_.size()));
  for (std::size_t wave = 0; wave < other.cells_.size(); ++wave) {
    cells_[wave].resize(std::max(cells_[wave].size(), other.cells_[wave].size()));
    for (std::size_t k = 0; k < other.cells_[wave].size(); ++k) {
      cells_[wave][k].n += other.cells_[wave][k].n;
      cells_[wave][k].sum.merge(other.cells_[wave][k].sum);
    }
  }
  elsewhere += other.elsewhere;
  tally.merge(other.tally);
}

bool SeriesSums::empty(std::size_t wave) const {
  return wave >= cells_.size() || std::ranges::all_of(cells_[wave], [](const SeriesCell& c) { return c.n == 0; });
}

std::vector<ComparisonRow> SeriesSums::rows(const std::vector<ComparedScore>& scores, const SeriesFrame& frame,
                                            std::uint64_t minimum) const {
  std::vector<ComparisonRow> out;
  for (std::size_t k = 0; k < scores.size(); ++k) {
    if (!scores[k].dimensions.empty()) continue;
    RowMaker rows(out, "", "total", scores[k].id);
    std::vector<double> means;
    std::uint64_t people = 0;
    bool hidden = false;
    for (std::size_t wave = 0; wave < frame.waves.size(); ++wave) {
      const bool any = wave < cells_.size() && k < cells_[wave].size() && cells_[wave][k].n > 0;
      const std::uint64_t n = any ? cells_[wave][k].n : 0;
      means.push_back(any ? cells_[wave][k].sum.value() / static_cast<double>(n)
                          : std::numeric_limits<double>::quiet_NaN());
      people += n;
      const bool few = n > 0 && n < minimum;
      hidden = hidden || few;
      rows.group(frame.waves[wave], n, few);
      rows.add("mean", means.back());
    }
    // With the means of the other waves the regression would be equations in a hidden one.
    rows.group("interrupted_series", people, hidden);
    add_regression(rows, interrupted_series(means, frame.first_after, frame.lag.value_or(usual_lag(means.size()))));
  }
  return out;
}

} // namespace joinedup
