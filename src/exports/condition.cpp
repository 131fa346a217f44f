#include "exports/condition.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {

namespace {

enum class TokenKind : std::uint8_t { word, quoted, column, symbol, end };

struct Token {
  TokenKind kind = TokenKind::end;
  std::string text;
  std::uint32_t at = 1; ///< character from 1
};

constexpr std::uint32_t deepest = 200; ///< parentheses in parentheses

/// A number in digits, sign and point. With an exponent it is a text: 5E1 and 10E are codes of organisations.
std::optional<double> plain_number(std::string_view text) {
  return text.find_first_not_of("0123456789.+-") == std::string_view::npos ? parse_number(text) : std::nullopt;
}

class Parser {
public:
  Parser(std::string_view text, const Headings& headings, Diagnostics& diagnostics)
      : text_(text), headings_(headings), diagnostics_(diagnostics) {
    next();
  }

  std::shared_ptr<const Condition> run() {
    auto whole = expression(0);
    if (!failed_ && token_.kind != TokenKind::end) fail("\"and\", \"or\" or the end");
    if (failed_) return nullptr;
    return std::make_shared<const Condition>(std::move(whole));
  }

private:
  void fail(std::string_view expected) {
    if (!failed_)
      diagnostics_.error("J109", {"--where", 1, token_.at, ""},
                         fmt::format("{} was expected at character {}", expected, token_.at),
                         "for example: wave = 2 and (age >= 65 or sex in (F, X))");
    failed_ = true;
    token_ = {TokenKind::end, "", token_.at};
    at_ = text_.size();
  }

  static bool in_word(char c) {
    return c != ' ' && c != '\t' && c != '\n' && c != '\r' &&
           std::string_view("()=!<>,'\"[]").find(c) == std::string_view::npos;
  }

  void next() {
    while (at_ < text_.size() && (text_[at_] == ' ' || (text_[at_] >= '\t' && text_[at_] <= '\r')))
      ++at_;
    token_ = {TokenKind::end, "", static_cast<std::uint32_t>(at_ + 1)};
    if (at_ == text_.size()) return;
    const char c = text_[at_];
    if (c == '\'' || c == '"' || c == '[') return enclosed(c == '[' ? ']' : c);
    const std::size_t from = at_;
    if (in_word(c)) {
      while (at_ < text_.size() && in_word(text_[at_]))
        ++at_;
      token_.kind = TokenKind::word;
    } else {
      ++at_;
      if (at_ < text_.size() && text_[at_] == '=' && (c == '!' || c == '<' || c == '>' || c == '=')) ++at_;
      token_.kind = TokenKind::symbol;
    }
    token_.text = text_.substr(from, at_ - from);
  }

