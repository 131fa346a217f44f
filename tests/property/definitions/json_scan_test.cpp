#include "definitions/json_source.hpp"
#include "support/catch.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

using namespace joinedup;

namespace {

const std::string sample =
    R"({"id": "x", "list": [1, -2.5e+3, true, null, "a\u00e9\n"], "o": {"k": [], "e": {}}, "s": "é"})";
const std::string bytes = "{}[]\",:\\/u0123456789abcdefeE+-. \t\n'\x01\xc3\xa9";

/// The sample with some bytes replaced, taken out or put in: mostly not valid, often nearly so.
std::string spoilt(const std::vector<std::pair<unsigned, unsigned>>& edits) {
  std::string text = sample;
  for (const auto& [where, what] : edits) {
    if (text.empty()) break;
    const std::size_t at = where % text.size();
    const char byte = bytes[what / 3 % bytes.size()];
    if (what % 3 == 0) text[at] = byte;
    if (what % 3 == 1) text.erase(at, 1);
    if (what % 3 == 2) text.insert(at, 1, byte);
  }
  return text;
}

} // namespace

TEST_CASE("what is refused as JSON is what an independent parser refuses") {
  CHECK(rc::check("parse_json agrees with nlohmann_json", [](const std::vector<std::pair<unsigned, unsigned>>& edits) {
    const std::vector<std::pair<unsigned, unsigned>> few(edits.begin(),
                                                         edits.begin() + static_cast<long>(edits.size() % 4));
    for (std::size_t i = 0; i + 1 < edits.size(); ++i) { // one edit and two
      for (const auto& chosen : {few, {edits[i]}, {edits[i], edits[i + 1]}}) {
        const std::string text = spoilt(chosen);
        const bool good = !nlohmann::json::parse(text, nullptr, false).is_discarded();
        RC_ASSERT(parse_json(text, "t.json").value.has_value() == good);
      }
    }
  }));
}

TEST_CASE("every place of a definition is where its value starts") {
  CHECK(rc::check("positions", [](const std::vector<std::pair<unsigned, unsigned>>& edits) {
    const std::string text =
        spoilt({edits.begin(), edits.begin() + static_cast<long>(std::min<std::size_t>(edits.size(), 1))});
    const auto source = parse_json(text, "t.json");
    if (!source) return;
    for (const JsonPlace& place : source->places()) {
      std::size_t at = 0;
      for (std::uint64_t line = 1; line < place.line; ++line)
        at = text.find('\n', at) + 1;
      for (std::uint32_t column = 1; column < place.column; ++at)
        column += (static_cast<unsigned char>(text[at + 1]) & 0xc0U) == 0x80U ? 0U : 1U;
      RC_ASSERT(std::string("{[\"-0123456789tfn").find(text[at]) != std::string::npos);
    }
  }));
}
