#include "pipeline/compare_rows.hpp"

#include "evaluate/paired_change.hpp"
#include "evaluate/profile_change.hpp"
#include "evaluate/reliable_change.hpp"
#include "evaluate/signed_rank.hpp"
#include "evaluate/wave_difference.hpp"
#include "pipeline/compare_arms.hpp"
#include "pipeline/compare_hiding.hpp"
#include "pipeline/compare_link.hpp"
#include "pipeline/compare_row_maker.hpp"
#include "stats/moments.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

namespace joinedup {

namespace {

using Records = std::vector<std::uint32_t>;
using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// Who is in an area: records of each side and pairs (of the area of the first record).
struct Members {
  std::array<Records, 2> sides;
  Pairs pairs;
};

WaveScores scores_of(const ComparedSide& side, std::size_t score, const Records& records) {
  WaveScores out;
  for (const std::uint32_t r : records) {
    if (std::isnan(side.values[score][r])) continue;
    out.values.push_back(side.values[score][r]);
    out.people.push_back(side.person[r]);
  }
  return out;
}

void add_shannon(RowMaker& rows, const std::string& dimension, const Shannon& possible, const Shannon& observed,
                 bool small) {
  rows.add("shannon_h", possible.h, dimension, "", small);
  for (const auto& [name, one] : {std::pair{"possible", possible}, std::pair{"observed", observed}}) {
    rows.add("shannon_h_max", one.most, dimension, name, small);
    rows.add("shannon_j", one.j, dimension, name, small);
  }
}

bool any(const std::vector<bool>& hidden) { return std::find(hidden.begin(), hidden.end(), true) != hidden.end(); }

/// What is not shown stands in one row, `pooled`: its categories would tell that somebody is in them.
void add_distributions(RowMaker& rows, const ProfileCounts& counts) {
  const ShownScores shown = shown_scores(counts);
  for (const auto& [sum, people] : shown.sums)
    rows.add("lss_count", static_cast<double>(people), "", std::to_string(sum));
  if (shown.pooled_sums > 0) rows.add("lss_count", static_cast<double>(shown.pooled_sums), "", "pooled");
  for (const auto& [code, people] : shown.frequencies)
    rows.add("lfs_count", static_cast<double>(people), "", code);
  if (shown.pooled_frequencies > 0) rows.add("lfs_count", static_cast<double>(shown.pooled_frequencies), "", "pooled");
}

/// The curve ends at (1, 1), also where the points before it are hidden.
void add_curve(RowMaker& rows, const ProfileCounts& counts) {
  const std::vector<DensityPoint> curve = counts.density_curve();
  const std::size_t shown = shown_points(curve, counts.n());
  for (std::size_t i = 0; i < curve.size(); ++i) {
    if (i >= shown && i + 1 < curve.size()) continue;
    rows.add("hsdc_people", curve[i].people, "", std::to_string(i + 1));
    rows.add("hsdc_profiles", curve[i].profiles, "", std::to_string(i + 1));
  }
}

ProfileCounts profile_counts(const ComparedScore& score, const std::vector<double>& states) {
  ProfileCounts out(score.shape);
  for (const double state : states)
    out.add(static_cast<std::size_t>(state));
  return out;
}

ProfileChanges profile_changes_of(const ComparedScore& score, const std::array<std::vector<double>, 2>& pairs) {
  ProfileChanges out(score.shape);
  for (std::size_t i = 0; i < pairs[0].size(); ++i)
    out.add(static_cast<std::size_t>(pairs[0][i]), static_cast<std::size_t>(pairs[1][i]));
  return out;
}

void add_profile(RowMaker& rows, const ComparedScore& score, const std::vector<double>& states,
                 const HiddenCategories& small) {
  constexpr double hundred = 100;
  const ProfileCounts counts = profile_counts(score, states);
  const auto levels = counts.levels();
  for (std::size_t d = 0; d < levels.size(); ++d) {
    for (std::size_t l = 0; l < levels[d].size(); ++l) {
      const auto people = static_cast<double>(levels[d][l]);
      const std::string level = std::to_string(l + 1);
      rows.add("level_count", people, score.dimensions[d], level, small[d][l]);
      rows.add("level_percent", states.empty() ? std::nan("") : hundred * people / static_cast<double>(states.size()),
               score.dimensions[d], level, small[d][l]);
    }
  }
  // Figures of the whole profile are equations in the same people as the levels.
  const bool few = std::any_of(small.begin(), small.end(), any);
  rows.add("distinct_profiles", static_cast<double>(counts.distinct()), "", "", few);
  rows.add("hsdi", counts.density_index(), "", "", few);
  add_shannon(rows, "", counts.shannon_profiles(false), counts.shannon_profiles(true), few);
  for (std::size_t d = 0; d < levels.size(); ++d)
    add_shannon(rows, score.dimensions[d], counts.shannon_dimension(d, false), counts.shannon_dimension(d, true),
                any(small[d]));
  if (!rows.total() || rows.hidden()) return;
  // Sums of levels and their frequencies are equations in the level counts: with one of these hidden they could be
  // solved for it.
  if (std::none_of(small.begin(), small.end(), any)) add_distributions(rows, counts);
  add_curve(rows, counts);
}

/// Shares of those with problems give away how many have none, and the share of the unchanged does too.
void add_pareto(RowMaker& rows, const std::string& dimension, const ChangeCounts& counts,
                const std::vector<bool>& small) {
  const ChangeShares shares = change_shares(counts);
  const bool without = small[static_cast<std::size_t>(ProfileChange::no_problems)];
  for (std::size_t c = 0; c < profile_changes; ++c) {
    const auto change = static_cast<ProfileChange>(c);
    if (!dimension.empty() && change == ProfileChange::mixed_change) continue;
    const std::string name(words(change));
    rows.add("pchc_count", static_cast<double>(counts[c]), dimension, name, small[c]);
    rows.add("pchc_percent", shares.split[c], dimension, name, small[c] || without);
    if (change != ProfileChange::no_problems)
      rows.add("pchc_percent_of_all", shares.plain[c], dimension, name,
               small[c] || (without && change == ProfileChange::no_change));
  }
  rows.add("pchc_count", static_cast<double>(shares.with_problems), dimension, "with_problems", without);
}

void add_profile_change(RowMaker& rows, const ComparedScore& score, const ProfileChanges& changes,
                        const HiddenCategories& small) {
  add_pareto(rows, "", changes.counts(), small[0]);
  for (std::size_t d = 0; d < score.dimensions.size(); ++d) {
    add_pareto(rows, score.dimensions[d], changes.of_dimension(d), small[d + 1]);
    rows.add("superiority", changes.superiority(d), score.dimensions[d], "", any(small[d + 1]));
  }
}

/// People by whether their score changed at all: the signed rank test rests on these, and with its p tells them.
Distribution moved_counts(const std::array<std::vector<double>, 2>& pairs) {
  Distribution out(2);
  for (std::size_t i = 0; i < pairs[0].size(); ++i)
    ++out[pairs[0][i] == pairs[1][i] ? 1 : 0];
  return out;
}

/// Counts of people whose change is reliable, as a distribution; no reliability, none.
std::vector<Distribution> reliable_counts(const ComparedScore& score, const std::array<std::vector<double>, 2>& pairs) {
  if (!score.reliability) return {};
  const auto people = reliable_change(pairs[0], pairs[1], *score.reliability, score.low_is_good).people;
  return {Distribution(people.begin(), people.end())};
}

void add_reliable_change(RowMaker& rows, const ComparedScore& score, const std::array<std::vector<double>, 2>& pairs,
                         const HiddenCategories& small) {
  if (!score.reliability) return;
  const ReliableChange change = reliable_change(pairs[0], pairs[1], *score.reliability, score.low_is_good);
  rows.add("sem", change.sem);
  rows.add("mdc95", change.mdc95);
  for (std::size_t c = 0; c < reliable_changes; ++c) {
    const std::string name(words(static_cast<Reliable>(c)));
    const double people = change.sem > 0 ? static_cast<double>(change.people.at(c)) : std::nan("");
    constexpr double hundred = 100;
    rows.add("rci_count", people, "", name, small[1][c]);
    rows.add("rci_percent", hundred * people / static_cast<double>(pairs[0].size()), "", name, small[1][c]);
  }
}

void add_number_change(RowMaker& rows, const std::vector<double>& before, const std::vector<double>& after,
                       const HiddenCategories& small) {
  const PairedChange c = paired_change(before, after);
  rows.add("mean_before", c.mean_before);
  rows.add("sd_before", c.sd_before);
  rows.add("mean_after", c.mean_after);
  rows.add("sd_after", c.sd_after);
  rows.add("mean_change", c.mean);
  rows.add("sd_change", c.sd);
  rows.add("lowercl", c.low);
  rows.add("uppercl", c.high);
  rows.add("t", c.t);
  rows.add("p", c.p);
  rows.add("ses", c.ses);
  rows.add("srm", c.srm);
  rows.add("hedges_g", c.hedges_g);
  std::vector<double> differences;
  for (std::size_t i = 0; i < before.size(); ++i)
    differences.push_back(after[i] - before[i]);
  const SignedRank rank = signed_rank(differences);
  rows.add("wilcoxon_v", rank.v, "", "", any(small[0]));
  rows.add("wilcoxon_p", rank.p, "", "", any(small[0]));
}

void add_difference(RowMaker& rows, const WaveDifference& d) {
  rows.add("difference", d.difference.value);
  rows.add("se", d.difference.se);
  rows.add("covariance", d.covariance);
  rows.add("lowercl", d.difference.low);
  rows.add("uppercl", d.difference.high);
  rows.add("z", d.difference.z);
  rows.add("p", d.difference.p);
}

/// Figures of one score in one area, kept until it is known what must be hidden.
struct ScoreData {
  std::array<WaveScores, 2> sides;
  std::array<std::vector<double>, 2> pairs;
};

ScoreData score_data(const ComparedRecords& records, std::size_t score, const Members& members) {
  ScoreData out;
  const auto& before = records.side(0).values[score];
  const auto& after = records.side(1).values[score];
  for (std::size_t s = 0; s < 2; ++s)
    out.sides.at(s) = scores_of(records.side(s), score, members.sides.at(s));
  for (const auto& [b, a] : members.pairs) {
    if (std::isnan(before[b]) || std::isnan(after[a])) continue;
    out.pairs[0].push_back(before[b]);
    out.pairs[1].push_back(after[a]);
  }
  return out;
}

/// What of a group (a side, or 2 = change) has categories: levels by dimension; Pareto classes, then by dimension.
CountedFigures counted(const ComparedScore& score, const ScoreData& data, std::size_t group) {
  CountedFigures out;
  out.people = group < 2 ? data.sides[group].values.size() : data.pairs[0].size();
  if (score.dimensions.empty()) {
    if (group < 2) return out;
    out.distributions = reliable_counts(score, data.pairs);
    out.distributions.insert(out.distributions.begin(), moved_counts(data.pairs));
    return out;
  }
  if (group < 2) {
    out.distributions = profile_counts(score, data.sides[group].values).levels();
    return out;
  }
  const ProfileChanges changes = profile_changes_of(score, data.pairs);
  const auto take = [&out](const ChangeCounts& c) { out.distributions.emplace_back(c.begin(), c.end()); };
  take(changes.counts());
  for (std::size_t d = 0; d < score.dimensions.size(); ++d)
    take(changes.of_dimension(d));
  return out;
}

class ComparedAreas {
public:
  ComparedAreas(const ComparedRecords& records, const CompareFrame& frame) : records_(records), frame_(frame) {}

