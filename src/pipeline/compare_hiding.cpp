#include "pipeline/compare_hiding.hpp"

#include "publish/disclosure.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace joinedup {

namespace {

bool small(std::uint64_t people) { return people > 0 && people < fewest_in_category; }
bool any(const std::vector<bool>& hidden) { return std::find(hidden.begin(), hidden.end(), true) != hidden.end(); }

/// The number of the one distribution with something hidden; nothing where there are none or several.
std::optional<std::size_t> alone(const HiddenCategories& hidden) {
  std::optional<std::size_t> out;
  for (std::size_t d = 0; d < hidden.size(); ++d) {
    if (!any(hidden[d])) continue;
    if (out) return std::nullopt;
    out = d;
  }
  return out;
}

/// Its two smallest categories with people.
void hide_two(const Distribution& counts, std::vector<bool>& hidden) {
  for (int times = 0; times < 2; ++times) {
    std::optional<std::size_t> best;
    for (std::size_t c = 0; c < counts.size(); ++c) {
      if (counts[c] > 0 && !hidden[c] && (!best || counts[c] < counts[*best])) best = c;
    }
    if (best) hidden[*best] = true;
  }
}

std::size_t categories_met(const Distribution& counts) {
  return counts.size() - static_cast<std::size_t>(std::count(counts.begin(), counts.end(), std::uint64_t{0}));
}

std::vector<bool> hidden_areas(const std::vector<std::string>& codes, const std::vector<CountedFigures>& areas,
                               std::uint64_t minimum) {
  Margins margins;
  CellCounts counts;
  for (std::size_t a = 0; a < areas.size(); ++a) {
    margins.areas.push_back(codes[a]);
    margins.region_of.push_back(Margins::no_region);
    counts.areas.push_back(areas[a].people);
    counts.total += areas[a].people;
  }
  const HiddenCells cells = hide_small_cells(margins, counts, minimum);
  std::vector<bool> out;
  for (std::size_t a = 0; a < areas.size(); ++a)
    out.push_back(areas[a].people > 0 && cells.areas[a] != Hiding::shown);
  return out;
}

/// One distribution over all areas: whole areas are hidden until what is left of the total tells of nobody.
class DistributionHider {
public:
  DistributionHider(const std::vector<CountedFigures>& areas, std::size_t number, const std::vector<bool>& total)
      : areas_(areas), number_(number), total_(total) {}

  /// True where it hid more.
  bool hide(std::vector<bool>& hidden) const {
    const auto before = std::count(hidden.begin(), hidden.end(), true);
    for (std::size_t a = 0; a < areas_.size(); ++a) {
      const Distribution& counts = of(a);
      hidden[a] = hidden[a] || std::any_of(counts.begin(), counts.end(), small);
    }
    while (!safe(hidden)) {
      std::optional<std::size_t> next;
      for (std::size_t a = 0; a < areas_.size(); ++a) {
        if (!hidden[a] && areas_[a].people > 0 && (!next || areas_[a].people < areas_[*next].people)) next = a;
      }
      if (!next) break;
      hidden[*next] = true;
    }
    return std::count(hidden.begin(), hidden.end(), true) > before;
  }

private:
  const Distribution& of(std::size_t area) const { return areas_[area].distributions[number_]; }

  /// Categories that the total hides are known together, at most.
  bool safe(const std::vector<bool>& hidden) const {
    std::size_t cells = 0;
    std::uint64_t pooled = 0;
    Distribution left(total_.size());
    for (std::size_t a = 0; a < areas_.size(); ++a) {
      if (!hidden[a] || areas_[a].people == 0) continue;
      ++cells;
      for (std::size_t c = 0; c < left.size(); ++c)
        (total_[c] ? pooled : left[c]) += of(a)[c];
    }
    return cells == 0 || (cells >= 2 && !small(pooled) && std::none_of(left.begin(), left.end(), small));
  }

  const std::vector<CountedFigures>& areas_;
  std::size_t number_;
  const std::vector<bool>& total_;
};

/// The sum of levels that a frequency score such as 21110 stands for.
std::size_t level_sum(const std::string& code) {
  std::size_t out = 0;
  for (std::size_t l = 0; l < code.size(); ++l)
    out += (l + 1) * static_cast<std::size_t>(code[l] - '0');
  return out;
}

} // namespace

