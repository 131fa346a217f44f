#include "cli/results_folder.hpp"

#include <fmt/format.h>

namespace joinedup {

namespace {

std::string without_slashes(std::string path) {
  while (path.size() > 1 && path.back() == '/')
    path.pop_back();
  return path;
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
}

} // namespace

std::optional<RunFile> file_of_run(const std::string& word, const std::string& name, DiskStore& files,
                                   Diagnostics& diagnostics) {
  RunFile out;
  const std::string path = without_slashes(word);
  const bool folder = files.is_folder(path);
  out.folder = folder ? path : folder_of(path);
  out.path = folder ? path + "/" + name : path;
  if (auto text = files.text(out.path)) {
    out.text = std::move(*text);
    return out;
  }
  diagnostics.error("J320", {folder ? file_name(path) : path, 0, 0, ""},
                    folder ? fmt::format("this folder holds no {}: no run wrote it, or not whole", name)
                           : fmt::format("there is no such folder, nor a {} of that name", name),
                    "name the folder that joinedup benchmark wrote with -o");
  return std::nullopt;
}

} // namespace joinedup
