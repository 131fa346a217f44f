// The definitions in reach of a run: instruments, value sets, indices, geographies, disclosure rules, by id.
#pragma once

#include "pipeline/file_store.hpp"

#include <joinedup/disclosure.hpp>
#include <joinedup/instrument.hpp>
#include <joinedup/outcome.hpp>
#include <joinedup/spec.hpp>

#include <functional>
#include <string>
#include <vector>

namespace joinedup {

class Library {
public:
  explicit Library(FileStore& files) : files_(files) {}

  std::vector<std::string> instrument_ids() const;
  /// Unknown id: J503 with near names, at `named_at`.
  Outcome<Instrument> instrument(const std::string& id, const Position& named_at = {}) const;
  /// Every set by itself, without the mappings, tables and targets that it needs (ValueSetShelf brings those). A file
  /// that cannot be read as a value set leaves its faults only where `wanted` holds its name (the id).
  std::vector<ValueSet> value_sets(Diagnostics& diagnostics,
                                   const std::function<bool(const std::string& id)>& wanted) const;
  std::vector<std::string> value_set_ids() const;
  Outcome<ValueSet> value_set(const std::string& id) const;
  /// Unknown id: J530, at the value set that names it.
  Outcome<ValueMapping> value_mapping(const std::string& id, const Position& named_at) const;
  /// A preset's id or a file's path.
  Outcome<IndexSpec> index(const std::string& id_or_path, const Position& named_at = {}) const;
  /// The same of a text; `path` is where it lies, and what it extends is looked for beside it.
  Outcome<IndexSpec> index_of_text(const std::string& text, const std::string& path) const;
  std::vector<std::string> index_ids() const;
  Outcome<Geography> geography(const std::string& id, const Position& named_at = {}) const;
  std::vector<std::string> geography_ids() const;
  std::vector<std::string> disclosure_ids() const;
  Outcome<DisclosureRules> disclosure(const std::string& id, const Position& named_at = {}) const;
  FileStore& files() const { return files_; }

private:
  Outcome<IndexSpec> index(const std::string& id_or_path, const Position& named_at,
                           const std::vector<std::string>& extended_by) const;
  /// `extended_by`: the names that led here, outermost first.
  Outcome<IndexSpec> with_base(const std::string& text, const std::string& name, bool is_path,
                               std::vector<std::string> extended_by) const;

  FileStore& files_;
};

} // namespace joinedup
