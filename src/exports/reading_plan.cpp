#include "exports/reading_plan.hpp"

#include "base/edit_distance.hpp"
#include "base/text.hpp"
#include "exports/absent_items.hpp"
#include "exports/condition.hpp"
#include "exports/count_columns.hpp"
#include "exports/headings.hpp"
#include "exports/item_plan.hpp"
#include "exports/kept_columns.hpp"
#include "exports/record_rules.hpp"
#include "exports/usual_headings.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace joinedup {

namespace {

class Planner {
public:
  Planner(const SurveyFile& file, const ReadingRequest& request)
      : survey_(file), headings_(file), request_(request),
        map_(request.map), file_{file.name(), file.header().dialect.header_line, 0, ""},
        items_(survey_, headings_, map_, diagnostics_) {}

  Outcome<ReadingPlan> run() {
    if (refuse_published_table()) return Outcome<ReadingPlan>::failure(std::move(diagnostics_));
    plan_.areas = request_.areas;
    plan_.strata = request_.strata;
    plan_.clusters = request_.clusters;
    plan_.levels = request_.levels;
    plan_.memory = request_.memory;
    plan_.keep_names = request_.keep_names;
    plan_.set_rejects_aside = request_.set_rejects_aside;
    plan_.show_values = request_.show_values;
    find_respondent_columns();
    for (const auto& [name, values] : map_.rows) {
      if (const auto column = find(name, "rows")) plan_.rows.emplace_back(*column, values);
    }
    if (!request_.where.empty()) plan_.where = parse_condition(request_.where, headings_, diagnostics_);
    plan_.kept = kept_columns(survey_, headings_, request_, diagnostics_);
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
    for (const std::string& name : request_.categories) {
      if (const auto column = find(name, "a category")) plan_.categories.push_back(*column);
    }
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
    const bool by_id = any_question(instrument, columns);
    if (!add_usual(instrument, must_match, columns)) return;
    std::optional<std::uint32_t> profile;
    if (!any_question(instrument, columns)) {
      if (must_match && instrument.profile) profile = find_profile(instrument, columns);
      if (!profile) {
        if (must_match) no_item_found(instrument, file_);
        return;
      }
    }
    if (!by_id) plan.matched_by = "usual headings";
    for (std::size_t k = 0; k < columns.size(); ++k)
      plan.items.push_back(items_.plan(instrument.items[k], a, std::move(columns[k])));
    if (profile) add_profile(instrument, a, *profile, plan);
    if (!by_id) announce_usual(plan);
    announce_absent(instrument, plan, file_, diagnostics_);
    plan_.administrations.push_back(std::move(plan));
  }

  /// The one column headed as a profile usually is, and those that stand beside it.
  std::optional<std::uint32_t> find_profile(const Instrument& instrument,
                                            std::vector<std::vector<std::uint32_t>>& columns) const {
    const auto found = profile_columns(headings_.names(), instrument, request_.known_instruments);
    if (found.size() != 1) return std::nullopt;
    const std::vector<std::string>& digits = instrument.profile->items;
    for (const auto& [id, column] : found.front().items)
      if (std::find(digits.begin(), digits.end(), id) == digits.end()) columns[*instrument.item_number(id)] = {column};
    return found.front().items.at(digits.front());
  }

