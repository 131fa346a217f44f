#include "pipeline/verify/moved_files.hpp"

#include "pipeline/sha256.hpp"

#include <array>

namespace joinedup {

namespace {

bool readable(FileStore& files, const std::string& path) {
  return !files.is_folder(path) && files.open(path) != nullptr;
}

} // namespace

std::vector<std::string> MovedFiles::candidates(const std::string& name) {
  std::vector<std::string> out;
  for (const std::string& folder : folders_)
    for (const char* packed : {"", ".gz"}) {
      const std::string path = (folder == "." ? name : folder + "/" + name) + packed;
      if (readable(files_, path)) out.push_back(path);
    }
  return out;
}

std::string MovedFiles::hash_of(const std::string& path) {
  const auto source = files_.open(path);
  if (!source) return {};
  Sha256 hash;
  std::array<char, 65536> bytes;
  while (const std::size_t got = source->read(bytes.data(), bytes.size()))
    hash.add({bytes.data(), got});
  return hash.hex();
}

std::optional<std::string> MovedFiles::place(const std::string& name) {
  given_.resize(recorded_.size(), false);
  const std::vector<std::string> found = candidates(name);
  for (std::size_t k = 0; k < recorded_.size(); ++k) {
    if (given_[k] || file_name(recorded_[k].name) != name) continue;
    given_[k] = true;
    if (found.size() == 1) return found.front();
    for (const std::string& path : found)
      if (hash_of(path) == recorded_[k].sha256) return path;
    break;
  }
  return found.empty() ? std::nullopt : std::optional(found.front());
}

/// As asked for where that is there: a study and what lies beside it have moved together. Else by name.
std::optional<std::string> MovedFiles::text(const std::string& path) {
  if (auto here = files_.text(path)) return here;
  for (const std::string& candidate : candidates(file_name(path)))
    if (auto there = files_.text(candidate)) return there;
  return std::nullopt;
}

std::unique_ptr<ByteSource> MovedFiles::open(const std::string& path) {
  if (auto here = files_.open(path)) return here;
  for (const std::string& candidate : candidates(file_name(path)))
    if (auto there = files_.open(candidate)) return there;
  return nullptr;
}

} // namespace joinedup
