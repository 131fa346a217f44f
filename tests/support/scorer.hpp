// Scores records through the shipped definitions, from the JSON text to printed cells.
#pragma once

#include "base/text.hpp"
#include "definitions/instrument.hpp"
#include "definitions/respondent_table.hpp"
#include "definitions/value_mapping.hpp"
#include "definitions/value_set.hpp"
#include "scoring/scoring_plan.hpp"
#include "support/catch.hpp"

#include <fstream>
#include <map>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace joinedup::test {

inline std::string file_text(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

inline std::string first_fault(const Diagnostics& diagnostics) {
  return diagnostics.empty() ? "" : diagnostics.all().front().message;
}

inline Instrument shipped(const std::string& id) {
  auto read = read_instrument(file_text(std::string(JOINEDUP_SOURCE) + "/instruments/" + id + ".json"), id + ".json");
  INFO(first_fault(read.diagnostics));
  REQUIRE(read);
  REQUIRE(read.diagnostics.empty());
  return std::move(*read);
}

/// A shipped set with its mapping and table; its target is another set.
inline ValueSet shipped_value_set(const std::string& id) {
  const std::string root = std::string(JOINEDUP_SOURCE) + "/instruments/";
  auto read = read_value_set(file_text(root + "value_sets/" + id + ".json"), id);
  INFO(id << ": " << first_fault(read.diagnostics));
  REQUIRE(read);
  ValueSet out = std::move(*read);
  if (!out.mapping_id.empty()) {
    auto mapping = read_value_mapping(file_text(root + "mappings/" + out.mapping_id + ".json"), out.mapping_id);
    INFO(first_fault(mapping.diagnostics));
    REQUIRE(mapping);
    Diagnostics diagnostics;
    apply_mapping(out, std::move(*mapping), diagnostics);
    REQUIRE(diagnostics.empty());
  }
  if (!out.table_file.empty()) {
    auto table = read_respondent_table(file_text(root + "mappings/" + out.table_file), out.table_file, out);
    INFO(first_fault(table.diagnostics));
    REQUIRE(table);
    out.by_respondent = std::move(*table);
  }
  return out;
}

inline std::vector<ValueSet> shipped_value_sets() {
  std::vector<ValueSet> out;
  for (const char* id : {"3L-TTO-UK", "5L-CW-UK", "5L-VT-England", "5L-VT-UK"})
    out.push_back(shipped_value_set(id));
  return out;
}

/// A printed score: text of its value (empty without one), the value, and the word of its status.
struct Cell {
  std::string text, status;
  double value = 0;
};

/// A survey cell as an answer: blank is missing, NA not applicable, a whole number itself, the rest invalid.
inline AnswerCode code_of(const std::string& cell) {
  if (cell.empty()) return answer::missing;
  if (cell == "NA") return answer::not_applicable;
  const auto number = parse_number(cell);
  const bool whole = number && *number == static_cast<double>(static_cast<int>(*number));
  return whole ? static_cast<AnswerCode>(*number) : answer::invalid;
}

class Scorer {
public:
  explicit Scorer(Instrument instrument, const ScoringChoices& choices = {},
                  const std::vector<std::string>& wanted = {})
      : instrument_(std::move(instrument)) {
    auto compiled = ScoringPlan::compile(instrument_, choices, shipped_value_sets(), wanted);
    INFO(first_fault(compiled.diagnostics));
    REQUIRE(compiled);
    diagnostics_ = compiled.diagnostics;
    plan_.emplace(std::move(*compiled));
  }
  explicit Scorer(const std::string& id, const ScoringChoices& choices = {},
                  const std::vector<std::string>& wanted = {})
      : Scorer(shipped(id), choices, wanted) {}

  const ScoringPlan& plan() const { return *plan_; }
  const Instrument& instrument() const { return instrument_; }
  const Diagnostics& diagnostics() const { return diagnostics_; }

  AnswerBlock block(std::size_t records) const {
    return {std::vector<std::vector<AnswerCode>>(instrument_.items.size(),
                                                 std::vector<AnswerCode>(records, answer::missing))};
  }

  /// One record: item id -> answer; the others are missing.
  std::map<std::string, Cell> score(const std::map<std::string, AnswerCode>& answers) const {
    AnswerBlock one = block(1);
    for (const auto& [item, code] : answers)
      one.items.at(instrument_.item_number(item).value())[0] = code;
    ScoreBlock scores;
    plan_->score(one, 1, scores);
    std::map<std::string, Cell> out;
    for (std::size_t c = 0; c < plan_->columns().size(); ++c)
      out[plan_->columns()[c].id] = cell(scores, c, 0);
    return out;
  }

  Cell cell(const ScoreBlock& scores, std::size_t column, std::size_t record) const {
    const ScoreColumn& info = plan_->columns()[column];
    const double value = scores.scores[column].value[record];
    const ScoreStatus status = scores.scores[column].status[record];
    Cell out{"", std::string(words(status)), value};
    if (!has_value(status)) return out;
    if (info.is_text)
      out.text = info.texts.at(static_cast<std::size_t>(value));
    else
      out.text = info.decimals >= 0 ? fixed(value, info.decimals) : shortest(value);
    return out;
  }

private:
  Instrument instrument_;
  Diagnostics diagnostics_;
  std::optional<ScoringPlan> plan_;
};

/// `expected` is a number as text, or empty where no score is expected.
inline void check_number(const Cell& cell, const std::string& expected, double tolerance) {
  if (expected.empty()) {
    CHECK(cell.text.empty());
    CHECK_FALSE(cell.value == cell.value);
  } else {
    REQUIRE_FALSE(cell.text.empty());
    CHECK_THAT(cell.value, WithinAbs(*parse_number(expected), tolerance));
  }
}

} // namespace joinedup::test
