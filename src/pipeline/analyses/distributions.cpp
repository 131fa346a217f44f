#include "pipeline/analyses/distributions.hpp"

#include "base/text.hpp"
#include "pipeline/earlier_release.hpp"
#include "publish/joined_bins.hpp"
#include "scoring/rounding.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <optional>

namespace joinedup {

namespace {

using Bar = EarlierRelease::Bar;

/// A bar as it is published.
struct Published {
  Bar bar;
  double width = 0; ///< in units of the score, the last decimal included
  double share = 0;
  std::string band;
};

double unscaled(std::int64_t value, int decimals) { return static_cast<double>(value) / power_of_ten(decimals); }

std::string bands_between(const ScoreBins& bins, const JoinedBins& group) {
  std::vector<std::string> names;
  for (std::size_t b = group.first; b <= group.last; ++b)
    if (const std::string& band = bins.bins[b].band; !band.empty() && (names.empty() || names.back() != band))
      names.push_back(band);
  return join(names, " and ");
}

std::vector<Published> bars_of(const ScoreBins& bins, std::span<const ScoreCounts::Cell> cells, std::uint64_t minimum) {
  std::vector<std::uint64_t> people;
  std::vector<std::size_t> zone;
  ExactSum all;
  for (std::size_t b = 0; b < cells.size(); ++b) {
    people.push_back(cells[b].people);
    zone.push_back(bins.bins[b].zone);
    all.merge(cells[b].weight);
  }
  std::vector<Published> out;
  for (const JoinedBins& group : joined_bins(people, zone, minimum)) {
    ExactSum weight;
    for (std::size_t b = group.first; b <= group.last; ++b)
      weight.merge(cells[b].weight);
    const std::int64_t low = bins.bins[group.first].low, high = bins.bins[group.last].high;
    out.push_back({{unscaled(low, bins.decimals), unscaled(high, bins.decimals), group.people},
                   unscaled(high - low + 1, bins.decimals),
                   weight.value() / all.value(),
                   bands_between(bins, group)});
  }
  return out;
}

std::vector<double> starts_of(const std::vector<Bar>& bars) {
  std::vector<double> out;
  for (const Bar& bar : bars)
    out.push_back(bar.low);
  return out;
}

/// People of the bars from score to score; the bars are cut there.
std::uint64_t people_between(const std::vector<Bar>& bars, double from, double before) {
  return std::accumulate(bars.begin(), bars.end(), std::uint64_t{0}, [&](std::uint64_t sum, const Bar& bar) {
    return sum + (bar.low >= from && bar.low < before ? bar.n : 0);
  });
}

/// Between two scores at which both histograms are cut, 1 to minimum - 1 people came or went.
bool tells_of_few(const std::vector<Bar>& now, const std::vector<Bar>& then, std::uint64_t minimum) {
  std::vector<double> cuts;
  std::ranges::set_intersection(starts_of(now), starts_of(then), std::back_inserter(cuts));
  for (std::size_t c = 0; c < cuts.size(); ++c) {
    const double before = c + 1 < cuts.size() ? cuts[c + 1] : std::numeric_limits<double>::infinity();
    const std::uint64_t n = people_between(now, cuts[c], before), m = people_between(then, cuts[c], before);
    if (const std::uint64_t gap = n > m ? n - m : m - n; gap > 0 && gap < minimum) return true;
  }
  return false;
}

ResultTable empty_table(int decimals) {
  ResultTable out;
  out.id = "distribution";
  out.title = "Scores of respondents";
  out.method = "distribution";
  out.section = TableSection::answered;
  out.columns = {{"indicator", "Measure", 0},  {"low", "From", decimals},      {"high", "To", decimals},
                 {"width", "Width", decimals}, {"score_bands", "Bands of", 0}, {"score_band", "Band", 0},
                 {"n", "Respondents", 0},      {"share", "Share", 1, true}};
  return out;
}

class Maker {
public:
  explicit Maker(const AnalysisInput& input) : input_(input) {}

