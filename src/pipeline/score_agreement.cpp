#include "pipeline/score_agreement.hpp"

#include "base/render.hpp"
#include "base/text.hpp"
#include "exports/cell_codes.hpp"
#include "pipeline/matching.hpp"
#include "pipeline/score_columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cmath>

namespace joinedup {

namespace {

/// The plan's column of a score id: index is index[SET] where one set is in force.
std::optional<std::size_t> column_of(const std::vector<ScoreColumn>& columns, const std::string& id) {
  std::optional<std::size_t> out;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    if (columns[c].id == id) return c;
    if (columns[c].id.substr(0, columns[c].id.find('[')) != id) continue;
    if (out) return std::nullopt;
    out = c;
  }
  return out;
}

bool reads(const ReadingPlan& plan, std::uint32_t column) {
  for (const AdministrationPlan& a : plan.administrations)
    for (const ItemPlan& item : a.items)
      if (std::find(item.columns.begin(), item.columns.end(), column) != item.columns.end()) return true;
  return false;
}

constexpr double different_texts = 1;

std::size_t decimals_of(std::string_view text) {
  const std::size_t point = text.find_last_of(".,");
  if (point == std::string_view::npos) return 0;
  std::size_t out = 0;
  while (point + 1 + out < text.size() && text[point + 1 + out] >= '0' && text[point + 1 + out] <= '9')
    ++out;
  return out;
}

std::string records(std::uint64_t n) { return with_thousands(n) + (n == 1 ? " record" : " records"); }

} // namespace

std::vector<ComparedColumn> compared_columns(const SurveyHeader& header, const Scorers& scorers, ReadingPlan& plan) {
  std::vector<ComparedColumn> out;
  for (std::size_t a = 0; a < plan.administrations.size(); ++a) {
    const AdministrationPlan& admin = plan.administrations[a];
    const Instrument& instrument = scorers.instrument(admin.instrument);
    std::map<std::string, std::uint32_t> named = admin.compare;
    if (named.empty())
      named = score_columns(header, instrument, {squeezed_heading(admin.wave), ""}, admin.wave.empty());
    for (const auto& [score, column] : named) {
      const std::vector<ScoreColumn>& columns = scorers.plan(admin.instrument).columns();
      const auto place = column_of(columns, score);
      if (!place || !columns[*place].unsupported.empty() || reads(plan, column)) continue;
      const ScoreColumn& ours = columns[*place];
      ComparedColumn one{{a, *place},
                         administration_name(admin) + "." + ours.id,
                         column,
                         plan.kept.size(),
                         ours.is_text,
                         ours.decimals,
                         {}};
      for (std::size_t t = 0; t < ours.texts.size(); ++t)
        one.texts.emplace(normal_label(ours.texts[t]), static_cast<double>(t));
      out.push_back(std::move(one));
      plan.kept.push_back(column);
    }
  }
  plan.kept_beside = out.size();
  plan.with_lines = plan.with_lines || !out.empty();
  return out;
}

void ScoreAgreement::see(const ComparedColumn& of, double ours, ScoreStatus status, std::string_view theirs,
                         std::uint64_t line, std::uint64_t count, const NumberStyle& style) {
  const std::string_view text = trim(theirs);
  const bool mine = has_value(status);
  std::optional<double> value;
  bool none = text.empty();
  if (of.is_text) {
    if (const auto known = of.texts.find(normal_label(text)); known != of.texts.end()) value = known->second;
    const bool mark = text.size() == 1 && std::isalnum(static_cast<unsigned char>(text.front())) == 0;
    none = none || mark || !mine; // 21999 is a profile of which something is missing
  } else if (!none) {
    const NumberCell number = number_cell(text, style);
    none = number.kind == NumberKind::no_figure;
    if (number.usable()) {
      value = number.value;
      decimals_ = std::max(decimals_, std::min(decimals_of(text), most_decimals));
    }
  }
  if (value && mine && of.is_text)
    see_number(*value == ours ? 0 : different_texts, 0, line, count);
  else if (value && mine)
    see_number(of.decimals < 0 ? ours : round_to(ours, of.decimals), *value, line, count);
  else if (value)
    only_theirs_ += count;
  else if (!none)
    add(unread_, line, count, 0);
  else if (mine)
    only_ours_ += count;
}

