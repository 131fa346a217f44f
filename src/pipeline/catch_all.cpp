#include "pipeline/catch_all.hpp"

#include "base/text.hpp"
#include "publish/disclosure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace joinedup {

namespace {

constexpr std::string_view choice_name = "catch_all";

std::optional<std::size_t> column_of(const ScoringPlan& plan, const std::string& id) {
  for (std::size_t c = 0; c < plan.columns().size(); ++c)
    if (plan.columns()[c].id == id) return c;
  return std::nullopt;
}

/// To three decimals, so that no count can be worked out from it.
double rounded_share(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 0 : std::round(1000 * static_cast<double>(part) / static_cast<double>(whole)) / 1000;
}

/// Items of which less than `minimum` answers, yet some, were caught, with the next smallest where they are fewer than
/// two items or `minimum` answers together: the share of all items is told.
std::vector<bool> few_caught(const std::vector<std::uint64_t>& caught, std::uint64_t minimum) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < caught.size(); ++i)
    if (caught[i] > 0) order.push_back(i);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return caught[a] < caught[b]; });
  std::vector<bool> out(caught.size(), false);
  std::uint64_t together = 0;
  for (std::size_t at = 0; at < order.size(); ++at) {
    if (caught[order[at]] >= minimum && (at == 0 || (at >= 2 && together >= minimum))) break;
    out[order[at]] = true;
    together += caught[order[at]];
  }
  return out;
}

/// The value in force and the other one of two.
std::optional<std::pair<std::string, std::string>> two_values(const Instrument& instrument, const SurveySetup& setup) {
  for (const Choice& choice : instrument.choices) {
    if (choice.id != choice_name || choice.values.size() != 2) continue;
    std::string now = choice.fallback;
    if (const auto chosen = setup.choices.find(instrument.id); chosen != setup.choices.end()) {
      if (const auto given = chosen->second.find(choice.id); given != chosen->second.end()) now = given->second;
    }
    return std::pair(now, choice.values[0] == now ? choice.values[1] : choice.values[0]);
  }
  return std::nullopt;
}

} // namespace

std::vector<CatchAllCase> catch_all_cases(const IndexBinding& binding, Scorers& scorers, const SurveySetup& setup,
                                          FileStore& files) {
  std::vector<CatchAllCase> out;
  for (std::size_t k = 0; k < binding.indicators.size(); ++k) {
    const BoundIndicator& b = binding.indicators[k];
    if (b.spec.score.empty() || b.change_from) continue;
    auto found =
        std::find_if(out.begin(), out.end(), [&](const CatchAllCase& c) { return c.instrument == b.score.instrument; });
    if (found == out.end()) {
      const Instrument& instrument = scorers.instrument(b.score.instrument);
      const auto values = two_values(instrument, setup);
      if (!values) continue;
      auto plan = scorers.plan_with(instrument.id, setup, files, std::string(choice_name), values->second);
      if (!plan) continue;
      CatchAllCase made{instrument.id, values->first, values->second, {}, {}, {}, {}, nullptr};
      for (std::size_t i = 0; i < instrument.items.size(); ++i) {
        if (instrument.items[i].catch_all.empty() || !instrument.items[i].scored) continue;
        made.items.push_back(i);
        made.item_names.push_back(instrument.items[i].id);
      }
      made.plan = std::make_shared<const ScoringPlan>(std::move(*plan));
      out.push_back(std::move(made));
      found = out.end() - 1;
    }
    if (const auto column = column_of(*found->plan, b.score.column)) {
      found->indicators.push_back(k);
      found->columns.push_back(*column);
    }
  }
  return out;
}

void CatchAllSums::Shift::merge(const Shift& more) {
  for (const auto& [to, from] : {std::pair(&now, &more.now), std::pair(&other, &more.other)}) {
    to->weight.merge(from->weight);
    to->value.merge(from->value);
    to->people += from->people;
  }
}

