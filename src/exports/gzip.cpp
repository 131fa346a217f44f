#include "exports/gzip.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <zlib.h>

namespace joinedup {

namespace {
constexpr std::size_t chunk = 128 * 1024;
constexpr int gzip_only = 16 + MAX_WBITS; // window size, plus 16: a gzip header is expected
} // namespace

struct GzipReader::Impl {
  ByteSource& inner;
  std::string input;
  z_stream stream{};
  bool in_member = true, ended = false;

  Impl(ByteSource& source, std::string head) : inner(source), input(std::move(head)) {
    point();
    if (inflateInit2(&stream, gzip_only) != Z_OK) throw std::runtime_error("gzip: out of memory");
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() { inflateEnd(&stream); }

  void point() {
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
  }

  bool refill() {
    input.resize(chunk);
    input.resize(inner.read(input.data(), chunk));
    point();
    return stream.avail_in > 0;
  }

  /// After a member: another one, padding with zeros, or the end.
  void next_member() {
    for (;;) {
      if (stream.avail_in == 0 && !refill()) {
        ended = true;
        return;
      }
      if (*stream.next_in != 0) break;
      ++stream.next_in;
      --stream.avail_in;
    }
    if (inflateReset(&stream) != Z_OK) throw std::runtime_error("gzip: the data are damaged");
    in_member = true;
  }
};

GzipReader::GzipReader(ByteSource& inner, std::string head) : impl_(std::make_unique<Impl>(inner, std::move(head))) {}
GzipReader::~GzipReader() = default;

std::size_t GzipReader::read(char* into, std::size_t room) {
  z_stream& stream = impl_->stream;
  const auto wanted = static_cast<uInt>(std::min<std::size_t>(room, std::numeric_limits<uInt>::max()));
  stream.next_out = reinterpret_cast<Bytef*>(into);
  stream.avail_out = wanted;
  while (stream.avail_out == wanted && !impl_->ended) {
    if (!impl_->in_member) {
      impl_->next_member();
      continue;
    }
    if (stream.avail_in == 0 && !impl_->refill()) throw std::runtime_error("gzip: the file ends too soon");
    const int state = inflate(&stream, Z_NO_FLUSH);
    if (state == Z_STREAM_END)
      impl_->in_member = false;
    else if (state != Z_OK && state != Z_BUF_ERROR)
      throw std::runtime_error("gzip: the data are damaged");
  }
  return wanted - stream.avail_out;
}

} // namespace joinedup
