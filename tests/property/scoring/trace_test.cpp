// A trace tells what scoring does: for any answers its last value is the score.
#include "scoring/inputs.hpp"
#include "scoring/trace.hpp"
#include "support/scorer.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <cmath>

using namespace joinedup;
using namespace joinedup::test;

namespace {

AnswerBlock one_record(const Scorer& scorer) {
  AnswerBlock block = scorer.block(1);
  for (std::size_t i = 0; i < block.items.size(); ++i) {
    const Item& item = scorer.instrument().items[i];
    const int code = *rc::gen::inRange(item.lowest() - 1, item.highest() + 4);
    const auto above = static_cast<std::size_t>(std::max(0, code - item.highest()));
    constexpr AnswerCode others[] = {0, answer::missing, answer::catch_all, answer::not_applicable};
    block.items[i][0] = above > 0 ? others[above] : static_cast<AnswerCode>(code);
  }
  return block;
}

bool same(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

void check_trace(const Scorer& scorer) {
  const AnswerBlock record = one_record(scorer);
  ScoreBlock scores;
  scorer.plan().score(record, 1, scores);
  std::size_t at = 0;
  for (const TracedColumn& column : trace(scorer.plan(), record)) {
    if (at == scorer.plan().columns().size() || column.column.id != scorer.plan().columns()[at].id) continue;
    const ScoreValues& score = scores.scores[at++];
    RC_ASSERT(column.status == score.status[0]);
    RC_ASSERT(same(column.value, has_value(column.status) ? score.value[0] : no_value));
    if (!column.steps.empty()) RC_ASSERT(same(column.steps.back().value, column.value));
  }
  RC_ASSERT(at == scorer.plan().columns().size());
}

} // namespace

TEST_CASE("the last value of a trace is the score, whatever the answers, rule and instrument") {
  ScoringChoices several;
  several.value_sets = {"5L-VT-UK", "5L-CW-UK"};
  ScoringChoices half, one_may_lack, seven, mean;
  half.missing_rule = "half";
  half.choices["catch_all"] = "missing";
  one_may_lack.missing_rule = "person_mean_max1_interp";
  seven.missing_rule = "min7";
  mean.missing_rule = "person_mean_max3";
  const std::vector<Scorer> scorers = [&] {
    std::vector<Scorer> out;
    out.emplace_back("p3ceq");
    out.emplace_back("p3ceq", half);
    out.emplace_back("eq-5d-3l");
    out.emplace_back("eq-5d-5l", several);
    out.emplace_back("wemwbs", mean);
    out.emplace_back("swemwbs", one_may_lack);
    out.emplace_back("pam-13", seven);
    out.emplace_back("fft");
    return out;
  }();
  for (const Scorer& scorer : scorers)
    CHECK(rc::check(scorer.instrument().id, [&] { check_trace(scorer); }));
}
