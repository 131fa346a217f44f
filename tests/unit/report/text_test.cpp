#include "support/catch.hpp"

#include "report/html/text.hpp"
#include "report/svg/tile_map.hpp"

using namespace joinedup;

TEST_CASE("Numbers have a true minus sign and thousands commas") {
  CHECK(shown(-3.14, 1) == "\xE2\x88\x92"
                           "3.1");
  CHECK(shown(1234567.5, 1) == "1,234,567.5");
  CHECK(shown(-1234, 0) == "\xE2\x88\x92"
                           "1,234");
  CHECK(shown(-0.04, 1) == "0.0");
  CHECK(shown_signed(0.31, 2) == "+0.31");
  CHECK(shown_signed(0.001, 2) == "0.00");
}

TEST_CASE("A gap is the difference of the printed values") {
  // 59.67 prints as 59.7 and 62.81 as 62.8: the gap is 3.1 although 3.14 rounds the same and 3.15 would not
  CHECK_THAT(rounded_gap(59.67, 62.81, 1), WithinAbs(-3.1, 1e-12));
  CHECK_THAT(rounded_gap(59.64, 62.86, 1), WithinAbs(-3.3, 1e-12));
}

TEST_CASE("Lists read as in a sentence") {
  CHECK(listed({}) == "");
  CHECK(listed({"a"}) == "a");
  CHECK(listed({"a", "b"}) == "a and b");
  CHECK(listed({"a", "b", "c"}) == "a, b and c");
  CHECK(counted(1, "area", "areas") == "1 area");
  CHECK(counted(1200, "area", "areas") == "1,200 areas");
}

TEST_CASE("A share is printed without needless decimals") {
  CHECK(shown_percent(0.25) == "25");
  CHECK(shown_percent(0.25 / 14) == "1.8");
  CHECK(shown_percent(1) == "100");
}

TEST_CASE("A measure is printed with decimals that suit its range") {
  IndicatorInfo info;
  info.low = -0.567;
  info.high = 1;
  CHECK(shown_value(0.6804, unit_style(info), 100) == "0.680");
  CHECK(shown_range(info) == "\xE2\x88\x92"
                             "0.567 to 1");
  info.low = 0;
  info.high = 30;
  CHECK(shown_value(15.08, unit_style(info), 100) == "15.1");
  info.high = 1;
  info.statistic = "proportion";
  CHECK(shown_value(0.914, unit_style(info), 100) == "91");
  CHECK(shown_value(1.0, unit_style(info), 29) == ">95");
  CHECK(shown_value(1.0, unit_style(info), 30) == "100");
  CHECK(shown_value(0.0, unit_style(info), 10) == "<5");
}

TEST_CASE("Names fit a tile in three lines") {
  CHECK(tile_lines("Devon") == std::vector<std::string>{"Devon"});
  CHECK(tile_lines("Kent and Medway") == std::vector<std::string>{"Kent &", "Medway"});
  CHECK(tile_lines("Gloucestershire") == std::vector<std::string>{"Gloucester-", "shire"});
  CHECK(tile_lines("Bath and North East Somerset, Swindon and Wiltshire").size() == 3);
  CHECK(tile_lines("Bath and North East Somerset, Swindon and Wiltshire").back().ends_with("\xE2\x80\xA6"));
}

TEST_CASE("A tile's short label is made of initials") {
  CHECK(tile_label("Kent and Medway") == "KM");
  CHECK(tile_label("Devon") == "Devo");
  CHECK(tile_label("Bristol, North Somerset and South Gloucestershire") == "BNSS");
  CHECK(tile_label("") == "");
}
