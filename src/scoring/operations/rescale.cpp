// rescale: the straight line through (from[0], to[0]) and (from[1], to[1]). round: half up.
#include "scoring/operations/builders.hpp"

#include "base/text.hpp"
#include "scoring/rounding.hpp"

#include <fmt/format.h>

namespace joinedup {

namespace {

class Rescale : public Operation {
public:
  Rescale(double from, double from_length, double to, double to_length)
      : from_(from), from_length_(from_length), to_(to), to_length_(to_length) {}
  /// Multiplies before it divides: 15 of 24 on 0 to 100 is 62.5 to the last bit.
  double at(double x) const { return to_ + (x - from_) * to_length_ / from_length_; }
  void run(Run& run, PlanColumn& column) const override {
    for (std::size_t r = 0; r < run.records(); ++r)
      column.scores.value[r] = at(column.scores.value[r]);
  }
  std::string told(Run&, const PlanColumn&, double before) const override {
    if (std::isnan(before)) return {};
    return fmt::format("{} + ({} - {}) x {} / {}", shortest(to_), shortest(before), shortest(from_),
                       shortest(to_length_), shortest(from_length_));
  }

private:
  double from_, from_length_, to_, to_length_;
};

class Round : public Operation {
public:
  explicit Round(int decimals) : decimals_(decimals) {}
  void run(Run& run, PlanColumn& column) const override {
    const double scale = power_of_ten(decimals_);
    for (std::size_t r = 0; r < run.records(); ++r) {
      if (has_value(column.scores.status[r]))
        column.scores.value[r] = static_cast<double>(scaled_half_up(column.scores.value[r], decimals_)) / scale;
    }
  }
  std::string told(Run&, const PlanColumn&, double) const override {
    return fmt::format("half up to {} decimals", decimals_);
  }

private:
  int decimals_;
};

} // namespace

std::unique_ptr<Operation> build_rescale(Chain& chain, const Parameters& parameters) {
  const std::vector<double> from = parameters.numbers("from"), to = parameters.numbers("to");
  if (from.size() != 2 || to.size() != 2 || from[0] == from[1]) {
    parameters.fault("J513", "from", "needs \"from\" and \"to\", two numbers each, the first two different");
    return nullptr;
  }
  auto line = std::make_unique<Rescale>(from[0], from[1] - from[0], to[0], to[1] - to[0]);
  if (chain.column.low && chain.column.high) {
    const double a = line->at(*chain.column.low), b = line->at(*chain.column.high);
    chain.column.low = std::min(a, b);
    chain.column.high = std::max(a, b);
  }
  return line;
}

std::unique_ptr<Operation> build_round(Chain&, const Parameters& parameters) {
  const double decimals = parameters.number("decimals").value_or(0);
  if (decimals < 0 || decimals > 9) {
    parameters.fault("J513", "decimals", "\"decimals\" is not as expected: a whole number from 0 to 9");
    return nullptr;
  }
  return std::make_unique<Round>(static_cast<int>(decimals));
}

} // namespace joinedup
