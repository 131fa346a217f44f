#include "pipeline/look/digit_counts.hpp"

#include "exports/cell_codes.hpp"

#include <string>

namespace joinedup {

void DigitCounts::see(const AdministrationPlan& plan, const AnswerBlock& answers, const std::vector<DropReason>& drop) {
  for (std::size_t i = 0; i < plan.items.size(); ++i) {
    if (!plan.items[i].digit) continue;
    std::map<AnswerCode, std::uint64_t>& counts = items_[i];
    for (std::size_t r = 0; r < drop.size(); ++r)
      if (drop[r] == DropReason::none) ++counts[answers.items[i][r]];
  }
}

void DigitCounts::merge(const DigitCounts& other) {
  for (const auto& [item, counts] : other.items_)
    for (const auto& [code, n] : counts)
      items_[item][code] += n;
}

ItemAnswers DigitCounts::answers(std::size_t item) const {
  ItemAnswers out;
  const auto found = items_.find(item);
  if (found == items_.end()) return out;
  for (const auto& [code, n] : found->second) {
    if (is_answer(code)) {
      out.codes[code] += n;
      out.numbers[code] += n;
      out.answers += n;
    } else if (code == answer::invalid) {
      out.other_texts += n;
    } else {
      out.missing[code == answer::missing ? std::string() : std::string(reason_words(code))] = {code, n};
    }
  }
  return out;
}

} // namespace joinedup
