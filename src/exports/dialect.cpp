#include "exports/dialect.hpp"

#include "base/text.hpp"
#include "exports/field_counts.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace joinedup {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::array<char, 4> delimiters = {',', ';', '\t', '|'};
class Finder {
public:
  Finder(std::string_view text, bool whole, const std::string& name, const ReaderOptions& options, Diagnostics& d)
      : text_(text), whole_(whole), name_(name), options_(options), diagnostics_(d) {}

  Beginning run() {
    if (text_.starts_with(byte_order_mark)) {
      dialect().byte_order_mark = true;
      at_ = byte_order_mark.size();
      say("a UTF-8 byte order mark is at the beginning");
    }
    find_newline();
    for (int line = 0; line < options_.skip.value_or(0); ++line)
      skip_line();
    read_sep_line();
    skip_blank_lines();
    find_delimiter();
    place_header();
    return out_;
  }

  Beginning run_with(Separators known) {
    dialect().delimiter = known.delimiter;
    dialect().newline = known.newline;
    for (int line = 0; line < options_.skip.value_or(0); ++line)
      skip_line();
    skip_blank_lines();
    counts_ = count_fields(text_.substr(at_), known);
    place_header();
    return out_;
  }

private:
  Dialect& dialect() { return out_.dialect; }
  void say(std::string text) { dialect().evidence.push_back(std::move(text)); }

  void find_newline() {
    const std::size_t feeds = static_cast<std::size_t>(std::count(text_.begin(), text_.end(), '\n'));
    const std::size_t returns = static_cast<std::size_t>(std::count(text_.begin(), text_.end(), '\r'));
    if (feeds == 0 && returns > 0) {
      dialect().newline = '\r';
      say("lines end in CR alone");
      return;
    }
    std::size_t both = 0;
    for (std::size_t at = text_.find("\r\n"); at != std::string_view::npos; at = text_.find("\r\n", at + 2))
      ++both;
    dialect().crlf = both * 2 > feeds;
    const std::size_t last_alone = text_.ends_with('\n') && !text_.ends_with("\r\n") ? 1 : 0; // of an unended last line
    say(both == 0                         ? "lines end in LF"
        : both == feeds - last_alone      ? "lines end in CR LF"
        : feeds_alone_are_within_quotes() ? "lines end in CR LF, and in LF within quotes"
                                          : "lines end in LF and in CR LF, mixed");
  }

  /// A break that a respondent typed into an answer ends no line.
  bool feeds_alone_are_within_quotes() const {
    bool within = false;
    for (std::size_t at = 0; at + 1 < text_.size(); ++at) {
      if (text_[at] == '"') within = !within;
      if (text_[at] == '\n' && !within && (at == 0 || text_[at - 1] != '\r')) return false;
    }
    return true;
  }

  std::string_view line() const {
    const std::size_t end = text_.find(dialect_newline(), at_);
    return text_.substr(at_, end == std::string_view::npos ? std::string_view::npos : end - at_);
  }
  char dialect_newline() const { return out_.dialect.newline; }

  void skip_line() {
    const std::size_t end = text_.find(dialect_newline(), at_);
    if (end == std::string_view::npos) {
      at_ = text_.size();
      return;
    }
    at_ = end + 1;
    ++dialect().header_line;
  }

  void skip_blank_lines() {
    while (at_ < text_.size() && line().find_first_not_of(" \t\r,;|") == std::string_view::npos)
      skip_line();
  }

  /// `sep=;` is an instruction to a spreadsheet, not data.
  void read_sep_line() {
    const std::string_view first = trim(line().ends_with("\t") ? line() : trim(line()));
    const std::string_view raw = line();
    if (!lower(first).starts_with("sep=") || first.size() > 5) return;
    const char given = first.size() == 5 ? first[4] : raw.find('\t') != std::string_view::npos ? '\t' : '\0';
    if (std::find(delimiters.begin(), delimiters.end(), given) == delimiters.end()) return;
    sep_ = given;
    skip_line();
    say("the first line, sep=, names the delimiter");
  }