void CatchAllSums::Cell::merge(const Cell& more) {
  caught += more.caught;
  people += more.people;
  answers += more.answers;
  if (shifts.size() < more.shifts.size()) shifts.resize(more.shifts.size());
  for (std::size_t k = 0; k < more.shifts.size(); ++k)
    shifts[k].merge(more.shifts[k]);
}

void CatchAllSums::add(const RecordBlock& block, const FileIndicators& file, const std::vector<ScoreBlock>& scores,
                       const std::vector<AdministrationPlan>& administrations) {
  for (std::size_t c = 0; c < cases_->size(); ++c) {
    for (std::size_t a = 0; a < administrations.size(); ++a) {
      if (administrations[a].instrument == (*cases_)[c].instrument && file.plans[a] != nullptr)
        add_case((*cases_)[c], sums_[c], block, a, file, scores);
    }
  }
}

void CatchAllSums::add_case(const CatchAllCase& the_case, CaseSums& sums, const RecordBlock& block,
                            std::size_t administration, const FileIndicators& file,
                            const std::vector<ScoreBlock>& scores) {
  std::vector<std::uint16_t> caught(block.records), answers(block.records);
  sums.caught.resize(the_case.items.size());
  sums.answers.resize(the_case.items.size());
  for (std::size_t i = 0; i < the_case.items.size(); ++i) {
    const std::vector<AnswerCode>& codes = block.administrations[administration].items[the_case.items[i]];
    std::uint64_t of_item = 0, all = 0;
    for (std::size_t r = 0; r < block.records; ++r) {
      const bool in = block.drop[r] == DropReason::none;
      const bool is_caught = in && codes[r] == answer::catch_all;
      const bool is_one = is_caught || (in && is_answer(codes[r]));
      const std::uint64_t count = block.count.empty() ? 1 : block.count[r];
      caught[r] = static_cast<std::uint16_t>(caught[r] + (is_caught ? 1 : 0));
      answers[r] = static_cast<std::uint16_t>(answers[r] + (is_one ? 1 : 0));
      of_item += is_caught ? count : 0;
      all += is_one ? count : 0;
    }
    sums.caught[i] += of_item;
    sums.answers[i] += all;
  }
  std::vector<std::size_t> again;
  for (std::size_t r = 0; r < block.records; ++r) {
    if (block.drop[r] != DropReason::none) continue;
    const std::uint64_t count = block.count.empty() ? 1 : block.count[r];
    if (sums.areas.size() <= block.area[r]) sums.areas.resize(block.area[r] + std::size_t{1});
    Cell& cell = sums.areas[block.area[r]];
    cell.answers += answers[r] * count;
    if (caught[r] == 0) continue;
    cell.caught += caught[r] * count;
    cell.people += count;
    again.push_back(r);
  }
  if (!again.empty()) add_again(the_case, sums, block, again, administration, file, scores);
}

void CatchAllSums::add_again(const CatchAllCase& the_case, CaseSums& sums, const RecordBlock& block,
                             const std::vector<std::size_t>& records, std::size_t administration,
                             const FileIndicators& file, const std::vector<ScoreBlock>& scores) {
  AnswerBlock answers;
  for (const auto& codes : block.administrations[administration].items) {
    auto& few = answers.items.emplace_back();
    for (const std::size_t r : records)
      few.push_back(codes[r]);
  }
  ScoreBlock other;
  the_case.plan->score(answers, records.size(), other);
  for (std::size_t at = 0; at < records.size(); ++at) {
    const std::size_t r = records[at];
    const double weight = block.weight.empty() ? 1.0 : block.weight[r];
    const std::uint64_t count = block.count.empty() ? 1 : block.count[r];
    Cell& cell = sums.areas[block.area[r]];
    cell.shifts.resize(the_case.indicators.size());
    for (std::size_t k = 0; k < the_case.indicators.size(); ++k) {
      const IndicatorPlace& place = file.places[the_case.indicators[k]];
      if (place.administration != administration || !place.column || !(weight > 0)) continue;
      const ScoreValues &now = scores[administration].scores[*place.column], &then = other.scores[the_case.columns[k]];
      if (has_value(now.status[r])) cell.shifts[k].now.add(weight, now.value[r], count);
      if (has_value(then.status[at])) cell.shifts[k].other.add(weight, then.value[at], count);
    }
  }
}

