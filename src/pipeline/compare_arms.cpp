#include "pipeline/compare_arms.hpp"

#include "evaluate/difference_in_differences.hpp"
#include "pipeline/compare_row_maker.hpp"

#include <cmath>
#include <map>
#include <utility>

namespace joinedup {

namespace {

constexpr std::size_t arms = 3; // untreated, treated, neither

/// People with the score in one wave, by arm and area.
using ArmCounts = std::array<std::map<std::string, std::uint64_t>, arms>;

struct ArmData {
  DidRecords records;
  std::array<ArmCounts, 2> counts; ///< [wave]
};

ArmData arm_data(const ComparedRecords& records, std::size_t score,
                 const std::function<std::string(std::uint32_t)>& area_code) {
  ArmData out;
  std::map<std::string, std::uint32_t> clusters;
  for (std::size_t s = 0; s < 2; ++s) {
    const ComparedSide& side = records.side(s);
    for (std::size_t r = 0; r < side.person.size(); ++r) {
      const double value = side.values[score][r];
      if (std::isnan(value)) continue;
      const std::string code = area_code(side.area[r]);
      const auto arm = static_cast<std::size_t>(side.arm[r]);
      ++out.counts.at(s).at(arm)[code];
      if (side.arm[r] == Arm::neither) continue;
      const auto next = static_cast<std::uint32_t>(clusters.size());
      out.records.cluster.push_back(clusters.try_emplace(code, next).first->second);
      out.records.values.push_back(value);
      out.records.treated.push_back(side.arm[r] == Arm::treated ? 1 : 0);
      out.records.after.push_back(static_cast<std::uint8_t>(s));
    }
  }
  out.records.clusters = clusters.size();
  return out;
}

std::uint64_t people_in(const std::map<std::string, std::uint64_t>& areas) {
  std::uint64_t out = 0;
  for (const auto& [code, people] : areas)
    out += people;
  return out;
}

/// Whether what is hidden in one arm and wave could be told from the others' figures.
bool tells(const std::map<std::string, std::uint64_t>& areas, const std::set<std::string>& hidden,
           std::uint64_t minimum) {
  std::uint64_t people = 0, cells = 0;
  for (const auto& [code, n] : areas) {
    if (!hidden.contains(code)) continue;
    people += n;
    ++cells;
  }
  return cells == 1 || (cells > 1 && people < minimum);
}

bool must_hide(const ArmData& data, const HiddenAreas& hidden, std::uint64_t minimum) {
  for (std::size_t s = 0; s < 2; ++s) {
    const ArmCounts& counts = data.counts.at(s);
    const std::uint64_t neither = people_in(counts[2]);
    if (neither > 0 && neither < minimum) return true;
    for (std::size_t arm = 0; arm < 2; ++arm)
      if (people_in(counts.at(arm)) < minimum || tells(counts.at(arm), hidden.at(s), minimum)) return true;
  }
  return false;
}

void add_t(RowMaker& rows, const DidEstimate& estimate, const std::string& model) {
  rows.add("df", estimate.df, model);
  rows.add("lowercl", estimate.low, model);
  rows.add("uppercl", estimate.high, model);
  rows.add("t", estimate.t, model);
  rows.add("p", estimate.p, model);
}

void add_did(RowMaker& rows, const DifferenceInDifferences& d) {
  rows.add("did", d.records.value, "records");
  rows.add("se_ols", d.se_ols, "records");
  rows.add("se_hc0", d.se_hc0, "records");
  rows.add("se_hc1", d.se_hc1, "records");
  rows.add("se_cluster_hc0", d.se_cluster_hc0, "records");
  rows.add("se_cluster_hc1", d.records.se, "records");
  add_t(rows, d.records, "records");
  rows.add("did", d.fixed_effects.value, "fixed_effects");
  rows.add("se_cluster_hc1", d.fixed_effects.se, "fixed_effects");
  add_t(rows, d.fixed_effects, "fixed_effects");
  rows.add("did", d.cluster_means.value, "area_means");
  rows.add("se", d.cluster_means.se, "area_means");
  add_t(rows, d.cluster_means, "area_means");
  rows.add("permutation_p", d.permutation_p, "area_means");
  rows.add("areas", static_cast<double>(d.clusters));
}

} // namespace

std::vector<ComparisonRow> arm_rows(const ComparedRecords& records, const CompareFrame& frame,
                                    const std::vector<HiddenAreas>& hidden,
                                    const std::function<std::string(std::uint32_t)>& area_code) {
  std::vector<ComparisonRow> out;
  for (std::size_t k = 0; k < frame.scores.size(); ++k) {
    if (!frame.scores[k].dimensions.empty()) continue;
    RowMaker rows(out, "", "total", frame.scores[k].id);
    const auto add = [&](const std::string& name, const ComparedRecords& of, const HiddenAreas& not_given) {
      const ArmData data = arm_data(of, k, area_code);
      rows.group(name, data.records.values.size(), must_hide(data, not_given, frame.minimum));
      add_did(rows, difference_in_differences(data.records));
    };
    // Of the earlier wave nothing else is given, so that no area of it can be told from others.
    if (frame.earlier != nullptr) add("pre_trend", *frame.earlier, {{{}, hidden.at(k)[0]}});
    add("difference_in_differences", records, hidden.at(k));
  }
  return out;
}

} // namespace joinedup
