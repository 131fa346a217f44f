#include "pipeline/answered_tables.hpp"

#include "base/text.hpp"
#include "pipeline/compare_hiding.hpp"
#include "publish/count_rules.hpp"
#include "publish/disclosure.hpp"
#include "stats/proportion.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace joinedup {

namespace {

constexpr std::string_view few_people = "(values of few people)";

/// Values in the order of the table, with the place of each text among them.
struct Values {
  std::vector<std::string> names;
  std::map<std::string, std::size_t> place;
};

std::map<std::string, std::uint64_t> people_by_value(const AnsweredBy& by) {
  std::map<std::string, std::uint64_t> out;
  for (const auto& [code, values] : by.people)
    for (const auto& [value, people] : values)
      out[value] += people;
  return out;
}

/// Nothing where the values of few people could be told from the whole.
std::optional<Values> named_values(const std::map<std::string, std::uint64_t>& whole, std::uint64_t minimum) {
  Margins margins;
  CellCounts counts;
  for (const auto& [value, people] : whole) {
    margins.areas.push_back(value);
    margins.region_of.push_back(Margins::no_region);
    counts.areas.push_back(people);
    counts.total += people;
  }
  const HiddenCells cells =
      hide_small_cells(margins, counts, std::max(minimum, fewest_in_category), {nullptr, nullptr, true});
  if (cells.total != Hiding::shown) return std::nullopt;
  Values out;
  for (std::size_t v = 0; v < margins.areas.size(); ++v) {
    if (cells.areas[v] != Hiding::shown) continue;
    out.place[margins.areas[v]] = out.names.size();
    out.names.push_back(margins.areas[v]);
  }
  for (const std::string& value : margins.areas)
    out.place.try_emplace(value, out.names.size());
  if (out.place.size() > out.names.size()) out.names.emplace_back(few_people);
  return out;
}

CountedFigures figures_of(const std::map<std::string, std::uint64_t>& people, const Values& values) {
  CountedFigures out{0, {Distribution(values.names.size())}};
  for (const auto& [value, n] : people) {
    out.distributions.front()[values.place.at(value)] += n;
    out.people += n;
  }
  return out;
}

/// As the disclosure rules print counts; shares are of what is printed.
CountedFigures rounded(CountedFigures figures, std::uint64_t multiple) {
  Distribution& counts = figures.distributions.front();
  for (std::uint64_t& n : counts)
    n = to_nearest(n, multiple);
  figures.people = std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
  return figures;
}

double share(const CountedFigures& figures, std::size_t value) {
  return figures.people == 0
             ? std::nan("")
             : static_cast<double>(figures.distributions.front()[value]) / static_cast<double>(figures.people);
}

struct FarArea {
  const AreaResult* area = nullptr;
  std::vector<std::string> what; ///< "paper 60.0 % (the whole 22.0 %)"
};

class TableMaker {
public:
  TableMaker(const AnsweredBy& by, const Values& values, const CountedFigures& whole, RunResults& results)
      : by_(by), values_(values), whole_(whole), results_(results) {
    const bool mode = by.id == "mode";
    table_.id = by.id;
    table_.title = mode ? "How people were asked" : "Who answered, for themselves or for somebody else";
    table_.method = "answered_shares";
    table_.section = TableSection::answered;
    table_.columns = {
        {"area_code", "Code", 0},         {"area_name", "Area", 0},   {"level", "Level", 0},
        {by.id, by.column.column, 0},     {"n", "Respondents", 0},    {"share", "Share", 1, true},
        {"lowercl", "From", 1, true},     {"uppercl", "To", 1, true}, {"difference", "From the whole's share", 1, true},
        {"flag", "Far from the whole", 0}};
  }

