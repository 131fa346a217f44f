// Laws of scoring over generated answers.
#include "support/scorer.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <cmath>

using namespace joinedup;
using namespace joinedup::test;

namespace {

/// Mostly valid answers, with all that may stand in for one.
AnswerBlock answers_for(const Scorer& scorer, std::size_t records) {
  AnswerBlock block = scorer.block(records);
  for (std::size_t i = 0; i < block.items.size(); ++i) {
    const Item& item = scorer.instrument().items[i];
    const auto code = rc::gen::inRange(item.lowest() - 1, item.highest() + 2);
    for (AnswerCode& cell : block.items[i]) {
      const int kind = *rc::gen::inRange(0, 30);
      cell = kind == 0   ? answer::missing
             : kind == 1 ? answer::not_applicable
             : kind == 2 ? answer::catch_all
                         : static_cast<AnswerCode>(*code);
    }
  }
  return block;
}

bool same(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

std::vector<Scorer> scorers() {
  std::vector<Scorer> out;
  const std::vector<std::pair<std::string, std::string>> lenient = {{"p3ceq", "half"},
                                                                    {"wemwbs", "person_mean_max3"},
                                                                    {"swemwbs", "person_mean_max1_interp"},
                                                                    {"pam-13", "min1"},
                                                                    {"fft", ""},
                                                                    {"eq-5d-3l", ""}};
  for (const auto& [id, rule] : lenient) {
    ScoringChoices choices;
    choices.missing_rule = rule;
    out.emplace_back(id, choices);
  }
  return out;
}

void law(const char* what, const std::function<void(const Scorer&)>& holds) {
  const auto all = scorers();
  const bool good = rc::check(what, [&] { holds(all[*rc::gen::inRange<std::size_t>(0, all.size())]); });
  CHECK(good);
}

} // namespace

TEST_CASE("a score lies in its range and is there exactly when its status says so") {
  law("range and status", [](const Scorer& scorer) {
    const auto records = *rc::gen::inRange<std::size_t>(1, 20);
    ScoreBlock scores;
    scorer.plan().score(answers_for(scorer, records), records, scores);
    for (std::size_t c = 0; c < scores.scores.size(); ++c) {
      const ScoreColumn& column = scorer.plan().columns()[c];
      for (std::size_t r = 0; r < records; ++r) {
        const double value = scores.scores[c].value[r];
        RC_ASSERT(has_value(scores.scores[c].status[r]) == !std::isnan(value));
        if (std::isnan(value)) continue;
        if (column.is_text) RC_ASSERT(value >= 0 && value < static_cast<double>(column.texts.size()));
        if (column.low) RC_ASSERT(value >= *column.low - 1e-9);
        if (column.high) RC_ASSERT(value <= *column.high + 1e-9);
      }
    }
  });
}

TEST_CASE("a record scores the same wherever it stands") {
  law("order of records", [](const Scorer& scorer) {
    const auto records = *rc::gen::inRange<std::size_t>(1, 20);
    const AnswerBlock block = answers_for(scorer, records);
    AnswerBlock turned = block;
    for (auto& column : turned.items)
      std::reverse(column.begin(), column.end());
    ScoreBlock a, b;
    scorer.plan().score(block, records, a);
    scorer.plan().score(turned, records, b);
    for (std::size_t c = 0; c < a.scores.size(); ++c)
      for (std::size_t r = 0; r < records; ++r) {
        RC_ASSERT(same(a.scores[c].value[r], b.scores[c].value[records - 1 - r]));
        RC_ASSERT(a.scores[c].status[r] == b.scores[c].status[records - 1 - r]);
      }
  });
}

TEST_CASE("scores that were asked for alone equal those of the full plan") {
  for (const Scorer& full : scorers()) {
    ScoringChoices choices;
    const auto rule = std::find_if(full.plan().settings().begin(), full.plan().settings().end(),
                                   [&](const Setting& s) { return s.name == full.instrument().id + ".missing_rule"; });
    if (rule != full.plan().settings().end()) choices.missing_rule = rule->value.substr(0, rule->value.find(' '));
    for (std::size_t c = 0; c < full.plan().columns().size(); ++c) {
      const Scorer alone(full.instrument(), choices, {full.plan().columns()[c].id});
      const bool good = rc::check("wanted subset", [&] {
        const AnswerBlock block = answers_for(full, 5);
        ScoreBlock a, b;
        full.plan().score(block, 5, a);
        alone.plan().score(block, 5, b);
        RC_ASSERT(b.scores.size() == 1U);
        for (std::size_t r = 0; r < 5; ++r)
          RC_ASSERT(same(a.scores[c].value[r], b.scores[0].value[r]));
      });
      CHECK(good);
    }
  }
}
