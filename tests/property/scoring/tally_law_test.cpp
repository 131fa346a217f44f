#include "scoring/inputs.hpp"
#include "support/catch.hpp"

#include <rapidcheck.h>

using namespace joinedup;

namespace {

Input plain_input(std::size_t column, int low, int high, std::optional<double> catch_all) {
  Input out;
  out.column = column;
  out.table.low = low;
  for (int code = low; code <= high; ++code)
    out.table.values.push_back(code);
  out.table.catch_all = catch_all;
  return out;
}

/// The same sums, a cell at a time, as ItemTable says.
void check_tally(const std::vector<Input>& inputs, const AnswerBlock& answers, std::size_t records) {
  const Tally tallied = tally(inputs, answers, {}, records);
  for (std::size_t r = 0; r < records; ++r) {
    double sum = 0;
    std::uint16_t answered = 0;
    std::uint8_t lacks = 0;
    for (const Input& input : inputs) {
      const AnswerCode code = answers.items[input.column][r];
      const double value = input.table.value(code);
      if (std::isnan(value)) {
        lacks |= input.table.reason(code);
      } else {
        sum += value;
        ++answered;
      }
    }
    RC_ASSERT(tallied.sum[r] == sum);
    RC_ASSERT(tallied.answered[r] == answered);
    RC_ASSERT(tallied.lacks[r] == lacks);
  }
}

} // namespace

TEST_CASE("sums of many records at once are those of one at a time") {
  CHECK(rc::check([] {
    const auto records = *rc::gen::inRange<std::size_t>(0, 70);
    const auto items = *rc::gen::inRange<std::size_t>(1, 6);
    // Two items of 30,000 reach beyond 16 bits.
    const int high = *rc::gen::elementOf(std::vector<int>{3, 100, 9000, 30000});
    const auto low = *rc::gen::elementOf(std::vector<int>{-5, 0, 1});
    std::vector<Input> inputs;
    AnswerBlock answers;
    for (std::size_t i = 0; i < items; ++i) {
      inputs.push_back(plain_input(i, low, high, *rc::gen::elementOf(std::vector<std::optional<double>>{{}, 0.5})));
      std::vector<AnswerCode> codes;
      for (std::size_t r = 0; r < records; ++r) {
        const int kind = *rc::gen::inRange(0, 14);
        codes.push_back(kind == 0   ? answer::missing
                        : kind == 1 ? answer::not_applicable
                        : kind == 2 ? answer::catch_all
                        : kind == 3 ? answer::invalid
                        : kind == 4 ? static_cast<AnswerCode>(high + 1)
                        : kind == 5 ? static_cast<AnswerCode>(low - 1)
                                    : static_cast<AnswerCode>(*rc::gen::inRange(low, high + 1)));
      }
      answers.items.push_back(std::move(codes));
    }
    check_tally(inputs, answers, records);
  }));
}
