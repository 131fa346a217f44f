#include "definitions/map.hpp"
#include "said.hpp"
#include "support/catch.hpp"

using namespace joinedup;
using joinedup::test::said;

namespace {

std::string said_of(const std::string& text) { return said(read_map(text, "m.json")); }

/// A map of one administration of one item, with more members after it in line 2.
std::string said_of_member(const std::string& member) {
  return said_of("{\"administrations\": [{\"instrument\": \"p3ceq\", \"items\": {\"p3ceq_1\": \"Q1\"},\n" + member +
                 "}]}");
}

} // namespace

TEST_CASE("a map is read as it is written") {
  const auto map = read_map(joinedup::test::text_of(JOINEDUP_TESTS "/schema/full/map.json"), "map.json");
  REQUIRE(said(map) == "");
  CHECK(map->record == "ResponseId");
  REQUIRE(map->area);
  CHECK(map->area->column == "Provider");
  CHECK(map->area->where == Position{"map.json", 4, 11, ""});
  REQUIRE(map->area->lookup);
  CHECK(map->area->lookup->file == "trust_icb.csv");
  CHECK(map->area->lookup->from == "trust_ods");
  CHECK(map->area->lookup->to == "icb_code");
  CHECK(map->weight.empty());
  CHECK(map->wave == "Wave");
  CHECK(map->count == "N");
  CHECK(map->strata == "Stratum");
  CHECK(map->cluster == "Practice");
  CHECK(map->age_band == "Age");
  CHECK(map->sex == "Sex");
  REQUIRE(map->administrations.size() == 1);
  const Administration& a = map->administrations[0];
  CHECK(a.instrument == "eq-5d-3l");
  CHECK(a.wave == "pre");
  CHECK(a.items.at("eq5d_mo") == std::vector<std::string>{"Mobility"});
  CHECK(a.items.at("eq5d_vas") == std::vector<std::string>{"VAS", "VAS#2"});
  CHECK(a.missing.at("*").at("9") == "missing");
  CHECK(a.missing.at("eq5d_vas").at("999") == "not_shown");
  CHECK(a.missing.size() == 2);
  CHECK(a.recode.at("eq5d_mo") == std::map<std::string, int>{{"4", 1}, {"5", 2}});
  CHECK(map->rows.at("Finished") == std::vector<std::string>{"1", "yes"});
  CHECK(map->rows.at("Sample") == std::vector<std::string>{"main"});
  CHECK(map->missing.at("-1") == "user_missing");
  CHECK(map->columns == std::vector<std::string>{"days_waited"});
  CHECK(map->reader.from == "csv");
  CHECK(map->reader.encoding == "windows-1252");
  CHECK(map->reader.delimiter == ";");
  CHECK(map->reader.decimal == "comma");
  CHECK(map->reader.header_rows == 2);
  CHECK(map->reader.skip == 1);
}

TEST_CASE("an area of a map may be a column by itself") {
  const auto map = read_map(R"({"area": "icb_code"})", "m.json");
  REQUIRE(said(map) == "");
  CHECK(map->area->column == "icb_code");
  CHECK_FALSE(map->area->lookup);
}

TEST_CASE("faults in the area of a map are named") {
  CHECK(said_of(R"({"area": 7})") ==
        "m.json:1:10: error[J504]: \"area\" is a number, expected a column's name or an object\n");
  CHECK(said_of(R"({"area": {"lookup": {"file": "t.csv"}, "geography": "icb-2022"}})") ==
        "m.json:1:10: error[J504]: \"column\" is missing, expected a text\n"
        "m.json:1:21: error[J504]: \"from\" is missing, expected a text\n"
        "m.json:1:21: error[J504]: \"to\" is missing, expected a text\n"
        "m.json:1:40: error[J502]: unknown member \"geography\"\n  hint: one of column, lookup\n");
}

TEST_CASE("an administration names its instrument and its items") {
  CHECK(said_of(R"({"administrations": [{"wave": "pre"}, {"instrument": "p3ceq", "items": {}}]})") ==
        "m.json:1:22: error[J504]: \"instrument\" is missing, expected a text\n"
        "m.json:1:22: error[J504]: \"items\" is missing, expected an object of item ids and columns\n"
        "m.json:1:72: error[J506]: \"items\" is empty, expected at least one item\n");
}

