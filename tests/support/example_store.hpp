// The source tree as a FileStore: examples by path, definitions from a folder of an example before the shipped ones,
// and texts that a test puts in place of a file.
#pragma once

#include "pipeline/file_store.hpp"
#include "support/memory_store.hpp"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace joinedup::test {

class ExampleStore final : public FileStore {
public:
  explicit ExampleStore(std::string definitions = {}) : folder_(std::move(definitions)) {}

  std::map<std::string, std::string> instead; ///< path below examples/ -> text

  std::optional<std::string> text(const std::string& path) override {
    const auto found = instead.find(path);
    if (found != instead.end()) return found->second;
    return file_text(JOINEDUP_SOURCE "/examples/" + path);
  }
  std::unique_ptr<ByteSource> open(const std::string& path) override {
    auto whole = text(path);
    return whole ? text_source(std::move(*whole)) : nullptr;
  }
  std::optional<std::string> definition(const std::string& name) override {
    if (auto own = text(folder_ + "/" + name); own && !folder_.empty()) return own;
    return shipped_.definition(name);
  }
  std::vector<std::string> definitions(const std::string& folder, const std::string& ending) override {
    return shipped_.definitions(folder, ending);
  }

private:
  std::string folder_; ///< below examples/
  MemoryStore shipped_;
};

} // namespace joinedup::test
