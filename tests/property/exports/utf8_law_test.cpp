#include "exports/block_table.hpp"
#include "exports/count_codes.hpp"
#include "exports/utf8.hpp"
#include "support/catch.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace joinedup;

namespace {

/// Pieces of text, most of them well formed.
std::string some_text(std::size_t pieces, bool bad_ones) {
  const std::vector<std::string> bad = {"\xC3",
                                        "\x80",
                                        "\xFF",
                                        "\xE2\x82",
                                        "\xC0\xAF",
                                        "\xED\xA0\x80",
                                        "\xF4\x90\x80\x80",
                                        "\xF0\x80\x80\x80",
                                        std::string(1, '\0')};
  std::string out;
  for (std::size_t k = 0; k < pieces; ++k) {
    const int kind = *rc::gen::inRange(0, 12);
    if (kind < 6)
      out.append(*rc::gen::inRange<std::size_t>(1, 40), 'x');
    else if (kind < 11)
      append_utf8(*rc::gen::elementOf(std::vector<unsigned>{0xA3, 0x2019, 0x7FF, 0x800, 0xFFFD, 0x1F600, 0x10FFFF}),
                  out);
    else if (bad_ones)
      out += *rc::gen::elementOf(bad);
  }
  return out;
}

} // namespace

TEST_CASE("texts validated 32 bytes at a time are those that the byte by byte reader accepts") {
  CHECK(rc::check([] {
    const std::string text = some_text(*rc::gen::inRange<std::size_t>(0, 12), true);
    RC_ASSERT(is_well_formed(text) == (first_bad_byte(text) == std::string_view::npos));
  }));
}

TEST_CASE("every two bytes in a row, before and after every kind of neighbour, are judged alike") {
  const std::vector<std::string> around = {"", "a", "\xC3\xA9", "\xE2\x82", "\xF0\x9F\x98", "\x80"};
  std::size_t differences = 0;
  for (int first = 0; first < 256; ++first)
    for (int second = 0; second < 256; ++second)
      for (const std::string& before : around)
        for (const std::string& after : around) {
          const std::string text = before + static_cast<char>(first) + static_cast<char>(second) + after;
          differences += is_well_formed(text) == (first_bad_byte(text) == std::string_view::npos) ? 0U : 1U;
        }
  CHECK(differences == 0);
}

TEST_CASE("the records that hold bytes of no text are found, wherever they lie in the 64 byte steps of the scan") {
  CHECK(rc::check([] {
    std::string text;
    std::vector<std::uint32_t> expected;
    const auto records = *rc::gen::inRange<std::uint32_t>(1, 12);
    for (std::uint32_t row = 0; row < records; ++row) {
      const std::string record = "r," + some_text(*rc::gen::inRange<std::size_t>(1, 8), true);
      if (first_bad_byte(record) != std::string_view::npos) expected.push_back(row);
      text += record + "\n";
    }
    const std::size_t size = text.size();
    text.append(scan_padding, '\xFF'); // what follows must not matter
    BlockTable table;
    TableShape shape;
    shape.columns = 2;
    table.read(std::string_view(text).substr(0, size), shape);
    std::vector<std::uint32_t> found;
    for (const RecordFault& fault : table.faults())
      found.push_back(fault.row);
    RC_ASSERT(found == expected);
  }));
}

TEST_CASE("codes are counted as a loop counts them") {
  CHECK(rc::check([](const std::vector<AnswerCode>& some) {
    std::vector<AnswerCode> codes = some;
    for (int again = 0; again < 3; ++again) // answers and reasons are rare among all integers
      codes.insert(codes.end(), {answer::missing, 3, answer::first_valid, answer::catch_all});
    const auto answers = static_cast<std::uint64_t>(std::count_if(codes.begin(), codes.end(), is_answer));
    RC_ASSERT(count_answers(codes) == answers);
    RC_ASSERT(count_equal(codes, answer::missing) ==
              static_cast<std::uint64_t>(std::count(codes.begin(), codes.end(), answer::missing)));
  }));
  const std::vector<AnswerCode> many(200000, AnswerCode{2}); // more than a narrow counter holds
  CHECK(count_answers(many) == many.size());
  CHECK(count_equal(many, 2) == many.size());
}
