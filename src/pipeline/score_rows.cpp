#include "pipeline/score_rows.hpp"

#include "base/csv_cell.hpp"
#include "base/render.hpp"
#include "base/text.hpp"

#include <array>
#include <charconv>

namespace joinedup {

namespace {

void append_whole(std::string& out, std::int64_t value) {
  std::array<char, 24> buffer;
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  out.append(buffer.data(), end);
}

void append_code(std::string& out, AnswerCode code) {
  if (is_answer(code)) {
    append_whole(out, code);
  } else {
    out += code == answer::not_applicable ? 'n' : '.';
  }
}

/// A kept cell; nearly all of them are copied as they stand.
void append_kept(TextBuffer& out, std::string_view text) {
  if (is_plain_csv_cell(text)) {
    out.add(text);
    return;
  }
  std::string cell;
  append_csv_cell(cell, text);
  out.add(cell);
}

/// Every cell brings a comma after it; that of the last becomes the line end.
void append_csv_row(TextBuffer& out, const ScoreLayout& layout, const RecordBlock& block,
                    const std::vector<ScoreBlock>& scores, std::size_t record, ScoreTexts& texts) {
  for (std::size_t k = 0; k < layout.kept.size(); ++k) {
    append_kept(out, block.kept[k][record]);
    out.add(',');
  }
  std::string code;
  for (const ScoreColumnRef& item : layout.items) {
    code.clear();
    append_code(code, block.administrations[item.administration].items[item.column][record]);
    out.add(code);
    out.add(',');
  }
  for (std::size_t k = 0; k < layout.scores.size(); ++k) {
    const ScoreColumnRef& ref = layout.scores[k];
    const ScoreValues& values = scores[ref.administration].scores[ref.column];
    texts.append(out, k, layout.plans[ref.administration]->columns()[ref.column], values.value[record],
                 values.status[record]);
  }
  out.replace_last('\n');
}

void append_json_row(std::string& out, const ScoreLayout& layout, const RecordBlock& block,
                     const std::vector<ScoreBlock>& scores, std::size_t record) {
  out += '{';
  const auto name = [&](const std::string& text) {
    if (out.back() != '{') out += ',';
    out += json_quoted(text);
    out += ':';
  };
  for (std::size_t k = 0; k < layout.kept.size(); ++k) {
    name(layout.kept[k]);
    out += json_quoted(block.kept[k][record]);
  }
  for (std::size_t k = 0; k < layout.items.size(); ++k) {
    const ScoreColumnRef& item = layout.items[k];
    const AnswerCode code = block.administrations[item.administration].items[item.column][record];
    name(layout.item_names[k]);
    if (is_answer(code)) {
      append_whole(out, code);
    } else {
      out += code == answer::not_applicable ? "\"n\"" : "null";
    }
  }
  for (std::size_t k = 0; k < layout.scores.size(); ++k) {
    const ScoreColumnRef& ref = layout.scores[k];
    const ScoreValues& values = scores[ref.administration].scores[ref.column];
    const ScoreColumn& column = layout.plans[ref.administration]->columns()[ref.column];
    name(layout.score_names[k]);
    if (!has_value(values.status[record])) {
      out += "null";
    } else if (column.is_text) {
      out += json_quoted(column.texts[static_cast<std::size_t>(values.value[record])]);
    } else {
      append_score_number(out, values.value[record], column.decimals);
    }
    name(layout.score_names[k] + ":status");
    out += '"';
    out += words(values.status[record]);
    out += '"';
  }
  out += "}\n";
}

} // namespace

std::string score_heading(const ScoreLayout& layout) {
  if (layout.ndjson) return {};
  std::string out;
  const auto add = [&out](std::string_view text) {
    if (!out.empty()) out += ',';
    append_csv_cell(out, text);
  };
  for (const std::string& heading : layout.kept)
    add(heading);
  for (const std::string& item : layout.item_names)
    add(item);
  for (const std::string& score : layout.score_names) {
    add(score);
    add(score + ":status");
  }
  return out + "\n";
}

void append_score_row(TextBuffer& out, const ScoreLayout& layout, const RecordBlock& block,
                      const std::vector<ScoreBlock>& scores, std::size_t record, ScoreTexts& texts) {
  if (!layout.ndjson) {
    append_csv_row(out, layout, block, scores, record, texts);
    return;
  }
  std::string row;
  append_json_row(row, layout, block, scores, record);
  out.add(row);
}

} // namespace joinedup
