#include "exports/reading_plan.hpp"

#include "base/edit_distance.hpp"
#include "base/text.hpp"
#include "exports/cell_codes.hpp"
#include "exports/condition.hpp"
#include "exports/count_columns.hpp"
#include "exports/headings.hpp"
#include "exports/record_rules.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>

namespace joinedup {

namespace {

class Planner {
public:
  Planner(const SurveyFile& file, const ReadingRequest& request)
      : survey_(file), headings_(file), request_(request),
        map_(request.map), file_{file.name(), file.header().dialect.header_line, 0, ""} {}

  Outcome<ReadingPlan> run() {
    if (refuse_published_table()) return Outcome<ReadingPlan>::failure(std::move(diagnostics_));
    plan_.areas = request_.areas;
    plan_.strata = request_.strata;
    plan_.clusters = request_.clusters;
    plan_.memory = request_.memory;
    plan_.set_rejects_aside = request_.set_rejects_aside;
    plan_.show_values = request_.show_values;
    find_respondent_columns();
    for (const auto& [name, values] : map_.rows) {
      if (const auto column = find(name, "rows")) plan_.rows.emplace_back(*column, values);
    }
    if (!request_.where.empty()) plan_.where = parse_condition(request_.where, headings_, diagnostics_);
    find_kept_columns();
    plan_.area_labels = labels_of(plan_.area);
    refuse_counts();
    if (map_.administrations.empty())
      match_by_item_ids();
    else
      follow_map();
    add_record_rules(survey_, map_, plan_);
    if (diagnostics_.has_errors()) return Outcome<ReadingPlan>::failure(std::move(diagnostics_));
    return {std::move(plan_), std::move(diagnostics_)};
  }

private:
  Position map_place() const { return {map_.file, 0, 0, ""}; }

  std::optional<std::uint32_t> find(const std::string& name, const std::string& role) {
    return headings_.find(name, role, {}, diagnostics_);
  }

  void find_respondent_columns() {
    const auto look = [&](const std::string& name, const std::string& role, std::optional<std::uint32_t>& out) {
      if (!name.empty()) out = find(name, role);
    };
    if (map_.area && plan_.areas != nullptr)
      plan_.area = headings_.find(map_.area->column, "area", map_.area->where, diagnostics_);
    look(map_.weight, "weight", plan_.weight);
    look(map_.count, "count", plan_.count);
    if (plan_.strata != nullptr) look(map_.strata, "strata", plan_.stratum);
    if (plan_.clusters != nullptr) look(map_.cluster, "cluster", plan_.cluster);
    const std::vector<std::string>& wanted = request_.numeric_columns.empty() ? map_.columns : request_.numeric_columns;
    for (const std::string& name : wanted) {
      if (const auto column = find(name, "a numeric column")) plan_.columns.push_back(*column);
    }
  }

  void keep(std::uint32_t column) {
    if (std::find(plan_.kept.begin(), plan_.kept.end(), column) == plan_.kept.end()) plan_.kept.push_back(column);
  }

  void find_kept_columns() {
    const std::vector<std::string>& wanted = request_.keep;
    if (wanted.size() == 1 && wanted.front() == "none") return;
    if (wanted.size() == 1 && wanted.front() == "all") {
      plan_.kept.resize(headings_.names().size());
      std::iota(plan_.kept.begin(), plan_.kept.end(), 0U);
      while (!plan_.kept.empty() && headings_.names()[plan_.kept.back()].empty())
        plan_.kept.pop_back();
      return;
    }
    if (!wanted.empty()) {
      for (const std::string& name : wanted)
        if (const auto column = find(name, "--keep")) keep(*column);
      return;
    }
    if (map_.record.empty()) keep_names_of_record();
    const std::string area = map_.area ? map_.area->column : "";
    for (const auto& [name, role] : {std::pair<std::string, std::string>{map_.record, "record"},
                                     {area, "area"},
                                     {map_.wave, "wave"},
                                     {map_.weight, "weight"}}) {
      if (name.empty()) continue;
      const bool asked = (role == "area" && plan_.areas != nullptr) || role == "weight"; // its fault is reported above
      Diagnostics unheard;
      if (const auto column = headings_.find(name, role, {}, asked ? unheard : diagnostics_)) keep(*column);
    }
  }

  /// The survey tool's own id, and what tells several records of one id apart.
  void keep_names_of_record() {
    const SurveyTool& tool = survey_.header().tool;
    if (!tool.record) return;
    keep(*tool.record);
    for (const std::uint32_t column : tool.repeats)
      keep(column);
  }

  std::map<std::string, std::string, std::less<>> labels_of(std::optional<std::uint32_t> column) const {
    const std::vector<ColumnInfo>& columns = survey_.header().columns;
    if (!column || *column >= columns.size()) return {};
    return {columns[*column].labels.begin(), columns[*column].labels.end()};
  }

  /// Rows that stand for many people are no answers, whatever their columns are called.
  bool refuse_published_table() {
    if (!survey_.header().tool.published || !map_.administrations.empty() || !request_.refuse_counts) return false;
    for (const Instrument* instrument : request_.instruments)
      for (const Item& item : instrument->items)
        if (!headings_.all(item.id).empty()) return false;
    diagnostics_.error("J265", file_, "a published table, a row an organisation, where answers of people are expected",
                       "ask for the record-level data, or give the table to an index as values of areas");
    return true;
  }