  std::vector<ComparisonRow> run(const std::function<std::string(std::uint32_t)>& area_code) {
    Members all;
    std::map<std::string, Members> areas;
    std::map<std::uint32_t, std::string> codes;
    const auto area_of = [&](std::uint32_t number) -> Members& {
      const auto [found, added] = codes.try_emplace(number);
      if (added) found->second = area_code(number);
      return areas[found->second];
    };
    for (std::size_t s = 0; s < 2; ++s) {
      const ComparedSide& side = records_.side(s);
      for (std::uint32_t r = 0; r < side.person.size(); ++r) {
        all.sides[s].push_back(r);
        if (frame_.by_area) area_of(side.area[r]).sides[s].push_back(r);
      }
    }
    if (frame_.paired) all.pairs = records_.pairs();
    for (const auto& pair : frame_.by_area ? all.pairs : Pairs{})
      area_of(records_.side(0).area[pair.first]).pairs.push_back(pair);
    level("total", {{"", std::move(all)}});
    const auto totals = static_cast<std::ptrdiff_t>(rows_.size());
    level("area", areas);
    if (frame_.arms) {
      const std::vector<ComparisonRow> rows = arm_rows(records_, frame_, hidden_, area_code);
      rows_.insert(rows_.begin() + totals, rows.begin(), rows.end());
    }
    if (!frame_.links.empty()) {
      const std::vector<ComparisonRow> rows = link_rows(records_, frame_, {hidden_in_total_, hidden_}, area_code);
      rows_.insert(rows_.end(), rows.begin(), rows.end());
    }
    return std::move(rows_);
  }

private:
  void level(const std::string& name, const std::map<std::string, Members>& areas) {
    std::vector<std::vector<ComparisonRow>> rows(areas.size());
    for (std::size_t k = 0; k < frame_.scores.size(); ++k) {
      std::vector<ScoreData> data;
      for (const auto& [code, members] : areas)
        data.push_back(score_data(records_, k, members));
      const auto hiding = hide(name, k, areas, data);
      const std::array<bool, 2> near = {near_pairs(data, 0), near_pairs(data, 1)};
      note_hidden(k, areas, hiding, near, name == "area" ? hidden_ : hidden_in_total_);
      for (std::size_t a = 0; const auto& [code, members] : areas) {
        RowMaker maker(rows[a], code, name, frame_.scores[k].id);
        add_score(maker, frame_.scores[k], data[a], {&hiding[0][a], &hiding[1][a], &hiding[2][a]}, near);
        ++a;
      }
    }
    for (const auto& list : rows)
      rows_.insert(rows_.end(), list.begin(), list.end());
  }

