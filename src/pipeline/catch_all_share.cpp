#include "pipeline/catch_all_share.hpp"

#include "base/text.hpp"
#include "exports/count_codes.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {

CatchAllItems catch_all_items(const ReadingPlan& plan, const Scorers& scorers) {
  CatchAllItems out;
  for (std::size_t a = 0; a < plan.administrations.size(); ++a) {
    const Instrument& instrument = scorers.instrument(plan.administrations[a].instrument);
    const bool chosen = std::any_of(instrument.choices.begin(), instrument.choices.end(),
                                    [](const Choice& choice) { return choice.id == "catch_all"; });
    for (std::size_t i = 0; chosen && i < instrument.items.size(); ++i) {
      const ItemPlan& item = plan.administrations[a].items[i];
      if (item.columns.empty() || instrument.items[i].catch_all.empty()) continue;
      out.items.push_back({a, i});
      out.names.push_back(item.id);
    }
  }
  return out;
}

void CatchAllShare::see(const RecordBlock& block, const CatchAllItems& of) {
  caught_.resize(of.items.size());
  answers_.resize(of.items.size());
  const bool whole = block.count.empty() && std::all_of(block.drop.begin(), block.drop.end(),
                                                        [](DropReason why) { return why == DropReason::none; });
  for (std::size_t k = 0; k < of.items.size(); ++k) {
    const auto& codes = block.administrations[of.items[k].administration].items[of.items[k].column];
    if (whole) {
      const std::uint64_t caught = count_equal(codes, answer::catch_all);
      caught_[k] += caught;
      answers_[k] += caught + count_answers(codes);
      continue;
    }
    for (std::size_t r = 0; r < block.records; ++r) {
      if (block.drop[r] != DropReason::none) continue;
      const std::uint64_t count = block.count.empty() ? 1 : block.count[r];
      caught_[k] += codes[r] == answer::catch_all ? count : 0;
      answers_[k] += codes[r] == answer::catch_all || is_answer(codes[r]) ? count : 0;
    }
  }
}

void CatchAllShare::merge(const CatchAllShare& other) {
  caught_.resize(std::max(caught_.size(), other.caught_.size()));
  answers_.resize(caught_.size());
  for (std::size_t k = 0; k < other.caught_.size(); ++k) {
    caught_[k] += other.caught_[k];
    answers_[k] += other.answers_[k];
  }
}

void CatchAllShare::say(const std::string& file, const CatchAllItems& of, Diagnostics& diagnostics) const {
  std::vector<std::string> shares;
  for (std::size_t k = 0; k < caught_.size(); ++k) {
    if (caught_[k] == 0) continue;
    shares.push_back(fmt::format("{} {} %", of.names[k],
                                 fixed(100 * static_cast<double>(caught_[k]) / static_cast<double>(answers_[k]), 1)));
  }
  if (shares.empty()) return;
  diagnostics.note("J447", {file, 0, 0, ""},
                   "answers like \"don't know\" or \"not relevant\", as a share of the item's answers: " +
                       join(shares, ", "),
                   "what they score is a choice: see --set INSTRUMENT.catch_all=VALUE and the settings with -v");
}

} // namespace joinedup
