#include "exports/container/zip_package.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cstdio>
#include <fcntl.h>
#include <fmt/format.h>
#include <map>
#include <unistd.h>
#include <zip.h>

namespace joinedup {

namespace {

constexpr zip_int64_t most_parts = 10'000;
// Sheets of equal rows shrink to a fiftieth or so. Nothing is asked of small parts.
constexpr std::uint64_t free_bytes = std::uint64_t{64} << 20;
constexpr std::uint64_t most_times = 300;

std::string plain_name(std::string_view name) {
  std::string out = lower(name);
  std::replace(out.begin(), out.end(), '\\', '/');
  out.erase(0, out.find_first_not_of('/'));
  return out;
}

struct Part {
  zip_uint64_t index = 0, packed = 0;
};

class PartSource : public ByteSource {
public:
  PartSource(zip_t* archive, const Part& part) : packed_(part.packed), file_(zip_fopen_index(archive, part.index, 0)) {
    if (file_ == nullptr) throw std::runtime_error(zip_strerror(archive));
  }
  PartSource(const PartSource&) = delete;
  PartSource& operator=(const PartSource&) = delete;
  ~PartSource() override { zip_fclose(file_); }

  std::size_t read(char* into, std::size_t room) override {
    const auto got = zip_fread(file_, into, room);
    if (got < 0) throw std::runtime_error("a part of the workbook is damaged");
    given_ += static_cast<std::uint64_t>(got);
    if (given_ > free_bytes && given_ / most_times > packed_)
      throw ZipBomb(fmt::format("a part of it unpacks to more than {} times its size", most_times));
    return static_cast<std::size_t>(got);
  }

private:
  std::uint64_t packed_, given_ = 0;
  zip_file_t* file_;
};

} // namespace

struct ZipPackage::Impl {
  zip_t* archive = nullptr;
  std::map<std::string, Part, std::less<>> parts;

  ~Impl() {
    if (archive != nullptr) zip_discard(archive);
  }

  void open(const PrivateFile& file) {
    const int number = ::fcntl(file.descriptor(), F_DUPFD_CLOEXEC, 3); // NOLINT(cppcoreguidelines-pro-type-vararg)
    if (number < 0) throw std::runtime_error("no descriptor is left to read it");
    std::FILE* stream = ::fdopen(number, "rb");
    if (stream == nullptr) {
      ::close(number);
      throw std::runtime_error("no memory is left to read it");
    }
    zip_error_t error{};
    zip_error_init(&error);
    zip_source_t* source = zip_source_filep_create(stream, 0, -1, &error);
    if (source == nullptr) {
      std::fclose(stream);
      throw std::runtime_error(message_of(error));
    }
    archive = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (archive == nullptr) {
      zip_source_free(source);
      throw std::runtime_error(message_of(error));
    }
    zip_error_fini(&error);
    list(file.size());
  }

  static std::string message_of(zip_error_t& error) {
    std::string out = zip_error_strerror(&error);
    zip_error_fini(&error);
    return out;
  }

  void list(std::uint64_t size) {
    const zip_int64_t count = zip_get_num_entries(archive, 0);
    if (count > most_parts) throw ZipBomb(fmt::format("it has more than {} parts", most_parts));
    for (zip_int64_t k = 0; k < count; ++k) {
      zip_stat_t about{};
      if (zip_stat_index(archive, static_cast<zip_uint64_t>(k), 0, &about) != 0) continue;
      if ((about.valid & ZIP_STAT_NAME) == 0 || (about.valid & ZIP_STAT_COMP_SIZE) == 0) continue;
      // What the directory says of sizes is believed as far as the file is long.
      parts.try_emplace(plain_name(about.name), Part{static_cast<zip_uint64_t>(k), std::min(about.comp_size, size)});
    }
  }
};

ZipPackage::ZipPackage(const PrivateFile& file) : impl_(std::make_unique<Impl>()) { impl_->open(file); }
ZipPackage::~ZipPackage() = default;

bool ZipPackage::has(std::string_view name) const { return impl_->parts.count(plain_name(name)) > 0; }

std::unique_ptr<ByteSource> ZipPackage::open(std::string_view name) const {
  const auto found = impl_->parts.find(plain_name(name));
  if (found == impl_->parts.end()) throw std::runtime_error(fmt::format("it has no part {}", name));
  return std::make_unique<PartSource>(impl_->archive, found->second);
}

} // namespace joinedup