  ItemPlan item_plan(const Item& item, const Administration& a, std::vector<std::uint32_t> columns) {
    CellWords words;
    const auto add = [&](const std::map<std::string, std::string>& more) {
      for (const auto& [text, reason] : more)
        words.missing[text] = reason;
    };
    for (const std::uint32_t column : columns) {
      if (column >= survey_.header().columns.size()) continue;
      const ColumnInfo& info = survey_.header().columns[column];
      add(info.missing);
      words.labels.insert(info.labels.begin(), info.labels.end());
    }
    add(map_.missing);
    // An item's own list stands in place of the one for all: 9 is missing in a level, and an answer in a VAS.
    const auto own = a.missing.find(item.id), all = a.missing.find("*");
    if (own != a.missing.end())
      add(own->second);
    else if (all != a.missing.end())
      add(all->second);
    for (const auto& [name, more] : map_.column_missing) {
      const auto named = headings_.all(name);
      const bool is_column = std::any_of(named.begin(), named.end(), [&](std::uint32_t n) {
        return std::find(columns.begin(), columns.end(), n) != columns.end();
      });
      if (is_column || equal_ignoring_case(name, item.id)) add(more);
    }
    // Likewise; "*" is about options, so that a word for one of them is never a number of a range.
    if (const auto recode = a.recode.find(item.id); recode != a.recode.end())
      words.recode = recode->second;
    else if (const auto every = a.recode.find("*"); every != a.recode.end() && !item.range && item.role.empty())
      words.recode = every->second;
    ItemPlan plan;
    plan.instrument = a.instrument;
    plan.id = a.wave.empty() ? item.id : a.wave + "." + item.id;
    plan.expected = expected_answers(item);
    plan.columns = std::move(columns);
    plan.codes = cell_codes(item, words, a.where.file.empty() ? map_place() : a.where, diagnostics_);
    std::map<std::string, std::string> for_all = map_.missing;
    if (own == a.missing.end() && all != a.missing.end()) for_all.insert(all->second.begin(), all->second.end());
    if (!plan.columns.empty()) announce_swallowed(item, plan, for_all, words.labels);
    return plan;
  }

  /// Marks declared missing for every item at once, which are answers of this one.
  void announce_swallowed(const Item& item, const ItemPlan& plan, const std::map<std::string, std::string>& for_all,
                          const std::map<std::string, std::string>& labels) {
    Diagnostics unheard; // said when the item's own codes were made
    const CellCodes without = cell_codes(item, {labels, {}, {}}, file_, unheard);
    std::vector<std::string> marks;
    for (const auto& [text, reason] : for_all)
      if (is_answer(decode_cell(without, text).code) && !is_answer(decode_cell(plan.codes, text).code))
        marks.push_back(text);
    if (marks.empty()) return;
    diagnostics_.warning("J167", map_.file.empty() ? file_ : map_place(),
                         plan.id + ": declared missing for every item, and answers of this one: " + join(marks, ", "),
                         "in a map, name the marks under the items that use them: \"missing\": {ITEM: {MARK: REASON}}");
  }

  /// Columns headed by an item's id, whatever their case; several are ambiguous.
  std::vector<std::uint32_t> by_item_id(const Item& item) {
    const std::string& named = item.role == "age_band" ? map_.age_band : item.role == "sex" ? map_.sex : no_name_;
    if (!named.empty()) {
      const auto column = headings_.find(named, item.role, {}, diagnostics_);
      return column ? std::vector<std::uint32_t>{*column} : std::vector<std::uint32_t>{};
    }
    const std::vector<std::uint32_t> found = headings_.all(item.id);
    if (found.size() <= 1) return found;
    headings_.find(item.id, "an item", {}, diagnostics_);
    return {found.front()};
  }

  /// Counts of answers are not answers: nothing here would be right with them.
  void refuse_counts() {
    for (const Instrument* instrument : request_.instruments) {
      if (!find_count_columns(survey_, *instrument)) continue;
      if (!request_.refuse_counts) {
        diagnostics_.note(
            "J443", file_,
            fmt::format("a table of counts of {}, a row an organisation: no answers of people", instrument->id),
            "joinedup score reads it as counts, --roll-up COL sums it by a column");
        return;
      }
      diagnostics_.error("J253", file_,
                         fmt::format("a table of counts of {}, a row an organisation, where answers of people are "
                                     "expected",
                                     instrument->id),
                         "joinedup score reads it as counts, --roll-up COL sums it by a column; give the export of the "
                         "answers here");
      return;
    }
  }

  void match_by_item_ids() {
    for (const Instrument* instrument : request_.instruments)
      add_by_item_ids(*instrument, {instrument->id, "", {}, {}, {}, {}}, request_.all_must_match);
  }