  void add(const AreaResult& row, const CountedFigures& figures) {
    FarArea far{&row, {}};
    for (std::size_t v = 0; v < values_.names.size(); ++v) {
      const std::uint64_t n = figures.distributions.front()[v];
      const double part = share(figures, v), difference = part - share(whole_, v);
      const ConfidenceLimits limits = wilson_limits(static_cast<double>(n), static_cast<double>(figures.people));
      constexpr double tie = 1e-9; // 0.7 - 0.5 is 20 points too
      const bool is_far = std::abs(difference) >= far_from_whole - tie;
      table_.rows.push_back({row.code, row.name, std::string(words(row.level)), values_.names[v], n, number_cell(part),
                             number_cell(limits.low), number_cell(limits.high),
                             row.level == Level::total ? TableCell{} : number_cell(difference),
                             is_far ? TableCell{std::string("yes")} : TableCell{}});
      if (is_far)
        far.what.push_back(
            fmt::format("{} {:.1f} % (the whole {:.1f} %)", values_.names[v], 100 * part, 100 * share(whole_, v)));
    }
    if (!far.what.empty()) far_.push_back(std::move(far));
    shown_ += row.level == Level::area ? 1 : 0;
  }

  void finish(std::size_t left_out) {
    for (const FarArea& one : far_)
      results_.diagnostics.warning(
          "J660", by_.column.where,
          fmt::format("{} is 20 points or more from the whole in {}: {}", one.area->code, by_.column.column,
                      join(one.what, ", ")),
          "answers differ by how people are asked and by who answers: name the column as an adjuster of case_mix, or "
          "compare areas that were asked alike");
    table_.finding = shown_ == 0 ? "No area has shares that may be shown."
                     : far_.empty()
                         ? "No area that is shown lies 20 points or more from the whole."
                         : fmt::format("{} of {} areas {} 20 points or more from the whole in one share at least.",
                                       far_.size(), shown_, far_.size() == 1 ? "lies" : "lie");
    if (left_out > 0)
      table_.notes.push_back(fmt::format("Areas left out, since single people could be told: {}", left_out));
    table_.notes.emplace_back("Shares of respondents of the index, not weighted");
    results_.tables.push_back(std::move(table_));
    results_.settings.push_back(
        {by_.id, fmt::format("by respondent, column {}; warned about from 20 points", by_.column.column), "study"});
  }

private:
  const AnsweredBy& by_;
  const Values& values_;
  const CountedFigures& whole_;
  RunResults& results_;
  ResultTable table_;
  std::vector<FarArea> far_;
  std::size_t shown_ = 0;
};

} // namespace

void add_answered_table(const AnsweredBy& by, RunResults& results) {
  const DisclosureSpec& rules = results.study.disclosure;
  const auto by_value = people_by_value(by);
  const auto values = results.total.status.hidden() ? std::nullopt : named_values(by_value, rules.minimum);
  if (!values) {
    results.diagnostics.warning("J629", by.column.where,
                                fmt::format("no shares by {}: the whole would give few people away", by.column.column),
                                "join values that few people have");
    return;
  }
  std::vector<std::string> codes;
  std::vector<CountedFigures> figures;
  std::vector<const AreaResult*> rows;
  std::vector<bool> hidden;
  for (const auto& [code, people] : by.people) {
    const auto row = std::find_if(results.areas.begin(), results.areas.end(),
                                  [&code = code](const AreaResult& area) { return area.code == code; });
    codes.push_back(code);
    figures.push_back(figures_of(people, *values));
    rows.push_back(row == results.areas.end() ? nullptr : &*row);
    hidden.push_back(rows.back() == nullptr || rows.back()->status.hidden());
  }
  const std::vector<FigureHiding> hiding =
      hide_in_areas(codes, figures, {std::vector<bool>(values->names.size())}, rules.minimum, false, hidden);
  const CountedFigures whole = figures_of(by_value, *values);
  TableMaker table(by, *values, whole, results);
  std::size_t left_out = 0;
  for (std::size_t a = 0; a < codes.size(); ++a) {
    if (hiding[a].all || hiding[a].small.front().front())
      ++left_out;
    else
      table.add(*rows[a], rounded(figures[a], rules.round_to));
  }
  table.add(results.total, whole);
  table.finish(left_out);
}

} // namespace joinedup
