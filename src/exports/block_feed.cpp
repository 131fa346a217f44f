#include "exports/block_feed.hpp"

#include <algorithm>
#include <cstring>
#include <stdexcept>

namespace joinedup {

void BlockText::reserve(std::size_t capacity) {
  if (capacity <= capacity_) return;
  auto larger = std::make_unique<char[]>(capacity + scan_padding);
  if (size > 0) std::memcpy(larger.get(), bytes_.get(), size);
  bytes_ = std::move(larger);
  capacity_ = capacity;
}

BlockFeed::BlockFeed(SurveyFile::Impl& file, std::size_t block_bytes)
    : file_(file), block_bytes_(block_bytes == 0 ? default_block : block_bytes), cutter_(file.separators()) {}

std::size_t BlockFeed::read(char* into, std::size_t room) {
  if (ahead_ < file_.read_ahead.size()) {
    const std::size_t count = std::min(room, file_.read_ahead.size() - ahead_);
    std::memcpy(into, file_.read_ahead.data() + ahead_, count);
    ahead_ += count;
    return count;
  }
  if (file_.ended) return 0;
  try {
    return file_.source->read(into, room);
  } catch (const std::runtime_error& fault) {
    failure_ = fault.what();
    return 0;
  }
}

/// Until `wanted` bytes are there; false at the end of the file.
bool BlockFeed::fill(BlockText& out, std::size_t wanted) {
  out.reserve(wanted + 1); // one for a line end that the last line lacks
  while (out.size < wanted) {
    const std::size_t got = read(out.data() + out.size, wanted - out.size);
    if (got == 0) return false;
    out.size += got;
  }
  return true;
}

void BlockFeed::give_all(BlockText& out) {
  ended_ = true;
  const char newline = file_.header.dialect.newline;
  out.reserve(out.size + 1);
  if (out.size > 0 && out.data()[out.size - 1] != newline) out.data()[out.size++] = newline;
}

bool BlockFeed::one_block() const { return file_.ended && file_.read_ahead.size() - ahead_ < block_bytes_; }

bool BlockFeed::next(BlockText& out) {
  if (!gather(out)) return false;
  out.offset = file_.first_byte + handed_out_;
  handed_out_ += out.size;
  return true;
}

bool BlockFeed::gather(BlockText& out) {
  if (ended_) return false;
  out.size = 0;
  out.reserve(std::max(block_bytes_, carry_.size()) + 1);
  if (!carry_.empty()) std::memcpy(out.data(), carry_.data(), carry_.size());
  out.size = carry_.size();
  carry_.clear();
  for (std::size_t wanted = std::max(block_bytes_, out.size + 1);; wanted *= 2) {
    if (!fill(out, wanted)) {
      if (!failure_.empty()) return false;
      give_all(out);
      return out.size > 0;
    }
    const std::size_t cut = cutter_.cut(out.view());
    if (cut > 0) {
      carry_.assign(out.data() + cut, out.size - cut);
      out.size = cut;
      return true;
    }
    if (out.size < longest_record) continue;
    give_all(out);
    failure_ = "one record is longer than 64 MiB: a quote may be open";
    return true;
  }
}

} // namespace joinedup
