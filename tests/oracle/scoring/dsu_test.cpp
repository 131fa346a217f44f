// The mapping by age and sex against R eq5dmap (data/eq5d/README.md): 880 of 880 rows.
#include "scoring/value_from_index.hpp"
#include "scoring/value_table.hpp"
#include "support/worked_examples.hpp"

#include <cmath>

using namespace joinedup;
using namespace joinedup::test;

namespace {

/// Code of a respondent's item as a survey cell gives it.
AnswerCode code_in(const Item& item, const std::string& cell) {
  const auto found = item.cells.codes.find(cell);
  REQUIRE(found != item.cells.codes.end());
  return static_cast<AnswerCode>(found->second);
}

struct Mapped {
  ValueSet set;
  std::vector<double> inputs;
  std::optional<ScoringPlan> plan;
  Instrument instrument;

  Mapped(const std::string& set_id, const std::string& instrument_id) : set(shipped_value_set(set_id)) {
    instrument = shipped(instrument_id);
    instrument.items.insert(instrument.items.end(), set.mapping.respondent.begin(), set.mapping.respondent.end());
    ScoringChoices choices;
    choices.value_sets = {set_id};
    auto compiled = ScoringPlan::compile(instrument, choices, std::vector<ValueSet>{set}, {"index"});
    INFO(first_fault(compiled.diagnostics));
    REQUIRE(compiled);
    plan.emplace(std::move(*compiled));
    Diagnostics diagnostics;
    inputs = value_table(shipped_value_set(set.input_set), {}, diagnostics);
    REQUIRE(diagnostics.empty());
  }

  std::optional<double> from_state(const std::string& state, AnswerCode band, AnswerCode sex) const {
    AnswerBlock answers;
    answers.items.assign(instrument.items.size(), {answer::missing});
    for (std::size_t d = 0; d < 5; ++d)
      answers.items[d][0] = static_cast<AnswerCode>(state[d] - '0');
    answers.items[instrument.item_number("age_band").value()][0] = band;
    answers.items[instrument.item_number("sex").value()][0] = sex;
    ScoreBlock scores;
    plan->score(answers, 1, scores);
    if (!has_value(scores.scores[0].status[0])) return std::nullopt;
    return scores.scores[0].value[0];
  }
};

} // namespace

TEST_CASE("the mapping by age and sex has every value of the oracle") {
  const std::map<std::string, Mapped> directions = [] {
    std::map<std::string, Mapped> out;
    out.try_emplace("5L_to_3L", "5L-DSU-UK", "eq-5d-5l");
    out.try_emplace("3L_to_5L", "3L-DSU-UK", "eq-5d-3l");
    return out;
  }();
  int same = 0, none = 0;
  for (const Example& row : worked_examples("eq5d/dsu_uk.csv")) {
    const Mapped& direction = directions.at(row.at("direction"));
    const auto& items = direction.set.mapping.respondent;
    const AnswerCode band = code_in(items[0], row.at("age")), sex = code_in(items[1], row.at("sex"));
    const std::size_t group = static_cast<std::size_t>(band - 1) * 2 + static_cast<std::size_t>(sex - 1);
    const auto value = row.at("input") == "state"
                           ? direction.from_state(row.at("value"), band, sex)
                           : value_from_index(direction.set, direction.inputs, group, *parse_number(row.at("value")),
                                              *parse_number(row.at("bwidth")));
    const auto wanted = parse_number(row.at("index8"));
    const bool agree = wanted ? value && std::abs(*value - *wanted) <= 5.1e-9 : !value;
    if (!agree) UNSCOPED_INFO(row.at("direction") << " " << row.at("input") << " " << row.at("value"));
    same += agree ? 1 : 0;
    none += wanted ? 0 : 1;
  }
  CHECK(same == 880);
  CHECK(none == 1);
}

TEST_CASE("without age or sex the mapping gives nothing and says missing") {
  const Mapped direction("5L-DSU-UK", "eq-5d-5l");
  CHECK(direction.from_state("11111", 1, 1).has_value());
  CHECK_FALSE(direction.from_state("11111", answer::missing, 1).has_value());
  CHECK_FALSE(direction.from_state("11111", 1, answer::invalid).has_value());
  CHECK(direction.plan->columns().front().low.value() < -0.4);
  const auto& codes = direction.set.mapping.respondent[1].cells.codes;
  CHECK(codes.find("1") == codes.end()); // 1 is male in one survey and female in the next
  CHECK(codes.at("f") == 1);
  const auto& bands = direction.set.mapping.respondent[0].cells.codes;
  CHECK(bands.at("35-44") == 2);
  CHECK(bands.at("2") == 2);
  CHECK(bands.at("64") == 4);
  CHECK(bands.at("65+") == 5);
  CHECK(bands.find("17") == bands.end());
}
