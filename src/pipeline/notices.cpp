#include "pipeline/notices.hpp"

#include "base/text.hpp"
#include "stats/correlation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace joinedup {

namespace {

std::string percent(double share) { return fixed(100 * share, 1) + " %"; }

class Notices {
public:
  Notices(const IndexBinding& binding, const Scorers& scorers, const Library& library, const Geography* geography,
          RunResults& results)
      : binding_(binding), scorers_(scorers), library_(library), geography_(geography), results_(results) {}

  void add() {
    std::vector<std::string> first = binding_.index.notices;
    if (crude_outcomes()) {
      results_.crude_outcomes = true;
      first.emplace_back("Age, illness and deprivation differ between areas and have not been allowed for: this report "
                         "says higher and lower, not better and worse.");
    }
    results_.notices.insert(results_.notices.begin(), first.begin(), first.end());
    score_notices();
    weights();
    shared_items();
    correlated_domains();
    unknown_areas();
    known_geography();
  }

private:
  void notice(std::string text) {
    if (std::find(results_.notices.begin(), results_.notices.end(), text) == results_.notices.end())
      results_.notices.push_back(std::move(text));
  }

  /// R9: an index that holds the level of an outcome, not its change, and is not adjusted for case mix.
  bool crude_outcomes() const {
    return !results_.study.adjusted_headline &&
           std::any_of(binding_.indicators.begin(), binding_.indicators.end(), [this](const BoundIndicator& b) {
             return !b.domain.empty() && !b.spec.score.empty() && !b.change_from &&
                    scorers_.instrument(b.score.instrument).measures == "outcome";
           });
  }

  /// What an indicator's definition, else its score's, asks to be printed wherever it is shown.
  void score_notices() {
    for (std::size_t k = 0; k < binding_.indicators.size(); ++k) {
      const BoundIndicator& b = binding_.indicators[k];
      IndicatorInfo& info = results_.indicators[k];
      if (info.notice.empty() && !b.spec.score.empty()) {
        for (const ScoreColumn& c : scorers_.plan(b.score.instrument).columns()) {
          if (c.id == b.score.column) info.notice = c.notice;
        }
      }
      if (!info.notice.empty()) notice(info.label + ": " + info.notice);
    }
  }

  /// R39: what decides the ranking may not be what the weights say.
  void weights() {
    for (const IndicatorInfo& i : results_.indicators) {
      if (i.weight <= 0 || !i.variance_share) continue;
      if (*i.variance_share <= 2 * i.weight && *i.variance_share >= i.weight / 2) continue;
      results_.diagnostics.warning("J609", {},
                                   fmt::format("{} weighs {} of the index and makes {} of its variance between areas",
                                               i.id, percent(i.weight), percent(*i.variance_share)),
                                   "the spread of an indicator, not its weight alone, decides who stands where");
    }
  }

  void shared_items() {
    std::map<std::string, std::set<std::string>> domains_of_item;
    for (const IndicatorInfo& i : results_.indicators) {
      for (const auto& [item, weight] : i.question_weights)
        domains_of_item[item].insert(i.domain);
    }
    std::vector<std::string> shared;
    for (const auto& [item, domains] : domains_of_item) {
      if (domains.size() > 1) shared.push_back(item);
    }
    if (shared.empty()) return;
    results_.diagnostics.warning("J610", {}, fmt::format("{} count in more than one domain", join(shared, ", ")),
                                 "these questions weigh more than the domains' weights say");
  }

  /// Domains that go together in nearly every area measure one thing twice.
  void correlated_domains() {
    const std::size_t domains = results_.domain_weights.size();
    for (std::size_t a = 0; a < domains; ++a) {
      for (std::size_t b = a + 1; b < domains; ++b) {
        const double r = correlation(a, b);
        if (!(r > 0.9)) continue;
        results_.diagnostics.warning("J613", {},
                                     fmt::format("the domains {} and {} correlate at {} between areas",
                                                 results_.domain_weights[a].domain, results_.domain_weights[b].domain,
                                                 fixed(r, 2)),
                                     "they say nearly the same thing; together they weigh as one");
      }
    }
  }

  double correlation(std::size_t a, std::size_t b) const {
    std::vector<double> x, y;
    for (const AreaResult& area : results_.areas) {
      if (area.domains.size() <= b || !area.domains[a].value || !area.domains[b].value) continue;
      x.push_back(*area.domains[a].value);
      y.push_back(*area.domains[b].value);
    }
    return x.size() < 5 ? 0 : pearson(x, y).r;
  }

  void unknown_areas() {
    if (geography_ == nullptr) return;
    for (const auto& [code, n] : results_.reconciliation.unknown_areas) {
      const auto ended = geography_->ended.find(code);
      if (ended == geography_->ended.end()) continue;
      results_.diagnostics.warning("J611", {},
                                   fmt::format("{} is no area of {}: {}", code, geography_->id, ended->second),
                                   "name the geography that these data were collected under");
    }
  }

  /// Codes taken as found that a shipped geography knows all of.
  void known_geography() {
    if (geography_ != nullptr || results_.areas.empty()) return;
    for (const std::string& id : library_.geography_ids()) {
      const Outcome<Geography> known = library_.geography(id);
      if (!known) continue;
      std::set<std::string> codes;
      for (const Area& a : known->areas) {
        codes.insert(a.code);
        codes.insert(a.codes.begin(), a.codes.end());
      }
      const bool all = std::all_of(results_.areas.begin(), results_.areas.end(),
                                   [&](const AreaResult& a) { return codes.contains(a.code); });
      if (!all) continue;
      results_.diagnostics.note("J612", {}, fmt::format("all area codes are known in the geography {}", id),
                                fmt::format("--geography {} adds names, regions and the map", id));
      return;
    }
  }

  const IndexBinding& binding_;
  const Scorers& scorers_;
  const Library& library_;
  const Geography* geography_;
  RunResults& results_;
};

} // namespace

void add_notices(const IndexBinding& binding, const Scorers& scorers, const Library& library,
                 const Geography* geography, RunResults& results) {
  Notices(binding, scorers, library, geography, results).add();
}

} // namespace joinedup
