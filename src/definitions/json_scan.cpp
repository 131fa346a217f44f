#include "definitions/json_scan.hpp"

#include "base/text.hpp"

#include <nlohmann/json.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U; }

/// A character as a message names it.
std::string named(std::string_view text, std::size_t at) {
  if (at >= text.size()) return "the end of the text";
  const char c = text[at];
  if (static_cast<unsigned char>(c) < 0x20) return "a control character";
  if (static_cast<unsigned char>(c) >= 0x80) return "a character outside any text";
  return fmt::format("'{}'", c);
}

class Scanner {
public:
  Scanner(std::string_view text, const std::string& file, std::vector<JsonPlace>& places, Diagnostics& diagnostics)
      : text_(text), file_(file), places_(places), diagnostics_(diagnostics) {}

  bool run() {
    if (text_.starts_with("\xef\xbb\xbf")) at_ = counted_ = 3;
    blank();
    if (!value({}, 0, 0, 0)) return false;
    blank();
    if (at_ < text_.size()) return fault("more text after the end of the definition, expected nothing");
    return true;
  }

private:
  bool fault(const std::string& message, const std::string& hint = {}) {
    diagnostics_.error("J501", {file_, line_, column(), ""}, message, hint);
    return false;
  }

  bool unexpected(std::string_view expected, const std::string& hint = {}) {
    return fault(fmt::format("{}, expected {}", named(text_, at_), expected), hint);
  }

  std::uint32_t column() {
    for (; counted_ < at_; ++counted_)
      characters_ += continues_character(text_[counted_]) ? 0U : 1U;
    return characters_ + 1;
  }

