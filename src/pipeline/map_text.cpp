#include "pipeline/map_text.hpp"

#include "base/visible.hpp"

#include <algorithm>

namespace joinedup {

namespace {

using Ordered = nlohmann::ordered_json;

constexpr std::size_t widest = 96;

std::string scalar(const Ordered& json) { return json.dump(-1, ' ', false, Ordered::error_handler_t::replace); }

bool is_flat(const Ordered& json) {
  return std::none_of(json.begin(), json.end(), [](const Ordered& e) { return e.is_structured(); });
}

std::string on_one_line(const Ordered& json) {
  std::string out(1, json.is_object() ? '{' : '[');
  bool first = true;
  for (const auto& [key, value] : json.items()) {
    out += first ? "" : ", ";
    if (json.is_object()) out += scalar(key) + ": ";
    out += scalar(value);
    first = false;
  }
  return out + (json.is_object() ? '}' : ']');
}

void write(const Ordered& json, std::size_t indent, std::string& out) {
  if (!json.is_structured() || json.empty()) {
    out += scalar(json);
    return;
  }
  if (indent > 0 && is_flat(json)) {
    const std::string line = on_one_line(json);
    if (line.size() + indent <= widest) {
      out += line;
      return;
    }
  }
  const std::string inner(indent + 2, ' ');
  out += json.is_object() ? "{\n" : "[\n";
  bool first = true;
  for (const auto& [key, value] : json.items()) {
    out += (first ? "" : ",\n") + inner;
    if (json.is_object()) out += scalar(key) + ": ";
    write(value, indent + 2, out);
    first = false;
  }
  out += "\n" + std::string(indent, ' ') + (json.is_object() ? '}' : ']');
}

} // namespace

std::string map_text(const Ordered& json) {
  std::string out;
  write(json, 0, out);
  return visible_json(out + "\n");
}

} // namespace joinedup
