// Files in memory, and the shipped definitions from the source tree: a FileStore for tests.
#pragma once

#include "exports/byte_source.hpp"
#include "pipeline/file_store.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

namespace joinedup::test {

inline std::optional<std::string> file_text(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

class MemoryStore final : public FileStore {
public:
  std::map<std::string, std::string> files;

  std::optional<std::string> text(const std::string& path) override {
    const auto found = files.find(path);
    return found == files.end() ? std::nullopt : std::optional(found->second);
  }
  std::unique_ptr<ByteSource> open(const std::string& path) override {
    const auto found = files.find(path);
    return found == files.end() ? nullptr : text_source(found->second);
  }
  std::optional<std::string> definition(const std::string& name) override {
    return file_text(std::string(JOINEDUP_SOURCE) + "/instruments/" + name);
  }
  std::vector<std::string> definitions(const std::string& folder, const std::string& ending) override {
    const std::filesystem::path root = std::string(JOINEDUP_SOURCE) + "/instruments";
    std::vector<std::string> out;
    for (const auto& entry : std::filesystem::directory_iterator(root / folder)) {
      if (entry.path().string().ends_with(ending))
        out.push_back(std::filesystem::relative(entry.path(), root).string());
    }
    std::sort(out.begin(), out.end());
    return out;
  }
};

} // namespace joinedup::test