  /// Found by headings that are no ids: worth a look.
  void announce_usual(const AdministrationPlan& plan) {
    std::vector<std::string> names;
    for (const ItemPlan& item : plan.items)
      for (const std::uint32_t column : item.columns)
        if (names.empty() || names.back() != headings_.names()[column]) names.push_back(headings_.names()[column]);
    for (std::string& name : names) // on one line, whatever breaks a heading has
      std::replace_if(
          name.begin(), name.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    diagnostics_.note("J168", file_, fmt::format("{}: found by usual headings: {}", plan.instrument, join(names, ", ")),
                      "joinedup inspect shows what stands in them; a map names others");
  }

  /// Columns of questions, not of the respondent.
  static bool any_question(const Instrument& instrument, const std::vector<std::vector<std::uint32_t>>& columns) {
    for (std::size_t k = 0; k < columns.size(); ++k)
      if (!columns[k].empty() && instrument.items[k].role.empty()) return true;
    return false;
  }

  /// Items without a column of their id, by their usual headings: where these stand there once. False after a fault.
  bool add_usual(const Instrument& instrument, bool must_match, std::vector<std::vector<std::uint32_t>>& columns) {
    const bool all = std::none_of(columns.begin(), columns.end(), [](const auto& c) { return c.empty(); });
    if (all) return true;
    const std::vector<UsualColumns> found = usual_columns(headings_.names(), instrument, request_.known_instruments);
    if (found.size() > 1 && must_match && !any_question(instrument, columns)) {
      std::vector<std::string> waves;
      for (const UsualColumns& one : found)
        waves.push_back(one.wave.empty() ? "(nothing)" : one.wave);
      diagnostics_.error("J119", file_,
                         fmt::format("{}: its columns stand there {} times, told apart by {}", instrument.id,
                                     found.size(), join(waves, ", ")),
                         fmt::format("joinedup map propose {} -i {} > map.json makes a map with a wave for each",
                                     survey_.name(), instrument.id));
      return false;
    }
    if (found.size() != 1) return true;
    for (std::size_t k = 0; k < columns.size(); ++k) {
      const auto column = found.front().items.find(instrument.items[k].id);
      if (columns[k].empty() && column != found.front().items.end()) columns[k] = {column->second};
    }
    return true;
  }

  /// Items without a column of their own are read from the column that holds them all.
  void add_profile(const Instrument& instrument, const Administration& a, std::uint32_t column,
                   AdministrationPlan& plan) {
    const std::vector<std::string>& ids = instrument.profile->items;
    for (std::size_t place = 0; place < ids.size(); ++place) {
      const auto number = instrument.item_number(ids[place]);
      if (!number || !plan.items[*number].columns.empty()) continue;
      ItemPlan& item = plan.items[*number] = items_.plan(instrument.items[*number], a, {column});
      item.digit = DigitPlace{static_cast<std::uint8_t>(place), static_cast<std::uint8_t>(ids.size())};
    }
  }

  void no_item_found(const Instrument& instrument, const Position& where) {
    const std::string first = instrument.items.empty() ? "" : instrument.items.front().id;
    diagnostics_.error("J119", where, fmt::format("{}: no column is one of its items", instrument.id),
                       fmt::format("name the columns by item id ({} ...), say in a map which column is which, "
                                   "or --no-header if the file has no headings",
                                   first));
  }

  void follow_map() {
    for (const Administration& a : map_.administrations) {
      const auto same_id = [&](const Instrument* i) { return i->id == a.instrument; };
      const auto found = std::find_if(request_.instruments.begin(), request_.instruments.end(), same_id);
      if (found == request_.instruments.end()) continue; // not among those that the run asks for
      const std::size_t before = plan_.administrations.size();
      if (a.items.empty() && a.profile.empty())
        add_by_item_ids(**found, a, true);
      else
        add_by_map(**found, a);
      if (plan_.administrations.size() > before) find_compared(**found, a, plan_.administrations.back());
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
      } else if (!item.role.empty() || a.items.empty()) {
        columns = by_item_id(item);
      }
      any = any || (!columns.empty() && item.role.empty());
      plan.items.push_back(items_.plan(item, a, std::move(columns)));
    }
    any = follow_profile(instrument, a, where, plan) || any;
    if (any)
      announce_absent(instrument, plan, file_, diagnostics_);
    else if (diagnostics_.count(Severity::error) == faults)
      no_item_found(instrument, where);
    plan_.administrations.push_back(std::move(plan));
  }

  /// Columns in which the file holds scores already.
  void find_compared(const Instrument& instrument, const Administration& a, AdministrationPlan& plan) {
    const Position where = a.where.file.empty() ? map_place() : a.where;
    std::vector<std::string> ids;
    for (const ScoreDefinition& score : instrument.scores)
      ids.push_back(score.id);
    for (const auto& [score, heading] : a.compare) {
      if (std::find(ids.begin(), ids.end(), score.substr(0, score.find('['))) == ids.end())
        diagnostics_.error("J135", where, fmt::format("{} has no score {}", instrument.id, score),
                           suggestion(score, ids));
      if (const auto column = headings_.find(heading, "compare", where, diagnostics_)) plan.compare[score] = *column;
    }
  }

  /// The column that `profile` names: 11121.
  bool follow_profile(const Instrument& instrument, const Administration& a, const Position& where,
                      AdministrationPlan& plan) {
    if (a.profile.empty()) return false;
    if (!instrument.profile) {
      diagnostics_.error("J110", where, fmt::format("{} has no items that one column holds together", instrument.id),
                         "\"profile\" is for questionnaires whose definition has one; name a column for each item");
      return false;
    }
    const auto column = headings_.find(a.profile, "profile", where, diagnostics_);
    if (column) add_profile(instrument, a, *column, plan);
    return column.has_value();
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
  ItemPlanner items_;
};

} // namespace

Outcome<ReadingPlan> plan_reading(const SurveyFile& file, const ReadingRequest& request) {
  return Planner(file, request).run();
}

} // namespace joinedup
