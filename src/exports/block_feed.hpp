// Hands a file out in blocks of whole records.
#pragma once

#include "exports/record_cut.hpp"
#include "exports/survey_file_impl.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace joinedup {

/// Text of one block; readable scan_padding bytes beyond its end. Used again and again.
class BlockText {
public:
  char* data() { return bytes_.get(); }
  std::string_view view() const { return {bytes_.get(), size}; }
  /// Room for `capacity` bytes and the padding; keeps what is there.
  void reserve(std::size_t capacity);

  std::size_t size = 0;
  std::uint64_t offset = 0; ///< of the first byte in the text of the file

private:
  std::unique_ptr<char[]> bytes_;
  std::size_t capacity_ = 0;
};

class BlockFeed {
public:
  static constexpr std::size_t default_block = 128 * 1024;
  static constexpr std::size_t longest_record = 64 * 1024 * 1024;

  BlockFeed(SurveyFile::Impl& file, std::size_t block_bytes);

  /// The next block, which ends with a record (or in a quote that nothing closes); false at the end of the file.
  bool next(BlockText& out);
  /// Whether all that is left is known to be one block: threads would wait.
  bool one_block() const;
  const std::string& failure() const { return failure_; } ///< why reading stopped before the end; empty = it did not

private:
  bool gather(BlockText& out);
  std::size_t read(char* into, std::size_t room);
  bool fill(BlockText& out, std::size_t wanted);
  void give_all(BlockText& out);

  SurveyFile::Impl& file_;
  std::size_t block_bytes_;
  RecordCutter cutter_;
  std::string carry_; ///< the beginning of the next block, read already
  std::size_t ahead_ = 0;
  std::uint64_t handed_out_ = 0;
  bool ended_ = false;
  std::string failure_;
};

} // namespace joinedup
