// Files of a run on the disk, and definitions: user folders, then the copy inside the program.
#pragma once

#include "pipeline/file_store.hpp"

#include <string>
#include <vector>

namespace joinedup {

class DiskStore final : public FileStore {
public:
  /// `folders`: definition folders, nearest first.
  explicit DiskStore(std::vector<std::string> folders) : folders_(std::move(folders)) {}

  std::optional<std::string> text(const std::string& path) override;
  bool is_folder(const std::string& path) override;
  std::unique_ptr<ByteSource> open(const std::string& path) override;
  ReadingProgress* progress() override { return &progress_; }
  std::optional<std::string> definition(const std::string& name) override;
  std::string origin(const std::string& name) override;
  /// Every folder that holds `name`, nearest first, and "built in" where it comes with the program.
  std::vector<std::string> origins(const std::string& name) const;
  std::vector<std::string> definitions(const std::string& folder, const std::string& ending) override;

private:
  std::vector<std::string> folders_;
  ReadingProgress progress_;
};

} // namespace joinedup