  AnalysisOutput run() {
    int decimals = 0;
    for (const ScoreBins& bins : input_.bins)
      decimals = std::max(decimals, bins.decimals);
    table_ = empty_table(decimals);
    for (std::size_t k = 0; k < input_.bins.size(); ++k)
      add(k);
    AnalysisOutput out;
    if (table_.rows.empty()) return out;
    finish();
    out.tables.push_back(std::move(table_));
    return out;
  }

private:
  std::uint64_t minimum() const { return input_.results.study.disclosure.minimum; }

  void add(std::size_t k) {
    const IndicatorResult& whole = input_.results.total.indicators[k];
    const std::span<const ScoreCounts::Cell> cells = input_.scores->of(k);
    if (cells.empty() || !whole.n || whole.status.hidden()) return;
    const auto counted = std::accumulate(cells.begin(), cells.end(), std::uint64_t{0},
                                         [](std::uint64_t sum, const auto& cell) { return sum + cell.people; });
    if (counted != *whole.n) return;
    const IndicatorInfo& info = input_.results.indicators[k];
    const std::vector<Published> bars = bars_of(input_.bins[k], cells, minimum());
    if (bars.size() < 2 || !safe_beside_earlier(info, bars)) {
      left_out_.push_back(info.id);
      return;
    }
    ++measures_;
    for (const Published& one : bars)
      table_.rows.push_back({info.id, one.bar.low, one.bar.high, one.width, text_cell(input_.bins[k].bands),
                             text_cell(one.band), one.bar.n, number_cell(one.share)});
    if (!input_.bins[k].bands.empty()) say_bands(info, bars);
  }

  static TableCell text_cell(const std::string& text) { return text.empty() ? TableCell{} : TableCell{text}; }

  bool safe_beside_earlier(const IndicatorInfo& info, const std::vector<Published>& bars) const {
    if (input_.earlier == nullptr) return true;
    const auto then = input_.earlier->bars.find(measured(info));
    if (then == input_.earlier->bars.end()) return true;
    std::vector<Bar> now;
    for (const Published& one : bars)
      now.push_back(one.bar);
    return !tells_of_few(now, then->second, minimum());
  }

  void say_bands(const IndicatorInfo& info, const std::vector<Published>& bars) {
    std::vector<std::pair<std::string, double>> shares;
    for (const Published& one : bars) {
      const std::string name = one.band.empty() ? "in no band" : one.band;
      if (shares.empty() || shares.back().first != name) shares.emplace_back(name, 0);
      shares.back().second += one.share;
    }
    std::vector<std::string> parts;
    for (const auto& [name, share] : shares)
      parts.push_back(fmt::format("{} {:.1f} %", name, 100 * share));
    said_.push_back(fmt::format("{}: {}", info.label, join(parts, ", ")));
  }

  void finish() {
    table_.finding = said_.empty() ? fmt::format("The scores of {} {}, none of which has bands.", measures_,
                                                 measures_ == 1 ? "measure" : "measures")
                                   : join(said_, "; ") + ".";
    table_.notes = {fmt::format("Shares are weighted as the crude means are, n is not; all areas together, those that "
                                "are hidden included. Fewer than {} people are never told of apart: their scores stand "
                                "with those beside them",
                                minimum())};
    if (input_.results.study.adjusted_headline)
      table_.notes.emplace_back("Scores are as people gave them, not adjusted for case mix");
    if (!left_out_.empty())
      table_.notes.push_back(
          fmt::format("Left out, since too few people differ, or since an earlier release would tell of few: {}",
                      join(left_out_, ", ")));
  }

  const AnalysisInput& input_;
  ResultTable table_;
  std::vector<std::string> said_, left_out_;
  std::size_t measures_ = 0;
};

} // namespace

const Analysis distributions_analysis{
    "distributions", [](const RunResults&) { return true; },
    [](const AnalysisInput& input) { return input.scores == nullptr ? AnalysisOutput{} : Maker(input).run(); }};

} // namespace joinedup
