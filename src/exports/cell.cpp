#include "exports/cell.hpp"

#include "base/text.hpp"

namespace joinedup {

namespace {

std::string undoubled(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    out += text[at];
    if (text[at] == '"' && at + 1 < text.size() && text[at + 1] == '"') ++at;
  }
  return out;
}

} // namespace

/// As the structural scan sees it: a quoted cell may have spaces round its quotes, the last of a record CR behind them.
CellText unwrap(std::string_view raw) {
  const std::size_t first = raw.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  if (raw[first] != '"') return {trim(raw), false, false};
  const std::string_view text = raw.substr(first, raw.find_last_not_of(" \r") + 1 - first);
  if (text.size() < 2 || text.back() != '"') return {trim(raw), false, false};
  const std::string_view inner = text.substr(1, text.size() - 2);
  return {inner, true, inner.find('"') != std::string_view::npos};
}

std::string_view cell_text(std::string_view raw, std::deque<std::string>& arena) {
  const CellText cell = unwrap(raw);
  return cell.doubled ? std::string_view(arena.emplace_back(undoubled(cell.text))) : cell.text;
}

std::string cell_string(std::string_view raw) {
  const CellText cell = unwrap(raw);
  return cell.doubled ? undoubled(cell.text) : std::string(cell.text);
}

} // namespace joinedup
