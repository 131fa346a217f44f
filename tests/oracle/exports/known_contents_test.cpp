// Files whose contents were written down before they were read: tests/oracle/data/exports.
#include "base/text.hpp"
#include "support/catch.hpp"
#include "support/survey_reading.hpp"

#include <array>

using namespace joinedup;
using namespace joinedup::testing;

namespace {

std::string data(const std::string& name) { return std::string(JOINEDUP_TESTS) + "/oracle/data/exports/" + name; }

std::vector<std::vector<std::string>> expected_rows(const std::string& name) {
  std::vector<std::vector<std::string>> rows;
  const std::string text = file_text(data(name));
  for (const std::string_view line : split(text, '\n')) {
    rows.emplace_back();
    for (const std::string_view cell : split(trim(line), ','))
      rows.back().emplace_back(cell);
  }
  rows.erase(rows.begin());
  if (!rows.empty() && rows.back().size() < 2) rows.pop_back();
  return rows;
}

std::string code_text(AnswerCode code) {
  return is_answer(code)                  ? std::to_string(code)
         : code == answer::not_applicable ? "n"
         : code == answer::invalid        ? "!"
                                          : ".";
}

} // namespace

TEST_CASE("one survey in many dialects holds the same answers") {
  const Instrument fft = instrument_of("fft", {item_of("fft", 1, 6)});
  const auto expected = expected_rows("enc_expected.csv");
  REQUIRE(expected.size() == 20);
  for (const char* name : {"enc_utf8.csv", "enc_utf8_bom_crlf.csv", "enc_mixed_newlines.csv", "enc_tab.tsv",
                           "enc_pipe.csv", "enc_cr_only.csv", "enc_utf8.csv.gz", "enc_semicolon_decimal_comma.csv",
                           "enc_sep_line_excel.csv", "enc_windows1252.csv"}) {
    INFO(name);
    Reading reading;
    reading.request.instruments = {&fft};
    reading.request.keep = {"id"};
    reading.request.numeric_columns = {"mean_wait_weeks"};
    if (std::string_view(name).find("semicolon") != std::string_view::npos ||
        std::string_view(name).find("sep_line") != std::string_view::npos)
      reading.options.decimal = "comma";
    const Everything all = read_everything(decompressed(open_file(data(name))), reading);
    INFO(all.said());
    REQUIRE(all.summary.records == 20);
    CHECK_FALSE(all.diagnostics.has_errors());
    for (std::size_t k = 0; k < 20; ++k) {
      CHECK(all.kept[k][0] == expected[k][1]);
      CHECK(code_text(all.codes[0][0][k]) == expected[k][4]);
    }
    CHECK(all.columns[0][1] == 1.5);
    CHECK(all.columns[0][11] == 8.0);
  }
}

TEST_CASE("a stray byte among UTF-8 is named by its value and place") {
  const Everything all = read_everything(open_file(data("enc_mixed_utf8_and_1252.csv")), Reading{});
  CHECK(all.diagnostics.count("J206") >= 1);
  CHECK(exit_code(all.diagnostics) == 1);
}

TEST_CASE("a wide record file with two phases a row gives the codes that were written down") {
  Item vas;
  vas.id = "eq5d_vas";
  vas.range = {0, 100};
  const Instrument eq5d =
      instrument_of("eq-5d-3l", {item_of("eq5d_mo", 1, 3), item_of("eq5d_sc", 1, 3), item_of("eq5d_ua", 1, 3),
                                 item_of("eq5d_pd", 1, 3), item_of("eq5d_ad", 1, 3), vas});
  Reading reading;
  reading.request.instruments = {&eq5d};
  for (const std::string phase : {"Pre", "Post"}) {
    const std::string start = phase + "-Op Q ";
    reading.request.map.administrations.push_back({"eq-5d-3l",
                                                   lower(phase),
                                                   {{"eq5d_mo", {start + "Mobility"}},
                                                    {"eq5d_sc", {start + "Self-Care"}},
                                                    {"eq5d_ua", {start + "Activity"}},
                                                    {"eq5d_pd", {start + "Discomfort"}},
                                                    {"eq5d_ad", {start + "Anxiety"}},
                                                    {"eq5d_vas", {start + "EQ VAS"}}},
                                                   {{"*", {{"9", "missing"}}}, {"eq5d_vas", {{"999", "missing"}}}},
                                                   {},
                                                   {}});
  }
  const Everything all = read_everything(open_file(data("proms_eq5d3l_hip_provider.csv")), reading);
  INFO(all.said());
  REQUIRE(all.planned);
  std::size_t compared = 0;
  for (const auto& row : expected_rows("proms_expected.csv")) {
    const auto record = static_cast<std::size_t>(*parse_whole(row[0])) - 1;
    const std::size_t phase = row[1] == "pre" ? 0 : 1;
    for (std::size_t item = 0; item < 6; ++item, ++compared) {
      INFO("record " << row[0] << " " << row[1] << " item " << item);
      CHECK(code_text(all.codes[phase][item].at(record)) == row[2 + item]);
    }
  }
  CHECK(compared >= 240);
}
