#include "definitions/study_comparison.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

namespace joinedup {

namespace {

constexpr int most_draws = 1000000;
const std::vector<std::string> testing{"bh", "by", "holm", "hochberg", "bonferroni", "none"};

/// A word of `words`; `out` stays as it is where none is given.
void read_word(Fields& fields, const std::string& name, const std::vector<std::string>& words, std::string& out) {
  if (std::string word = fields.word_if(name, words); !word.empty()) out = std::move(word);
}

void read_limits(Fields& bands, ComparisonOptions& out) {
  const auto value = bands.find("limits");
  if (!value) return;
  const std::vector<double> limits = value->numbers();
  if (limits.empty()) return;
  const bool seven = out.scheme == "seven";
  const bool rising = std::adjacent_find(limits.begin(), limits.end(), std::greater_equal<>()) == limits.end();
  if (limits.size() == (seven ? 3 : 2) && limits.front() >= 50 && rising && limits.back() < 100) {
    if (seven) out.somewhat = limits.front();
    out.inner = limits[limits.size() - 2];
    out.outer = limits.back();
    return;
  }
  value->error(
      "J506",
      fmt::format("\"limits\" are {} levels of confidence in per cent, the smaller first, from 50 to below 100",
                  seven ? "three" : "two"),
      seven ? "the default is [90, 95, 99.8]" : "the default is [95, 99.8]");
}

void check_share(Fields& bands, const char* name, double share) {
  if (share >= 0 && share < 0.5) return;
  bands.error("J506", name,
              fmt::format("\"{}\" is {}, expected 0 to below 0.5 of the areas at each end", name, shortest(share)));
}

/// 0 is none. Both above 0 would be two answers to one question.
void read_trim(Fields& bands, ComparisonOptions& out) {
  const auto winsorise = bands.number_if("winsorise"), truncate = bands.number_if("truncate");
  if (winsorise) check_share(bands, "winsorise", *winsorise);
  if (truncate) check_share(bands, "truncate", *truncate);
  const bool left_out = truncate.value_or(0) > 0;
  if (left_out && winsorise.value_or(0) > 0)
    bands.error("J506", "truncate", "\"winsorise\" and \"truncate\" are both given, expected one of them");
  if (!winsorise && !truncate) return;
  out.trim_share = left_out ? *truncate : winsorise.value_or(0);
  out.trim = left_out ? "truncate" : out.trim_share > 0 ? "winsorise" : "none";
}

void read_bands(Fields& bands, ComparisonOptions& out) {
  read_word(bands, "scheme", {"five", "three", "seven"}, out.scheme);
  read_limits(bands, out);
  read_word(bands, "overdispersion", {"additive", "multiplicative", "none"}, out.overdispersion);
  read_trim(bands, out);
  bands.done();
}

void read_multiple_testing(Fields& study, ComparisonOptions& out) {
  const auto value = study.find("multiple_testing");
  if (!value) return;
  if (value->is_text()) return read_word(study, "multiple_testing", testing, out.multiple_testing);
  Fields fields(*value);
  read_word(fields, "method", testing, out.multiple_testing);
  out.level = fields.number_or("level", out.level);
  if (!(out.level > 0 && out.level < 1))
    fields.error("J506", "level",
                 fmt::format("\"level\" is {}, expected a share between 0 and 1", shortest(out.level)));
  fields.done();
}

void read_ranks(Fields& ranks, ComparisonOptions& out) {
  read_word(ranks, "intervals", {"holm", "marginal"}, out.rank_intervals);
  out.rank_draws = static_cast<std::uint64_t>(ranks.integer_if("draws", 0, most_draws).value_or(0));
  out.fifths = ranks.flag_or("fifths", false);
  ranks.done();
}

} // namespace

ComparisonOptions read_comparison(Fields& study) {
  ComparisonOptions out;
  if (auto bands = study.object_if("bands")) read_bands(*bands, out);
  read_word(study, "shrinkage", {"paule_mandel", "dersimonian_laird", "reml", "none"}, out.shrinkage);
  read_multiple_testing(study, out);
  if (auto ranks = study.object_if("ranks")) read_ranks(*ranks, out);
  return out;
}

} // namespace joinedup
