#include "cli/faults.hpp"
#include "cli/file_descriptor.hpp"
#include "cli/output.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

namespace joinedup {

namespace {

std::vector<std::string> names_in(const std::string& folder) {
  std::vector<std::string> out;
  std::error_code ignored;
  for (const auto& entry : std::filesystem::directory_iterator(folder, ignored))
    out.push_back(entry.path().filename().string());
  std::sort(out.begin(), out.end());
  return out;
}

std::string without_slash(std::string path) {
  while (path.size() > 1 && path.back() == '/')
    path.pop_back();
  return path;
}

/// A `*` in a pattern stands for any text.
bool fits(std::string_view name, std::string_view pattern) {
  const std::size_t star = pattern.find('*');
  if (star == std::string_view::npos) return name == pattern;
  const std::string_view before = pattern.substr(0, star), after = pattern.substr(star + 1);
  return name.size() >= before.size() + after.size() && name.starts_with(before) && name.ends_with(after);
}

bool may_replace(const std::string& path, bool force, const std::vector<std::string>& written,
                 Diagnostics& diagnostics) {
  struct stat info = {};
  if (stat(path.c_str(), &info) != 0) return true;
  if (!S_ISDIR(info.st_mode)) {
    diagnostics.error("J303", {path, 0, 0, ""}, "is a file, a folder for the results was expected");
    return false;
  }
  const std::vector<std::string> there = names_in(path);
  if (there.empty()) return true;
  if (!force) {
    diagnostics.error("J303", {path, 0, 0, ""}, "the folder is not empty",
                      "name another folder, or --force to replace earlier results");
    return false;
  }
  for (const std::string& name : there) {
    const auto wrote = [&name](const std::string& pattern) { return fits(name, pattern); };
    if (std::any_of(written.begin(), written.end(), wrote)) continue;
    diagnostics.error("J303", {path, 0, 0, ""}, fmt::format("the folder holds {}, which no run wrote", name),
                      "--force replaces only a folder of results; nothing was changed");
    return false;
  }
  return true;
}

} // namespace

std::optional<OutputFolder> OutputFolder::prepare(const std::string& path, bool force,
                                                  const std::vector<std::string>& written, Diagnostics& diagnostics) {
  OutputFolder out;
  out.path_ = resolved(without_slash(path));
  if (!may_replace(out.path_, force, written, diagnostics)) return std::nullopt;
  std::error_code unmade; // said by mkdtemp
  std::filesystem::create_directories(std::filesystem::path(out.path_).parent_path(), unmade);
  const InterruptsHeld held;
  out.aside_ = aside_template(out.path_);
  if (mkdtemp(out.aside_.data()) == nullptr) {
    const int error = errno;
    out.aside_.clear();
    throw OutputFault(path, error);
  }
  out.temporaries_.emplace_back(out.aside_, Temporary::Kind::folder);
  return out;
}

OutputFolder::OutputFolder(OutputFolder&& other) noexcept
    : path_(std::move(other.path_)), aside_(std::move(other.aside_)), names_(std::move(other.names_)),
      temporaries_(std::move(other.temporaries_)) {
  other.aside_.clear();
}

OutputFolder::~OutputFolder() {
  if (aside_.empty()) return;
  for (const std::string& name : names_)
    unlink((aside_ + "/" + name).c_str());
  rmdir(aside_.c_str());
}

void OutputFolder::write(const std::string& name, std::string_view text) {
  const std::string path = aside_ + "/" + name;
  names_.push_back(name);
  temporaries_.emplace_back(path, Temporary::Kind::file);
  const int descriptor = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (descriptor < 0) throw OutputFault(path_ + "/" + name, errno);
  try {
    write_all(descriptor, text, path_ + "/" + name);
    if (fsync(descriptor) != 0) throw OutputFault(path_ + "/" + name, errno);
  } catch (...) {
    close(descriptor);
    throw;
  }
  if (close(descriptor) != 0) throw OutputFault(path_ + "/" + name, errno);
}

void OutputFolder::commit() {
  const InterruptsHeld held; // from here on it is a matter of two renames
  if (chmod(aside_.c_str(), 0777 & ~file_mode_mask()) != 0) throw OutputFault(path_, errno);
  sync_folder(aside_);
  std::string earlier;
  if (!names_in(path_).empty()) {
    earlier = aside_ + "-earlier";
    if (rename(path_.c_str(), earlier.c_str()) != 0) throw OutputFault(path_, errno);
  }
  if (rename(aside_.c_str(), path_.c_str()) != 0) {
    const int error = errno;
    if (!earlier.empty()) rename(earlier.c_str(), path_.c_str());
    throw OutputFault(path_, error);
  }
  aside_.clear();
  temporaries_.clear();
  sync_folder(parent_of(path_));
  for (const std::string& name : earlier.empty() ? std::vector<std::string>{} : names_in(earlier))
    unlink((earlier + "/" + name).c_str());
  if (!earlier.empty()) rmdir(earlier.c_str());
}

} // namespace joinedup
