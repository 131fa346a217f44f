// libFuzzer target: any bytes as a definition. The first byte chooses the reader. No crash; a value exactly where there
// is no error; every fault has its place; and what is read raises its doubts without a crash.
#include "definitions/geography.hpp"
#include "definitions/index.hpp"
#include "definitions/instrument.hpp"
#include "definitions/instrument_doubts.hpp"
#include "definitions/map.hpp"
#include "definitions/simulation.hpp"
#include "definitions/study.hpp"
#include "definitions/value_mapping.hpp"
#include "definitions/value_set.hpp"

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace {

using namespace joinedup;

const std::string file = "fuzz.json";

void require(bool holds, const char* law) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", law);
  std::abort();
}

template <typename T> void check(const Outcome<T>& read) {
  require(read.value.has_value() != read.diagnostics.has_errors(), "a value exactly where there is no error");
  for (const Diagnostic& d : read.diagnostics.all()) {
    require(!d.message.empty(), "every fault has words");
    require(d.where.file == file && d.where.line > 0 && d.where.column > 0, "every fault has its place");
  }
}

void instrument(std::string_view text) {
  const auto read = read_instrument(text, file);
  check(read);
  instrument_draft(text, file);
  if (!read) return;
  const auto source = parse_json(text, file);
  require(source.value.has_value(), "what was read is JSON");
  const Diagnostics doubts = instrument_doubts(*read, *source);
  for (const Diagnostic& d : doubts.all())
    require(d.severity == Severity::warning && d.where.line > 0, "every doubt is a warning with its place");
}

using Read = void (*)(std::string_view);
constexpr std::array<Read, 8> readers = {instrument,
                                         [](std::string_view text) { check(read_map(text, file)); },
                                         [](std::string_view text) { check(read_study(text, file)); },
                                         [](std::string_view text) { check(read_index(text, file)); },
                                         [](std::string_view text) { check(read_geography(text, file)); },
                                         [](std::string_view text) { check(read_value_set(text, file)); },
                                         [](std::string_view text) { check(read_value_mapping(text, file)); },
                                         [](std::string_view text) { check(read_simulation(text, file)); }};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  readers.at((data[0] - std::uint8_t{'0'}) % readers.size())({reinterpret_cast<const char*>(data) + 1, size - 1});
  return 0;
}
