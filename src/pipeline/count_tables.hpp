// `joinedup score` on published tables of counts: a row an organisation, or summed by a parent.
#pragma once

#include "evaluate/count_row.hpp"
#include "exports/count_columns.hpp"
#include "pipeline/count_disclosure.hpp"
#include "pipeline/open_input.hpp"
#include "pipeline/record_tally.hpp"
#include "pipeline/request.hpp"
#include "scoring/scoring_plan.hpp"

#include <joinedup/diagnostics.hpp>
#include <joinedup/results.hpp>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace joinedup {

/// The first of the instruments whose counts the file holds.
std::optional<CountColumns> recognise_counts(const SurveyFile& file, const std::vector<const Instrument*>& instruments);

class CountTables {
public:
  CountTables(const ScoreRequest& request, const std::function<void(std::string_view)>& write)
      : request_(request), write_(write) {}

  /// Rules under which rows are starred; without them every count is shown, and a flag says which are few.
  void star_by(DisclosureRules rules) { rules_ = std::move(rules); }

  /// Reads one table; `plan` is that of its instrument, `convention` what was chosen, else empty. Faults: J250 the
  /// words of another coding, J254, J440 to J448.
  Outcome<ReadSummary> add(SurveyFile& file, const CountColumns& columns, const ScoringPlan& plan,
                           const std::string& convention, Diagnostics& diagnostics);
  /// Rows of these names or codes stand for all organisations, as those of the instrument's `totals` do.
  void leave_out(std::vector<std::string> wholes) { wholes_ = std::move(wholes); }
  /// Writes the sums, where they were asked for.
  void finish(Diagnostics& diagnostics);

  bool any() const { return !names_.empty(); }
  const RecordTally& tally() const { return tally_; }
  std::uint64_t starred() const { return starred_; }   ///< rows whose counts are unknown, not in the tally
  std::uint64_t left_out() const { return left_out_; } ///< rows of totals and footers
  const std::vector<Setting>& settings() const { return settings_; }

private:
  struct Column {
    std::string name; ///< INSTRUMENT.SCORE
    ScoreColumn score;
    std::vector<double> by_option; ///< NaN = an answer without this score
    bool is_share = false;
  };
  bool prepare(const SurveyFile& file, const CountColumns& columns, const ScoringPlan& plan,
               const std::string& convention, Diagnostics& diagnostics);
  void choose_kept(const SurveyFile& file, const CountColumns& columns, Diagnostics& diagnostics);
  void choose_columns(const CountColumns& columns, const ScoringPlan& plan);
  std::vector<std::string> output_names(const SurveyFile& file, const std::string& instrument) const;
  void say_convention(const CountColumns& columns, bool chosen, Diagnostics& diagnostics);
  void add_row(const SurveyFile& file, const CountColumns& columns, const std::vector<std::string>& cells,
               std::uint64_t line, Diagnostics& diagnostics);
  void warn(const CountRow& row, const Position& where, Diagnostics& diagnostics) const;
  /// What a person would look at twice, once for the whole file: repeated organisations and blank parents.
  void warn_of_rows(const SurveyFile& file, Diagnostics& diagnostics) const;
  std::string group_of(const CountColumns& columns, const std::vector<std::string>& cells);
  /// A row that waits for the others: which are starred depends on all of them.
  struct Held {
    std::vector<std::string> kept;
    CountRow row;
    std::optional<CountGroup> group;
    std::string unit, parent;
  };
  void write_or_hold(Held row);
  void write_held();
  void finish_groups(Diagnostics& diagnostics);
  void write_row(const std::vector<std::string>& kept, const CountRow& row, const CountGroup* group,
                 const CountMask& mask = {});

  const ScoreRequest& request_;
  const std::function<void(std::string_view)>& write_;
  std::vector<std::string> names_;  ///< of the output's columns
  std::vector<std::uint32_t> kept_; ///< fields of a row that are written as they are
  std::vector<Column> columns_;
  std::optional<std::uint32_t> roll_up_;
  bool apart_ = false; ///< independent providers go into a group of their own
  struct Group {
    std::string parent; ///< of its spellings the first in order
    CountGroup rows;
  };
  std::map<std::string, Group> groups_;          ///< by parent in small letters
  std::map<std::string, std::uint64_t> rows_of_; ///< of this file, by organisation in small letters
  std::uint64_t without_parent_ = 0;             ///< rows of this file
  std::optional<DisclosureRules> rules_;
  std::vector<Held> held_;
  RecordTally tally_;
  std::uint64_t left_out_ = 0, organisations_ = 0, starred_ = 0;
  std::vector<std::string> wholes_;
  std::vector<Setting> settings_;
};

} // namespace joinedup
