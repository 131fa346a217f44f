#include "scoring/inputs.hpp"

#include "base/modern_processor.hpp"

#include <algorithm>
#include <cstdlib>

namespace joinedup {

namespace {

bool same_value(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

/// Sums of items whose codes stand for themselves, in integers as wide as a code: a register holds many records.
struct NarrowSums {
  std::vector<std::int16_t> sum;
  std::vector<std::uint16_t> lacks;
  int reach = 0; ///< no sum is further from 0
};

/// Bits of one integer as wide as a code, all set or none: arithmetic that a register does for many records at once.
constexpr std::int16_t mask(bool holds) { return holds ? -1 : 0; }

struct CodeSums {
  std::int16_t* sum;
  std::uint16_t* answered;
  std::uint16_t* lacks;
};

/// Codes from `low` to `high` are added; `apart` is a code that is added elsewhere, and whether it was met is said.
[[gnu::always_inline]] inline bool add_codes(std::span<const AnswerCode> codes, AnswerCode low, AnswerCode high,
                                             AnswerCode apart, const CodeSums& out) {
  const AnswerCode* const __restrict code = codes.data();
  std::int16_t* const __restrict sum = out.sum;
  std::uint16_t* const __restrict answered = out.answered;
  std::uint16_t* const __restrict lacks = out.lacks;
  std::uint16_t met = 0;
  for (std::size_t r = 0; r < codes.size(); ++r) {
    const AnswerCode c = code[r];
    const int good = mask(c >= low) & mask(c <= high), elsewhere = mask(c == apart);
    const int not_applicable = mask(c == answer::not_applicable);
    const int wrong = mask(c == answer::invalid) | mask(c >= answer::first_valid);
    const int why = (not_applicable & lack::not_applicable) |
                    (~not_applicable & ((wrong & lack::invalid) | (~wrong & lack::missing)));
    sum[r] = static_cast<std::int16_t>(sum[r] + (c & good));
    answered[r] = static_cast<std::uint16_t>(answered[r] - good);
    lacks[r] = static_cast<std::uint16_t>(lacks[r] | (why & ~(good | elsewhere)));
    met = static_cast<std::uint16_t>(met | elsewhere);
  }
  return met != 0;
}

using AddCodes = bool (*)(std::span<const AnswerCode>, AnswerCode, AnswerCode, AnswerCode, const CodeSums&);

bool add_codes_baseline(std::span<const AnswerCode> codes, AnswerCode low, AnswerCode high, AnswerCode apart,
                        const CodeSums& out) {
  return add_codes(codes, low, high, apart, out);
}

#ifdef JOINEDUP_MODERN_PROCESSOR
JOINEDUP_MODERN_PROCESSOR bool add_codes_modern(std::span<const AnswerCode> codes, AnswerCode low, AnswerCode high,
                                                AnswerCode apart, const CodeSums& out) {
  return add_codes(codes, low, high, apart, out);
}
const AddCodes best_add_codes = modern_processor() ? add_codes_modern : add_codes_baseline;
#else
const AddCodes best_add_codes = add_codes_baseline;
#endif

void take_over(NarrowSums& narrow, Tally& out) {
  for (std::size_t r = 0; r < out.sum.size(); ++r) {
    out.sum[r] += narrow.sum[r];
    out.lacks[r] |= static_cast<std::uint8_t>(narrow.lacks[r]);
  }
  std::fill(narrow.sum.begin(), narrow.sum.end(), std::int16_t{0});
  narrow.reach = 0;
}

void add_plain(const Input& input, const std::vector<AnswerCode>& codes, NarrowSums& narrow, Tally& out) {
  constexpr int most = std::numeric_limits<std::int16_t>::max();
  const auto low = static_cast<AnswerCode>(input.table.low);
  const auto high = static_cast<AnswerCode>(input.table.low + static_cast<int>(input.table.values.size()) - 1);
  const int furthest = std::max(std::abs(static_cast<int>(low)), std::abs(static_cast<int>(high)));
  if (narrow.reach + furthest > most) take_over(narrow, out);
  narrow.reach += furthest;
  const AnswerCode apart = input.table.catch_all ? answer::catch_all : low;
  const bool met = best_add_codes({codes.data(), out.sum.size()}, low, high, apart,
                                  {narrow.sum.data(), out.answered.data(), narrow.lacks.data()});
  for (std::size_t r = 0; met && input.table.catch_all && r < out.sum.size(); ++r) {
    if (codes[r] != answer::catch_all) continue;
    out.sum[r] += *input.table.catch_all;
    ++out.answered[r];
  }
}

void add_by_table(const Input& input, const std::vector<AnswerCode>& codes, Tally& out) {
  for (std::size_t r = 0; r < out.sum.size(); ++r) {
    const double value = input.table.value(codes[r]);
    if (std::isnan(value)) {
      out.lacks[r] |= input.table.reason(codes[r]);
    } else {
      out.sum[r] += value;
      ++out.answered[r];
    }
  }
}

void add_derived(const ScoreValues& scores, Tally& out) {
  for (std::size_t r = 0; r < out.sum.size(); ++r) {
    switch (scores.status[r]) {
    case ScoreStatus::prorated:
      out.lacks[r] |= lack::estimated;
      [[fallthrough]];
    case ScoreStatus::ok:
      out.sum[r] += scores.value[r];
      ++out.answered[r];
      break;
    case ScoreStatus::invalid:
      out.lacks[r] |= lack::invalid;
      break;
    case ScoreStatus::not_applicable:
      out.lacks[r] |= lack::not_applicable;
      break;
    default:
      out.lacks[r] |= lack::missing;
    }
  }
}

} // namespace

bool ItemTable::plain() const {
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i] != low + static_cast<int>(i)) return false;
  }
  return true;
}

