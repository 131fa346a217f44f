#include "pipeline/score_rows.hpp"

#include "base/csv_cell.hpp"
#include "base/render.hpp"
#include "base/text.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace joinedup {

namespace {

void append_whole(std::string& out, std::int64_t value) {
  std::array<char, 24> buffer;
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  out.append(buffer.data(), end);
}

constexpr std::array<double, 7> powers = {1, 10, 100, 1e3, 1e4, 1e5, 1e6};

/// Digits of scaled / 10^decimals.
void append_scaled(std::string& out, std::int64_t scaled, int decimals) {
  if (scaled < 0) out += '-';
  const std::int64_t magnitude = scaled < 0 ? -scaled : scaled;
  const auto unit = static_cast<std::int64_t>(powers.at(static_cast<std::size_t>(decimals)));
  append_whole(out, magnitude / unit);
  if (decimals == 0) return;
  out += '.';
  const std::int64_t rest = magnitude % unit;
  for (std::int64_t place = unit / 10; place > 0; place /= 10)
    out += static_cast<char>('0' + rest / place % 10);
}

void append_code(std::string& out, AnswerCode code) {
  if (is_answer(code)) {
    append_whole(out, code);
  } else {
    out += code == answer::not_applicable ? 'n' : '.';
  }
}

void append_value(std::string& out, const ScoreColumn& column, double value) {
  if (column.is_text) {
    append_csv_cell(out, column.texts[static_cast<std::size_t>(value)]);
  } else {
    append_score_number(out, value, column.decimals);
  }
}

void append_csv_row(std::string& out, const ScoreLayout& layout, const RecordBlock& block,
                    const std::vector<ScoreBlock>& scores, std::size_t record) {
  bool first = true;
  const auto separate = [&] {
    if (!first) out += ',';
    first = false;
  };
  for (std::size_t k = 0; k < layout.kept.size(); ++k) {
    separate();
    append_csv_cell(out, block.kept[k][record]);
  }
  for (const ScoreColumnRef& item : layout.items) {
    separate();
    append_code(out, block.administrations[item.administration].items[item.column][record]);
  }
  for (const ScoreColumnRef& ref : layout.scores) {
    const ScoreValues& values = scores[ref.administration].scores[ref.column];
    separate();
    if (has_value(values.status[record]))
      append_value(out, layout.plans[ref.administration]->columns()[ref.column], values.value[record]);
    out += ',';
    out += words(values.status[record]);
  }
  out += '\n';
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

void append_score_number(std::string& out, double value, int decimals) {
  // Most scores are whole, or short decimals: an exact fast way for them, the general way for the rest.
  if (std::abs(value) < 1e9) {
    const int places = decimals < 0 ? 0 : decimals;
    const double scaled = value * powers.at(static_cast<std::size_t>(places < 7 ? places : 6));
    const double nearest = std::nearbyint(scaled);
    if (places < 7 && (decimals < 0 ? scaled == nearest : std::abs(scaled - nearest) < 1e-7)) {
      append_scaled(out, static_cast<std::int64_t>(nearest), places);
      return;
    }
  }
  if (decimals < 0) {
    append_shortest(out, value);
  } else {
    out += fixed(value, decimals);
  }
}

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

void append_score_row(std::string& out, const ScoreLayout& layout, const RecordBlock& block,
                      const std::vector<ScoreBlock>& scores, std::size_t record) {
  (layout.ndjson ? append_json_row : append_csv_row)(out, layout, block, scores, record);
}

} // namespace joinedup
