#include "exports/text_encoding.hpp"
#include "support/catch.hpp"
#include "support/csv_agreement.hpp"

using namespace joinedup;
using namespace joinedup::testing;

namespace {

Everything read(const std::string& text, ReaderOptions options = {}) {
  Reading reading;
  reading.request.keep = {"all"};
  reading.options = std::move(options);
  return read_everything(text, reading);
}

ReaderOptions encoded(std::string name, std::string errors = {}) {
  ReaderOptions out;
  out.encoding = std::move(name);
  out.encoding_errors = std::move(errors);
  return out;
}

using Rows = std::vector<std::vector<std::string>>;

/// A byte a call: pieces cut wherever they can be.
struct Dribble : ByteSource {
  std::string text;
  std::size_t at = 0;
  explicit Dribble(std::string all) : text(std::move(all)) {}
  std::size_t read(char* into, std::size_t) override {
    if (at == text.size()) return 0;
    *into = text[at++];
    return 1;
  }
};

std::string all_of(ByteSource& source) {
  std::string out;
  char part[7];
  while (const std::size_t got = source.read(part, sizeof part))
    out.append(part, got);
  return out;
}

} // namespace

TEST_CASE("UTF-16 is known by its byte order mark or by NUL bytes at every other place") {
  CHECK(find_encoding("\xFF\xFE"
                      "a")
            .encoding == Encoding::utf16le);
  CHECK(find_encoding("\xFE\xFF").marked);
  CHECK(find_encoding(utf16_of("id,answer\n", false)).encoding == Encoding::utf16le);
  CHECK(find_encoding(utf16_of("id,answer\n", true)).encoding == Encoding::utf16be);
  CHECK(find_encoding("id,answer\n").encoding == Encoding::utf8);
  CHECK(find_encoding("caf\xE9 in town\n").encoding == Encoding::windows_1252);
  // by chance two of 42 bytes above ASCII are one character of UTF-8; of four bytes they are no chance
  std::string names;
  for (int n = 0; n < 40; ++n)
    names += "caf\xE9, ";
  CHECK(find_encoding(names + "\xC2\xA3 a day\n").encoding == Encoding::windows_1252);
  CHECK(find_encoding("caf\xE9, caf\xE9, \xC2\xA3 a day\n").encoding == Encoding::utf8);
  const std::string one_nul("id,an\0swer\n1,2\n", 15);
  CHECK(find_encoding(one_nul).encoding == Encoding::utf8);
}

TEST_CASE("UTF-16 of both byte orders is read as the text it is") {
  // U+1F600 is the pair D83D DE00 (The Unicode Standard, section 3.9, table 3-5 by the same arithmetic).
  const std::string bytes("\x3D\xD8\x00\xDE", 4);
  auto source = as_utf8(text_source(bytes), Encoding::utf16le);
  CHECK(all_of(*source) == "\xF0\x9F\x98\x80");
  const std::string text = "id,comment\n1,caf\xC3\xA9 \xE2\x80\x93 \xF0\x9F\x98\x80\n2,\"a\nb\"\n";
  for (const bool big : {false, true}) {
    const Everything all = read(utf16_of(text, big));
    CHECK(all.kept == Rows{{"1", "caf\xC3\xA9 \xE2\x80\x93 \xF0\x9F\x98\x80"}, {"2", "a\nb"}});
    CHECK(all.dialect.encoding == (big ? "UTF-16BE" : "UTF-16LE"));
    CHECK(all.diagnostics.count("J241") == 1);
    const Everything marked = read((big ? "\xFE\xFF" : "\xFF\xFE") + utf16_of(text, big));
    CHECK(marked.kept == all.kept);
    CHECK(marked.dialect.byte_order_mark);
    CHECK(marked.diagnostics.empty());
    auto pieces = as_utf8(std::make_unique<Dribble>(utf16_of(text, big)), big ? Encoding::utf16be : Encoding::utf16le);
    CHECK(all_of(*pieces) == text);
  }
}

TEST_CASE("half a pair and an odd byte of UTF-16 are faults of their record") {
  std::string text = utf16_of("id,comment\n1,x\n2,", false);
  text += std::string("\x3D\xD8", 2) + utf16_of("\n3,y", false) + "z";
  const Everything all = read(text, encoded("utf-16le"));
  CHECK(all.said().find("survey.csv:3:2: error[J206]") != std::string::npos);
  CHECK(all.said().find("survey.csv:4:2: error[J206]") != std::string::npos);
  CHECK(all.kept[0] == std::vector<std::string>{"1", "x"});
}

TEST_CASE("an encoding that is given is not guessed") {
  CHECK(read("id,c\n1,\xC3\xA9\n", encoded("windows-1252")).kept[0][1] == "\xC3\x83\xC2\xA9");
  CHECK(read("id,c\n1,\xE9\n", encoded("windows-1252")).diagnostics.count("J220") == 0);
  CHECK(read(utf16_of("id,c\n1,x\n", true), encoded("utf-16be")).kept == Rows{{"1", "x"}});
}

TEST_CASE("Windows-1252 is found where the first accent stands far down") {
  std::string text = "id,comment\n";
  for (int k = 0; k < 60'000; ++k)
    text += "17,plain words only\n";
  text += "18,caf\xE9 in the evening\n";
  const Everything all = read(text);
  CHECK(all.dialect.encoding == "Windows-1252");
  CHECK(all.kept.back()[1] == "caf\xC3\xA9 in the evening");
}

TEST_CASE("bytes that are no text stop the run or are replaced and counted") {
  const std::string mixed = "id,comment\n1,caf\xC3\xA9\n2,caf\xE9 !\n3,\x93quoted\x94\n";
  CHECK(read(mixed).said().find("survey.csv:3:2: error[J206]: [comment] byte 0xE9") != std::string::npos);
  const Everything all = read(mixed, encoded("", "replace"));
  CHECK(all.kept[0][1] == "caf\xC3\xA9");
  CHECK(all.kept[1][1] == "caf\xEF\xBF\xBD !");
  CHECK(all.kept[2][1] == "\xEF\xBF\xBDquoted\xEF\xBF\xBD");
  CHECK(all.said().find("survey.csv:3: warning[J242]: 3 bytes are no text and were replaced") != std::string::npos);
  auto replaced = std::make_shared<ReplacedBytes>();
  auto pieces = with_replacements(std::make_unique<Dribble>("caf\xC3\xA9 \xE2\x80\x93\xE2\x80"), replaced);
  CHECK(all_of(*pieces) == "caf\xC3\xA9 \xE2\x80\x93\xEF\xBF\xBD\xEF\xBF\xBD");
  CHECK(replaced->count == 2);
}

TEST_CASE("text that was encoded twice is warned about with its cell") {
  const Everything all = read("id,comment\n1,caf\xC3\x83\xC2\xA9\n2,\xC3\x83 propos\n3,\xC3\x82\xC2\xA3"
                              "5\n4,\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2\n");
  CHECK(all.said().find("survey.csv:2:2: warning[J240]: [comment]") != std::string::npos);
  CHECK(all.diagnostics.count("J240") == 3);
  CHECK(read("id,comment\n1,caf\xC3\xA9 \xC3\x82ge \xC3\xA2me\n").diagnostics.count("J240") == 0);
}