double ItemTable::lowest() const {
  double out = no_value;
  for (const double v : values)
    out = std::fmin(out, v);
  return out;
}

double ItemTable::highest() const {
  double out = no_value;
  for (const double v : values)
    out = std::fmax(out, v);
  return out;
}

bool ItemTable::same(const ItemTable& other) const {
  return low == other.low && catch_all == other.catch_all && left_out == other.left_out &&
         std::equal(values.begin(), values.end(), other.values.begin(), other.values.end(), same_value);
}

std::uint8_t ItemTable::reason(AnswerCode code) const {
  const bool is_left_out = std::find(left_out.begin(), left_out.end(), code) != left_out.end();
  return is_left_out ? lack::not_applicable : joinedup::reason(code);
}

bool Input::same(const Input& other) const {
  return column == other.column && derived == other.derived && table.same(other.table);
}

ItemTable item_table(const Item& item, bool catch_all_scores) {
  ItemTable out;
  out.low = item.lowest();
  for (int code = item.lowest(); code <= item.highest(); ++code)
    out.values.push_back(item.accepts(code) ? code : no_value);
  if (catch_all_scores && !item.catch_all.empty()) out.catch_all = item.catch_all.begin()->second;
  return out;
}

std::uint8_t reason(AnswerCode code) {
  if (code == answer::not_applicable) return lack::not_applicable;
  return code == answer::invalid || is_answer(code) ? lack::invalid : lack::missing;
}

void PlanColumn::resize(std::size_t records) {
  scores.value.resize(records);
  scores.status.resize(records);
}

Tally tally(std::span<const Input> inputs, const AnswerBlock& answers, std::span<const PlanColumn> columns,
            std::size_t records) {
  Tally out{std::vector<double>(records), std::vector<std::uint16_t>(records), std::vector<std::uint8_t>(records)};
  NarrowSums narrow{std::vector<std::int16_t>(records), std::vector<std::uint16_t>(records)};
  for (const Input& input : inputs) {
    if (input.derived)
      add_derived(columns[input.column].scores, out);
    else if (input.table.plain())
      add_plain(input, answers.items[input.column], narrow, out);
    else
      add_by_table(input, answers.items[input.column], out);
  }
  take_over(narrow, out);
  return out;
}

States states(std::span<const Input> inputs, std::size_t levels, const AnswerBlock& answers, std::size_t records) {
  States out{std::vector<std::int32_t>(records), std::vector<std::uint8_t>(records)};
  for (const Input& input : inputs) {
    const auto& codes = answers.items[input.column];
    const int low = input.table.low;
    bool all_good = true;
    for (std::size_t r = 0; r < records; ++r) {
      const int level = codes[r] - low;
      const bool ok = level >= 0 && level < static_cast<int>(levels);
      out.state[r] = out.state[r] * static_cast<std::int32_t>(levels) + (ok ? level : 0);
      all_good = all_good && ok;
    }
    for (std::size_t r = 0; !all_good && r < records; ++r) {
      if (codes[r] < low || codes[r] >= low + static_cast<int>(levels)) out.lacks[r] |= reason(codes[r]);
    }
  }
  for (std::size_t r = 0; r < records; ++r)
    out.state[r] = out.lacks[r] == 0 ? out.state[r] : -1;
  return out;
}

} // namespace joinedup
