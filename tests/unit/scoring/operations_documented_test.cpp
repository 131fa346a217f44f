// The table of operations in the documentation and the one in the schema are the code's.
#include "base/text.hpp"
#include "scoring/operations.hpp"
#include "support/scorer.hpp"

#include <nlohmann/json.hpp>

#include <fmt/format.h>

#include <set>

using namespace joinedup;
using namespace joinedup::test;

namespace {

std::string_view kind_of(StepKind kind) {
  return kind == StepKind::items ? "items" : kind == StepKind::source ? "source" : "transform";
}

std::string row_of(const OperationInfo& operation) {
  std::string parameters;
  for (const std::string& parameter : operation.parameters)
    parameters += fmt::format("{}`{}`", parameters.empty() ? "" : ", ", parameter);
  return fmt::format("| `{}` | {} | {} | {} |", operation.name, kind_of(operation.kind), parameters, operation.summary);
}

/// Lines of the table below the heading "## Operations", without its own heading.
std::vector<std::string> documented() {
  const std::string text = file_text(std::string(JOINEDUP_SOURCE) + "/docs/instruments.md");
  std::vector<std::string> out;
  for (const std::string_view line : split(std::string_view(text).substr(text.find("\n## Operations")), '\n')) {
    if (line.starts_with("| `")) out.emplace_back(line);
    if (!out.empty() && !line.starts_with("|")) break;
  }
  return out;
}

std::string the_page() { return file_text(std::string(JOINEDUP_SOURCE) + "/docs/instruments.md"); }

/// The first text between two marks after a heading.
std::string_view between(std::string_view text, std::string_view heading, std::string_view from, std::string_view to) {
  const std::size_t begin = text.find(from, text.find(heading)) + from.size();
  return text.substr(begin, text.find(to, begin) - begin);
}

/// "a 2, b 5" -> codes
std::map<std::string, AnswerCode> answers_in(std::string_view text) {
  std::map<std::string, AnswerCode> out;
  for (const std::string_view part : split(text, ',')) {
    const std::string_view pair = trim(part);
    const std::size_t space = pair.find(' ');
    out[std::string(pair.substr(0, space))] = code_of(std::string(pair.substr(space + 1)));
  }
  return out;
}

/// The items, table and bands that the page's examples speak of.
Instrument example_with(std::string_view steps) {
  auto read = read_instrument(
      fmt::format(R"({{"id": "e", "version": "1", "title": "E", "licence": "none",
 "items": [{{"id": "a", "label": "A", "range": [1, 5]}}, {{"id": "b", "label": "B", "range": [1, 5]}},
  {{"id": "g", "label": "G", "range": [0, 1]}}],
 "tables": [{{"id": "t", "rows": [[2, 0], [4, 10], [7, 30]]}}],
 "band_schemes": [{{"id": "b", "bands": [{{"label": "low", "low": 2, "high": 5}},
  {{"label": "high", "low": 6, "high": 10}}]}}],
 "scores": [{{"id": "s", "label": "S", "items": [{}], "steps": {}}}]}})",
                  steps.find("gate") == std::string_view::npos ? R"("a", "b")" : R"("a", "b", "g")", steps),
      "e.json");
  INFO(steps);
  REQUIRE(read);
  return std::move(*read);
}

} // namespace

TEST_CASE("the definition on the page is read without a word and scores by hand") {
  const std::string page = the_page();
  auto read = read_instrument(between(page, "## The file", "```json\n", "```"), "page.json");
  REQUIRE(read);
  CHECK(read.diagnostics.empty());
  // 2, 0 from the other end is 2, and 10: 14 of 14
  CHECK(Scorer(*read).score({{"calm_1", 2}, {"calm_2", 0}, {"calm_3", 10}}).at("total").text == "100");
  // 1 and 6 answered: 7 x 3 / 2 = 10.5 of 14
  CHECK(Scorer(*read).score({{"calm_1", 1}, {"calm_3", 6}}).at("total").text == "75");
}

TEST_CASE("the examples of operations give the scores on the page") {
  const std::string page = the_page();
  std::size_t seen = 0;
  for (const std::string_view line :
       split(between(page, "Steps of each kind", "| --- | --- | --- | --- |\n", "\n\n"), '\n')) {
    const auto cells = split(line, '|');
    REQUIRE(cells.size() == 6);
    const std::string_view quoted = trim(cells[2]);
    const Cell cell = Scorer(example_with(quoted.substr(1, quoted.size() - 2))).score(answers_in(cells[3])).at("s");
    CAPTURE(line);
    const std::string_view wanted = trim(cells[4]);
    if (const auto number = parse_number(wanted))
      CHECK_THAT(cell.value, WithinAbs(*number, 1e-9));
    else
      CHECK(cell.text == wanted);
    ++seen;
  }
  CHECK(seen == 12);
}

namespace {

/// The page's definition with the members of the example below `heading` in place of its own.
Instrument page_with(std::string_view heading) {
  const std::string page = the_page();
  auto whole = nlohmann::json::parse(between(page, "## The file", "```json\n", "```"));
  const auto example = nlohmann::json::parse(between(page, heading, "```json\n", "```"));
  for (const auto& [member, value] : example.items())
    whole[member] = value;
  auto read = read_instrument(whole.dump(), "page.json");
  REQUIRE(read);
  CHECK(read.diagnostics.empty());
  return std::move(*read);
}

} // namespace

TEST_CASE("the missing rules on the page are read without a word and do what it says") {
  const Instrument instrument = page_with("### Missing rules");
  const auto under = [&](const std::string& rule) {
    ScoringChoices choices;
    choices.missing_rule = rule;
    return Scorer(instrument, choices).score({{"calm_1", 1}, {"calm_3", 6}}).at("total").text;
  };
  CHECK(under("").empty());
  CHECK(under("complete_case").empty());
  CHECK(under("half") == "75");
  CHECK(under("min2") == "75");
  CHECK(under("min3").empty());
}

TEST_CASE("the table and the bands on the page are read without a word and do what it says") {
  const Instrument instrument = page_with("### Bands, tables");
  const auto scores = Scorer(instrument).score({{"calm_1", 1}, {"calm_2", 0}, {"calm_3", 6}});
  CHECK_THAT(scores.at("normed").value, WithinAbs(55, 1e-9));
  CHECK(scores.at("rough").text == "high");
}

TEST_CASE("the documented operations are those of the code") {
  std::vector<std::string> rows;
  for (const OperationInfo& operation : operations())
    rows.push_back(row_of(operation));
  CHECK(documented() == rows);
}

TEST_CASE("the schema knows the operations of the code with their parameters") {
  const auto schema =
      nlohmann::json::parse(file_text(std::string(JOINEDUP_SOURCE) + "/instruments/schema/instrument.schema.json"));
  const auto& alternatives = schema.at("$defs").at("step").at("oneOf");
  std::map<std::string, std::set<std::string>> in_schema, in_code;
  for (const auto& alternative : alternatives) {
    std::set<std::string>& names = in_schema[alternative.at("properties").at("do").at("const").get<std::string>()];
    for (const auto& [name, value] : alternative.at("properties").items()) {
      if (name != "do") names.insert(name);
    }
  }
  for (const OperationInfo& operation : operations())
    in_code[std::string(operation.name)] = {operation.parameters.begin(), operation.parameters.end()};
  CHECK(in_schema == in_code);
}
