// The value sets that a run uses, read when they are asked for, with the targets, mappings and tables that they need.
#pragma once

#include "pipeline/library.hpp"

#include <joinedup/diagnostics.hpp>
#include <joinedup/instrument.hpp>
#include <joinedup/results.hpp>

#include <string>
#include <vector>

namespace joinedup {

class ValueSetShelf {
public:
  explicit ValueSetShelf(const Library& library) : files_(&library.files()) {}

  /// Reads the sets `wanted` of an instrument: ids, or paths that end in .json, which are replaced by the ids found
  /// there. An id that does not fit brings the heads of all sets, for the message to come. `table`: the user's file of
  /// values for a set that ships without its table; empty = none. J301, J431 to J433 and the codes of the readers.
  void bring(const Instrument& instrument, std::vector<std::string>& wanted, const std::string& table,
             Diagnostics& diagnostics);
  /// What must be known of respondents for the sets `wanted`.
  std::vector<Item> respondent_items(const std::vector<std::string>& wanted) const;
  /// Whether one of the sets `wanted` takes its values from the user's table.
  bool uses_table(const std::vector<std::string>& wanted) const;

  const ValueSet* find(const std::string& id) const;
  const std::vector<ValueSet>& sets() const { return sets_; }
  /// Files behind a set, for the run record: itself, its mapping, table and target.
  std::vector<InputInfo> files(const std::string& id) const;

  /// The set of a file whose name may end as it likes.
  void bring_file(std::string& path, const Instrument& instrument, const std::string& table, Diagnostics& diagnostics);

private:
  void read_id(const std::string& id, const std::string& table, Diagnostics& diagnostics);
  void complete(ValueSet set, const std::string& base, const std::string& table, Diagnostics& diagnostics);
  void read_table(ValueSet& set, const std::string& base, const std::string& table, Diagnostics& diagnostics);
  void bring_heads(Diagnostics& diagnostics);

  struct TableFile {
    std::string set;
    InputInfo info;
  };
  Library library() const { return Library(*files_); }

  FileStore* files_;
  std::vector<ValueSet> sets_;
  std::vector<TableFile> tables_;
  bool has_heads_ = false;
};

} // namespace joinedup
