#include "definitions/score_name.hpp"
#include "support/catch.hpp"

using namespace joinedup;

namespace {

std::string parts(std::string_view text) {
  const auto name = split_score_name(text);
  return name ? name->wave + "|" + name->instrument + "|" + name->score : "none";
}

} // namespace

TEST_CASE("a score's name is taken apart from its end") {
  CHECK(parts("fft.positive") == "|fft|positive");
  CHECK(parts("post.eq-5d-3l.index") == "post|eq-5d-3l|index");
  CHECK(parts("v1.2.fft.positive") == "v1.2|fft|positive");
  CHECK(parts("eq-5d-5l.index[5L-VT-UK]") == "|eq-5d-5l|index[5L-VT-UK]");
}

TEST_CASE("a text without both parts is no score's name") {
  for (const char* text : {"", "fft", ".positive", "fft.", ".fft.positive"}) {
    INFO(text);
    CHECK(parts(text) == "none");
  }
}
