#include "pipeline/compare_records.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <limits>

namespace joinedup {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

double value_at(const std::vector<ScoreBlock>& scores, const ScorePlace& place, std::size_t record) {
  if (place.administration == nowhere) return none;
  const ScoreValues& values = scores[place.administration].scores[place.column];
  return has_value(values.status[record]) ? values.value[record] : none;
}

/// Which sides a record belongs to: by its cell, else both (a map that holds both waves in one row).
std::array<bool, compared_sides> sides_of(const RecordBlock& block, const ComparePlaces& places, std::size_t record) {
  const bool overlap = !places.names[overlap_side].empty();
  if (places.side == nowhere) return {true, true, overlap};
  const std::string_view cell = trim(block.kept[places.side][record]);
  return {cell == places.names[0], cell == places.names[1], overlap && cell == places.names[overlap_side]};
}

Arm arm_of(const RecordBlock& block, const ComparePlaces& places, std::size_t record) {
  const std::string_view cell = trim(block.kept[places.arm][record]);
  return cell == places.arms[0] ? Arm::untreated : cell == places.arms[1] ? Arm::treated : Arm::neither;
}

/// Every score once, also where both sides have the same place.
std::vector<ScorePlace> all_places(const ComparePlaces& places) {
  std::vector<ScorePlace> out;
  for (const auto& side : places.sides) {
    for (const ScorePlace& place : side) {
      const bool known = std::any_of(out.begin(), out.end(), [&place](const ScorePlace& p) {
        return p.administration == place.administration && p.column == place.column;
      });
      if (place.administration != nowhere && !known) out.push_back(place);
    }
  }
  return out;
}

} // namespace

ComparedBlock compared_block(const RecordBlock& block, const std::vector<const ScoringPlan*>& plans,
                             const ComparePlaces& places, std::size_t scores) {
  ComparedBlock out;
  std::vector<ScoreBlock> scored(plans.size());
  for (std::size_t a = 0; a < plans.size(); ++a)
    plans[a]->score(block.administrations[a], block.records, scored[a]);
  for (ComparedSide& side : out.sides)
    side.values.resize(scores);
  std::vector<double> values(scores);
  const std::vector<ScorePlace> all = all_places(places);
  for (std::size_t r = 0; r < block.records; ++r) {
    if (block.drop[r] != DropReason::none) continue;
    for (const ScorePlace& place : all)
      out.tally.see(scored[place.administration].scores[place.column].status[r]);
    out.tally.finish(1);
    const auto sides = sides_of(block, places, r);
    if (!sides[0] && !sides[1] && !sides[overlap_side]) ++out.elsewhere;
    out.first += sides[0] ? 1U : 0U;
    const auto person = static_cast<std::uint32_t>(out.ids.size());
    bool used = false;
    for (std::size_t s = 0; s < compared_sides; ++s) {
      bool any = false;
      for (std::size_t k = 0; k < scores && sides[s]; ++k) {
        values[k] = value_at(scored, places.sides[s][k], r);
        any = any || values[k] == values[k];
      }
      if (!any) continue;
      used = true;
      ComparedSide& side = out.sides[s];
      side.person.push_back(person);
      side.area.push_back(places.by_area ? block.area[r] : 0);
      if (places.arm != nowhere) side.arm.push_back(arm_of(block, places, r));
      for (std::size_t k = 0; k < scores; ++k)
        side.values[k].push_back(values[k]);
    }
    if (!used) continue;
    // A row without an id column is a person of its own: a name that no cell has.
    out.ids.push_back(places.id == nowhere ? std::string(1, '\0') : std::string(trim(block.kept[places.id][r])));
  }
  return out;
}

void ComparedRecords::add(const ComparedBlock& block, std::size_t scores) {
  std::vector<std::uint32_t> persons;
  for (const std::string& id : block.ids) {
    if (id.empty()) ++without_id;
    const auto fresh = static_cast<std::uint32_t>(people_.size());
    const bool alone = id.empty() || id.front() == '\0';
    const std::uint32_t number = alone ? fresh : numbers_.try_emplace(id, fresh).first->second;
    if (number == fresh) people_.emplace_back();
    people_[number].repeated = people_[number].repeated || id.empty();
    persons.push_back(number);
  }
  elsewhere += block.elsewhere;
  first += block.first;
  for (std::size_t s = 0; s < compared_sides; ++s) {
    const ComparedSide& from = block.sides[s];
    ComparedSide& to = sides_[s];
    to.values.resize(scores);
    for (std::size_t r = 0; r < from.person.size(); ++r) {
      if (s < overlap_side) {
        Person& person = people_[persons[from.person[r]]];
        if (person.record[s] != no_number) person.repeated = true;
        person.record[s] = static_cast<std::uint32_t>(to.person.size());
      }
      to.person.push_back(persons[from.person[r]]);
      to.area.push_back(from.area[r]);
    }
    to.arm.insert(to.arm.end(), from.arm.begin(), from.arm.end());
    for (std::size_t k = 0; k < scores; ++k)
      to.values[k].insert(to.values[k].end(), from.values[k].begin(), from.values[k].end());
  }
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> ComparedRecords::pairs() const {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> out;
  for (const Person& person : people_) {
    if (!person.repeated && person.record[0] != no_number && person.record[1] != no_number)
      out.emplace_back(person.record[0], person.record[1]);
  }
  return out;
}

std::uint64_t ComparedRecords::repeated() const {
  const auto many = std::count_if(people_.begin(), people_.end(), [](const Person& p) { return p.repeated; });
  return static_cast<std::uint64_t>(many) - without_id;
}

std::uint64_t ComparedRecords::on_one_side() const {
  return static_cast<std::uint64_t>(std::count_if(people_.begin(), people_.end(), [](const Person& p) {
    return !p.repeated && (p.record[0] == no_number) != (p.record[1] == no_number);
  }));
}

} // namespace joinedup
