// The files of a recorded run where they are now: the record has names and hashes, and folders say where to look.
#pragma once

#include "pipeline/file_store.hpp"

#include <joinedup/results.hpp>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace joinedup {

class MovedFiles final : public FileStore {
public:
  /// `folders` in the order in which they are looked through.
  MovedFiles(FileStore& files, std::vector<std::string> folders, const std::vector<InputInfo>& recorded)
      : files_(files), folders_(std::move(folders)), recorded_(recorded) {}

  /// Where the file is that the record calls `name`: of several the first whose bytes are those of then, packed or
  /// not; asked for again, the next input of that name. Nothing where no folder holds one.
  std::optional<std::string> place(const std::string& name);

  std::optional<std::string> text(const std::string& path) override;
  std::unique_ptr<ByteSource> open(const std::string& path) override;
  bool is_folder(const std::string& path) override { return files_.is_folder(path); }
  std::optional<std::string> definition(const std::string& name) override { return files_.definition(name); }
  std::string origin(const std::string& name) override { return files_.origin(name); }
  std::vector<std::string> definitions(const std::string& folder, const std::string& ending) override {
    return files_.definitions(folder, ending);
  }

private:
  std::vector<std::string> candidates(const std::string& name);
  std::string hash_of(const std::string& path);

  FileStore& files_;
  std::vector<std::string> folders_;
  const std::vector<InputInfo>& recorded_;
  std::vector<bool> given_; ///< recorded inputs that place() has found
};

} // namespace joinedup