void CatchAllSums::merge(const CatchAllSums& other) {
  for (std::size_t c = 0; c < sums_.size(); ++c) {
    CaseSums& to = sums_[c];
    const CaseSums& from = other.sums_[c];
    to.caught.resize(std::max(to.caught.size(), from.caught.size()));
    to.answers.resize(to.caught.size());
    for (std::size_t i = 0; i < from.caught.size(); ++i) {
      to.caught[i] += from.caught[i];
      to.answers[i] += from.answers[i];
    }
    to.areas.resize(std::max(to.areas.size(), from.areas.size()));
    for (std::size_t a = 0; a < from.areas.size(); ++a)
      to.areas[a].merge(from.areas[a]);
  }
}

CatchAllArea CatchAllSums::area_result(const CatchAllCase& the_case, const Cell& cell, const DomainEstimate& estimate,
                                       const AreaResult& shown, const RunResults& results) {
  CatchAllArea out;
  out.code = shown.code;
  out.share = rounded_share(cell.caught, cell.answers);
  double index = 0;
  bool whole = !shown.status.hidden() && !shown.status.partial && shown.index.value.has_value();
  for (std::size_t k = 0; k < the_case.indicators.size(); ++k) {
    const std::size_t number = the_case.indicators[k];
    const IndicatorInfo& info = results.indicators[number];
    Number moved;
    if (!shown.indicators[number].status.hidden() && estimate.weight[number] > 0) {
      const Shift none;
      const Shift& shift = cell.shifts.empty() ? none : cell.shifts[k];
      const double weight = estimate.weight[number] - shift.now.weight.value() + shift.other.weight.value();
      const double sum =
          estimate.mean[number] * estimate.weight[number] - shift.now.value.value() + shift.other.value.value();
      if (weight > 0) moved = sum / weight - estimate.mean[number];
    }
    if (moved && info.weight > 0)
      index += info.weight * 100 * *moved / (info.high - info.low) * (info.low_is_good ? -1 : 1);
    whole = whole && (moved || info.weight <= 0);
    out.moved.emplace_back(info.id, moved);
  }
  if (whole) out.index_moved = index;
  return out;
}

std::set<std::string> CatchAllSums::told(const CatchAllCase& the_case, const std::map<std::string, const Cell*>& cells,
                                         const Cell& total, const RunResults& results) {
  const auto people_of = [](const Cell& cell, std::size_t k) -> std::uint64_t {
    if (cell.shifts.empty()) return 0;
    const std::uint64_t now = cell.shifts[k].now.people, other = cell.shifts[k].other.people;
    return now > 0 && other > 0 ? std::min(now, other) : std::max(now, other);
  };
  const auto shown = [&](const std::string& code) {
    const auto row = std::find_if(results.areas.begin(), results.areas.end(),
                                  [&](const AreaResult& area) { return area.code == code; });
    return row != results.areas.end() && !row->status.hidden() &&
           std::none_of(the_case.indicators.begin(), the_case.indicators.end(),
                        [&](std::size_t number) { return row->indicators[number].status.hidden(); });
  };
  Margins margins;
  CellCounts people{{}, {}, total.people};
  HiddenCells hidden;
  std::vector<CellCounts> scores(the_case.indicators.size());
  for (std::size_t k = 0; k < scores.size(); ++k)
    scores[k].total = people_of(total, k);
  for (const auto& [code, cell] : cells) {
    margins.areas.push_back(code);
    margins.region_of.push_back(Margins::no_region);
    hidden.areas.push_back(shown(code) ? Hiding::shown : Hiding::secondary);
    people.areas.push_back(cell->people);
    for (std::size_t k = 0; k < scores.size(); ++k)
      scores[k].areas.push_back(people_of(*cell, k));
  }
  const std::uint64_t minimum = results.study.disclosure.minimum;
  const auto hide = [&](const CellCounts& counts) {
    if (counts.total == 0) return;
    const HiddenCells before = hidden;
    hidden = hide_small_cells(margins, counts, minimum, {&before, nullptr});
  };
  // What one count hides can leave too little of another: until nothing is added.
  const auto open_cells = [&] {
    return std::count(hidden.areas.begin(), hidden.areas.end(), Hiding::shown) +
           (hidden.total == Hiding::shown ? 1 : 0);
  };
  for (std::ptrdiff_t left = -1; left != open_cells();) {
    left = open_cells();
    hide(people);
    for (const CellCounts& counts : scores)
      hide(counts);
  }
  std::set<std::string> out;
  for (std::size_t a = 0; a < margins.areas.size(); ++a)
    if (hidden.areas[a] == Hiding::shown) out.insert(margins.areas[a]);
  if (hidden.total == Hiding::shown) out.insert(results.total.code);
  return out;
}