  void blank() {
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '\n') {
        ++line_;
        counted_ = at_ + 1;
        characters_ = 0;
      } else if (c != ' ' && c != '\t' && c != '\r') {
        return;
      }
    }
  }

  bool next_is(char c) const { return at_ < text_.size() && text_[at_] == c; }

  bool value(std::string key, std::uint64_t key_line, std::uint32_t key_column, int depth) {
    if (depth > json_depth_limit) return fault(fmt::format("nested more than {} deep", json_depth_limit));
    const std::size_t self = places_.size();
    places_.push_back({std::move(key), line_, key_line, column(), key_column, 0});
    bool good = false;
    if (next_is('{')) {
      good = object(self, depth);
    } else if (next_is('[')) {
      good = list(depth);
    } else if (next_is('"')) {
      good = string();
    } else if (at_ < text_.size() && (text_[at_] == '-' || is_digit(text_[at_]))) {
      good = number();
    } else {
      good = word();
    }
    places_[self].next = static_cast<std::uint32_t>(places_.size());
    return good;
  }

  bool object(std::size_t self, int depth) {
    ++at_;
    blank();
    if (next_is('}')) return ++at_, true;
    for (;;) {
      if (!next_is('"')) return unexpected("a member name in double quotes", comma_hint('}'));
      const std::uint64_t key_line = line_;
      const std::uint32_t key_column = column();
      const std::size_t begin = at_;
      if (!string()) return false;
      std::string key = decoded(text_.substr(begin, at_ - begin));
      report_twice(self, key, key_line, key_column);
      blank();
      if (!next_is(':')) return unexpected("a colon after the member name");
      ++at_;
      blank();
      if (!value(std::move(key), key_line, key_column, depth + 1)) return false;
      blank();
      if (next_is('}')) return ++at_, true;
      if (!next_is(',')) return unexpected("a comma or } after this member");
      ++at_;
      blank();
    }
  }

  bool list(int depth) {
    ++at_;
    blank();
    if (next_is(']')) return ++at_, true;
    for (;;) {
      if (next_is(']')) return unexpected("another value", comma_hint(']'));
      if (!value({}, 0, 0, depth + 1)) return false;
      blank();
      if (next_is(']')) return ++at_, true;
      if (!next_is(',')) return unexpected("a comma or ] after this value");
      ++at_;
      blank();
    }
  }

  std::string comma_hint(char close) const {
    if (next_is(close)) return fmt::format("take away the comma before {}", close);
    if (next_is('/')) return "JSON has no comments";
    return {};
  }

  void report_twice(std::size_t self, const std::string& key, std::uint64_t line, std::uint32_t column) {
    for (std::size_t i = self + 1; i < places_.size(); i = places_[i].next) {
      if (places_[i].key != key) continue;
      diagnostics_.error("J502", {file_, line, column, ""},
                         fmt::format("member \"{}\" is given twice, first in line {}", key, places_[i].key_line),
                         "keep one of them");
      return;
    }
  }

  static std::string decoded(std::string_view quoted) {
    const auto json = nlohmann::json::parse(quoted, nullptr, false);
    return json.is_string() ? json.get<std::string>() : std::string(quoted.substr(1, quoted.size() - 2));
  }

  bool string() {
    for (++at_; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '"') return ++at_, true;
      if (c == '\n' || c == '\r') return fault("line break inside a text, expected a closing quote", "write it as \\n");
      if (static_cast<unsigned char>(c) < 0x20) return unexpected("a text without control characters");
      if (c == '\\' && !escape()) return false;
    }
    return unexpected("a closing quote");
  }

  bool escape() {
    ++at_;
    if (at_ >= text_.size()) return unexpected("a closing quote");
    if (std::string_view("\"\\/bfnrt").find(text_[at_]) != std::string_view::npos) return true;
    if (text_[at_] != 'u') return unexpected("an escape of JSON after \\", "write a backslash as \\\\");
    for (int i = 0; i < 4; ++i) {
      ++at_;
      const bool hex =
          at_ < text_.size() &&
          (is_digit(text_[at_]) || (lower(text_.substr(at_, 1))[0] >= 'a' && lower(text_.substr(at_, 1))[0] <= 'f'));
      if (!hex) return unexpected("four hexadecimal digits after \\u");
    }
    return true;
  }

  bool digits() {
    if (at_ >= text_.size() || !is_digit(text_[at_])) return unexpected("a digit");
    while (at_ < text_.size() && is_digit(text_[at_]))
      ++at_;
    return true;
  }

  bool number() {
    const std::size_t begin = at_;
    if (next_is('-')) ++at_;
    if (next_is('0') && at_ + 1 < text_.size() && is_digit(text_[at_ + 1]))
      return fault("number with a leading zero, expected none", "put a code such as 01 in double quotes");
    if (!digits()) return false;
    if (next_is('.')) {
      ++at_;
      if (!digits()) return false;
    }
    if (next_is('e') || next_is('E')) {
      ++at_;
      if (next_is('+') || next_is('-')) ++at_;
      if (!digits()) return false;
    }
    if (parse_number(text_.substr(begin, at_ - begin))) return true;
    at_ = begin;
    return fault("number outside the range of a double");
  }

  bool word() {
    for (const std::string_view word : {"true", "false", "null"}) {
      if (text_.substr(at_).starts_with(word)) {
        at_ += word.size();
        return true;
      }
    }
    return unexpected("a value", next_is('/')    ? "JSON has no comments"
                                 : next_is('\'') ? "texts stand in double quotes"
                                 : next_is('.')  ? "write 0.5, not .5"
                                                 : "");
  }

  std::string_view text_;
  const std::string& file_;
  std::vector<JsonPlace>& places_;
  Diagnostics& diagnostics_;
  std::size_t at_ = 0, counted_ = 0;
  std::uint64_t line_ = 1;
  std::uint32_t characters_ = 0; ///< characters of the line before counted_
};

} // namespace

bool scan_json(std::string_view text, const std::string& file, std::vector<JsonPlace>& places,
               Diagnostics& diagnostics) {
  return Scanner(text, file, places, diagnostics).run();
}

Position position_of_byte(std::string_view text, const std::string& file, std::size_t byte) {
  Position where{file, 1, 1, ""};
  for (std::size_t i = 0; i < std::min(byte, text.size()); ++i) {
    if (text[i] == '\n') {
      ++where.line;
      where.column = 1;
    } else if (!continues_character(text[i])) {
      ++where.column;
    }
  }
  return where;
}

} // namespace joinedup
