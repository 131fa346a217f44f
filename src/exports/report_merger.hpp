// Puts the reports of blocks, in input order, together: true line and record numbers, one list of diagnostics.
#pragma once

#include "exports/block_reader.hpp"
#include "exports/record_reader.hpp"

#include <joinedup/diagnostics.hpp>

#include <map>
#include <string>
#include <vector>

namespace joinedup {

class ReportMerger {
public:
  ReportMerger(const SurveyFile::Impl& file, const ReadingPlan& plan, const BlockReader& reader);
  void add(const BlockReport& report);
  /// The whole; `failure` says why reading stopped early, empty when it did not.
  Outcome<ReadSummary> finish(const std::string& failure);

private:
  void add_areas(const BlockReport& report, std::vector<Diagnostic>& faults);
  void add_invalid(const BlockReport& report);
  void add_no_answer(const BlockReport& report);
  void say_left_out();
  void say_no_numbers();
  void add_rejects(const BlockReport& report);
  void add_faults(std::vector<Diagnostic> faults);
  void judge_columns();

  const SurveyFile::Impl& file_;
  const ReadingPlan& plan_;
  const BlockReader& reader_;
  ReadSummary summary_;
  Diagnostics diagnostics_;
  std::map<std::string, std::pair<Diagnostic, std::uint64_t>> uncounted_; ///< by code
  std::vector<ItemSeen> seen_;                                            ///< by item
  std::vector<ColumnShape> shapes_;                                       ///< by kept column
  std::vector<std::uint64_t> left_out_;                                   ///< by rule of the survey tool
  std::map<std::uint32_t, std::uint64_t> no_numbers_; ///< cells that --where could not compare, by column
  std::uint64_t blank_lines_ = 0;
  bool two_meanings_ = false;
};

/// Adds `times` reports of one kind at once.
void add_many(Diagnostics& diagnostics, const Diagnostic& diagnostic, std::uint64_t times);

} // namespace joinedup
