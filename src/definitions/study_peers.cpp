#include "definitions/study_comparison.hpp"

#include "base/csv_table.hpp"
#include "base/edit_distance.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <cmath>
#include <limits>
#include <map>

namespace joinedup {

namespace {

constexpr int most_peers = 1000;

class PeerTable {
public:
  PeerTable(const CsvTable& table, const PeersSpec& spec, Diagnostics& diagnostics)
      : table_(table), diagnostics_(diagnostics) {
    area_ = place_of(spec.area);
    for (const std::string& column : spec.columns)
      columns_.push_back(place_of(column));
  }

  std::vector<PeerRow> run() {
    std::vector<PeerRow> out;
    if (diagnostics_.has_errors()) return out;
    for (const CsvRow& row : table_.rows)
      add(row, out);
    return out;
  }

private:
  std::size_t place_of(const std::string& name) {
    if (const auto found = table_.column(name)) return *found;
    diagnostics_.error("J508", {table_.file, table_.header.line, 0, ""}, fmt::format("no column \"{}\"", name),
                       suggestion(name, table_.header.cells));
    return 0;
  }

  void add(const CsvRow& row, std::vector<PeerRow>& out) {
    PeerRow one;
    one.area = trim(row.cells[area_]);
    const auto [first, is_new] = lines_.emplace(one.area, row.line);
    if (!is_new)
      diagnostics_.error("J508", table_.where(row, area_),
                         fmt::format("an area stands twice, first in line {}", first->second),
                         "give each area one row");
    for (const std::size_t column : columns_) {
      const std::string_view text = trim(row.cells[column]);
      const auto number = parse_number(std::string(text));
      if (!text.empty() && !number)
        diagnostics_.error("J508", table_.where(row, column), "no number", "leave the cell empty where it is unknown");
      one.values.push_back(number.value_or(std::numeric_limits<double>::quiet_NaN()));
    }
    out.push_back(std::move(one));
  }

  const CsvTable& table_;
  Diagnostics& diagnostics_;
  std::size_t area_ = 0;
  std::vector<std::size_t> columns_;
  std::map<std::string, std::size_t> lines_;
};

} // namespace

std::optional<PeersSpec> read_peers(Fields& study) {
  auto peers = study.object_if("peers");
  if (!peers) return std::nullopt;
  PeersSpec out;
  out.file = peers->text("file");
  out.area = peers->text("area");
  out.columns = peers->text_or_texts_if("columns");
  if (out.columns.empty() && !peers->has("columns"))
    peers->error("J504", "columns", "\"columns\" is missing, expected the columns that likeness is judged by");
  out.k = static_cast<std::uint64_t>(peers->integer_if("k", 1, most_peers).value_or(static_cast<int>(out.k)));
  if (const auto weights = peers->find("weights")) {
    out.weights = weights->numbers();
    bool sound = out.weights.size() == out.columns.size();
    double sum = 0;
    for (const double weight : out.weights) {
      sound = sound && weight >= 0;
      sum += weight;
    }
    if (!sound || !(sum > 0))
      weights->error("J506", "\"weights\" are one number of 0 or more for each of \"columns\", not all 0");
  }
  peers->done();
  return out;
}

Outcome<std::vector<PeerRow>> read_peer_table(std::string_view text, const std::string& file, const PeersSpec& spec) {
  Outcome<CsvTable> table = read_csv_table(text, file);
  if (!table) return Outcome<std::vector<PeerRow>>::failure(std::move(table.diagnostics));
  Diagnostics diagnostics = std::move(table.diagnostics);
  std::vector<PeerRow> out = PeerTable(*table, spec, diagnostics).run();
  if (diagnostics.has_errors()) return Outcome<std::vector<PeerRow>>::failure(std::move(diagnostics));
  return {std::move(out), std::move(diagnostics)};
}

} // namespace joinedup