  /// Areas whose mean of a wave is not given: what may be told of arms and of linked scores rests on them.
  void note_hidden(std::size_t k, const std::map<std::string, Members>& areas,
                   const std::array<std::vector<FigureHiding>, 3>& hiding, const std::array<bool, 2>& near,
                   std::vector<HiddenAreas>& out) const {
    out.resize(frame_.scores.size());
    for (std::size_t s = 0; s < 2; ++s)
      for (std::size_t a = 0; const auto& [code, members] : areas)
        if (hiding.at(s)[a++].all || near.at(s)) out[k].at(s).insert(code);
  }

  /// The mean of a wave less that of its pairs is the mean of those without a partner: with few of them in one area,
  /// the waves' means of no area are given, since the total less the others would give it too.
  bool near_pairs(const std::vector<ScoreData>& data, std::size_t side) const {
    return frame_.paired && std::any_of(data.begin(), data.end(), [&](const ScoreData& one) {
             const auto all = one.sides[side].values.size(), pairs = one.pairs[side].size();
             const auto apart = std::max(all, pairs) - std::min(all, pairs);
             return apart > 0 && apart < frame_.minimum;
           });
  }

  /// [group][area]. The total comes first: what it hides, areas need not protect.
  std::array<std::vector<FigureHiding>, 3> hide(const std::string& name, std::size_t k,
                                                const std::map<std::string, Members>& areas,
                                                const std::vector<ScoreData>& data) {
    std::array<std::vector<FigureHiding>, 3> out;
    std::vector<std::string> codes;
    for (const auto& [code, members] : areas)
      codes.push_back(code);
    totals_.resize(frame_.scores.size());
    for (std::size_t g = 0; g < out.size(); ++g) {
      std::vector<CountedFigures> figures;
      for (const ScoreData& one : data)
        figures.push_back(counted(frame_.scores[k], one, g));
      if (name == "total") {
        out[g] = {hide_in_total(figures.front(), frame_.minimum, g < 2)};
        totals_[k][g] = out[g].front().small;
      } else {
        out[g] = hide_in_areas(codes, figures, totals_[k][g], frame_.minimum, g < 2);
      }
    }
    return out;
  }

