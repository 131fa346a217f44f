#include "pipeline/library.hpp"

#include "base/edit_distance.hpp"
#include "definitions/disclosure.hpp"
#include "definitions/geography.hpp"
#include "definitions/index.hpp"
#include "definitions/instrument.hpp"
#include "definitions/value_mapping.hpp"
#include "definitions/value_set.hpp"
#include "pipeline/sha256.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {

namespace {

/// "value_sets/X.json" -> "X"
std::string name_without(std::string name, const std::string& folder) {
  name.resize(name.size() - std::string_view(".json").size());
  if (!folder.empty() && name.starts_with(folder + "/")) name.erase(0, folder.size() + 1);
  return name;
}

std::vector<std::string> ids(FileStore& files, const std::string& folder) {
  std::vector<std::string> out = files.definitions(folder, ".json");
  for (std::string& name : out)
    name = name_without(std::move(name), folder);
  return out;
}

Diagnostics unknown(const std::string& what, const std::string& id, const std::vector<std::string>& known,
                    const Position& named_at = {}) {
  Diagnostics d;
  d.error("J503", named_at, fmt::format("no {} \"{}\"", what, id), suggestion(id, known));
  return d;
}

/// File, hash and origin of the definition `name`; the faults of a user's own file name its folder.
template <typename T>
Outcome<T> recorded(Outcome<T> out, const std::string& name, const std::string& text, FileStore& files) {
  const std::string origin = files.origin(name);
  if (out) {
    out->file = file_name(name);
    out->sha256 = sha256_of(text);
    out->origin = origin;
    return out;
  }
  Diagnostics placed;
  for (Diagnostic d : out.diagnostics.all()) {
    if (origin != built_in) d.where.file = origin + "/" + name;
    placed.add(std::move(d));
  }
  return Outcome<T>::failure(std::move(placed));
}

} // namespace

std::vector<std::string> Library::instrument_ids() const {
  std::vector<std::string> out;
  for (std::string& id : ids(files_, "")) {
    if (id.find('/') == std::string::npos && id != "simulation") out.push_back(std::move(id));
  }
  return out;
}

Outcome<Instrument> Library::instrument(const std::string& id, const Position& named_at) const {
  const std::string name = id + ".json";
  const auto text = files_.definition(name);
  if (!text) return Outcome<Instrument>::failure(unknown("instrument", id, instrument_ids(), named_at));
  return recorded(read_instrument(*text, name), name, *text, files_);
}

std::vector<ValueSet> Library::value_sets(Diagnostics& diagnostics,
                                          const std::function<bool(const std::string& id)>& wanted) const {
  std::vector<ValueSet> out;
  for (const std::string& id : value_set_ids()) {
    Outcome<ValueSet> set = value_set(id);
    if (set || wanted(id)) diagnostics.merge(set.diagnostics);
    if (set) out.push_back(std::move(*set));
  }
  return out;
}

std::vector<std::string> Library::value_set_ids() const { return ids(files_, "value_sets"); }

Outcome<ValueSet> Library::value_set(const std::string& id) const {
  const std::string name = "value_sets/" + id + ".json";
  const auto text = files_.definition(name);
  if (!text) return Outcome<ValueSet>::failure(unknown("value set", id, value_set_ids()));
  return recorded(read_value_set(*text, name), name, *text, files_);
}

Outcome<ValueMapping> Library::value_mapping(const std::string& id, const Position& named_at) const {
  const std::string name = "mappings/" + id + ".json";
  const auto text = files_.definition(name);
  if (!text) {
    Diagnostics d;
    d.error("J530", named_at, fmt::format("no mapping \"{}\"", id), suggestion(id, ids(files_, "mappings")));
    return Outcome<ValueMapping>::failure(std::move(d));
  }
  return recorded(read_value_mapping(*text, name), name, *text, files_);
}

std::vector<std::string> Library::index_ids() const { return ids(files_, "indices"); }

