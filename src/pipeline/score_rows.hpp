// Scored blocks -> rows of CSV or JSON Lines.
#pragma once

#include "base/text_buffer.hpp"
#include "pipeline/score_texts.hpp"
#include "scoring/scoring_plan.hpp"

#include <joinedup/responses.hpp>
#include <joinedup/score.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

/// One output column: a kept cell, an answer code, or a score with its status beside it.
struct ScoreColumnRef {
  std::size_t administration = 0, column = 0;
};

struct ScoreLayout {
  std::vector<std::string> kept;         ///< headings of kept columns
  std::vector<std::string> item_names;   ///< headings of answer codes
  std::vector<ScoreColumnRef> items;     ///< administration, item
  std::vector<std::string> score_names;  ///< WAVE.INSTRUMENT.SCORE
  std::vector<ScoreColumnRef> scores;    ///< administration, column of its plan
  std::vector<const ScoringPlan*> plans; ///< per administration
  bool ndjson = false;
};

/// The heading row; empty for JSON Lines.
std::string score_heading(const ScoreLayout& layout);
/// Appends the record's row to `out`. `texts` is for one layout on one thread at a time.
void append_score_row(TextBuffer& out, const ScoreLayout& layout, const RecordBlock& block,
                      const std::vector<ScoreBlock>& scores, std::size_t record, ScoreTexts& texts);

} // namespace joinedup