  void add_score(RowMaker& maker, const ComparedScore& score, const ScoreData& data,
                 std::array<const FigureHiding*, 3> hide, std::array<bool, 2> near) const {
    for (std::size_t s = 0; s < 2; ++s) {
      maker.group(frame_.names[s], data.sides[s].values.size(), hide[s]->all);
      if (!score.dimensions.empty()) {
        add_profile(maker, score, data.sides[s].values, hide[s]->small);
      } else {
        const Moments m = moments(data.sides[s].values);
        maker.add("mean", m.mean, "", "", near[s]);
        maker.add("sd", m.sd, "", "", near[s]);
      }
    }
    if (score.dimensions.empty()) {
      const WaveDifference difference = wave_difference(data.sides[0], data.sides[1]);
      // Of two means: hidden where either is, and where its n would tell how few are in both waves.
      maker.group("difference", difference.people,
                  hide[0]->all || hide[1]->all || near[0] || near[1] || (frame_.paired && hide[2]->all));
      add_difference(maker, difference);
    }
    if (!frame_.paired) return;
    maker.group("change", data.pairs[0].size(), hide[2]->all);
    if (score.dimensions.empty()) {
      add_number_change(maker, data.pairs[0], data.pairs[1], hide[2]->small);
      add_reliable_change(maker, score, data.pairs, hide[2]->small);
    } else {
      add_profile_change(maker, score, profile_changes_of(score, data.pairs), hide[2]->small);
    }
  }

  const ComparedRecords& records_;
  const CompareFrame& frame_;
  std::vector<std::array<HiddenCategories, 3>> totals_; ///< [score][group]
  std::vector<HiddenAreas> hidden_, hidden_in_total_;   ///< [score]; the total's code is empty
  std::vector<ComparisonRow> rows_;
};

} // namespace

std::vector<ComparisonRow> compare_rows(const ComparedRecords& records, const CompareFrame& frame,
                                        const std::function<std::string(std::uint32_t)>& area_code) {
  return ComparedAreas(records, frame).run(area_code);
}

} // namespace joinedup
