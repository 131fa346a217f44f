#include "pipeline/respondent_gaps.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {

RespondentGaps::RespondentGaps(const ReadingPlan& plan, const Scorers& scorers) {
  for (std::size_t a = 0; a < plan.administrations.size(); ++a) {
    const Instrument& instrument = scorers.instrument(plan.administrations[a].instrument);
    Asked asked{instrument.id, a, {}, {}, {}};
    for (std::size_t i = 0; i < instrument.items.size(); ++i) {
      const Item& item = instrument.items[i];
      (item.role.empty() ? asked.others : asked.of_respondent).push_back(i);
      if (!item.role.empty()) asked.names.push_back(item.id);
    }
    if (!asked.of_respondent.empty()) asked_.push_back(std::move(asked));
  }
  records_ = std::vector<std::atomic<std::uint64_t>>(asked_.size());
}

void RespondentGaps::see(const RecordBlock& block) {
  for (std::size_t k = 0; k < asked_.size(); ++k) {
    const auto& items = block.administrations[asked_[k].administration].items;
    std::uint64_t records = 0;
    for (std::size_t r = 0; r < block.records; ++r) {
      if (block.drop[r] != DropReason::none) continue;
      const auto answered = [&](std::size_t i) { return is_answer(items[i][r]); };
      const auto& of = asked_[k].of_respondent;
      const auto& others = asked_[k].others;
      if (std::all_of(of.begin(), of.end(), answered) || std::none_of(others.begin(), others.end(), answered)) continue;
      records += block.count.empty() ? 1 : block.count[r];
    }
    records_[k] += records;
  }
}

Diagnostics RespondentGaps::warnings(const std::string& file) const {
  Diagnostics out;
  for (std::size_t k = 0; k < asked_.size(); ++k) {
    const std::uint64_t records = records_[k];
    if (records == 0) continue;
    out.warning("J438", {file, 0, 0, ""},
                fmt::format("{}: {} record{} with answers lack{} {}, so the value set that needs {} gives no value",
                            asked_[k].instrument, with_thousands(records), records == 1 ? "" : "s",
                            records == 1 ? "s" : "", join(asked_[k].names, " or "),
                            asked_[k].names.size() > 1 ? "them" : "it"),
                "their status is missing; a set that asks for answers only would value them");
  }
  return out;
}

} // namespace joinedup
