#include "cli/disk_store.hpp"

#include <embedded/definitions.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <stdexcept>
#include <sys/stat.h>

namespace joinedup {

namespace {

std::optional<std::string> whole_file(const std::string& path) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) return std::nullopt;
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  std::ostringstream text;
  text << in.rdbuf();
  if (in.bad()) return std::nullopt;
  return text.str();
}

/// Tells how many bytes came from the disk, before they are unpacked.
class CountingSource final : public ByteSource {
public:
  CountingSource(std::unique_ptr<ByteSource> inner, ReadingProgress& progress)
      : inner_(std::move(inner)), progress_(progress) {}
  std::size_t read(char* into, std::size_t room) override {
    const std::size_t bytes = inner_->read(into, room);
    progress_.add_bytes(bytes);
    return bytes;
  }

private:
  std::unique_ptr<ByteSource> inner_;
  ReadingProgress& progress_;
};

/// Refuses a file that somebody writes to while it is read: what was read is neither of its states. One that is
/// replaced under its name is not changed, and is read as it was opened.
class SteadySource final : public ByteSource {
public:
  SteadySource(std::unique_ptr<ByteSource> inner, std::string path)
      : inner_(std::move(inner)), path_(std::move(path)), before_(state()) {}
  std::size_t read(char* into, std::size_t room) override {
    const std::size_t bytes = inner_->read(into, room);
    if (bytes == 0 && changed()) throw std::runtime_error("the file was changed while it was read");
    return bytes;
  }

private:
  std::optional<struct stat> state() const {
    struct stat out = {};
    if (::stat(path_.c_str(), &out) != 0 || !S_ISREG(out.st_mode)) return std::nullopt;
    return out;
  }
  bool changed() const {
    const auto now = state();
    return before_ && now && now->st_dev == before_->st_dev && now->st_ino == before_->st_ino &&
           (now->st_size != before_->st_size || now->st_mtim.tv_sec != before_->st_mtim.tv_sec ||
            now->st_mtim.tv_nsec != before_->st_mtim.tv_nsec);
  }

  std::unique_ptr<ByteSource> inner_;
  std::string path_;
  std::optional<struct stat> before_;
};

std::string in_folder(const std::string& folder, const std::string& name) { return folder + "/" + name; }

} // namespace

std::optional<std::string> DiskStore::text(const std::string& path) { return whole_file(path); }

bool DiskStore::is_folder(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::is_directory(path, ignored);
}

std::unique_ptr<ByteSource> DiskStore::open(const std::string& path) {
  std::unique_ptr<ByteSource> plain = path == "-" ? standard_input() : open_file(path);
  if (plain == nullptr) return nullptr;
  if (path != "-") plain = std::make_unique<SteadySource>(std::move(plain), path);
  std::error_code unknown;
  const bool sized = path != "-" && std::filesystem::is_regular_file(path, unknown);
  progress_.begin_file(file_name(path), sized ? std::filesystem::file_size(path, unknown) : 0);
  return decompressed(std::make_unique<CountingSource>(std::move(plain), progress_));
}

std::optional<std::string> DiskStore::definition(const std::string& name) {
  for (const std::string& folder : folders_) {
    if (auto text = whole_file(in_folder(folder, name))) return text;
  }
  for (const embedded::File& file : embedded::definitions()) {
    if (file.name == name) return std::string(file.text);
  }
  return std::nullopt;
}

std::string DiskStore::origin(const std::string& name) {
  for (const std::string& folder : folders_) {
    if (whole_file(in_folder(folder, name))) return folder;
  }
  return std::string(built_in);
}

std::vector<std::string> DiskStore::origins(const std::string& name) const {
  std::vector<std::string> out;
  for (const std::string& folder : folders_)
    if (whole_file(in_folder(folder, name))) out.push_back(folder);
  const auto& shipped = embedded::definitions();
  if (std::any_of(shipped.begin(), shipped.end(), [&](const embedded::File& file) { return file.name == name; }))
    out.emplace_back(built_in);
  return out;
}

std::vector<std::string> DiskStore::definitions(const std::string& folder, const std::string& ending) {
  namespace fs = std::filesystem;
  const std::string prefix = folder.empty() ? "" : folder + "/";
  std::set<std::string> names;
  for (const embedded::File& file : embedded::definitions()) {
    if (file.name.starts_with(prefix) && file.name.ends_with(ending)) names.emplace(file.name);
  }
  for (const std::string& root : folders_) {
    std::error_code ignored;
    for (const auto& entry : fs::recursive_directory_iterator(in_folder(root, folder), ignored)) {
      const std::string name = fs::relative(entry.path(), root, ignored).generic_string();
      if (entry.is_regular_file(ignored) && name.ends_with(ending)) names.insert(name);
    }
  }
  return {names.begin(), names.end()};
}

} // namespace joinedup
