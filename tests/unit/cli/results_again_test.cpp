// results.json read back whole: what is made of it is what was made of the results.
#include "definitions/results.hpp"
#include "pipeline/verify/output_difference.hpp"
#include "report/outputs.hpp"
#include "report/writers.hpp"

#include "support/catch.hpp"
#include "support/results_states.hpp"

#include <string>

using namespace joinedup;
using namespace joinedup::testing;

namespace {

RunResults read_back(const RunResults& results) {
  Outcome<RunResults> out = read_results(results_json(results), "results.json");
  for (const Diagnostic& d : out.diagnostics.all())
    UNSCOPED_INFO(d.where.line << ":" << d.where.column << " " << d.code << " " << d.message);
  REQUIRE(out);
  return std::move(*out);
}

void check_again(const RunResults& results) {
  const RunResults again = read_back(results);
  CHECK(output_difference("results.json", results_json(results), results_json(again)) == "");
  const auto then = rendered_outputs(results), now = rendered_outputs(again);
  REQUIRE(then.size() == now.size());
  for (std::size_t k = 0; k < then.size(); ++k) {
    CHECK(now[k].name == then[k].name);
    CHECK(output_difference(then[k].name, then[k].text, now[k].text) == "");
  }
  const auto pages = area_files(results), pages_again = area_files(again);
  REQUIRE(pages.size() == results.areas.size());
  for (std::size_t k = 0; k < pages.size(); ++k)
    CHECK(output_difference(pages[k].name, pages[k].text, pages_again[k].text) == "");
}

/// The first fault of a results.json in which `from` stands as `to`.
Diagnostic fault_with(const std::string& from, const std::string& to) {
  std::string text = results_json(many_areas());
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  text.replace(at, from.size(), to);
  const auto read = read_results(text, "results.json");
  REQUIRE_FALSE(read);
  return read.diagnostics.all().front();
}

} // namespace

TEST_CASE("every file of a run comes out of results.json to the byte, in every state that results can be in") {
  check_again(many_areas());
  check_again(few_areas(3));
  check_again(one_area_with_table());
  check_again(no_spread_between_areas());
  check_again(without_geography());
  check_again(unranked_index());
  check_again(hostile_texts());
  check_again(planted_hidden_values());
}

TEST_CASE("choices that a study makes, methods and tables come back") {
  RunResults results = many_areas();
  results.study.adjusted_headline = results.study.partial_levels = results.study.show_ranks = true;
  results.study.estimation.uncertainty = Uncertainty::bootstrap;
  results.study.estimation.design_df = true;
  results.study.comparison = {"seven", 85,         90, 99,  "multiplicative", "none", 0.2, "reml", "holm",
                              0.01,    "marginal", 0,  true};
  results.study.disclosure.minimum = 7;
  results.study.disclosure.caution = 55;
  results.index.coverage_total = 0.6;
  results.index.aggregate = {"power", {{"power", -1}}};
  results.index.domains[1].aggregate = {"mpi", {}, {{"sd", "sample"}}};
  results.inputs.push_back({"mine.json", "ab", "instrument", 0, "/home/of/somebody"});
  results.inputs.push_back({"wemwbs.json", "cd", "instrument", 0, "built in"});
  ResultTable table;
  table.id = "findings";
  table.columns = {{"area", "Area"}, {"n", "Answers"}, {"rate", "Rate", 1, true}, {"why", "Why"}};
  table.rows = {{std::string("A"), std::uint64_t{12}, 3.0, {}}, {std::string("B"), {}, -0.125, std::string("few")}};
  results.tables = {table};
  ResultTable empty;
  empty.id = "empty";
  empty.columns = {{"area", "Area"}};
  empty.section = TableSection::answered;
  results.tables.push_back(empty);
  check_again(results);
}

TEST_CASE("messages come back by code and number, however many there were") {
  RunResults results = few_areas(5);
  results.diagnostics = {};
  for (int i = 0; i < 1234; ++i)
    results.diagnostics.warning("J211", {"a.csv", static_cast<std::uint64_t>(i), 1, ""},
                                "an answer outside the options");
  results.diagnostics.note("J120", {}, "an option beats the study");
  const RunResults again = read_back(results);
  CHECK(again.diagnostics.count("J211") == 1234);
  CHECK(again.diagnostics.count(Severity::note) == 1);
  check_again(results);
}

TEST_CASE("a results.json that is damaged, or not of this form, is refused at its place") {
  const std::string text = results_json(many_areas());
  const auto cut = read_results(std::string_view(text).substr(0, text.size() / 2), "results.json");
  REQUIRE_FALSE(cut);
  CHECK(cut.diagnostics.all().front().code == "J501");
  CHECK(cut.diagnostics.all().front().where.line > 100);
  CHECK_FALSE(read_results("", "results.json"));
  CHECK_FALSE(read_results("[]", "results.json"));
  CHECK(fault_with("\"format\": 1", "\"format\": 99").code == "J590");
  CHECK(fault_with("\"format\": 1,", "").code == "J590");
  CHECK(fault_with("\"format\": 1", "\"format\": 99").where.line == 2);
  CHECK(fault_with("\"study\": \"Winter", "\"studies\": \"Winter").code == "J504"); // missing, before what is unknown
  CHECK(fault_with("\"n\": 150", "\"n\": 150.5").code == "J504");
  CHECK(fault_with("\"band\": \"", "\"band\": \"un").code == "J506");
  CHECK(fault_with("\"status\": \"ok\"", "\"status\": \"fine\"").code == "J506");
  CHECK(fault_with("\"level\": \"area\"", "\"level\": \"planet\"").code == "J506");
}

TEST_CASE("what is hidden stays hidden in what is made of results.json") {
  const RunResults again = read_back(planted_hidden_values());
  for (const AreaResult& area : again.areas) {
    if (!area.status.hidden()) continue;
    CHECK_FALSE(area.n);
    CHECK_FALSE(area.index.value);
    CHECK(area.contributions.empty());
  }
}