  void find_delimiter() {
    if (!options_.delimiter.empty()) {
      dialect().delimiter = delimiter_named(options_.delimiter);
      if (dialect().delimiter == '\0') {
        dialect().delimiter = ',';
        diagnostics_.error(
            "J116", {}, fmt::format("--delimiter {}: comma, semicolon, tab or pipe was expected", options_.delimiter));
      }
    } else if (sep_ != '\0') {
      dialect().delimiter = sep_;
    } else {
      guess_delimiter();
      return;
    }
    counts_ = count_fields(text_.substr(at_), {dialect().delimiter, dialect().newline});
    say(fmt::format("the delimiter is {}, as given", delimiter_words(dialect().delimiter)));
  }

  void guess_delimiter() {
    double best = 0;
    for (const char candidate : delimiters) {
      FieldCounts counts = count_fields(text_.substr(at_), {candidate, dialect().newline});
      const double score = counts.share == 0 ? 0 : counts.share + (counts.first == 0 ? 0.5 : 0.0);
      if (score < best || (score == best && counts.usual <= counts_.usual)) continue;
      best = score;
      dialect().delimiter = candidate;
      counts_ = std::move(counts);
    }
    if (best == 0) {
      counts_ = count_fields(text_.substr(at_), {',', dialect().newline});
      say("no delimiter was found: the file has one column");
    } else {
      say(fmt::format("the delimiter is {}: {} of the first {} records have {} fields",
                      delimiter_words(dialect().delimiter),
                      std::count(counts_.fields.begin(), counts_.fields.end(), counts_.usual), counts_.fields.size(),
                      counts_.usual));
    }
  }

  /// Titles and notes of a report stand above the headings of its table.
  void place_header() {
    const Separators separators{dialect().delimiter, dialect().newline};
    const std::size_t above = options_.skip ? 0 : above_headings(text_.substr(at_), separators, counts_);
    if (above > 0) {
      const std::string_view titles = text_.substr(at_, above);
      dialect().header_line += static_cast<std::uint64_t>(std::count(titles.begin(), titles.end(), dialect().newline));
      at_ += above;
      skip_blank_lines();
      diagnostics_.note(
          "J217", {name_, dialect().header_line, 0, ""},
          fmt::format("the headings are on line {}: what stands above was skipped", dialect().header_line),
          "--skip 0 takes the first line as headings");
      say(fmt::format("the headings are on line {}, below lines with fewer cells than the table",
                      dialect().header_line));
    }
    if (at_ >= text_.size()) {
      out_.complete = whole_;
      if (whole_)
        diagnostics_.error("J201", {name_, 0, 0, ""}, "no line of headings was found",
                           "check --skip, and that the file is the one you meant");
    }
    out_.header_at = at_;
  }

  std::string_view text_;
  bool whole_;
  const std::string& name_;
  const ReaderOptions& options_;
  Diagnostics& diagnostics_;
  Beginning out_;
  std::size_t at_ = 0;
  char sep_ = '\0';
  FieldCounts counts_;
};

} // namespace

char delimiter_named(std::string_view name) {
  const std::string word = lower(name);
  if (name == "," || word == "comma") return ',';
  if (name == ";" || word == "semicolon") return ';';
  if (name == "\t" || name == "\\t" || word == "tab") return '\t';
  if (name == "|" || word == "pipe") return '|';
  return '\0';
}

std::string_view delimiter_words(char delimiter) {
  return delimiter == ',' ? "a comma" : delimiter == ';' ? "a semicolon" : delimiter == '\t' ? "a tab" : "a pipe";
}

Beginning find_beginning(std::string_view text, bool whole, const std::string& name, const ReaderOptions& options,
                         Diagnostics& diagnostics) {
  return Finder(text, whole, name, options, diagnostics).run();
}

Beginning find_beginning_of_table(std::string_view text, bool whole, const std::string& name,
                                  const ReaderOptions& options, Separators known, Diagnostics& diagnostics) {
  return Finder(text, whole, name, options, diagnostics).run_with(known);
}

} // namespace joinedup
