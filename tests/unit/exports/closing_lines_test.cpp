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
                            "Total (all areas)", "Total:"})
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
