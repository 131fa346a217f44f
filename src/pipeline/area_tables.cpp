#include "pipeline/area_tables.hpp"

#include "base/edit_distance.hpp"
#include "base/text.hpp"
#include "definitions/area_table.hpp"
#include "pipeline/sha256.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace joinedup {

namespace {

constexpr std::string_view mean_of_areas = "areas"; // AreaTable::whole

/// Every code that a geography knows -> its own code for that area, region or the whole.
struct KnownCodes {
  std::map<std::string, std::string> areas, others;

  explicit KnownCodes(const Geography& geography) {
    for (const Area& area : geography.areas)
      add(areas, area.code, area.codes);
    for (const Region& region : geography.regions)
      add(others, region.code, region.codes);
    others[geography.total_code] = geography.total_code;
  }

private:
  static void add(std::map<std::string, std::string>& to, const std::string& code,
                  const std::vector<std::string>& also) {
    to[code] = code;
    for (const std::string& other : also)
      to[other] = code;
  }
};

/// Counts of one area add up; one part that is not given leaves the sum without the row, as the source did.
void add_row(const AreaTableRow& row, AreaFigure& figure) {
  if (std::isfinite(row.numerator) && std::isfinite(row.denominator)) {
    const bool first = !std::isfinite(figure.row.denominator);
    figure.row.numerator = row.numerator + (first ? 0 : figure.row.numerator);
    figure.row.denominator = row.denominator + (first ? 0 : figure.row.denominator);
  }
  if (!row.group.empty()) {
    Stratum& stratum = figure.strata[row.group];
    stratum.standard = row.standard;
    stratum.events += row.numerator; // what is not given stays so: a rate without one of its groups is another measure
    stratum.population += row.denominator;
  }
  figure.row.value = row.value;
  figure.row.se = row.se;
  figure.row.n = row.n;
}

class Loader {
public:
  Loader(const IndexBinding& binding, const Geography* geography, FileStore& files)
      : binding_(binding), geography_(geography), files_(files) {
    if (geography != nullptr) known_.emplace(*geography);
  }

  Outcome<AreaTables> run() {
    out_.whole_index = binding_.index_indicators > 0;
    for (std::size_t k = 0; k < binding_.indicators.size(); ++k) {
      const BoundIndicator& b = binding_.indicators[k];
      if (b.spec.table)
        load(k, *b.spec.table);
      else if (!b.domain.empty())
        out_.whole_index = false;
    }
    if (diagnostics_.has_errors()) return Outcome<AreaTables>::failure(std::move(diagnostics_));
    return {std::move(out_), std::move(diagnostics_)};
  }

private:
  void load(std::size_t k, const AreaTable& spec) {
    const BoundIndicator& b = binding_.indicators[k];
    const auto text = files_.text(spec.file);
    if (!text) {
      diagnostics_.error("J301", spec.where, fmt::format("cannot read {}", file_name(spec.file)),
                         "the path of a table is as seen from the index definition");
      return;
    }
    auto rows = read_area_table(*text, file_name(spec.file), spec);
    diagnostics_.merge(rows.diagnostics);
    record(*text, spec);
    if (!rows) return;
    LoadedTable table{k, b.spec.id, spec, {}, {}, {}};
    for (const AreaTableRow& row : *rows)
      place(row, b, table);
    say_unknown(table);
    say_not_given(table);
    choose_whole(b, table);
    choose_reference(table);
    settle(table);
    out_.tables.push_back(std::move(table));
  }

  void record(const std::string& text, const AreaTable& spec) {
    InputInfo info{file_name(spec.file), sha256_of(text), "area table", 0};
    const bool known = std::any_of(out_.files.begin(), out_.files.end(), [&](const InputInfo& other) {
      return other.name == info.name && other.sha256 == info.sha256;
    });
    if (!known) out_.files.push_back(std::move(info));
  }

  void place(const AreaTableRow& row, const BoundIndicator& b, LoadedTable& table) {
    std::string code = row.code;
    if (row.code != table.spec.whole && known_) {
      const auto area = known_->areas.find(row.code), other = known_->others.find(row.code);
      if (area == known_->areas.end() && other == known_->others.end()) {
        unknown_.emplace(row.code, row.where);
        return;
      }
      code = area != known_->areas.end() ? area->second : other->second;
      if (area != known_->areas.end() && !b.domain.empty()) out_.areas.insert(code);
    } else if (row.code != table.spec.whole && !b.domain.empty()) {
      out_.areas.insert(code);
    }
    const auto [figure, is_new] = table.figures.try_emplace(code);
    if (!is_new && !table.spec.counts()) {
      diagnostics_.error("J508", row.where, fmt::format("{} stands twice, under two of its codes", code),
                         "give each area one row");
      return;
    }
    add_row(row, figure->second);
  }

