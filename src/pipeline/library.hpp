// The definitions in reach of a run: instruments, value sets, indices, geographies, by id.
#pragma once

#include "pipeline/file_store.hpp"

#include <joinedup/instrument.hpp>
#include <joinedup/outcome.hpp>
#include <joinedup/spec.hpp>

#include <string>
#include <vector>

namespace joinedup {

class Library {
public:
  explicit Library(FileStore& files) : files_(files) {}

  std::vector<std::string> instrument_ids() const;
  Outcome<Instrument> instrument(const std::string& id) const; ///< unknown id: J503 with near names
  std::vector<ValueSet> value_sets(Diagnostics& diagnostics) const;
  /// A preset's id or a file's path.
  Outcome<IndexSpec> index(const std::string& id_or_path) const;
  std::vector<std::string> index_ids() const;
  Outcome<Geography> geography(const std::string& id) const;
  std::vector<std::string> geography_ids() const;

private:
  FileStore& files_;
};

} // namespace joinedup
