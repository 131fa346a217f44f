#include "pipeline/look/item_pairs.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace joinedup {

namespace {

constexpr std::int64_t fewest_records = 30;
constexpr double clearly = 0.15;

/// Items that a step of any score reverses.
std::set<std::string> reversed_items(const Instrument& instrument) {
  std::set<std::string> out;
  for (const ScoreDefinition& score : instrument.scores) {
    for (const ScoringStep& step : score.steps) {
      if (step.operation != "reverse") continue;
      for (const auto& [name, parameter] : step.parameters) {
        const auto* list = std::get_if<ParameterList>(&parameter.value);
        if (list == nullptr) continue;
        for (const Parameter& p : *list) {
          if (const auto* id = std::get_if<std::string>(&p.value)) out.insert(*id);
        }
      }
    }
  }
  return out;
}

std::size_t codes_of(const Item& item) { return item.range ? 0 : item.options.size(); }

} // namespace

std::optional<double> PairSums::correlation() const {
  const double m = static_cast<double>(n);
  const double sx = static_cast<double>(x), sy = static_cast<double>(y);
  const double vx = m * static_cast<double>(xx) - sx * sx, vy = m * static_cast<double>(yy) - sy * sy;
  if (vx <= 0 || vy <= 0) return std::nullopt;
  return (m * static_cast<double>(xy) - sx * sy) / std::sqrt(vx * vy);
}

ItemPairs::ItemPairs(const Instrument& instrument) {
  std::map<std::size_t, std::size_t> kinds;
  for (const Item& item : instrument.items)
    if (codes_of(item) > 2) ++kinds[codes_of(item)];
  if (kinds.empty()) return;
  const std::size_t usual = std::max_element(kinds.begin(), kinds.end(), [](const auto& a, const auto& b) {
                              return a.second < b.second;
                            })->first;
  const std::set<std::string> reversed = reversed_items(instrument);
  for (std::size_t i = 0; i < instrument.items.size(); ++i) {
    const Item& item = instrument.items[i];
    if (codes_of(item) != usual || !item.scored) continue;
    items_.push_back(i);
    signs_.push_back(reversed.contains(item.id) ? -1 : 1);
  }
  sums_.resize(items_.size() * items_.size());
}

void ItemPairs::see(const AnswerBlock& answers, const std::vector<DropReason>& drop) {
  const std::size_t k = items_.size();
  std::vector<std::pair<std::size_t, std::int64_t>> given;
  for (std::size_t r = 0; r < drop.size(); ++r) {
    if (drop[r] != DropReason::none) continue;
    given.clear();
    for (std::size_t i = 0; i < k; ++i) {
      const AnswerCode code = answers.items[items_[i]][r];
      if (is_answer(code)) given.emplace_back(i, code);
    }
    for (std::size_t a = 0; a < given.size(); ++a) {
      const auto [i, x] = given[a];
      for (std::size_t b = a + 1; b < given.size(); ++b) {
        const auto [j, y] = given[b];
        PairSums& s = sums_[i * k + j];
        ++s.n;
        s.x += x;
        s.y += y;
        s.xx += x * x;
        s.yy += y * y;
        s.xy += x * y;
      }
    }
  }
}

void ItemPairs::merge(const ItemPairs& other) {
  for (std::size_t p = 0; p < sums_.size(); ++p) {
    const PairSums& o = other.sums_[p];
    PairSums& s = sums_[p];
    s.n += o.n;
    s.x += o.x;
    s.y += o.y;
    s.xx += o.xx;
    s.yy += o.yy;
    s.xy += o.xy;
  }
}

std::optional<double> ItemPairs::mean_correlation(std::size_t item, const std::vector<bool>& left_out) const {
  const std::size_t k = items_.size();
  double sum = 0;
  int pairs = 0;
  for (std::size_t j = 0; j < k; ++j) {
    if (j == item || left_out[j]) continue;
    const PairSums& s = sums_[std::min(item, j) * k + std::max(item, j)];
    const auto r = s.correlation();
    if (s.n < fewest_records || !r) continue;
    sum += *r * signs_[item] * signs_[j];
    ++pairs;
  }
  return pairs < 2 ? std::nullopt : std::optional<double>(sum / pairs);
}

std::vector<std::size_t> ItemPairs::against_the_rest() const {
  const std::size_t k = items_.size();
  std::vector<bool> against(k, false);
  for (std::size_t round = 0; round * 2 < k; ++round) { // the worst first: it also spoils the means of the others
    std::optional<std::size_t> worst;
    double lowest = -clearly;
    for (std::size_t i = 0; i < k; ++i) {
      const auto mean = against[i] ? std::nullopt : mean_correlation(i, against);
      if (!mean || *mean >= lowest) continue;
      lowest = *mean;
      worst = i;
    }
    if (!worst) break;
    against[*worst] = true;
  }
  double sum = 0;
  int rest = 0;
  for (std::size_t i = 0; i < k; ++i) {
    const auto mean = against[i] ? std::nullopt : mean_correlation(i, against);
    if (!mean) continue;
    sum += *mean;
    ++rest;
  }
  if (rest < 3 || sum / rest < clearly) return {};
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < k; ++i)
    if (against[i]) out.push_back(items_[i]);
  return out;
}

} // namespace joinedup
