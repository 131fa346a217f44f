// The words by which the contract, the files and the report name states.
#include <joinedup/responses.hpp>
#include <joinedup/results.hpp>
#include <joinedup/score.hpp>
#include <joinedup/spec.hpp>

#include <array>

namespace joinedup {

std::string_view words(ScoreStatus status) {
  constexpr std::array<std::string_view, 6> text = {"ok",      "prorated",       "missing",
                                                    "invalid", "not_applicable", "unsupported"};
  return text.at(static_cast<std::size_t>(status));
}

std::string_view words(DropReason reason) {
  constexpr std::array<std::string_view, drop_reasons> text = {"",
                                                               "set aside with a structural fault",
                                                               "outside the study population",
                                                               "not a response",
                                                               "unfinished",
                                                               "repeated",
                                                               "without an area",
                                                               "with an unknown area",
                                                               "without a weight"};
  return text.at(static_cast<std::size_t>(reason));
}

std::string_view words(Level level) {
  constexpr std::array<std::string_view, 3> text = {"area", "region", "total"};
  return text.at(static_cast<std::size_t>(level));
}

std::string_view words(TargetKind kind) {
  constexpr std::array<std::string_view, 5> text = {"england", "areas", "areas-fixed", "fixed", "table"};
  return text.at(static_cast<std::size_t>(kind));
}

std::string_view words(Band band) {
  constexpr std::array<std::string_view, 8> text = {
      "", "much worse", "worse", "somewhat worse", "as expected", "somewhat better", "better", "much better"};
  return text.at(static_cast<std::size_t>(band));
}

std::string_view words(Band band, bool neutral) {
  constexpr std::array<std::string_view, 8> text = {
      "", "much lower", "lower", "somewhat lower", "as expected", "somewhat higher", "higher", "much higher"};
  return neutral ? text.at(static_cast<std::size_t>(band)) : words(band);
}

} // namespace joinedup