  void add_by_item_ids(const Instrument& instrument, const Administration& a, bool must_match) {
    AdministrationPlan plan{a.instrument, a.wave, "item ids", {}};
    std::vector<std::vector<std::uint32_t>> columns;
    for (const Item& item : instrument.items)
      columns.push_back(by_item_id(item));
    bool none = true;
    for (std::size_t k = 0; k < columns.size(); ++k)
      none = none && (columns[k].empty() || !instrument.items[k].role.empty());
    if (none) {
      if (must_match) no_item_found(instrument, file_);
      return;
    }
    for (std::size_t k = 0; k < columns.size(); ++k)
      plan.items.push_back(item_plan(instrument.items[k], a, std::move(columns[k])));
    announce_absent(instrument, plan);
    plan_.administrations.push_back(std::move(plan));
  }

  void no_item_found(const Instrument& instrument, const Position& where) {
    const std::string first = instrument.items.empty() ? "" : instrument.items.front().id;
    diagnostics_.error("J119", where, fmt::format("{}: no column is one of its items", instrument.id),
                       fmt::format("name the columns by item id ({} ...), say in a map which column is which, "
                                   "or --no-header if the file has no headings",
                                   first));
  }

  /// A derived item can be made of some of its items: one that is there stands for those that are not.
  static bool is_replaced(const Instrument& instrument, const AdministrationPlan& plan, const std::string& id) {
    const auto is_there = [&](const std::string& item) {
      const auto number = instrument.item_number(item);
      return number && !plan.items[*number].columns.empty();
    };
    return std::any_of(instrument.derived.begin(), instrument.derived.end(), [&](const DerivedItem& d) {
      return std::find(d.items.begin(), d.items.end(), id) != d.items.end() &&
             std::any_of(d.items.begin(), d.items.end(), is_there);
    });
  }

  void announce_absent(const Instrument& instrument, const AdministrationPlan& plan) {
    std::vector<std::string> absent;
    for (std::size_t k = 0; k < plan.items.size(); ++k) {
      const Item& item = instrument.items[k];
      if (plan.items[k].columns.empty() && item.scored && !is_replaced(instrument, plan, item.id))
        absent.push_back(plan.items[k].id);
    }
    if (absent.empty()) return;
    const std::size_t found = static_cast<std::size_t>(
        std::count_if(plan.items.begin(), plan.items.end(), [](const ItemPlan& i) { return !i.columns.empty(); }));
    diagnostics_.warning("J112", file_,
                         fmt::format("{}: {} of {} items found, without {}", instrument.id, found, plan.items.size(),
                                     join(absent, ", ")),
                         "absent items count as missing in every record");
  }

  void follow_map() {
    for (const Administration& a : map_.administrations) {
      const auto same_id = [&](const Instrument* i) { return i->id == a.instrument; };
      const auto found = std::find_if(request_.instruments.begin(), request_.instruments.end(), same_id);
      if (found == request_.instruments.end()) continue; // not among those that the run asks for
      if (a.items.empty())
        add_by_item_ids(**found, a, true);
      else
        add_by_map(**found, a);
    }
  }

  void add_by_map(const Instrument& instrument, const Administration& a) {
    const Position where = a.where.file.empty() ? map_place() : a.where;
    check_item_ids(instrument, a, where);
    AdministrationPlan plan{a.instrument, a.wave, "map", {}};
    const std::uint64_t faults = diagnostics_.count(Severity::error);
    bool any = false;
    for (const Item& item : instrument.items) {
      std::vector<std::uint32_t> columns;
      if (const auto named = a.items.find(item.id); named != a.items.end()) {
        for (const std::string& heading : named->second)
          if (const auto column = headings_.find(heading, item.id, where, diagnostics_)) columns.push_back(*column);
      } else if (!item.role.empty()) {
        columns = by_item_id(item);
      }
      any = any || (!columns.empty() && item.role.empty());
      plan.items.push_back(item_plan(item, a, std::move(columns)));
    }
    if (any)
      announce_absent(instrument, plan);
    else if (diagnostics_.count(Severity::error) == faults)
      no_item_found(instrument, where);
    plan_.administrations.push_back(std::move(plan));
  }

  void check_item_ids(const Instrument& instrument, const Administration& a, const Position& where) {
    std::vector<std::string> ids;
    for (const Item& item : instrument.items)
      ids.push_back(item.id);
    const auto check = [&](const std::string& id) {
      if (id == "*" || std::find(ids.begin(), ids.end(), id) != ids.end()) return;
      diagnostics_.error("J110", where, fmt::format("{} has no item {}", instrument.id, id), suggestion(id, ids));
    };
    for (const auto& [id, columns] : a.items)
      check(id);
    for (const auto& [id, words] : a.missing)
      check(id);
    for (const auto& [id, codes] : a.recode)
      check(id);
  }

  const SurveyFile& survey_;
  Headings headings_;
  const ReadingRequest& request_;
  const ColumnMap& map_;
  Position file_;
  const std::string no_name_;
  ReadingPlan plan_;
  Diagnostics diagnostics_;
};

} // namespace

Outcome<ReadingPlan> plan_reading(const SurveyFile& file, const ReadingRequest& request) {
  return Planner(file, request).run();
}

} // namespace joinedup
