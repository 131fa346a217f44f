#include "exports/usual_headings.hpp"
#include "support/catch.hpp"
#include "support/survey_reading.hpp"

using namespace joinedup;
using joinedup::testing::instrument_of;
using joinedup::testing::item_of;

namespace {

/// Walking, sleep and pain with short headings, and a scale that counts beside them.
Instrument states() {
  Instrument out = instrument_of(
      "st-3", {item_of("st_wk", 1, 3), item_of("st_sl", 1, 3), item_of("st_pn", 1, 3), item_of("st_scale", 0, 10)});
  out.heading_sets = {
      {{{"st_wk", {"WK", "Walking about"}}, {"st_sl", {"SL", "Sleep"}}, {"st_pn", {"PN", "Pain"}}}, false, {}},
      {{{"st_scale", {"Scale"}}}, true, {}}};
  out.profile = ProfileColumn{{"st_wk", "st_sl", "st_pn"}, {"ST states", "State"}, {}};
  return out;
}

std::string found(const std::vector<std::string>& headings, const Instrument& instrument = states(),
                  const std::vector<std::string>& others = {}) {
  std::string out;
  for (const UsualColumns& one : usual_columns(headings, instrument, others)) {
    out += one.wave + "[";
    for (const auto& [item, column] : one.items)
      out += item.substr(3) + "=" + std::to_string(column) + " ";
    out += "]";
  }
  return out;
}

std::string profiles(const std::vector<std::string>& headings) {
  std::string out;
  for (const UsualColumns& one : profile_columns(headings, states(), {}))
    out += one.wave + "[" + std::to_string(one.items.at("st_wk")) + (one.items.size() > 1 ? "+" : "") + "]";
  return out;
}

} // namespace

TEST_CASE("usual headings are compared by their letters and digits") {
  CHECK(squeezed_heading("Pre-Op Q <b>EQ-5D</b> Index") == "preopqeq5dindex");
  CHECK(found({"id", "wk", "Sleep", "PN"}) == "[pn=3 sl=2 wk=1 ]");
  CHECK(found({"walking_about", "SLEEP", "Pain"}) == "[pn=2 sl=1 wk=0 ]");
}

TEST_CASE("short headings count where the whole set is there, one column an item") {
  CHECK(found({"WK", "SL", "age"}).empty());
  CHECK(found({"WK", "SL", "PN", "Pain"}).empty());
  CHECK(found({"WKX", "SL", "PN"}).empty());
}

TEST_CASE("all headings of a set may have the same text before or behind") {
  CHECK(found({"Q2 wk", "Q2 sl", "Q2 pn"}) == "[pn=2 sl=1 wk=0 ]");
  CHECK(found({"wk_t0", "sl_t0", "pn_t0", "wk_t1", "sl_t1", "pn_t1"}) == "t0[pn=2 sl=1 wk=0 ]t1[pn=5 sl=4 wk=3 ]");
  CHECK(found({"Pre-op wk", "Pre-op sl", "Pre-op pn", "Post-op wk", "Post-op sl", "Post-op pn"}) ==
        "pre[pn=2 sl=1 wk=0 ]post[pn=5 sl=4 wk=3 ]");
  CHECK(found({"Q2 wk", "Q3 sl", "Q2 pn"}).empty());
}

TEST_CASE("a set that stands beside others needs one of them, within the same text") {
  CHECK(found({"Scale"}).empty());
  CHECK(found({"wk", "sl", "pn", "scale"}) == "[pn=2 scale=3 sl=1 wk=0 ]");
  CHECK(found({"a wk", "a sl", "a pn", "scale"}) == "[pn=2 scale=3 sl=1 wk=0 ]");
  CHECK(found({"a wk", "a sl", "a pn", "a scale", "b wk", "b sl", "b pn", "scale"}) ==
        "a[pn=2 scale=3 sl=1 wk=0 ]b[pn=6 sl=5 wk=4 ]");
}

TEST_CASE("headings that name another version of the questionnaire are that one's") {
  Instrument five = states();
  five.id = "st-5";
  const Instrument three = states();
  const std::vector<std::string> both{"st-3", "st-5"};
  const std::vector<std::string> headings{"ST5 wk", "ST5 sl", "ST5 pn"};
  CHECK(found(headings, three, both).empty());
  CHECK(found(headings, five, both) == "[pn=2 sl=1 wk=0 ]");
}

TEST_CASE("sets that take one column for two different items are none") {
  Instrument instrument = instrument_of("short", {item_of("x_1", 1, 5), item_of("x_3", 1, 5)});
  instrument.heading_sets = {{{{"x_1", {"X1"}}, {"x_3", {"X2"}}}, false, {}},
                             {{{"x_1", {"X1"}}, {"x_3", {"X3"}}}, false, {}}};
  CHECK(usual_columns({"x1", "x2"}, instrument, {}).size() == 1);
  CHECK(usual_columns({"x1", "x3"}, instrument, {}).size() == 1);
  CHECK(usual_columns({"x1", "x2", "x3"}, instrument, {}).empty());
}

TEST_CASE("a column of profiles is headed by its usual name, long ones with a wave beside it") {
  CHECK(profiles({"id", "State"}) == "[1]");
  CHECK(profiles({"id", "State", "Scale"}) == "[1+]");
  CHECK(profiles({"State of residence", "Estate"}).empty());
  CHECK(profiles({"ST_states_pre", "ST_states_post"}) == "pre[0]post[1]");
}

TEST_CASE("a column of a score is the one with one of its names") {
  CHECK(usual_column({"id", "ST-3 total"}, {"total", "ST 3 Total"}, {}) == 1U);
  CHECK(usual_column({"pre total", "post total"}, {"total"}, {"post", ""}) == 1U);
  CHECK_FALSE(usual_column({"total", "Total"}, {"total"}, {}));
}
