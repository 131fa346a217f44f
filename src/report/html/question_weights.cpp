// What every measure and every question weighs in the index (RULINGS R39).
#include "report/html/page.hpp"
#include "report/html/text.hpp"

#include <algorithm>
#include <cmath>

namespace joinedup {
namespace {

std::string question_words(const IndicatorInfo& info) {
  const auto& questions = info.question_weights;
  if (questions.empty()) return {};
  const double first = questions.front().second;
  const bool equal =
      std::ranges::all_of(questions, [first](const auto& q) { return std::abs(q.second - first) < 1e-9; });
  if (equal && questions.size() > 1)
    return fmt::format("{} questions of {} % each: {} to {}", questions.size(), shown_percent(first),
                       questions.front().first, questions.back().first);
  std::vector<std::string> parts;
  for (const auto& [item, weight] : questions)
    parts.push_back(fmt::format("{} {} %", item, shown_percent(weight)));
  return listed(parts);
}

void append_row(std::string& out, const IndicatorInfo& info, bool with_variance) {
  put(out, "<tr><th scope=\"row\">{}</th><td class=\"n\">{}</td>", escaped(info.label), shown_percent(info.weight));
  if (with_variance)
    put(out, "<td class=\"n\">{}</td>", info.variance_share ? shown_percent(*info.variance_share) : "");
  put(out, "<td>{}</td><td>{}</td></tr>", escaped(shown_range(info)), escaped(question_words(info)));
}

} // namespace

void append_question_weights(std::string& out, const ReportPage& page) {
  const auto& indicators = page.results.indicators;
  const bool variance =
      std::ranges::any_of(indicators, [](const IndicatorInfo& i) { return i.variance_share.has_value(); });
  double sum = 0;
  put(out,
      "<h3>What each question weighs</h3><p class=\"sub\">Shares of the whole index in per cent{}.</p><div "
      "class=\"scroll\" "
      "role=\"region\" aria-label=\"Weights\" tabindex=\"0\"><table class=\"qw\"><caption class=\"vh\">Weights of "
      "measures and "
      "questions</caption><thead><tr><th scope=\"col\">Measure</th><th scope=\"col\" class=\"n\">Weight %</th>{}<th "
      "scope=\"col\">"
      "Goalposts</th><th scope=\"col\">Questions</th></tr></thead><tbody>",
      variance ? ", and of the differences between areas" : "",
      variance ? "<th scope=\"col\" class=\"n\">Share of differences %</th>" : "");
  for (const IndicatorInfo& info : indicators) {
    if (info.domain.empty()) continue;
    append_row(out, info, variance);
    sum += info.weight;
  }
  put(out,
      "<tr class=\"tot\"><th scope=\"row\">Sum</th><td "
      "class=\"n\">{}</td>{}<td></td><td></td></tr></tbody></table></div>",
      shown_percent(sum), variance ? "<td></td>" : "");
}

} // namespace joinedup