namespace {

/// From the definition that names them to the working folder; those of a base are placed already.
void place_area_tables(const std::string& path, IndexSpec& index) {
  const auto place = [&path](Indicator& indicator) {
    if (indicator.table && indicator.table->where.file == file_name(path))
      indicator.table->file = beside(path, indicator.table->file);
  };
  for (Domain& domain : index.domains)
    std::for_each(domain.indicators.begin(), domain.indicators.end(), place);
  std::for_each(index.companions.begin(), index.companions.end(), place);
}

} // namespace

Outcome<IndexSpec> Library::index(const std::string& id_or_path, const Position& named_at) const {
  return index(id_or_path, named_at, {});
}

Outcome<IndexSpec> Library::index_of_text(const std::string& text, const std::string& path) const {
  return with_base(text, path, true, {});
}

Outcome<IndexSpec> Library::index(const std::string& id_or_path, const Position& named_at,
                                  const std::vector<std::string>& extended_by) const {
  const bool is_path = id_or_path.find('/') != std::string::npos || id_or_path.ends_with(".json");
  const std::string name = is_path ? id_or_path : "indices/" + id_or_path + ".json";
  const auto text = is_path ? files_.text(id_or_path) : files_.definition(name);
  if (!text && is_path) {
    Diagnostics d;
    d.error("J301", named_at.line > 0 ? named_at : Position{file_name(id_or_path), 0, 0, ""},
            "cannot read this index definition",
            "give the path of a JSON file, or the name of a preset: " +
                fmt::format("{}", fmt::join(index_ids(), ", ")));
    return Outcome<IndexSpec>::failure(std::move(d));
  }
  if (!text) return Outcome<IndexSpec>::failure(unknown("index", id_or_path, index_ids(), named_at));
  return with_base(*text, name, is_path, extended_by);
}

Outcome<IndexSpec> Library::with_base(const std::string& text, const std::string& name, bool is_path,
                                      std::vector<std::string> extended_by) const {
  const auto base = index_extends(text, file_name(name));
  extended_by.push_back(name);
  Outcome<IndexSpec> core{IndexSpec{}, {}};
  if (base) {
    const bool beside_it = base->name.find('/') != std::string::npos || base->name.ends_with(".json");
    const std::string wanted = beside_it ? beside(name, base->name) : base->name;
    const std::string known = beside_it ? wanted : "indices/" + wanted + ".json";
    if (std::find(extended_by.begin(), extended_by.end(), known) != extended_by.end()) {
      Diagnostics d;
      d.error("J552", base->where, fmt::format("\"{}\" extends itself, by way of its own base", base->name),
              "an index may extend another that does not lead back to it");
      return Outcome<IndexSpec>::failure(std::move(d));
    }
    core = index(wanted, base->where, extended_by);
    if (!core) return core;
  }
  Outcome<IndexSpec> out = read_index(text, file_name(name), base ? &*core : nullptr);
  if (out && base) {
    out->built_on.insert(out->built_on.begin(), {core->file, core->sha256, core->origin});
    out->origin.clear();
  }
  if (!is_path) return recorded(std::move(out), name, text, files_);
  if (out) {
    place_area_tables(name, *out);
    out->file = file_name(name);
    out->sha256 = sha256_of(text);
  }
  return out;
}

std::vector<std::string> Library::disclosure_ids() const { return ids(files_, "disclosure"); }

Outcome<DisclosureRules> Library::disclosure(const std::string& id, const Position& named_at) const {
  const std::string name = "disclosure/" + id + ".json";
  const auto text = files_.definition(name);
  if (!text)
    return Outcome<DisclosureRules>::failure(unknown("preset of disclosure rules", id, disclosure_ids(), named_at));
  return recorded(read_disclosure_rules(*text, file_name(name)), name, *text, files_);
}

std::vector<std::string> Library::geography_ids() const { return ids(files_, "geographies"); }

Outcome<Geography> Library::geography(const std::string& id, const Position& named_at) const {
  const std::string name = "geographies/" + id + ".json";
  const auto text = files_.definition(name);
  if (!text) return Outcome<Geography>::failure(unknown("geography", id, geography_ids(), named_at));
  return recorded(read_geography(*text, file_name(name)), name, *text, files_);
}

} // namespace joinedup