std::vector<bool> hidden_categories(const Distribution& counts) {
  Margins margins;
  CellCounts cells;
  std::vector<std::size_t> met;
  for (std::size_t c = 0; c < counts.size(); ++c) {
    if (counts[c] == 0) continue;
    met.push_back(c);
    margins.areas.push_back(std::to_string(c));
    margins.region_of.push_back(Margins::no_region);
    cells.areas.push_back(counts[c]);
    cells.total += counts[c];
  }
  const HiddenCells hidden = hide_small_cells(margins, cells, fewest_in_category);
  std::vector<bool> out(counts.size());
  for (std::size_t i = 0; i < met.size(); ++i)
    out[met[i]] = hidden.areas[i] != Hiding::shown;
  return out;
}

FigureHiding hide_in_total(const CountedFigures& total, std::uint64_t minimum, bool linked) {
  FigureHiding out;
  out.all = total.people > 0 && total.people < minimum;
  for (const Distribution& counts : total.distributions)
    out.small.push_back(hidden_categories(counts));
  const auto one = linked ? alone(out.small) : std::nullopt;
  if (!one) return out;
  std::optional<std::size_t> other;
  for (std::size_t d = 0; d < out.small.size(); ++d) {
    const std::size_t met = categories_met(total.distributions[d]);
    if (d != *one && met >= 2 && (!other || met > categories_met(total.distributions[*other]))) other = d;
  }
  if (other) hide_two(total.distributions[*other], out.small[*other]);
  return out;
}

std::vector<FigureHiding> hide_in_areas(const std::vector<std::string>& codes, const std::vector<CountedFigures>& areas,
                                        const HiddenCategories& total, std::uint64_t minimum, bool linked,
                                        const std::vector<bool>& hidden_already) {
  std::vector<bool> rows = hidden_areas(codes, areas, minimum);
  for (std::size_t a = 0; a < hidden_already.size(); ++a)
    rows[a] = rows[a] || hidden_already[a];
  HiddenCategories hidden(total.size(), rows); // [distribution][area]
  bool more = true;
  while (more) {
    more = false;
    for (std::size_t d = 0; d < total.size(); ++d)
      more = DistributionHider(areas, d, total[d]).hide(hidden[d]) || more;
    for (std::size_t a = 0; linked && total.size() > 1 && a < areas.size(); ++a) {
      HiddenCategories of_area;
      for (const auto& distribution : hidden)
        of_area.push_back({distribution[a]});
      const auto one = alone(of_area);
      if (one) hidden[(*one + 1) % total.size()][a] = more = true;
    }
  }
  std::vector<FigureHiding> out(areas.size());
  for (std::size_t a = 0; a < areas.size(); ++a) {
    out[a].all = rows[a];
    for (std::size_t d = 0; d < total.size(); ++d)
      out[a].small.emplace_back(total[d].size(), hidden[d][a]);
  }
  return out;
}

ShownScores shown_scores(const ProfileCounts& counts) {
  const auto sums = counts.level_sums();
  const auto frequencies = counts.level_frequencies();
  Margins margins;
  CellCounts cells;
  for (const auto& [sum, people] : sums) {
    margins.regions.push_back(std::to_string(sum));
    cells.regions.push_back(people);
    cells.total += people;
  }
  for (const auto& [code, people] : frequencies) {
    margins.areas.push_back(code);
    margins.region_of.push_back(static_cast<std::size_t>(std::distance(sums.begin(), sums.find(level_sum(code)))));
    cells.areas.push_back(people);
  }
  const HiddenCells hidden = hide_small_cells(margins, cells, fewest_in_category);
  ShownScores out;
  std::size_t i = 0;
  for (const auto& [sum, people] : sums) {
    if (hidden.regions[i++] == Hiding::shown)
      out.sums[sum] = people;
    else
      out.pooled_sums += people;
  }
  i = 0;
  for (const auto& [code, people] : frequencies) {
    if (hidden.areas[i++] == Hiding::shown)
      out.frequencies[code] = people;
    else
      out.pooled_frequencies += people;
  }
  return out;
}

std::size_t shown_points(const std::vector<DensityPoint>& curve, std::uint64_t people) {
  const auto up_to = [&](std::size_t points) {
    return points == 0
               ? 0U
               : static_cast<std::uint64_t>(std::llround(curve[points - 1].people * static_cast<double>(people)));
  };
  std::size_t out = 0;
  while (out < curve.size() && up_to(out + 1) - up_to(out) >= fewest_in_category)
    ++out;
  if (out > 0 && small(people - up_to(out))) --out;
  return out;
}

} // namespace joinedup
