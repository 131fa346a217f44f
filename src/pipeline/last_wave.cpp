#include "pipeline/last_wave.hpp"

#include "definitions/results.hpp"

#include <algorithm>
#include <limits>

namespace joinedup {

namespace {

bool is_measure(const LastWaveMeasure& then, const IndicatorInfo& now) {
  return then.id == now.id && then.score == now.score && then.value_set == now.value_set && then.low == now.low &&
         then.high == now.high;
}

const LastWaveMeasure* measure_of(const LastWave& wave, const IndicatorInfo& indicator) {
  const auto found = std::find_if(wave.measures.begin(), wave.measures.end(),
                                  [&](const LastWaveMeasure& then) { return is_measure(then, indicator); });
  return found == wave.measures.end() ? nullptr : &*found;
}

} // namespace

bool same_measure(const IndicatorInfo& then, const IndicatorInfo& now) {
  return then.id == now.id && then.score == now.score && then.value_set == now.value_set && then.low == now.low &&
         then.high == now.high;
}

Outcome<RunResults> read_wave_before(std::string_view text, const std::string& file) {
  Outcome<RunResults> read = read_results(text, file);
  if (!read) {
    Diagnostics diagnostics;
    diagnostics.error("J617", {file, 0, 0, ""}, "these are no results of a run",
                      "\"last_wave\" names the results.json of the wave before, or its folder");
    return Outcome<RunResults>::failure(std::move(diagnostics));
  }
  return read;
}

LastWave last_wave_of(const RunResults& before) {
  LastWave out;
  for (const IndicatorInfo& indicator : before.indicators)
    out.measures.push_back({indicator.id, indicator.score, indicator.value_set, indicator.low, indicator.high, {}});
  for (const AreaResult& area : before.areas)
    for (std::size_t k = 0; k < area.indicators.size() && k < out.measures.size(); ++k)
      if (const Number& mean = area.indicators[k].estimate.value) out.measures[k].means[area.code] = *mean;
  return out;
}

double mean_of_last_wave(const LastWave& wave, const std::string& area, const IndicatorInfo& indicator) {
  const LastWaveMeasure* measure = measure_of(wave, indicator);
  if (measure == nullptr) return std::numeric_limits<double>::quiet_NaN();
  const auto found = measure->means.find(area);
  return found == measure->means.end() ? std::numeric_limits<double>::quiet_NaN() : found->second;
}

Diagnostics check_last_wave(const LastWave& wave, std::span<const IndicatorInfo> indicators) {
  Diagnostics out;
  for (const IndicatorInfo& indicator : indicators)
    if (!indicator.domain.empty() && measure_of(wave, indicator) == nullptr)
      out.warning("J647", {wave.file, 0, 0, ""},
                  "the wave before has no \"" + indicator.id + "\" of the same score and goalposts",
                  "its values do not stand for what an area lacks of this measure");
  return out;
}

} // namespace joinedup
