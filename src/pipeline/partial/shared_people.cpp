#include "pipeline/partial/shared_people.hpp"

#include "publish/share_rules.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>
#include <utility>
#include <vector>

namespace joinedup {

namespace {

/// Equal but for rounding is equal.
double told_apart(double score) { return std::round(score * 1e9) / 1e9; }

class Sharing {
public:
  Sharing(const ScoredRecords& records, const SumsDesign& design, std::uint64_t minimum,
          const std::function<std::string(std::uint32_t)>& code_of)
      : records_(records), design_(design), minimum_(minimum), code_of_(code_of),
        seen_(records.scores()), out_{IndicatorSums(design), 0, 0, 0, {}} {}

  SharedPeople run() {
    see_values();
    std::map<Alike, Places> kept;
    std::set<std::uint32_t> met, with_answers;
    for (const auto& [key, places] : groups()) {
      const auto& [alike, has] = key;
      const std::uint32_t area = std::get<1>(alike);
      const std::uint64_t people = people_in(places);
      met.insert(area);
      if (group_fault(places, has) != ShareFault::none) {
        out_.withheld.people += people;
        continue;
      }
      const auto answered = static_cast<std::size_t>(std::ranges::count(has, true));
      (answered == has.size() ? out_.full : answered > 0 ? out_.part : out_.none) += people;
      if (answered > 0) with_answers.insert(area);
      Places& all = kept[alike];
      all.insert(all.end(), places.begin(), places.end());
    }
    for (const std::uint32_t area : met)
      if (!with_answers.contains(area)) out_.withheld.areas.insert(code_of_(area));
    for (const auto& [alike, places] : kept)
      add(alike, places);
    return std::move(out_);
  }

private:
  using Alike = std::tuple<std::uint32_t, std::uint32_t, double>; ///< stratum, area, weight
  using Places = std::vector<std::size_t>;                        ///< of records
  using Group = std::pair<Alike, std::vector<bool>>;              ///< and which index measures they have

  bool has(std::size_t record, std::size_t k) const { return !std::isnan(records_.score(record, k)); }

  void see_values() {
    for (std::size_t k = 0; k < seen_.size(); ++k) {
      for (std::size_t r = 0; r < records_.size(); ++r)
        if (has(r, k)) seen_[k].push_back(told_apart(records_.score(r, k)));
      std::ranges::sort(seen_[k]);
      const auto again = std::ranges::unique(seen_[k]);
      seen_[k].erase(again.begin(), again.end());
    }
  }

  std::map<Group, Places> groups() const {
    std::map<Group, Places> out;
    for (std::size_t r = 0; r < records_.size(); ++r) {
      std::vector<bool> measures;
      for (std::size_t k = 0; k < design_.index_indicators; ++k)
        measures.push_back(has(r, k));
      const std::uint32_t stratum = design_.strata ? records_.strata[r] : 0;
      out[{{stratum, records_.areas[r], records_.weights[r]}, measures}].push_back(r);
    }
    return out;
  }

  std::uint64_t people_in(const Places& places) const {
    std::uint64_t out = 0;
    for (const std::size_t r : places)
      out += records_.counts[r];
    return out;
  }

  std::vector<std::uint64_t> counts_of(const Places& places) const {
    std::vector<std::uint64_t> out;
    for (const std::size_t r : places)
      out.push_back(records_.counts[r]);
    return out;
  }

  SharedMeasure measure(const Places& places, std::size_t k) const {
    SharedMeasure out{{}, &seen_[k]};
    for (const std::size_t r : places)
      out.scores.push_back(told_apart(records_.score(r, k)));
    return out;
  }

  ShareFault group_fault(const Places& places, const std::vector<bool>& measures) const {
    std::vector<SharedMeasure> present;
    for (std::size_t k = 0; k < measures.size(); ++k)
      if (measures[k]) present.push_back(measure(places, k));
    return share_fault(present, counts_of(places), minimum_);
  }

  bool shows_companion(const Places& places, std::size_t k) const {
    Places having;
    std::ranges::copy_if(places, std::back_inserter(having), [&](std::size_t r) { return has(r, k); });
    const std::uint64_t lacking = people_in(places) - people_in(having);
    if (having.empty()) return true;
    if (lacking > 0 && lacking < minimum_) return false; // also, it may be a straight line of another measure
    const std::vector<SharedMeasure> one{measure(having, k)};
    return share_fault(one, counts_of(having), minimum_) == ShareFault::none;
  }

  void add(const Alike& alike, const Places& places) {
    const auto& [stratum, area, weight] = alike;
    std::vector<bool> shown(records_.scores(), true);
    for (std::size_t k = design_.index_indicators; k < shown.size(); ++k) {
      shown[k] = shows_companion(places, k);
      if (!shown[k]) out_.withheld.measures[design_.indicators[k]].insert(code_of_(area));
    }
    std::vector<double> scores(shown.size());
    for (const std::size_t r : places) {
      for (std::size_t k = 0; k < shown.size(); ++k)
        scores[k] = shown[k] ? records_.score(r, k) : std::numeric_limits<double>::quiet_NaN();
      out_.sums.add(area, stratum, 0, weight, records_.counts[r], scores);
    }
  }

  const ScoredRecords& records_;
  const SumsDesign& design_;
  std::uint64_t minimum_;
  const std::function<std::string(std::uint32_t)>& code_of_;
  std::vector<std::vector<double>> seen_; ///< by indicator: values that occur
  SharedPeople out_;
};

} // namespace

SharedPeople shared_people(const ScoredRecords& records, const SumsDesign& design, std::uint64_t minimum,
                           const std::function<std::string(std::uint32_t)>& code_of) {
  return Sharing(records, design, minimum, code_of).run();
}

} // namespace joinedup
