#include "report/html/peers_profile.hpp"

#include "report/html/summary.hpp"
#include "report/html/text.hpp"
#include "report/svg/strip.hpp"
#include "report/tables/result_row.hpp"

#include <algorithm>
#include <numeric>

namespace joinedup {
namespace {

std::vector<const AreaResult*> peers_of(const RunResults& results, const std::string& code) {
  std::vector<const AreaResult*> out;
  const auto table = std::ranges::find(results.tables, "peer_distances", &ResultTable::id);
  if (table == results.tables.end()) return out;
  for (const auto& cells : table->rows) {
    const ResultRow row(*table, cells);
    if (row.text("area_code") != code) continue;
    const auto peer = std::ranges::find(results.areas, row.text("peer_code"), &AreaResult::code);
    if (peer != results.areas.end()) out.push_back(&*peer);
  }
  return out;
}

Number domain_value(const AreaResult& area, const std::string& id) {
  const auto found = std::ranges::find(area.domains, id, &DomainResult::domain);
  return found == area.domains.end() ? Number() : found->value;
}

/// `value` gives the figure of the row from any area.
template <typename Value>
void add_row(PeersProfile& out, const std::string& label, const AreaResult& area,
             const std::vector<const AreaResult*>& peers, Value value) {
  const Number here = value(area);
  if (!here) return;
  PeersRow row{label, *here, {}};
  for (const AreaResult* peer : peers)
    if (const Number there = value(*peer)) row.peers.push_back(*there);
  if (!row.peers.empty()) out.rows.push_back(std::move(row));
}

AxisScale scale_of(const PeersProfile& profile) {
  Extent extent;
  for (const PeersRow& row : profile.rows) {
    extent.add(row.here);
    for (const double peer : row.peers)
      extent.add(peer);
  }
  const double room = (extent.high() - extent.low()) * 0.04; // for the width of a circle
  return axis_scale(extent.low() - room, extent.high() + room);
}

/// What the test of the index against its peers says, in the words of their table.
std::string heading(const RunResults& results, const std::string& code) {
  const std::string same = "The index shows no clear difference from the mean of the areas most like it";
  const auto table = std::ranges::find(results.tables, "peers", &ResultTable::id);
  if (table == results.tables.end()) return same;
  for (const auto& cells : table->rows) {
    const ResultRow row(*table, cells);
    const std::string band = row.text("band");
    if (row.text("area_code") == code && !band.empty() && band != words(Band::as_expected))
      return fmt::format("The index is {} than the mean of the areas most like it", band);
  }
  return same;
}

void append_row(std::string& out, const PeersRow& row, const AxisScale& scale, bool index) {
  put(out,
      "<tr{}><th scope=\"row\">{}</th><td class=\"n v\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td "
      "class=\"st\">{}</td></tr>",
      index ? " class=\"tt\"" : "", escaped(row.label), shown(row.here, 1), shown(row.mean(), 1),
      shown_signed(rounded_gap(row.here, row.mean(), 1), 1), among_svg(scale, row.peers, row.mean(), row.here));
}

} // namespace

double PeersRow::mean() const {
  return std::accumulate(peers.begin(), peers.end(), 0.0) / static_cast<double>(peers.size());
}

PeersProfile peers_profile(const RunResults& results, const AreaResult& area) {
  PeersProfile out;
  const std::vector<const AreaResult*> peers = peers_of(results, area.code);
  if (peers.empty()) return out;
  for (const AreaResult* peer : peers)
    out.names.push_back(list_name(*peer));
  add_row(out, "Index", area, peers, [](const AreaResult& one) { return one.index.value; });
  if (out.rows.empty()) return out;
  for (const Domain& domain : results.index.domains)
    add_row(out, domain.label.empty() ? domain.id : domain.label, area, peers,
            [&domain](const AreaResult& one) { return domain_value(one, domain.id); });
  return out;
}

void append_peers_profile(std::string& out, const ReportPage& page, const AreaResult& area) {
  const PeersProfile profile = peers_profile(page.results, area);
  if (profile.rows.empty()) return;
  const AxisScale scale = scale_of(profile);
  put(out,
      "<h4>{}</h4><p class=\"sub\">Points: filled dot here, circles in each of its {} peers, upright line their mean. "
      "Differences of domains are not tested.</p><table "
      "class=\"wf pf\"><caption "
      "class=\"vh\">Index and domains here and in the areas most like it</caption><thead><tr><th "
      "scope=\"col\">Domain</th>"
      "<th scope=\"col\" class=\"n\">Here</th><th scope=\"col\" class=\"n\">Mean of peers</th><th scope=\"col\" "
      "class=\"n\">Difference</th><th scope=\"col\" class=\"st\"><span class=\"vh\">Chart of area and "
      "peers</span>{}</th>"
      "</tr></thead><tbody>",
      escaped(heading(page.results, area.code)), profile.names.size(), axis_svg(scale, std::nullopt, "", false));
  for (const PeersRow& row : profile.rows)
    append_row(out, row, scale, &row == &profile.rows.front());
  put(out, "</tbody></table><p class=\"note\">Peers, the most like it first: {}.</p>", escaped(listed(profile.names)));
}

} // namespace joinedup
