// The small files that a run was told by (study, index, maps, tables, definitions), kept so that it can be told again.
#pragma once

#include "base/pack.hpp"
#include "pipeline/file_store.hpp"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace joinedup {

struct DefinitionTape {
  struct Definition {
    std::string text, origin;
  };

  std::map<std::string, std::string> texts; ///< path as given -> text
  std::vector<std::string> folders;         ///< paths that are folders, in order
  std::map<std::string, Definition> definitions;
  std::map<std::string, std::map<std::string, std::vector<std::string>>> lists; ///< folder -> ending -> names

  void pack(Pack& pack);
  /// File name (no folder) and SHA-256 of every text and definition, sorted: what two runs must have in common.
  std::vector<std::pair<std::string, std::string>> hashes() const;
};

/// Passes everything on and writes the small files down.
class RecordingStore final : public FileStore {
public:
  explicit RecordingStore(FileStore& inner) : inner_(inner) {}

  std::optional<std::string> text(const std::string& path) override;
  std::unique_ptr<ByteSource> open(const std::string& path) override { return inner_.open(path); }
  bool is_folder(const std::string& path) override;
  std::optional<std::string> definition(const std::string& name) override;
  std::string origin(const std::string& name) override { return inner_.origin(name); }
  std::vector<std::string> definitions(const std::string& folder, const std::string& ending) override;

  /// What was written down so far; nothing is from now on.
  DefinitionTape take();

private:
  FileStore& inner_;
  DefinitionTape tape_;
  bool running_ = true;
};

/// Gives what is on the tape; anything else is not there. No survey can be opened.
class ReplayingStore final : public FileStore {
public:
  /// The tape must outlive it.
  explicit ReplayingStore(const DefinitionTape& tape) : tape_(tape) {}

  std::optional<std::string> text(const std::string& path) override;
  std::unique_ptr<ByteSource> open(const std::string& /*path*/) override { return nullptr; }
  bool is_folder(const std::string& path) override;
  std::optional<std::string> definition(const std::string& name) override;
  std::string origin(const std::string& name) override;
  std::vector<std::string> definitions(const std::string& folder, const std::string& ending) override;

private:
  const DefinitionTape& tape_;
};

} // namespace joinedup