  void enclosed(char close) {
    token_.kind = close == ']' ? TokenKind::column : TokenKind::quoted;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] != close) {
        token_.text += text_[at_];
      } else if (at_ + 1 < text_.size() && text_[at_ + 1] == close) {
        token_.text += close;
        ++at_;
      } else {
        ++at_;
        return;
      }
    }
    fail(close == ']' ? "a closing bracket for the one" : "a closing quote for the one");
  }

  bool is_word(std::string_view word) const {
    return token_.kind == TokenKind::word && equal_ignoring_case(token_.text, word);
  }
  bool is_symbol(std::string_view text) const { return token_.kind == TokenKind::symbol && token_.text == text; }

  Condition expression(std::uint32_t depth) { return list("or", Condition::Kind::any_of, depth); }

  Condition list(std::string_view word, Condition::Kind kind, std::uint32_t depth) {
    const auto part = [&] {
      return kind == Condition::Kind::any_of ? list("and", Condition::Kind::all_of, depth) : factor(depth);
    };
    Condition first = part();
    if (!is_word(word)) return first;
    Condition all;
    all.kind = kind;
    all.parts.push_back(std::move(first));
    while (is_word(word)) {
      next();
      all.parts.push_back(part());
    }
    return all;
  }

  Condition factor(std::uint32_t depth) {
    Condition out;
    if (depth > deepest) {
      fail("a simpler expression");
    } else if (is_word("not")) {
      next();
      out.kind = Condition::Kind::negation;
      out.parts.push_back(factor(depth + 1));
    } else if (is_symbol("(")) {
      next();
      out = expression(depth + 1);
      if (!is_symbol(")")) fail("a closing parenthesis");
      next();
    } else {
      out = comparison();
    }
    return out;
  }

  Condition comparison() {
    Condition out;
    if (token_.kind == TokenKind::symbol || token_.kind == TokenKind::end) {
      fail("a column");
      return out;
    }
    const Position where{"--where", 1, token_.at, ""};
    if (const auto column = headings_.find(token_.text, "--where", where, diagnostics_))
      out.column = *column;
    else
      failed_ = true;
    next();
    const bool negated = is_word("not") || is_symbol("!=");
    if (is_word("not")) next();
    if (is_word("in")) {
      next();
      list_of_values(out);
    } else {
      compare(out);
    }
    if (!negated) return out;
    Condition negation;
    negation.kind = Condition::Kind::negation;
    negation.parts.push_back(std::move(out));
    return negation;
  }

  void compare(Condition& out) {
    using Kind = Condition::Kind;
    if (is_symbol("=") || is_symbol("==") || is_symbol("!="))
      out.kind = Kind::equal;
    else if (is_symbol("<"))
      out.kind = Kind::less;
    else if (is_symbol("<="))
      out.kind = Kind::less_equal;
    else if (is_symbol(">"))
      out.kind = Kind::greater;
    else if (is_symbol(">="))
      out.kind = Kind::greater_equal;
    else
      return fail("one of = != < <= > >= in");
    next();
    value(out);
  }

  void list_of_values(Condition& out) {
    if (!is_symbol("(")) return fail("a list of values in parentheses");
    do {
      next();
      value(out);
    } while (is_symbol(","));
    if (!is_symbol(")")) return fail("a comma or a closing parenthesis");
    next();
  }

  void value(Condition& out) {
    if (token_.kind != TokenKind::word && token_.kind != TokenKind::quoted) return fail("a value");
    out.values.push_back({token_.text, plain_number(token_.text)});
    next();
  }

  std::string_view text_;
  const Headings& headings_;
  Diagnostics& diagnostics_;
  std::size_t at_ = 0;
  Token token_;
  bool failed_ = false;
};

bool equal(std::string_view text, const Condition::Value& value) {
  if (text == value.text) return true;
  if (!value.number) return false;
  const auto number = plain_number(text);
  return number && *number == *value.number;
}

/// -1, 0 or 1; nothing when the two cannot be put in order.
std::optional<int> order(std::string_view text, const Condition::Value& value) {
  if (text.empty()) return std::nullopt;
  if (!value.number) return text < std::string_view(value.text) ? -1 : text == value.text ? 0 : 1;
  const auto number = plain_number(text);
  if (!number) return std::nullopt;
  return *number < *value.number ? -1 : *number > *value.number ? 1 : 0;
}

} // namespace

std::shared_ptr<const Condition> parse_condition(std::string_view expression, const Headings& headings,
                                                 Diagnostics& diagnostics) {
  return Parser(expression, headings, diagnostics).run();
}

bool holds(const Condition& condition, const std::function<std::string_view(std::uint32_t)>& cell,
           const std::function<void(std::uint32_t)>& not_in_order) {
  using Kind = Condition::Kind;
  const auto part_holds = [&](const Condition& part) { return holds(part, cell, not_in_order); };
  switch (condition.kind) {
  case Kind::any_of:
    return std::any_of(condition.parts.begin(), condition.parts.end(), part_holds);
  case Kind::all_of:
    return std::all_of(condition.parts.begin(), condition.parts.end(), part_holds);
  case Kind::negation:
    return !holds(condition.parts.front(), cell, not_in_order);
  default:
    break;
  }
  const std::string_view text = cell(condition.column);
  if (condition.kind == Kind::equal)
    return std::any_of(condition.values.begin(), condition.values.end(), [&](const auto& v) { return equal(text, v); });
  const auto way = order(text, condition.values.front());
  if (!way) {
    if (!text.empty() && not_in_order) not_in_order(condition.column);
    return false;
  }
  switch (condition.kind) {
  case Kind::less:
    return *way < 0;
  case Kind::less_equal:
    return *way <= 0;
  case Kind::greater:
    return *way > 0;
  default:
    return *way >= 0;
  }
}

} // namespace joinedup
