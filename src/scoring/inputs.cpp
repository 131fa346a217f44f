#include "scoring/inputs.hpp"

#include <algorithm>

namespace joinedup {

namespace {

bool same_value(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

/// Codes that stand for themselves: one pass without branches, a second only where some answer lacks.
void add_plain(const Input& input, const std::vector<AnswerCode>& codes, std::vector<std::int32_t>& whole, Tally& out) {
  const std::size_t records = whole.size();
  const auto low = static_cast<AnswerCode>(input.table.low);
  const auto high = static_cast<AnswerCode>(input.table.low + static_cast<int>(input.table.values.size()) - 1);
  std::size_t good = 0;
  for (std::size_t r = 0; r < records; ++r) {
    const bool ok = codes[r] >= low && codes[r] <= high;
    whole[r] += ok ? codes[r] : 0;
    out.answered[r] = static_cast<std::uint16_t>(out.answered[r] + (ok ? 1 : 0));
    good += ok ? 1U : 0U;
  }
  if (good == records) return;
  for (std::size_t r = 0; r < records; ++r) {
    if (codes[r] >= low && codes[r] <= high) continue;
    if (codes[r] == answer::catch_all && input.table.catch_all) {
      out.sum[r] += *input.table.catch_all;
      ++out.answered[r];
    } else {
      out.lacks[r] |= reason(codes[r]);
    }
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
  std::vector<std::int32_t> whole(records);
  for (const Input& input : inputs) {
    if (input.derived)
      add_derived(columns[input.column].scores, out);
    else if (input.table.plain())
      add_plain(input, answers.items[input.column], whole, out);
    else
      add_by_table(input, answers.items[input.column], out);
  }
  for (std::size_t r = 0; r < records; ++r)
    out.sum[r] += whole[r];
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
