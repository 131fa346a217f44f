// The yardstick for the fast reader: delimited text read one character at a time, in the plainest way.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace naive {

enum class Fault { none, ragged, unclosed, text_after_quote };

struct Record {
  std::vector<std::string> cells; ///< without quotes; outer spaces gone unless they stood in quotes
  Fault fault = Fault::none;
  bool stray_quote = false;
  std::uint64_t line = 1; ///< where the record starts
};

namespace detail {

inline bool blank(std::string_view text, char delimiter) {
  for (const char c : text) {
    if (c != delimiter && c != ' ' && c != '\t' && c != '\r') return false;
  }
  return true;
}

inline bool white(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\v' || c == '\f'; }

inline std::string trimmed(std::string text) {
  while (!text.empty() && white(text.back()))
    text.pop_back();
  while (!text.empty() && white(text.front()))
    text.erase(0, 1);
  return text;
}

} // namespace detail

/// Records after the heading line; blank ones (delimiters and spaces only) are left out. Lines count from 1.
inline std::vector<Record> records(std::string_view text, std::size_t columns, char delimiter, char newline = '\n') {
  std::vector<Record> out;
  std::size_t at = 0;
  std::uint64_t line = 1;
  while (at < text.size()) {
    Record record;
    record.line = line;
    const std::size_t record_start = at;
    std::size_t record_end = text.size();
    for (bool more = true; more;) { // one cell a round
      std::size_t place = at;
      while (place < text.size() && text[place] == ' ')
        ++place;
      std::string cell;
      bool quoted = false;
      if (place < text.size() && text[place] == '"') {
        quoted = true;
        ++place;
        bool closed = false;
        while (place < text.size() && !closed) {
          if (text[place] == newline) ++line;
          if (text[place] != '"') {
            cell += text[place++];
          } else if (place + 1 < text.size() && text[place + 1] == '"') {
            cell += '"';
            place += 2;
          } else {
            closed = true;
            ++place;
          }
        }
        if (!closed) record.fault = Fault::unclosed;
        while (place < text.size() && text[place] == ' ')
          ++place;
        if (newline == '\n' && place + 1 < text.size() && text[place] == '\r' && text[place + 1] == '\n') ++place;
        if (newline == '\n' && place + 1 == text.size() && text[place] == '\r') ++place;
      }
      std::string rest;
      while (place < text.size() && text[place] != delimiter && text[place] != newline)
        rest += text[place++];
      if (quoted && !rest.empty() && record.fault == Fault::none) record.fault = Fault::text_after_quote;
      if (!quoted && rest.find('"') != std::string::npos) record.stray_quote = true;
      record.cells.push_back(quoted ? cell : detail::trimmed(rest));
      more = place < text.size() && text[place] == delimiter;
      if (!more) record_end = place;
      if (place < text.size() && text[place] == newline) ++line;
      at = place + 1;
    }
    if (detail::blank(text.substr(record_start, record_end - record_start), delimiter)) continue;
    if (record.fault == Fault::none && record.cells.size() != columns) record.fault = Fault::ragged;
    out.push_back(std::move(record));
  }
  return out;
}

} // namespace naive
