#include "exports/closing_lines.hpp"
#include "support/catch.hpp"
#include "support/survey_reading.hpp"

using namespace joinedup;
using namespace joinedup::testing;

namespace {

bool total(std::string_view text) {
  bool alone = false;
  return is_total_label(text, alone);
}

Everything read(const std::string& text, std::size_t block = 0) {
  Reading reading;
  reading.request.keep = {"all"};
  reading.threads = {1, block};
  return read_everything(text, reading);
}

constexpr auto none = DropReason::none, no_response = DropReason::not_a_response;

} // namespace

TEST_CASE("totals are told by their label") {
  for (const char* label : {"Total", "TOTALS", "Grand total", "Sub-total", "ZZ1 subtotal", "North East total",
                            "Total (all areas)", "Total:", "Total responses"})
    CHECK(total(label));
  for (const char* text : {"T0001", "Totally fine", "It was a waste in total and so on", "S1", "subtle", "capital", ""})
    CHECK_FALSE(total(text));
}

TEST_CASE("notes below a table are told by their first word or mark") {
  for (const char* note : {"* small numbers removed", "Source: a survey", "Notes", "Note 1. x", "\xC2\xA9 The owners"})
    CHECK(is_footer_text(note));
  for (const char* text : {"*", "Noted with thanks", "sourced", "R001", ""})
    CHECK_FALSE(is_footer_text(text));
}

TEST_CASE("totals and notes among records are no responses whatever the blocks") {
  const std::string text = "id,icb,fft\n1,ZZ1,1\nZZ1 subtotal,,1\n2,ZZ2,5\nTotal,2,6\nTotal,,\n,Total,6\n"
                           "Source: invented,,\n* removed\nNotes\n";
  for (const std::size_t block : {std::size_t{0}, std::size_t{1}, std::size_t{40}}) {
    const Everything all = read(text, block);
    CHECK(all.drop == std::vector<DropReason>{none, no_response, none, no_response, no_response, no_response,
                                              no_response, no_response, no_response});
    CHECK(all.diagnostics.count("J244") == 7);
    CHECK(all.diagnostics.count("J204") == 0);
    CHECK(exit_code(all.diagnostics) == 0);
    CHECK(exit_code(all.diagnostics, true) == 1);
  }
}

TEST_CASE("records with words like those of a total stay") {
  CHECK(read("comment,fft\nIn total,3\nsource of joy,1\n* great *,2\n").drop ==
        std::vector<DropReason>{none, none, none});
  CHECK(read("id,icb,fft\n1,ZZ1,1\n2,ZZ2\n").diagnostics.count("J204") == 1);
}

TEST_CASE("a row of the whole country is no area's and is left out where a geography names the whole") {
  Geography geography;
  geography.total_code = "E9";
  geography.total_name = "Albion";
  geography.areas = {{"A1", "North", "North", "", {"QN"}}, {"A2", "South total", "South", "", {}}};
  Reading reading;
  reading.geography = &geography;
  reading.request.map.area = AreaColumn{};
  reading.request.map.area->column = "place";
  const std::string text = "id,place\n1,A1\n2,albion\n3,E9\n4,ALBION TOTAL\n5,QN\n6,nowhere\n";
  for (const std::size_t block : {std::size_t{0}, std::size_t{1}}) {
    reading.threads = {1, block};
    const Everything all = read_everything(text, reading);
    CHECK(all.drop == std::vector{none, no_response, no_response, no_response, none, DropReason::unknown_area});
    CHECK(all.area == std::vector<std::string>{"A1", "-", "-", "-", "A1", "-"});
    CHECK(all.diagnostics.count("J249") == 3);
    CHECK(all.said().find("survey.csv:3:2: warning[J249]: [place] a row of all areas together") != std::string::npos);
    CHECK(all.summary.unknown_areas.size() == 1);
  }
}

TEST_CASE("a look-up says better than a word what a cell stands for") {
  Geography geography;
  geography.total_code = "E9";
  geography.total_name = "Albion";
  geography.areas = {{"A1", "North", "North", "", {}}};
  const std::map<std::string, std::string> lookup = {{"Coast total", "A1"}, {"All", "E9"}};
  const AreaDictionary areas(&geography, &lookup);
  CHECK_FALSE(areas.is_whole("Coast total"));
  CHECK(areas.is_whole("All"));
  CHECK(areas.is_whole("Hills total"));
  const AreaDictionary as_found(nullptr, nullptr);
  CHECK_FALSE(as_found.is_whole("Albion")); // nothing says that it is no area
  CHECK(as_found.is_whole("Total"));
}
