#include "pipeline/value_set_shelf.hpp"

#include "base/edit_distance.hpp"
#include "definitions/respondent_table.hpp"
#include "definitions/value_mapping.hpp"
#include "definitions/value_set.hpp"
#include "pipeline/sha256.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {

void ValueSetShelf::bring(const Instrument& instrument, std::vector<std::string>& wanted, const std::string& table,
                          Diagnostics& diagnostics) {
  const std::vector<std::string> known = library().value_set_ids();
  const auto is_known = [&known](const std::string& id) {
    return std::find(known.begin(), known.end(), id) != known.end();
  };
  bool all_fit = true;
  for (std::string& id : wanted) {
    if (id.ends_with(".json"))
      bring_file(id, instrument, table, diagnostics);
    else if (is_known(id))
      read_id(id, table, diagnostics);
    const ValueSet* set = find(id);
    all_fit = all_fit && set != nullptr && set->instrument == instrument.id;
  }
  if (!all_fit && !diagnostics.has_errors()) bring_heads(diagnostics);
  if (!wanted.empty() || !instrument.default_value_set.empty()) return;
  for (const std::string& id : instrument.suggested_value_sets) { // known by name: enough to be offered
    if (find(id) != nullptr || !is_known(id)) continue;
    ValueSet head;
    head.id = id;
    head.instrument = instrument.id;
    sets_.push_back(std::move(head));
  }
}

void ValueSetShelf::bring_file(std::string& path, const Instrument& instrument, const std::string& table,
                               Diagnostics& diagnostics) {
  const auto text = files_->text(path);
  if (!text) {
    diagnostics.error("J301", {file_name(path), 0, 0, ""}, "cannot read this value set",
                      fmt::format("give the path of a JSON file, or an id; joinedup instruments show {} lists the ids",
                                  instrument.id));
    return;
  }
  Outcome<ValueSet> set = read_value_set(*text, file_name(path));
  diagnostics.merge(set.diagnostics);
  if (!set) return;
  set->sha256 = sha256_of(*text);
  const std::string base = path;
  path = set->id;
  std::erase_if(sets_,
                [&set](const ValueSet& s) { return s.id == set->id; }); // the user's own goes before a shipped one
  complete(std::move(*set), base, table, diagnostics);
}

void ValueSetShelf::read_id(const std::string& id, const std::string& table, Diagnostics& diagnostics) {
  const ValueSet* there = find(id);
  if (there != nullptr && !there->model.empty()) return;
  Outcome<ValueSet> set = library().value_set(id);
  diagnostics.merge(set.diagnostics);
  if (!set) return;
  std::erase_if(sets_, [&id](const ValueSet& s) { return s.id == id; });
  complete(std::move(*set), "", table, diagnostics);
}

/// `base`: the user's file that names the others; empty = they are among the definitions.
void ValueSetShelf::complete(ValueSet set, const std::string& base, const std::string& table,
                             Diagnostics& diagnostics) {
  if (!set.mapping_id.empty()) {
    Outcome<ValueMapping> mapping = library().value_mapping(set.mapping_id, set.where);
    diagnostics.merge(mapping.diagnostics);
    if (mapping) apply_mapping(set, std::move(*mapping), diagnostics);
  }
  if (diagnostics.has_errors()) return;
  if (set.model == "by_respondent") read_table(set, base, table, diagnostics);
  const std::string target = set.target_set;
  sets_.push_back(std::move(set));
  if (!target.empty()) read_id(target, "", diagnostics);
}

void ValueSetShelf::read_table(ValueSet& set, const std::string& base, const std::string& table,
                               Diagnostics& diagnostics) {
  if (set.table_file.empty() && table.empty()) {
    diagnostics.error("J431", set.where, fmt::format("value set {} ships without its table of values", set.id),
                      fmt::format("--table {}=FILE, a CSV file with the columns state, age_band, sex and {}",
                                  set.instrument, set.table_column));
    return;
  }
  const std::string path = set.table_file.empty() ? table
                           : base.empty()         ? set.table_file
                                                  : beside(base, set.table_file);
  const bool shipped = !set.table_file.empty() && base.empty();
  auto text = shipped ? files_->definition("mappings/" + path) : files_->text(path);
  if (!text && !set.table_file.empty()) text = files_->definition("mappings/" + set.table_file);
  if (!text) {
    diagnostics.error("J301", {file_name(path), 0, 0, ""}, fmt::format("cannot read the table of value set {}", set.id),
                      "check the path");
    return;
  }
  Outcome<std::vector<double>> values = read_respondent_table(*text, file_name(path), set);
  diagnostics.merge(values.diagnostics);
  if (values) set.by_respondent = std::move(*values);
  tables_.push_back(
      {set.id, {file_name(path), sha256_of(*text), "table", 0, shipped ? files_->origin("mappings/" + path) : ""}});
}

void ValueSetShelf::bring_heads(Diagnostics& diagnostics) {
  if (has_heads_) return;
  has_heads_ = true;
  for (ValueSet& head : library().value_sets(diagnostics, [](const std::string&) { return false; })) {
    if (find(head.id) == nullptr) sets_.push_back(std::move(head));
  }
}

const ValueSet* ValueSetShelf::find(const std::string& id) const {
  const auto found = std::find_if(sets_.begin(), sets_.end(), [&id](const ValueSet& s) { return s.id == id; });
  return found == sets_.end() ? nullptr : &*found;
}

std::vector<Item> ValueSetShelf::respondent_items(const std::vector<std::string>& wanted) const {
  std::vector<Item> out;
  for (const std::string& id : wanted) {
    const ValueSet* set = find(id);
    if (set == nullptr) continue;
    for (const Item& item : set->mapping.respondent) {
      if (std::none_of(out.begin(), out.end(), [&item](const Item& i) { return i.id == item.id; })) out.push_back(item);
    }
  }
  return out;
}

bool ValueSetShelf::uses_table(const std::vector<std::string>& wanted) const {
  return std::any_of(wanted.begin(), wanted.end(), [this](const std::string& id) {
    const ValueSet* set = find(id);
    return set != nullptr && set->model == "by_respondent" && set->table_file.empty();
  });
}

std::vector<InputInfo> ValueSetShelf::files(const std::string& id) const {
  const ValueSet* set = find(id);
  if (set == nullptr) return {};
  std::vector<InputInfo> out{{set->file, set->sha256, "value set", 0, set->origin}};
  if (!set->mapping.id.empty())
    out.push_back({set->mapping.file, set->mapping.sha256, "mapping", 0, set->mapping.origin});
  for (const TableFile& table : tables_) {
    if (table.set == id) out.push_back(table.info);
  }
  if (!set->target_set.empty()) {
    const std::vector<InputInfo> of_target = files(set->target_set);
    out.insert(out.end(), of_target.begin(), of_target.end());
  }
  return out;
}

} // namespace joinedup
