#include "pipeline/reading_outline.hpp"

#include "base/text.hpp"
#include "pipeline/matching.hpp"

#include <fmt/format.h>

#include <optional>
#include <string>
#include <vector>

namespace joinedup {

namespace {

using Numbers = std::vector<std::uint32_t>;

std::string names_of(const SurveyFile& file, const Numbers& columns) {
  std::vector<std::string> out;
  for (const std::uint32_t column : columns)
    out.push_back(file.header().headings[column]);
  return join(out, ", ");
}

std::string form_of(const SurveyFile& file) {
  const SurveyHeader& header = file.header();
  const Dialect& dialect = header.dialect;
  std::string out = dialect.container.empty() ? dialect.encoding : dialect.container;
  if (!header.tool.id.empty() && header.tool.id != "csv") out += ", as of " + header.tool.name;
  return fmt::format("{}, {} columns, records from line {}", out, header.headings.size(), dialect.first_data_line);
}

/// "14 of 14 items by item ids: wemwbs_1 = WEMWBS 1, ..."; an item under its own name needs no equals sign.
std::string items_of(const SurveyFile& file, const AdministrationPlan& administration) {
  std::vector<std::string> found;
  for (const ItemPlan& item : administration.items) {
    if (item.columns.empty()) continue;
    const std::string columns = names_of(file, item.columns);
    found.push_back(columns == item.id ? item.id : item.id + " = " + columns);
  }
  return fmt::format("{} of {} items by {}: {}", found.size(), administration.items.size(), administration.matched_by,
                     join(found, ", "));
}

} // namespace

ExplainLines reading_outline(const SurveyFile& file, const ReadingPlan& plan) {
  ExplainLines out{{0, file.name(), form_of(file)}};
  const auto add = [&](std::string name, const Numbers& columns) {
    if (!columns.empty()) out.push_back({1, std::move(name), names_of(file, columns)});
  };
  const auto add_one = [&](std::string name, const std::optional<std::uint32_t>& column) {
    add(std::move(name), column ? Numbers{*column} : Numbers{});
  };
  for (const AdministrationPlan& administration : plan.administrations)
    out.push_back({1, administration_name(administration), items_of(file, administration)});
  add_one("area", plan.area);
  add_one("weight", plan.weight);
  add_one("count", plan.count);
  add_one("stratum", plan.stratum);
  add_one("cluster", plan.cluster);
  add("numbers", plan.columns);
  add("categories", plan.categories);
  add("kept", Numbers(plan.kept.begin(), plan.kept.end() - static_cast<std::ptrdiff_t>(plan.kept_beside)));
  if (plan.identity) add(plan.drop_repeated ? "repeats dropped by" : "repeats warned of by", plan.identity->columns);
  return out;
}

} // namespace joinedup
