// top_box: 1 where an item's code is one of those named, 0 for its other codes.
#include "scoring/operations/builders.hpp"

#include "base/text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace joinedup {

namespace {

class TopBox : public Operation {
public:
  TopBox(Input input, std::vector<double> codes) : input_(std::move(input)), codes_(std::move(codes)) {}
  void run(Run& run, PlanColumn& column) const override {
    const auto& answers = run.answers().items[input_.column];
    for (std::size_t r = 0; r < run.records(); ++r) {
      const double value = input_.table.value(answers[r]);
      if (std::isnan(value))
        set_empty(column, r, empty_status(input_.table.reason(answers[r])));
      else
        set(column, r, std::find(codes_.begin(), codes_.end(), value) == codes_.end() ? 0 : 1);
    }
  }

  std::string told(Run& run, const PlanColumn& column, double) const override {
    if (!has_value(column.scores.status[0])) return {};
    const double value = input_.table.value(run.answers().items[input_.column][0]);
    return fmt::format("{} is {}among {}", shortest(value), column.scores.value[0] == 1 ? "" : "not ",
                       fmt::join(codes_, ", "));
  }

private:
  Input input_;
  std::vector<double> codes_;
};

} // namespace

std::unique_ptr<Operation> build_top_box(Chain& chain, const Parameters& parameters) {
  std::vector<double> codes = parameters.numbers("codes");
  if (!parameters.has("codes")) parameters.lacks("codes", "a list of codes");
  if (chain.inputs.size() != 1 || chain.inputs.front().derived) {
    parameters.fault("J513", "", "needs exactly one item that is asked");
    return nullptr;
  }
  chain.column.low = 0;
  chain.column.high = 1;
  return std::make_unique<TopBox>(chain.inputs.front(), std::move(codes));
}

} // namespace joinedup
