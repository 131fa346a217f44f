// Which records are answers to the survey, as its tool marks them.
#pragma once

#include "base/text.hpp"
#include "exports/cell.hpp"
#include "exports/reading_plan.hpp"

#include <string_view>
#include <vector>

namespace joinedup {

/// Rules, forms and identity of `plan`, whose items are settled. Options of the map's reader decide about unfinished
/// and repeated records.
void add_record_rules(const SurveyFile& file, const ColumnMap& map, ReadingPlan& plan);

/// What was decided about one record; `rule` counts the rules of the plan, then `forms` and what goes beyond them.
struct RecordVerdict {
  DropReason reason = DropReason::none;
  std::size_t rule = 0;
};

/// Judges records one after another. A tool writes the same few marks again and again, so the last one of each rule is
/// remembered.
class RecordJudge {
public:
  explicit RecordJudge(const ReadingPlan& plan) : plan_(plan), last_(plan.rules.size()) {}
  bool idle() const { return plan_.rules.empty() && plan_.forms.empty(); }
  /// `cell`: a column's cell as it stands in the file.
  template <typename Cell> RecordVerdict judge(Cell&& cell) {
    for (std::size_t k = 0; k < plan_.rules.size(); ++k) {
      const std::string_view text = cell(plan_.rules[k].column);
      Last& last = last_[k];
      if (!last.known || !same(last.text, text)) last = {text, holds(plan_.rules[k], bare(text)), true};
      if (last.holds) return {plan_.rules[k].reason, k};
    }
    return plan_.forms.empty() ? RecordVerdict{} : judge_forms(cell);
  }

private:
  struct Last {
    std::string_view text;
    bool holds = false, known = false;
  };
  /// Marks are a character or two, for which a call of memcmp would cost more than all else here.
  static bool same(std::string_view a, std::string_view b) {
    return a.size() == b.size() && (a.empty() || (a.front() == b.front() && (a.size() == 1 || a == b)));
  }
  static std::string_view bare(std::string_view raw) { return trim(unwrap(raw).text); }
  static bool holds(const RecordRule& rule, std::string_view text);
  template <typename Cell> RecordVerdict judge_forms(Cell&& cell) const {
    bool begun = false;
    for (const FormColumns& form : plan_.forms) {
      const bool stopped = form.not_finished && bare(cell(*form.not_finished)) == plan_.not_finished_text;
      begun = begun || stopped;
      if (!bare(cell(form.complete)).empty() && !stopped) return {};
    }
    const std::size_t rule = plan_.rules.size() + (begun ? 1 : 0);
    return {begun ? DropReason::partial_response : DropReason::not_a_response, rule};
  }

  const ReadingPlan& plan_;
  std::vector<Last> last_;
};

/// What the rule of this number is about, for the reconciliation.
std::string_view what_was_left_out(const ReadingPlan& plan, std::size_t rule);
/// Numbers of rules that a plan can have.
std::size_t rule_numbers(const ReadingPlan& plan);

} // namespace joinedup
