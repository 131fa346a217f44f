#include "exports/absent_items.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace joinedup {

namespace {

/// A derived item can be made of some of its items: one that is there stands for those that are not.
bool is_replaced(const Instrument& instrument, const AdministrationPlan& plan, const std::string& id) {
  const auto is_there = [&](const std::string& item) {
    const auto number = instrument.item_number(item);
    return number && !plan.items[*number].columns.empty();
  };
  return std::any_of(instrument.derived.begin(), instrument.derived.end(), [&](const DerivedItem& d) {
    return std::find(d.items.begin(), d.items.end(), id) != d.items.end() &&
           std::any_of(d.items.begin(), d.items.end(), is_there);
  });
}

} // namespace

void announce_absent(const Instrument& instrument, const AdministrationPlan& plan, const Position& file,
                     Diagnostics& diagnostics) {
  std::vector<std::string> absent;
  for (std::size_t k = 0; k < plan.items.size(); ++k) {
    const Item& item = instrument.items[k];
    if (plan.items[k].columns.empty() && item.scored && !is_replaced(instrument, plan, item.id))
      absent.push_back(plan.items[k].id);
  }
  if (absent.empty()) return;
  const std::size_t found = static_cast<std::size_t>(
      std::count_if(plan.items.begin(), plan.items.end(), [](const ItemPlan& i) { return !i.columns.empty(); }));
  diagnostics.warning(
      "J112", file,
      fmt::format("{}: {} of {} items found, without {}", instrument.id, found, plan.items.size(), join(absent, ", ")),
      "absent items count as missing in every record");
}

} // namespace joinedup
