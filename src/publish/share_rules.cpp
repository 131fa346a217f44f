#include "publish/share_rules.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <numeric>
#include <set>

namespace joinedup {

namespace {

using Counts = std::map<double, std::uint64_t>; ///< people by answer

std::uint64_t all_of(std::span<const std::uint64_t> counts) {
  return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
}

Counts counts_of(const SharedMeasure& measure, std::span<const std::uint64_t> counts) {
  Counts out;
  for (std::size_t r = 0; r < counts.size(); ++r)
    out[measure.scores[r]] += counts[r];
  return out;
}

/// Few differ from one answer, or from either of two. Nobody at all beyond two answers is no fault: rare() sees to
/// that.
bool alike(const Counts& people, std::uint64_t all, std::uint64_t minimum) {
  std::vector<std::uint64_t> sizes;
  for (const auto& [answer, n] : people)
    sizes.push_back(n);
  std::ranges::sort(sizes, std::greater<>());
  if (all - sizes[0] < minimum) return true;
  const std::uint64_t others = all - sizes[0] - (sizes.size() > 1 ? sizes[1] : 0);
  return others > 0 && others < minimum;
}

/// Few give neither answer a to one measure nor answer b to the other, for some a and b.
bool alike(const SharedMeasure& a, const SharedMeasure& b, std::span<const std::uint64_t> counts,
           std::uint64_t minimum) {
  const std::uint64_t all = all_of(counts);
  const Counts of_a = counts_of(a, counts), of_b = counts_of(b, counts);
  std::map<std::pair<double, double>, std::uint64_t> both;
  for (std::size_t r = 0; r < counts.size(); ++r)
    both[{a.scores[r], b.scores[r]}] += counts[r];
  for (const auto& [x, n] : of_a) {
    for (const auto& [y, m] : of_b) {
      if (n + m + minimum <= all) continue; // enough are left whoever gives both
      const auto found = both.find({x, y});
      if (all + (found == both.end() ? 0 : found->second) - n - m < minimum) return true;
    }
  }
  return false;
}

/// Of measures with few answers the sums may be as good as the table of their answers: then it must be one to show.
bool rare(std::span<const SharedMeasure> measures, std::span<const std::uint64_t> counts,
          const std::vector<bool>& has_few, std::uint64_t minimum) {
  std::map<std::vector<double>, std::uint64_t> table;
  for (std::size_t r = 0; r < counts.size(); ++r) {
    std::vector<double> answers;
    for (std::size_t i = 0; i < measures.size(); ++i)
      if (has_few[i]) answers.push_back(measures[i].scores[r]);
    table[answers] += counts[r];
  }
  return std::ranges::any_of(table, [&](const auto& cell) { return cell.second < minimum; });
}

/// log2 of the number of ways in which `people` fall on a number of answers, of which `bits` is the log2.
double log2_ways(double people, double bits) {
  const double answers = std::exp2(std::min(bits, 900.0));
  const auto log_gamma = [](double x) { return std::lgamma(x) / std::log(2.0); };
  if (bits > 40) return people * bits - log_gamma(people + 1); // answers + people is answers, as far as doubles go
  return log_gamma(people + answers) - log_gamma(people + 1) - log_gamma(answers);
}

/// The largest number of which all differences are whole multiples; 0 = none that is worth the name.
double step_of(const SharedMeasure& measure) {
  const auto [low, high] = std::ranges::minmax(measure.scores);
  const double rounding = 1e-9 * (high - low);
  double step = 0;
  for (const double score : std::set<double>(measure.scores.begin(), measure.scores.end())) { // in order, for rounding
    double rest = score - low;
    while (rest > rounding) { // Euclid
      double next = std::fmod(step, rest);
      if (rest - next < rounding) next = 0;
      step = rest;
      rest = next;
    }
  }
  return step < 1e-5 * (high - low) ? 0 : step;
}

/// Whether there are, on average over all that the sums can come to, less than a thousand sets of answers that fit.
/// `varied`: people who do not give the commonest answer, as sums less as many times that answer are theirs alone.
bool determined(std::span<const SharedMeasure> measures, const std::vector<bool>& has_few, std::uint64_t varied) {
  constexpr double enough = 10; // log2 of a thousand
  const auto people = static_cast<double>(varied);
  double bits = 0, known = 0; // log2 of the answers that one person may have given, and of what the sums may come to
  std::vector<double> steps;  // from the least to the greatest answer
  for (std::size_t i = 0; i < measures.size(); ++i) {
    const auto [low, high] = std::ranges::minmax(measures[i].scores);
    const double step = step_of(measures[i]);
    if (step == 0) return true; // sums of such numbers are like a fingerprint of their terms
    steps.push_back((high - low) / step);
    if (has_few[i]) continue;
    const auto& seen = *measures[i].seen;
    const auto first = std::ranges::lower_bound(seen, low), last = std::ranges::upper_bound(seen, high);
    bits += std::log2(static_cast<double>(last - first));
    known += std::log2(1 + people * steps[i]) + std::log2(1 + people * steps[i] * steps[i]);
  }
  for (std::size_t i = 0; i < measures.size(); ++i)
    for (std::size_t k = i + 1; k < measures.size(); ++k)
      if (!has_few[i] || !has_few[k]) known += std::log2(1 + people * steps[i] * steps[k]);
  return bits > 0 && log2_ways(people, bits) - known < enough;
}

} // namespace

ShareFault share_fault(std::span<const SharedMeasure> measures, std::span<const std::uint64_t> counts,
                       std::uint64_t minimum) {
  const std::uint64_t all = all_of(counts);
  if (all < minimum) return ShareFault::few;
  std::vector<bool> has_few;
  std::uint64_t varied = all;
  for (const SharedMeasure& measure : measures) {
    const Counts people = counts_of(measure, counts);
    if (alike(people, all, minimum)) return ShareFault::alike;
    for (const auto& [answer, n] : people)
      varied = std::min(varied, all - n);
    has_few.push_back(people.size() <= few_answers);
  }
  for (std::size_t i = 0; i < measures.size(); ++i)
    for (std::size_t k = i + 1; k < measures.size(); ++k)
      if (alike(measures[i], measures[k], counts, minimum)) return ShareFault::alike;
  if (rare(measures, counts, has_few, minimum)) return ShareFault::rare;
  return determined(measures, has_few, varied) ? ShareFault::determined : ShareFault::none;
}

} // namespace joinedup
