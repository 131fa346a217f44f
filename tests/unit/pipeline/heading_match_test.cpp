#include "pipeline/look/heading_match.hpp"
#include "pipeline/look/heading_words.hpp"
#include "pipeline/map_text.hpp"
#include "support/catch.hpp"

using namespace joinedup;

namespace {

/// Twelve questions "TRY-12", ids try12_1 ... try12_12.
Instrument numbered_items() {
  Instrument out;
  out.id = "try-12";
  out.title = "A questionnaire for trying (TRY-12)";
  for (int i = 1; i <= 12; ++i) {
    Item item;
    item.id = "try12_" + std::to_string(i);
    item.options = {{1, {"low"}}, {2, {"high"}}};
    out.items.push_back(item);
  }
  return out;
}

Instrument named_items() {
  Instrument out;
  out.id = "hlth";
  for (const auto& [id, label] : {std::pair{"hlth_wk", "Walking about"}, std::pair{"hlth_sl", "Sleep"},
                                  std::pair{"hlth_ac", "Daily activities"}}) {
    Item item;
    item.id = id;
    item.label = label;
    item.options = {{1, {"none"}}, {2, {"some"}}};
    out.items.push_back(item);
  }
  return out;
}

SurveyHeader header_of(std::vector<std::string> headings) {
  SurveyHeader out;
  out.headings = std::move(headings);
  return out;
}

std::string matched(const SurveyHeader& header, const Instrument& instrument, bool by_number = false) {
  std::string out;
  for (const InstrumentMatch& match : match_headings(header, {&instrument}, by_number)) {
    out += match.wave + "[";
    for (const ItemMatch& item : match.items) {
      out += item.columns.empty() ? (item.alternatives.empty() ? "-" : "?") : "";
      for (const std::uint32_t c : item.columns)
        out += std::to_string(c) + (item.columns.size() > 1 ? "+" : "");
      out += " ";
    }
    out += "]";
  }
  return out;
}

} // namespace

TEST_CASE("headings are taken as runs of letters and numbers") {
  CHECK(words_of("PAM[SQ001]") == std::vector<std::string>{"pam", "sq", "1"});
  CHECK(words_of("<p>Pre-Op Q&nbsp;Mobility</p>") == std::vector<std::string>{"pre", "op", "q", "mobility"});
  CHECK(words_of("Q0").back() == "0");
  CHECK(words_of("  ").empty());
}

TEST_CASE("items are found by the name of the instrument and their number") {
  const Instrument instrument = numbered_items();
  std::vector<std::string> headings{"id"};
  for (int i = 1; i <= 12; ++i)
    headings.push_back("In the last 2 weeks - TRY-12 item " + std::to_string(i));
  CHECK(matched(header_of(headings), instrument) == "[1 2 3 4 5 6 7 8 9 10 11 12 ]");
  for (int i = 1; i <= 12; ++i)
    headings[static_cast<std::size_t>(i)] = "TRY_" + std::to_string(i); // TRY_12 is item 12, not the name alone
  CHECK(matched(header_of(headings), instrument) == "[1 2 3 4 5 6 7 8 9 10 11 12 ]");
}

TEST_CASE("columns that are only numbered alike are matched for a named instrument alone and with low confidence") {
  const Instrument instrument = numbered_items();
  std::vector<std::string> headings;
  for (int i = 1; i <= 12; ++i)
    headings.push_back("Q4_" + std::to_string(i));
  CHECK(matched(header_of(headings), instrument).empty());
  const auto match = match_headings(header_of(headings), {&instrument}, true);
  REQUIRE(match.size() == 1);
  CHECK(match[0].found() == 12);
  CHECK(match[0].items[0].confidence == Confidence::low);
  for (int i = 1; i <= 12; ++i)
    headings.push_back("Q5_" + std::to_string(i)); // two runs: nobody can tell
  CHECK(matched(header_of(headings), instrument, true).empty());
}

TEST_CASE("items are found by the words of their labels, in two waves where the headings begin with one") {
  const Instrument instrument = named_items();
  CHECK(matched(header_of({"Walking about", "Quality of sleep", "Activity"}), instrument) == "[0 1 2 ]");
  CHECK(matched(header_of({"Pre walking", "Pre sleep", "Pre activity", "Post walking", "Post sleep", "Post activity"}),
                instrument) == "pre[0 1 2 ]post[3 4 5 ]");
  CHECK(matched(header_of({"Walking the dog"}), instrument).empty()); // one item of three is no instrument
}

TEST_CASE("several columns for one item are choices when the question is the same, else left open") {
  const Instrument instrument = named_items();
  CHECK(matched(header_of({"Walking | none", "Walking | some", "Sleep", "Activities"}), instrument) == "[0+1+ 2 3 ]");
  CHECK(matched(header_of({"Sleep", "Sleep, she says", "Walking", "Activities"}), instrument) == "[2 ? 3 ]");
}

TEST_CASE("a column is named by its heading and its number among equals") {
  const std::vector<std::string> headings{"a", "b", "a", ""};
  CHECK(column_name(headings, 0) == "a#1");
  CHECK(column_name(headings, 1) == "b");
  CHECK(column_name(headings, 2) == "a#2");
  CHECK(column_name(headings, 3).empty());
}

TEST_CASE("maps are written with small objects on one line") {
  const nlohmann::ordered_json json = {
      {"a", nullptr}, {"b", {{"4", 1}, {"5", 2}}}, {"c", nlohmann::ordered_json::array()}};
  CHECK(map_text(json) == "{\n  \"a\": null,\n  \"b\": {\"4\": 1, \"5\": 2},\n  \"c\": []\n}\n");
}
