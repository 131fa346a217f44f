#include "exports/dictionary.hpp"

#include "support/catch.hpp"

using namespace joinedup;

namespace {

Geography two_boards() {
  Geography out;
  out.areas.push_back({"E54000069", "Upper", "Upper", "", {"QUP"}});
  out.areas.push_back({"E54000070", "Lower", "Lower", "", {"QLO"}});
  out.ended = {{"E54000063", "Hill became part of Upper"}, {"E54000034", "Dale was divided"}};
  out.succeeded_by = {{"E54000063", "E54000069"}};
  return out;
}

} // namespace

TEST_CASE("an area that went whole into one stands for it, a divided one for none") {
  const Geography geography = two_boards();
  AreaDictionary areas(&geography, nullptr);
  CHECK(areas.succeeded().empty());
  CHECK(areas.code(areas.number(" e54000063 ")) == "E54000069");
  CHECK(areas.number("E54000063") == areas.number("QUP"));
  CHECK(areas.number("E54000034") == no_number);
  CHECK(areas.succeeded() == std::vector<std::string>{"E54000063"});
}

TEST_CASE("a code one slip away is near, and none is near a short code") {
  const Geography geography = two_boards();
  const AreaDictionary areas(&geography, nullptr);
  CHECK(areas.near("E5400069") == "E54000069");
  CHECK(areas.near("E99999999").empty());
  CHECK(areas.near("QUQ").empty());
  const std::map<std::string, std::string> lookup{{"PRACTICE01", "QUP"}};
  CHECK(AreaDictionary(&geography, &lookup).near("PRACTICE0") == "PRACTICE01");
  CHECK(AreaDictionary(nullptr, nullptr).near("PRACTICE0").empty());
}
