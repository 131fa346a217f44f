// The samples beside the schema check (tests/schema): what a schema refuses, its reader refuses.
#include "definitions/disclosure.hpp"
#include "definitions/geography.hpp"
#include "definitions/index.hpp"
#include "definitions/instrument.hpp"
#include "definitions/map.hpp"
#include "definitions/study.hpp"
#include "said.hpp"
#include "support/catch.hpp"

#include <filesystem>

using namespace joinedup;

namespace {

bool accepted(const std::string& kind, const std::string& text) {
  if (kind == "disclosure") return read_disclosure_rules(text, "f.json").value.has_value();
  if (kind == "geography") return read_geography(text, "f.json").value.has_value();
  if (kind == "index") return read_index(text, "f.json").value.has_value();
  if (kind == "instrument") return read_instrument(text, "f.json").value.has_value();
  if (kind == "map") return read_map(text, "f.json").value.has_value();
  if (kind == "study") return read_study(text, "f.json").value.has_value();
  throw std::logic_error("no reader for " + kind);
}

} // namespace

TEST_CASE("readers refuse what the schemas refuse") {
  int seen = 0;
  for (const auto& entry : std::filesystem::directory_iterator(JOINEDUP_TESTS "/schema/broken")) {
    const std::string name = entry.path().filename().string(), kind = name.substr(0, name.find('-'));
    if (kind == "value_set" || kind == "value_mapping") continue;
    CAPTURE(name);
    CHECK_FALSE(accepted(kind, joinedup::test::text_of(entry.path().string())));
    ++seen;
  }
  CHECK(seen >= 20);
}

TEST_CASE("readers take every member that the schemas know") {
  for (const std::string kind : {"disclosure", "geography", "index", "instrument", "map", "study"}) {
    CAPTURE(kind);
    CHECK(accepted(kind, joinedup::test::text_of(JOINEDUP_TESTS "/schema/full/" + kind + ".json")));
  }
}
