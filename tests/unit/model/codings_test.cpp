#include "model/codings.hpp"
#include "support/catch.hpp"

using namespace joinedup;

namespace {

/// One item with two words for each of two codes; a choice of the other words.
Instrument two_series() {
  Instrument out;
  Item item;
  item.id = "a";
  item.options = {{1, {"Good"}}, {2, {"don't know"}}};
  out.items.push_back(item);
  out.choices.push_back({"series", "Series", "new", {"new", "old"}, {}, {}});
  out.choices.push_back({"other", "Another matter", "yes", {"yes", "no"}, {}, {}});
  Coding old{"series", "old", {}, {}};
  old.items["a"].codes = {{"1", 1}, {"likely", 1}, {"2", 2}, {"don't know", 2}};
  out.codings.push_back(old);
  return out;
}

using Words = std::map<std::string, std::string>;

} // namespace

TEST_CASE("without a choice the default coding is in force and words of others are known as such") {
  Instrument instrument = two_series();
  apply_codings(instrument, {});
  CHECK(instrument.items[0].cells.empty());
  CHECK(instrument.items[0].elsewhere == Words{{"likely", "series=old"}}); // numbers and shared words tell nothing
}

TEST_CASE("a chosen coding stands in place of the options, whose own words are then elsewhere") {
  Instrument instrument = two_series();
  apply_codings(instrument, {{"series", "old"}});
  CHECK(instrument.items[0].cells.codes.size() == 4);
  CHECK(instrument.items[0].elsewhere == Words{{"good", "series=new"}});
}

TEST_CASE("a value that the choice does not have leaves the default in force") {
  Instrument instrument = two_series();
  apply_codings(instrument, {{"series", "older"}});
  CHECK(instrument.items[0].cells.empty());
}
