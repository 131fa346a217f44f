// What stands in the places of a profile (11121), item by item: codes and reasons, counted record by record, since a
// column of profiles has more different texts than a look at a file keeps.
#pragma once

#include "exports/reading_plan.hpp"
#include "pipeline/look/item_answers.hpp"

#include <joinedup/responses.hpp>

#include <cstdint>
#include <map>
#include <vector>

namespace joinedup {

class DigitCounts {
public:
  void see(const AdministrationPlan& plan, const AnswerBlock& answers, const std::vector<DropReason>& drop);
  void merge(const DigitCounts& other);
  /// Of one item that the plan reads from a profile.
  ItemAnswers answers(std::size_t item) const;

private:
  std::map<std::size_t, std::map<AnswerCode, std::uint64_t>> items_;
};

} // namespace joinedup