std::vector<CatchAllResult> CatchAllSums::results(const Estimates& estimates,
                                                  const std::function<std::string(std::uint32_t)>& code_of,
                                                  const RunResults& results) const {
  std::vector<CatchAllResult> out;
  for (std::size_t c = 0; c < sums_.size(); ++c) {
    const CatchAllCase& the_case = (*cases_)[c];
    Cell total;
    std::map<std::string, const Cell*> by_code;
    for (std::size_t a = 0; a < sums_[c].areas.size(); ++a) {
      total.merge(sums_[c].areas[a]);
      if (sums_[c].areas[a].answers > 0) by_code[code_of(static_cast<std::uint32_t>(a))] = &sums_[c].areas[a];
    }
    if (total.caught == 0) continue;
    const std::set<std::string> open = told(the_case, by_code, total, results);
    if (results.total.status.hidden() || !open.contains(results.total.code)) continue;
    CatchAllResult one{the_case.instrument, the_case.in_force, the_case.other, {}, {}, {}};
    const std::vector<bool> small = few_caught(sums_[c].caught, results.study.disclosure.minimum);
    for (std::size_t i = 0; i < sums_[c].caught.size(); ++i) {
      if (sums_[c].answers[i] > 0 && !small[i])
        one.items.emplace_back(the_case.item_names[i], rounded_share(sums_[c].caught[i], sums_[c].answers[i]));
    }
    one.total = area_result(the_case, total, estimates.total, results.total, results);
    for (const AreaResult& shown : results.areas) {
      const auto cell = by_code.find(shown.code);
      const auto estimate = std::find_if(estimates.areas.begin(), estimates.areas.end(),
                                         [&](const DomainEstimate& e) { return e.code == shown.code; });
      if (!open.contains(shown.code) || cell == by_code.end() || estimate == estimates.areas.end()) continue;
      one.areas.push_back(area_result(the_case, *cell->second, *estimate, shown, results));
    }
    out.push_back(std::move(one));
  }
  return out;
}

std::vector<std::string> catch_all_notices(const std::vector<CatchAllResult>& results) {
  std::vector<std::string> out;
  for (const CatchAllResult& one : results) {
    double most = 0;
    for (const CatchAllArea& area : one.areas)
      most = std::max(most, std::abs(area.index_moved.value_or(0)));
    const std::string moved =
        most > 0 ? fmt::format(", which would move an area's index by up to {} points", fixed(most, 1)) : "";
    out.push_back(
        fmt::format("{} % of the answers to {} say \"don't know\" or \"not relevant\": they count as {} here, "
                    "and could count as {}{}.",
                    fixed(100 * one.total.share, 1), one.instrument, one.in_force, one.other, moved));
  }
  return out;
}

} // namespace joinedup
