#include "pipeline/quality_block.hpp"

#include <algorithm>
#include <cmath>

namespace joinedup {

namespace {

bool whole(double value) { return std::isnan(value) || value == std::trunc(value); }

bool whole_numbers(const Input& input) {
  return !input.derived && std::all_of(input.table.values.begin(), input.table.values.end(), whole) &&
         whole(input.table.catch_all.value_or(0));
}

std::int32_t in_units(double value, std::int32_t unit) { return static_cast<std::int32_t>(std::lround(value * unit)); }

AnswerCode code_of(ScoreStatus status) {
  if (status == ScoreStatus::invalid) return answer::invalid;
  return status == ScoreStatus::not_applicable ? answer::not_applicable : answer::missing;
}

/// A code that the scale takes for "not applicable".
bool left_out(const Input& input, AnswerCode code) {
  const auto& codes = input.table.left_out;
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

/// One item of all records, written `items` apart.
void fill_asked(const Input& input, const std::vector<AnswerCode>& codes, std::int32_t unit, std::size_t items,
                ItemAnswer* out) {
  std::vector<std::int32_t> by_code; // values in units, by code
  for (const double value : input.table.values)
    by_code.push_back(std::isnan(value) ? ItemAnswer::none : in_units(value, unit));
  for (const AnswerCode code : codes) {
    const int at = static_cast<int>(code) - input.table.low;
    ItemAnswer& answer = *out;
    out += items;
    answer.code = code;
    answer.value = ItemAnswer::none;
    if (at >= 0 && static_cast<std::size_t>(at) < by_code.size()) answer.value = by_code[static_cast<std::size_t>(at)];
    if (answer.value != ItemAnswer::none) continue;
    if (code == answer::catch_all && input.table.catch_all)
      answer.value = in_units(*input.table.catch_all, unit);
    else
      answer.lack = static_cast<std::uint8_t>(lack_reason(left_out(input, code) ? answer::not_applicable : code));
  }
}

void fill_derived(const ScoreValues& scores, std::size_t records, std::int32_t unit, std::size_t items,
                  ItemAnswer* out) {
  for (std::size_t r = 0; r < records; ++r, out += items) {
    const bool there = has_value(scores.status[r]);
    out->code = answer::missing;
    out->value = there ? in_units(scores.value[r], unit) : ItemAnswer::none;
    out->lack = static_cast<std::uint8_t>(lack_reason(code_of(scores.status[r])));
  }
}

void add_scale(const RecordBlock& block, const ScoringPlan& plan, const PlacedScale& placed,
               const std::vector<ScaleShape>& shapes, QualitySums& sums) {
  const std::size_t items = placed.scale.inputs.size(), a = placed.administration;
  sums.answers.resize(items * block.records);
  for (std::size_t i = 0; i < items; ++i) {
    const Input& input = placed.scale.inputs[i];
    ItemAnswer* const out = sums.answers.data() + i;
    if (input.derived)
      fill_derived(derived_values(plan, input, sums.scores[a], sums.columns[a]), block.records, placed.shape.unit,
                   items, out);
    else
      fill_asked(input, block.administrations[a].items[input.column], placed.shape.unit, items, out);
  }
  const ScoreValues& score = sums.scores[a].scores[placed.scale.column];
  for (std::size_t r = 0; r < block.records; ++r) {
    if (block.drop[r] != DropReason::none) continue;
    const std::size_t area = block.area.empty() ? 0 : block.area[r];
    sums.areas[area][placed.number].add(shapes[placed.number], sums.answers.data() + r * items,
                                        has_value(score.status[r]) ? score.value[r] : no_value,
                                        block.count.empty() ? 1 : block.count[r]);
  }
}

/// Room for every area met in the block.
void make_room(const RecordBlock& block, const std::vector<ScaleShape>& shapes, QualitySums& sums) {
  std::size_t highest = 0;
  for (std::size_t r = 0; r < block.records && !block.area.empty(); ++r) {
    if (block.drop[r] == DropReason::none) highest = std::max<std::size_t>(highest, block.area[r]);
  }
  while (sums.areas.size() <= highest)
    sums.areas.emplace_back(shapes.begin(), shapes.end());
}

} // namespace

ScaleShape scale_shape(const SummedScale& scale, const ScoreColumn& column) {
  ScaleShape out;
  out.items = scale.inputs.size();
  if (!std::all_of(scale.inputs.begin(), scale.inputs.end(), whole_numbers)) out.unit = fine_unit;
  for (const Input& input : scale.inputs) {
    out.low.push_back(input.derived ? ItemAnswer::none : in_units(input.lowest(), out.unit));
    out.high.push_back(input.derived ? ItemAnswer::none : in_units(input.highest(), out.unit));
  }
  out.score_low = column.low.value_or(no_value);
  out.score_high = column.high.value_or(no_value);
  return out;
}

void QualitySums::merge(const QualitySums& other, const std::vector<ScaleShape>& shapes) {
  while (areas.size() < other.areas.size())
    areas.emplace_back(shapes.begin(), shapes.end());
  for (std::size_t a = 0; a < other.areas.size(); ++a)
    for (std::size_t s = 0; s < shapes.size(); ++s)
      areas[a][s].merge(other.areas[a][s]);
  tally.merge(other.tally);
}

void add_block(const RecordBlock& block, const std::vector<const ScoringPlan*>& plans,
               const std::vector<PlacedScale>& scales, const std::vector<ScaleShape>& shapes, QualitySums& sums) {
  sums.scores.resize(plans.size());
  sums.columns.resize(plans.size());
  for (std::size_t a = 0; a < plans.size(); ++a)
    plans[a]->score(block.administrations[a], block.records, sums.scores[a], sums.columns[a]);
  make_room(block, shapes, sums);
  for (const PlacedScale& placed : scales)
    add_scale(block, *plans[placed.administration], placed, shapes, sums);
  for (std::size_t r = 0; r < block.records; ++r) {
    if (block.drop[r] != DropReason::none) continue;
    for (const PlacedScale& placed : scales)
      sums.tally.see(sums.scores[placed.administration].scores[placed.scale.column].status[r]);
    sums.tally.finish(block.count.empty() ? 1 : block.count[r]);
  }
}

} // namespace joinedup
