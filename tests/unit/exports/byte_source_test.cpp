#include "exports/byte_source.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <zlib.h>
#include <zstd.h>

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

namespace {

std::string zstd(const std::string& text) {
  std::string out(ZSTD_compressBound(text.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), text.data(), text.size(), 3));
  return out;
}

/// The same bytes again and again, up to `total`.
class Repeated : public ByteSource {
public:
  Repeated(std::string part, std::uint64_t times) : part_(std::move(part)), left_(part_.size() * times) {}
  std::size_t read(char* into, std::size_t room) override {
    const std::size_t count = std::min<std::size_t>({room, part_.size() - at_, left_});
    std::copy_n(part_.data() + at_, count, into);
    at_ = (at_ + count) % part_.size();
    left_ -= count;
    return count;
  }

private:
  std::string part_;
  std::uint64_t left_;
  std::size_t at_ = 0;
};

} // namespace

TEST_CASE("Zstandard is unpacked, several frames and skippable ones too") {
  const std::string text = "id,fft\n1,2\n" + std::string(300000, 'z');
  CHECK(read(zstd(text), 4096) == text);
  CHECK(read(zstd("one ") + zstd("") + zstd("two")) == "one two");
  const std::string skipped = std::string("\x50\x2A\x4D\x18\x03\x00\x00\x00", 8) + "abc";
  CHECK(read(skipped + zstd("text") + skipped) == "text");
}

TEST_CASE("a Zstandard file that is cut short or damaged is an error") {
  const std::string whole = zstd(std::string(5000, 'a') + "end");
  for (std::size_t length = 4; length < whole.size(); ++length)
    CHECK_THROWS_AS(read(whole.substr(0, length)), std::runtime_error);
  CHECK_THROWS_AS(read(whole + "rubbish"), std::runtime_error);
  std::string damaged = whole;
  damaged[5] = static_cast<char>(damaged[5] ^ 0x55);
  CHECK_THROWS_AS(read(damaged), std::runtime_error);
}

TEST_CASE("a packed file that unpacks to more than a thousand times its size is given up") {
  // Frames of 16 MB each in some 530 bytes.
  const auto source = decompressed(std::make_unique<Repeated>(zstd(std::string(16U << 20, '\0')), 1000));
  std::string part(1U << 20, '\0');
  std::uint64_t total = 0;
  CHECK_THROWS_AS(
      [&] {
        while (const std::size_t got = source->read(part.data(), part.size()))
          total += got;
      }(),
      std::runtime_error);
  CHECK(total < (std::uint64_t{3} << 30));
}
