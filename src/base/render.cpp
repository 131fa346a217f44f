#include "base/render.hpp"

#include "base/text.hpp"
#include "base/visible.hpp"

#include <fmt/format.h>

namespace joinedup {

std::string_view words(Severity severity) {
  switch (severity) {
  case Severity::note:
    return "note";
  case Severity::warning:
    return "warning";
  case Severity::error:
    return "error";
  }
  return "error";
}

namespace {

std::string place(const Position& where) {
  std::string out = visible(where.file);
  if (where.line > 0) out += fmt::format(":{}", where.line);
  if (where.line > 0 && where.column > 0) out += fmt::format(":{}", where.column);
  return out.empty() ? out : out + ": ";
}

std::string_view colour_of(Severity severity) {
  return severity == Severity::error ? "\x1b[1;31m" : severity == Severity::warning ? "\x1b[1;33m" : "\x1b[1;36m";
}

} // namespace

std::string render_text(const Diagnostics& diagnostics, bool colour) {
  std::string out;
  for (const Diagnostic& d : diagnostics.all()) {
    const std::string level =
        colour ? fmt::format("{}{}\x1b[0m", colour_of(d.severity), words(d.severity)) : std::string(words(d.severity));
    out += fmt::format("{}{}[{}]: ", place(d.where), level, d.code);
    if (!d.where.heading.empty()) out += fmt::format("[{}] ", visible(d.where.heading));
    out += visible(d.message) + "\n";
    if (!d.hint.empty()) out += "  hint: " + visible(d.hint) + "\n";
  }
  for (const auto& [code, seen] : diagnostics.counts()) {
    if (seen > Diagnostics::kept_per_code)
      out += fmt::format("note[{}]: and {} more like this\n", code, with_thousands(seen - Diagnostics::kept_per_code));
  }
  return out;
}

std::string json_quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (c == '\r') {
      out += "\\r";
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      out += c;
    }
  }
  return visible_json(out + "\"");
}

std::string render_json_lines(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& d : diagnostics.all()) {
    out += fmt::format(
        R"({{"severity":"{}","code":"{}","file":{},"line":{},"column":{},"heading":{},"message":{},"hint":{}}})",
        words(d.severity), d.code, json_quoted(d.where.file), d.where.line, d.where.column,
        json_quoted(d.where.heading), json_quoted(d.message), json_quoted(d.hint));
    out += '\n';
  }
  for (const auto& [code, seen] : diagnostics.counts())
    out += fmt::format("{{\"code\":\"{}\",\"count\":{}}}\n", code, seen);
  return out;
}

} // namespace joinedup