TEST_CASE("a column stands for one item of an administration") {
  CHECK(said_of("{\"administrations\": [{\"instrument\": \"p3ceq\", \"items\": {\"p3ceq_1\": \"Q1\",\n"
                "\"p3ceq_2\": [\"Q2\", \"Q1\"],\n\"p3ceq_3\": [], \"p3ceq_4\": 4}}]}") ==
        "m.json:2:12: error[J507]: column \"Q1\" is given twice, first in line 1\n"
        "m.json:3:12: error[J506]: \"p3ceq_3\" is an empty list, expected at least one column\n"
        "m.json:3:27: error[J504]: \"p3ceq_4\" is a number, expected a text or a list of texts\n");
}

TEST_CASE("an instrument is given once at each wave") {
  CHECK(said_of("{\"administrations\": [\n{\"instrument\": \"fft\", \"wave\": \"a\", \"items\": {\"fft_1\": \"Q1\"}},\n"
                "{\"instrument\": \"fft\", \"wave\": \"b\", \"items\": {\"fft_1\": \"Q1\"}},\n"
                "{\"instrument\": \"fft\", \"wave\": \"a\", \"items\": {\"fft_1\": \"Q2\"}}]}") ==
        "m.json:4:1: error[J507]: administration \"a.fft\" is given twice, first in line 2\n");
}

TEST_CASE("missing reasons are the words of the contract") {
  CHECK(said_of_member(R"("missing": {"*": {"9": "not_aplicable", "8": "absent"}})") ==
        "m.json:2:24: error[J506]: no reason \"not_aplicable\", expected one of missing, not_shown, unanswered, "
        "not_applicable, suppressed, user_missing\n  hint: did you mean not_applicable?\n"
        "m.json:2:46: error[J506]: no reason \"absent\", expected one of missing, not_shown, unanswered, "
        "not_applicable, suppressed, user_missing\n");
}

TEST_CASE("missing and recode name items of their administration") {
  CHECK(said_of_member(R"("missing": {"p3ceq_11": {"9": "missing"}}, "recode": {"Q1": {"4": 1}})") ==
        "m.json:2:13: error[J509]: no item \"p3ceq_11\" in \"items\"\n  hint: did you mean p3ceq_1?\n"
        "m.json:2:55: error[J509]: no item \"Q1\" in \"items\"\n  hint: one of p3ceq_1\n");
}

TEST_CASE("recoded answers are codes and not missing at the same time") {
  CHECK(said_of_member(
            R"("missing": {"p3ceq_1": {"9": "missing"}}, "recode": {"p3ceq_1": {"9": 3, "a": "1", "b": 99999}})") ==
        "m.json:2:71: error[J506]: \"9\" of p3ceq_1 is both missing and recoded, expected one of them\n"
        "m.json:2:79: error[J504]: \"a\" is a text, expected a whole number\n"
        "m.json:2:89: error[J506]: code 99999, expected one from -32000 to 32767\n");
}

TEST_CASE("unknown members of a map come with near names") {
  CHECK(
      said_of("{\"recrod\": \"id\",\n\"reader\": {\"headers\": 2, \"decimal\": \"coma\"}}") ==
      "m.json:1:2: error[J502]: unknown member \"recrod\"\n  hint: did you mean record?\n"
      "m.json:2:12: error[J502]: unknown member \"headers\"\n"
      "  hint: one of decimal, dedupe, delimiter, dictionary, duplicate_headers, encoding, encoding_errors, from, "
      "header_rows, include_partial, sheet, skip\n"
      "m.json:2:37: error[J506]: \"decimal\" is \"coma\", expected one of point, comma\n  hint: did you mean comma?\n");
}

TEST_CASE("a map may keep unfinished responses and drop repeated ones") {
  const auto map =
      read_map(R"({"reader": {"dictionary": "d.csv", "include_partial": true, "dedupe": false}})", "m.json");
  REQUIRE(map);
  CHECK(map->reader.dictionary == "d.csv");
  CHECK(map->reader.include_partial == true);
  CHECK(map->reader.dedupe == false);
  CHECK(said_of(R"({"reader": {"dedupe": "last"}})").starts_with("m.json:1:23: error[J5"));
}

TEST_CASE("rows to keep name values") {
  CHECK(said_of(R"({"rows": {"Finished": [], "Sample": 1}})") ==
        "m.json:1:23: error[J506]: \"Finished\" is an empty list, expected the values of the records to keep\n"
        "m.json:1:37: error[J504]: \"Sample\" is a number, expected a text or a list of texts\n");
}