  void say_unknown(LoadedTable& table) {
    std::vector<std::string> names;
    if (known_) {
      for (const auto& [code, own] : known_->areas)
        names.push_back(code);
    }
    for (const auto& [code, where] : unknown_)
      out_.notes.warning(
          "J650", where,
          fmt::format("{} has a figure for \"{}\", which is no area of {}", table.id, code, geography_->id),
          suggestion(code, names));
    unknown_.clear();
  }

  void say_not_given(const LoadedTable& table) {
    std::vector<std::string> codes;
    for (const auto& [code, figure] : table.figures) {
      if (!figure.given()) codes.push_back(code);
    }
    if (codes.empty()) return;
    constexpr std::size_t few = 5;
    const std::size_t more = codes.size() > few ? codes.size() - few : 0;
    codes.resize(std::min(codes.size(), few));
    out_.notes.note("J651", table.spec.where,
                    fmt::format("{} has no figure for {}{}: hidden or not calculable where it was published", table.id,
                                join(codes, ", "), more > 0 ? fmt::format(" and {} more", more) : std::string()));
  }

  /// The row of the whole, else what the areas add up to, else what the definition says.
  void choose_whole(const BoundIndicator& b, LoadedTable& table) {
    const std::string& asked = table.spec.whole;
    if (asked == mean_of_areas) {
      out_.mean_of_areas = out_.mean_of_areas || !b.domain.empty();
      return;
    }
    const std::string code = !asked.empty() ? asked : geography_ != nullptr ? geography_->total_code : std::string();
    const auto row = table.figures.find(code);
    if (row != table.figures.end() && row->second.given()) {
      table.whole = code;
    } else if (!asked.empty()) {
      diagnostics_.error("J652", table.spec.where,
                         fmt::format("the table of {} has no figure for \"{}\"", table.id, asked),
                         "\"whole\" names the row of the whole, or is \"areas\"");
    } else if (!table.spec.counts() && table.spec.n.empty()) {
      diagnostics_.error(
          "J652", table.spec.where,
          fmt::format("nothing says what {} is in the whole: no row of it, no counts, no \"n\"", table.id),
          "name its row in \"whole\", or \"whole\": \"areas\" for the plain mean of the areas, which "
          "is not the figure of the whole population");
    }
  }

  /// The rates by group that events are expected at: those of the whole's rows, else of all areas together.
  static void choose_reference(LoadedTable& table) {
    if (table.spec.kind != TableKind::standardised_ratio) return;
    if (!table.whole.empty()) {
      table.reference = table.figures.at(table.whole).strata;
      return;
    }
    for (const auto& [code, figure] : table.figures) {
      if (figure.given()) add_strata(figure.strata, table.reference);
    }
  }

  void settle(const LoadedTable& table) {
    std::string whole = "its row " + table.whole;
    if (table.whole.empty())
      whole = table.spec.whole == mean_of_areas ? "plain mean of the areas"
              : table.spec.counts()             ? "sum of the counts"
                                                : "mean of the areas weighted by n";
    const std::string error = table.spec.kind == TableKind::proportion          ? "Wilson"
                              : table.spec.kind == TableKind::standardised_rate ? "Dobson; no figure below ten events"
                              : table.spec.kind == TableKind::standardised_ratio
                                  ? "expected at the whole's rates by " + table.spec.group + "; Byar, exact below ten"
                              : table.spec.counts() ? "Byar, exact below ten"
                              : table.spec.exact    ? "taken as exact"
                                                    : "error as published";
    out_.settings.push_back(
        {"table of " + table.id,
         fmt::format("{}: {}, {}; the whole: {}", file_name(table.spec.file), words(table.spec.kind), error, whole),
         "index"});
  }

  const IndexBinding& binding_;
  const Geography* geography_;
  FileStore& files_;
  std::optional<KnownCodes> known_;
  std::map<std::string, Position> unknown_;
  AreaTables out_;
  Diagnostics diagnostics_;
};

} // namespace

bool AreaFigure::given() const {
  const auto known = [](const auto& of_group) {
    return std::isfinite(of_group.second.events) && of_group.second.population > 0;
  };
  if (!std::all_of(strata.begin(), strata.end(), known)) return false;
  return row.denominator > 0 || (std::isfinite(row.value) && std::isfinite(row.se));
}

void add_strata(const std::map<std::string, Stratum>& from, std::map<std::string, Stratum>& to) {
  for (const auto& [group, stratum] : from) {
    Stratum& sum = to[group];
    sum.events += stratum.events;
    sum.population += stratum.population;
    sum.standard = stratum.standard;
  }
}

Outcome<AreaTables> load_area_tables(const IndexBinding& binding, const Geography* geography, FileStore& files) {
  return Loader(binding, geography, files).run();
}

} // namespace joinedup
