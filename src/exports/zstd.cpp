#include "exports/zstd.hpp"

#include <stdexcept>
#include <zstd.h>

namespace joinedup {

struct ZstdReader::Impl {
  ByteSource& inner;
  std::string input;
  ZSTD_inBuffer rest{};
  std::unique_ptr<ZSTD_DCtx, std::size_t (*)(ZSTD_DCtx*)> stream{ZSTD_createDCtx(), ZSTD_freeDCtx};
  bool in_frame = false;

  Impl(ByteSource& source, std::string head) : inner(source), input(std::move(head)) {
    if (!stream) throw std::runtime_error("zstd: out of memory");
    ZSTD_DCtx_setParameter(stream.get(), ZSTD_d_windowLogMax, 27);
    rest = {input.data(), input.size(), 0};
  }

  bool refill() {
    input.resize(ZSTD_DStreamInSize());
    input.resize(inner.read(input.data(), input.size()));
    rest = {input.data(), input.size(), 0};
    return rest.size > 0;
  }
};

ZstdReader::ZstdReader(ByteSource& inner, std::string head) : impl_(std::make_unique<Impl>(inner, std::move(head))) {}
ZstdReader::~ZstdReader() = default;

std::size_t ZstdReader::read(char* into, std::size_t room) {
  ZSTD_outBuffer out{into, room, 0};
  while (out.pos == 0 && room > 0) {
    if (impl_->rest.pos == impl_->rest.size && !impl_->refill()) {
      if (impl_->in_frame) throw std::runtime_error("zstd: the file ends too soon");
      return 0;
    }
    // Asking for output once more costs little; what a frame holds back comes out before its end is told.
    const std::size_t state = ZSTD_decompressStream(impl_->stream.get(), &out, &impl_->rest);
    if (ZSTD_isError(state)) throw std::runtime_error("zstd: the data are damaged");
    impl_->in_frame = state != 0;
  }
  return out.pos;
}

} // namespace joinedup
