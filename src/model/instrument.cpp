#include <joinedup/instrument.hpp>

#include <algorithm>

namespace joinedup {

bool Item::accepts(int code) const {
  if (range) return code >= range->first && code <= range->second;
  return std::any_of(options.begin(), options.end(), [code](const ResponseOption& o) { return o.code == code; });
}

namespace {
bool less_code(const ResponseOption& a, const ResponseOption& b) { return a.code < b.code; }
} // namespace

int Item::lowest() const {
  if (range) return range->first;
  return options.empty() ? 0 : std::min_element(options.begin(), options.end(), less_code)->code;
}

int Item::highest() const {
  if (range) return range->second;
  return options.empty() ? 0 : std::max_element(options.begin(), options.end(), less_code)->code;
}

std::optional<std::size_t> Instrument::item_number(std::string_view name) const {
  const auto found = std::find_if(items.begin(), items.end(), [name](const Item& i) { return i.id == name; });
  if (found == items.end()) return std::nullopt;
  return static_cast<std::size_t>(found - items.begin());
}

const Item* Instrument::item(std::string_view name) const {
  const auto number = item_number(name);
  return number ? &items[*number] : nullptr;
}

} // namespace joinedup
