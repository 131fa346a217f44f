// Whatever dialect a table is written in, reading it gives the same table as the naive reader, without any option.
#include "exports/windows_1252.hpp"
#include "support/catch.hpp"
#include "support/csv_agreement.hpp"

#include <rapidcheck.h>

using namespace joinedup;
using namespace joinedup::testing;

namespace {

/// How a table is written. Each number chooses among a few ways.
struct Manner {
  int delimiter, newline, encoding, preamble, block;
  bool quote_all, mark, footer, last_line_end;
};

std::string quoted(const std::string& cell, const Manner& manner) {
  const bool needs = cell.find_first_of(",;\t|\"\n\r") != std::string::npos || cell.starts_with(' ') ||
                     cell.ends_with(' ') || manner.quote_all;
  if (!needs) return cell;
  std::string out = "\"";
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

char delimiter_of(const Manner& manner) {
  return std::string_view(",;\t|")[static_cast<std::size_t>(manner.delimiter)];
}

std::string line_end(const Manner& manner) { return manner.newline == 0 ? "\n" : manner.newline == 1 ? "\r\n" : "\r"; }

std::string records_text(const std::vector<std::vector<std::string>>& rows, const Manner& manner,
                         const std::string& end) {
  std::string out;
  for (const auto& row : rows) {
    for (std::size_t k = 0; k < row.size(); ++k) {
      if (k > 0) out += delimiter_of(manner);
      out += quoted(row[k], manner);
    }
    out += end;
  }
  return out;
}

std::string to_windows_1252(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t length = lead < 0x80U ? 1 : lead < 0xE0U ? 2 : 3;
    for (int byte = 0; byte < 256; ++byte) {
      const char one = static_cast<char>(byte);
      if (from_windows_1252(std::string_view(&one, 1)) == text.substr(at, length)) {
        out += one;
        break;
      }
    }
    at += length;
  }
  return out;
}

std::string encoded(const std::string& text, const Manner& manner) {
  switch (manner.encoding) {
  case 1:
    return to_windows_1252(text);
  case 2:
    return (manner.mark ? "\xFF\xFE" : "") + utf16_of(text, false);
  case 3:
    return (manner.mark ? "\xFE\xFF" : "") + utf16_of(text, true);
  default:
    return (manner.mark ? "\xEF\xBB\xBF" : "") + text;
  }
}

const std::vector<std::string> cells = {"",
                                        "1",
                                        "22",
                                        "0",
                                        "ok",
                                        "Very good",
                                        " x ",
                                        "a,b",
                                        "c;d",
                                        "e\tf",
                                        "g|h",
                                        "8,5",
                                        "0.25",
                                        "1,234",
                                        "02E",
                                        "2018/19",
                                        "NA",
                                        "*",
                                        "said \"hi\" twice",
                                        "caf\xC3\xA9",
                                        "5\xE2\x80\x93"
                                        "9",
                                        "\xE2\x82\xAC"
                                        "4",
                                        "it\xE2\x80\x99s",
                                        "two\nlines",
                                        "three\r\n \nlines"};

Everything read_written(const std::string& text, const Manner& manner) {
  Reading reading;
  reading.request.keep = {"all"};
  reading.threads = {manner.block == 0 ? 1U : 2U, static_cast<std::size_t>(manner.block) * 31};
  return read_everything(text, reading);
}

void check_law(const std::vector<std::vector<std::string>>& rows, const Manner& manner) {
  const std::vector<std::string> headings = {"Respondent", "How was it?", "Caf\xC3\xA9 \xE2\x80\x93 no. 3", "last"};
  const std::string end = line_end(manner);
  std::string text = records_text({headings}, manner, end) + records_text(rows, manner, end);
  for (int line = 0; line < manner.preamble; ++line)
    text = "Report no. " + std::to_string(line) + end + text;
  if (manner.footer) text += "* small numbers removed" + end;
  if (!manner.last_line_end) text.resize(text.size() - end.size());
  const Everything fast = read_written(encoded(text, manner), manner);
  RC_ASSERT(fast.complete);
  RC_ASSERT(fast.headings == headings);
  std::vector<std::vector<std::string>> kept, expected;
  for (std::size_t row = 0; row < fast.kept.size(); ++row)
    if (fast.drop[row] == DropReason::none) kept.push_back(fast.kept[row]);
  const std::string canonical = records_text(rows, manner, "\n");
  for (const naive::Record& record : naive::records(canonical, headings.size(), delimiter_of(manner)))
    expected.push_back(record.cells);
  RC_ASSERT(kept == expected);
}

} // namespace

TEST_CASE("the same table is read from every dialect it is written in") {
  const bool holds = rc::check("dialects", [] {
    const auto pick = [](int below) { return *rc::gen::inRange(0, below); };
    Manner manner{pick(4),
                  pick(3),
                  pick(4),
                  pick(3),
                  pick(4),
                  *rc::gen::arbitrary<bool>(),
                  *rc::gen::arbitrary<bool>(),
                  *rc::gen::arbitrary<bool>(),
                  *rc::gen::arbitrary<bool>()};
    const auto count = static_cast<std::size_t>(pick(12));
    std::vector<std::vector<std::string>> rows;
    for (std::size_t k = 0; k < count; ++k) {
      rows.push_back(*rc::gen::container<std::vector<std::string>>(4, rc::gen::elementOf(cells)));
      rows.back()[0] = "R" + std::to_string(k);
      if (manner.newline != 2) continue;
      for (std::string& cell : rows.back())
        if (cell.find('\n') != std::string::npos) cell = "one line"; // a line feed in a cell would end all lines
    }
    if (manner.preamble > 0 && count == 0) manner.preamble = 0; // a table of headings alone has no usual width
    check_law(rows, manner);
  });
  CHECK(holds);
}
