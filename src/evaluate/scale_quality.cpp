#include "evaluate/scale_quality.hpp"

#include "evaluate/quality_rules.hpp"
#include "stats/consistency.hpp"
#include "stats/one_factor.hpp"

#include <cmath>
#include <string>
#include <utility>

namespace joinedup {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

double share(std::uint64_t part, std::uint64_t of) {
  return of == 0 ? none : static_cast<double>(part) / static_cast<double>(of);
}

struct Spread {
  double mean = none, sd = none;
};

Spread spread(double sum, double squares, std::uint64_t count) {
  if (count == 0) return {};
  const auto n = static_cast<double>(count);
  Spread out{sum / n, none};
  if (count > 1) out.sd = std::sqrt(std::max(0.0, squares - sum * sum / n) / (n - 1));
  return out;
}

class Measuring {
public:
  Measuring(const ScaleSums& sums, const ScaleShape& shape)
      : sums_(sums), shape_(shape), covariance_(covariances(sums, shape)) {
    consistent_ = consistency(covariance_, covariance_.empty() ? 0 : shape.items, sums.complete);
    consistent_.item_rest.resize(shape.items, none);
    consistent_.alpha_without.resize(shape.items, none);
    if (sums.complete >= 3) factor_ = one_factor(consistent_.correlation, shape.items);
    factor_.loadings.resize(shape.items, none);
  }

  MeasuredScale run() {
    MeasuredScale out;
    out.statistics = scale();
    for (std::size_t i = 0; i < shape_.items; ++i)
      out.items.push_back(item(i));
    return out;
  }

private:
  using List = std::vector<MeasuredStatistic>;

  static QualityStatistic* add(List& list, QualityBase base, std::string name, std::uint64_t n, double value,
                               bool of_item, std::string reason) {
    QualityStatistic one;
    one.name = std::move(name);
    one.n = n;
    if (std::isnan(value)) {
      one.reason = n == 0 ? "nobody answered" : std::move(reason);
    } else {
      one.value = value;
      one.flag = quality_flag(one.name, of_item, value);
    }
    list.push_back({std::move(one), base});
    return &list.back().statistic;
  }

  std::string why_not_consistent() const {
    if (sums_.complete < 3) return "fewer than 3 complete answers";
    return "the answers do not vary";
  }

  std::string why_no_factor() const {
    if (sums_.complete < 3) return "fewer than 3 complete answers";
    return shape_.items < 3 ? "two items do not make out a factor" : "an item does not vary";
  }

  List scale() const {
    List out;
    std::uint64_t lacking = 0;
    for (const ItemSums& item : sums_.items)
      for (const std::uint64_t count : item.lacks)
        lacking += count;
    const auto everyone = QualityBase::respondents;
    add(out, everyone, "response", sums_.records, share(sums_.respondents, sums_.records), false, "");
    add(out, everyone, "missing", sums_.respondents, share(lacking, sums_.respondents * shape_.items), false, "");
    add(out, QualityBase::complete, "complete", sums_.respondents, share(sums_.complete, sums_.respondents), false, "");
    const bool low = !std::isnan(shape_.score_low), high = !std::isnan(shape_.score_high);
    add(out, QualityBase::scored, "floor", sums_.scored, low ? share(sums_.at_low, sums_.scored) : none, false,
        "the scale states no lowest score");
    add(out, QualityBase::scored, "ceiling", sums_.scored, high ? share(sums_.at_high, sums_.scored) : none, false,
        "the scale states no highest score");
    const Spread s = spread(sums_.score_sum.value(), sums_.score_squares.value(), sums_.scored);
    add(out, QualityBase::scored, "mean", sums_.scored, s.mean, false, "");
    add(out, QualityBase::scored, "sd", sums_.scored, s.sd, false, "fewer than 2 scores");
    add_consistency(out);
    return out;
  }

  void add_consistency(List& out) const {
    const auto base = QualityBase::complete;
    QualityStatistic& alpha = *add(out, base, "alpha", sums_.complete, consistent_.alpha, false, why_not_consistent());
    if (alpha.value) {
      if (std::isnan(consistent_.alpha_low) || std::isnan(consistent_.alpha_high)) {
        alpha.reason = "too many answers to compute the interval of alpha";
      } else {
        alpha.lower = consistent_.alpha_low;
        alpha.upper = consistent_.alpha_high;
      }
      if (sums_.complete < few_complete)
        alpha.flag += std::string(alpha.flag.empty() ? "" : "; ") + "rests on fewer than 50 complete answers";
    }
    add(out, base, "omega", sums_.complete, factor_.omega, false, why_no_factor());
    add(out, base, "inter_item", sums_.complete, consistent_.mean_correlation, false,
        sums_.complete < 3 ? why_not_consistent() : "an item does not vary");
    add(out, base, "straight_lining", sums_.complete, share(sums_.straight, sums_.complete), false, "");
  }

  List item(std::size_t i) const {
    List out;
    const ItemSums& item = sums_.items[i];
    const auto own = QualityBase::answered, complete = QualityBase::complete;
    add(out, own, "missing", sums_.respondents, share(sums_.respondents - item.answered, sums_.respondents), true, "");
    for (std::size_t r = 0; r < lack_reasons; ++r) {
      if (item.lacks[r] == 0) continue;
      add(out, own, "missing:" + std::string(lack_words(r)), sums_.respondents, share(item.lacks[r], sums_.respondents),
          true, "");
    }
    const bool ends = shape_.low[i] != ItemAnswer::none;
    const std::string no_ends = "an item made of others states no ends";
    add(out, own, "floor", item.answered, ends ? share(item.at_low, item.answered) : none, true, no_ends);
    add(out, own, "ceiling", item.answered, ends ? share(item.at_high, item.answered) : none, true, no_ends);
    const double unit = shape_.unit;
    const Spread s =
        spread(static_cast<double>(item.sum) / unit, static_cast<double>(item.squares) / unit / unit, item.answered);
    add(out, own, "mean", item.answered, s.mean, true, "");
    add(out, own, "sd", item.answered, s.sd, true, "fewer than 2 answers");
    const std::string constant = sums_.complete < 3 ? why_not_consistent() : "it, or all the rest, does not vary";
    add(out, complete, "item_rest", sums_.complete, consistent_.item_rest[i], true, constant);
    QualityStatistic& without = *add(out, complete, "alpha_without", sums_.complete, consistent_.alpha_without[i], true,
                                     shape_.items < 3 ? "one item would remain" : why_not_consistent());
    if (without.value && *without.value > consistent_.alpha + worth_dropping)
      without.flag = "alpha is higher without it";
    add(out, complete, "loading", sums_.complete, factor_.loadings[i], true, why_no_factor());
    return out;
  }

  const ScaleSums& sums_;
  const ScaleShape& shape_;
  std::vector<double> covariance_;
  Consistency consistent_;
  OneFactor factor_;
};

} // namespace

MeasuredScale measure(const ScaleSums& sums, const ScaleShape& shape) { return Measuring(sums, shape).run(); }

} // namespace joinedup
