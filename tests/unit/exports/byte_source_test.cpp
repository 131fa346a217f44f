#include "exports/byte_source.hpp"
#include "support/catch.hpp"

#include <stdexcept>
#include <string>
#include <zlib.h>

using namespace joinedup;

namespace {

std::string gzip(const std::string& text) {
  std::string out(text.size() + 100, '\0');
  z_stream stream{};
  REQUIRE(deflateInit2(&stream, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string in = text;
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string all_of(ByteSource& source, std::size_t step) {
  std::string out, part(step, '\0');
  while (const std::size_t got = source.read(part.data(), step))
    out.append(part, 0, got);
  return out;
}

std::string read(const std::string& bytes, std::size_t step = 7) {
  return all_of(*decompressed(text_source(bytes)), step);
}

} // namespace

TEST_CASE("plain bytes pass through and gzip is inflated") {
  CHECK(read("") == "");
  CHECK(read("x") == "x");
  CHECK(read("plain text") == "plain text");
  const std::string text = "id,fft\n1,2\n" + std::string(100000, 'z');
  CHECK(read(gzip(text), 4096) == text);
}

TEST_CASE("several gzip members and padding after them are one text") {
  CHECK(read(gzip("one ") + gzip("") + gzip("two")) == "one two");
  CHECK(read(gzip("one") + std::string(512, '\0')) == "one");
}

TEST_CASE("a gzip file that is cut short or damaged is an error") {
  const std::string whole = gzip(std::string(5000, 'a') + "end");
  CHECK_THROWS_AS(read(whole.substr(0, whole.size() - 6)), std::runtime_error);
  CHECK_THROWS_AS(read(whole + "rubbish"), std::runtime_error);
  std::string damaged = whole;
  damaged[damaged.size() - 6] = static_cast<char>(damaged[damaged.size() - 6] ^ 1);
  CHECK_THROWS_AS(read(damaged), std::runtime_error);
}

TEST_CASE("a file that is not there is no source") { CHECK(open_file("/no/such/file") == nullptr); }