void ScoreAgreement::add(Level& level, std::uint64_t line, std::uint64_t count, double difference) {
  level.records += count;
  level.largest = std::max(level.largest, difference);
  if (level.lines.size() < most_lines) level.lines.push_back(line);
}

void ScoreAgreement::merge(Level& level, const Level& later, std::uint64_t first_line) {
  level.records += later.records;
  level.largest = std::max(level.largest, later.largest);
  for (const std::uint64_t line : later.lines)
    if (level.lines.size() < most_lines) level.lines.push_back(first_line + line);
}

void ScoreAgreement::see_number(double ours, double theirs, std::uint64_t line, std::uint64_t count) {
  const double difference = std::abs(ours - theirs);
  std::size_t level = 0;
  for (double unit = 1; level < levels_.size() - 1 && difference <= unit / 2 + 1e-9; unit /= 10)
    ++level;
  add(levels_[level], line, count, difference);
}

void ScoreAgreement::merge(const ScoreAgreement& later, std::uint64_t first_line) {
  for (std::size_t k = 0; k < levels_.size(); ++k)
    merge(levels_[k], later.levels_[k], first_line);
  merge(unread_, later.unread_, first_line);
  decimals_ = std::max(decimals_, later.decimals_);
  only_theirs_ += later.only_theirs_;
  only_ours_ += later.only_ours_;
}

void ScoreAgreement::say(const ComparedColumn& of, const SurveyHeader& header, const std::string& file,
                         Diagnostics& diagnostics) const {
  std::uint64_t agree = 0, differ = 0;
  double largest = 0;
  std::vector<std::uint64_t> lines;
  for (std::size_t k = 0; k < levels_.size(); ++k) {
    const Level& level = levels_[k];
    if (k > decimals_) { // to the decimals that the column has
      agree += level.records;
      continue;
    }
    differ += level.records;
    largest = std::max(largest, level.largest);
    lines.insert(lines.end(), level.lines.begin(), level.lines.end());
  }
  if (agree + differ + only_theirs_ + unread_.records == 0) return;
  lines.insert(lines.end(), unread_.lines.begin(), unread_.lines.end());
  std::string words = fmt::format("{} agrees with this column in {}", of.name, records(agree));
  const auto say_also = [&](std::uint64_t n, std::string_view what) {
    if (n > 0) words += fmt::format(", {} in {}", what, with_thousands(n));
  };
  say_also(differ, "differs");
  say_also(only_theirs_, "is only in the file");
  say_also(only_ours_, "is only computed here");
  say_also(unread_.records, "finds no such score");
  Position where{file, 0, of.column + 1, header.headings[of.column]};
  if (differ == 0 && only_theirs_ == 0 && unread_.records == 0) {
    diagnostics.note("J452", where, words);
    return;
  }
  std::sort(lines.begin(), lines.end());
  lines.resize(std::min(lines.size(), most_lines));
  if (!lines.empty()) {
    where.line = lines.front();
    std::vector<std::string> numbers;
    for (const std::uint64_t line : lines)
      numbers.push_back(std::to_string(line));
    words += fmt::format("; first on line{} {}", numbers.size() == 1 ? "" : "s", join(numbers, ", "));
    if (differ > 0 && !of.is_text) words += fmt::format("; largest difference {}", fixed(largest, 3));
  }
  diagnostics.warning("J453", where, words,
                      "another value set, missing rule, coding or version gives other scores; joinedup explain FILE "
                      "--line N shows how one arises here");
}

} // namespace joinedup
