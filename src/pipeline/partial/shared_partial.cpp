#include "pipeline/partial/shared_partial.hpp"

#include "pipeline/sha256.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <optional>
#include <stdexcept>

namespace joinedup {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view magic = "{\"joinedup_shared\": ";
constexpr std::string_view digest_key = "\"sha256\": \"";
constexpr std::uint64_t format = 1;
constexpr std::size_t digest_digits = 64;

constexpr const char* what_it_is = "sums over groups of ten people or more, made to be exchanged: no person's answers, "
                                   "ids, comments or faults; docs/batch.md says what each member is";

std::string dumped(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::vector<std::string> measures_of(const SharedPartial& p) {
  std::vector<std::string> out = p.index_indicators;
  out.insert(out.end(), p.companions.begin(), p.companions.end());
  return out;
}

Json json_of(const SharedPartial& p, const SharedCell& cell) {
  const CellFigures& f = cell.figures;
  Json out = {{"area", cell.area}};
  if (p.strata) out["stratum"] = cell.stratum;
  out["people"] = f.rows;
  out["weighted"] = f.weighted_rows;
  out["with_index"] = f.n_index;
  const std::vector<std::string> names = measures_of(p);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const CellFigures::Measure& m = f.measures[i];
    Json one = {{"n", m.n}, {"wy", m.wy}, {"wy2", m.wy2}};
    if (p.weights) one.update({{"w", m.w}, {"w2", m.w2}, {"w2y", m.w2y}, {"w2y2", m.w2y2}});
    out["measures"][names[i]] = std::move(one);
  }
  std::size_t pair = 0;
  for (std::size_t i = 0; i < p.index_indicators.size(); ++i)
    for (std::size_t k = i + 1; k < p.index_indicators.size(); ++k, ++pair) {
      const CellFigures::Pair& both = f.pairs[pair];
      out["pairs"].push_back({{"a", names[i]},
                              {"b", names[k]},
                              {"w2", both.w2},
                              {"w2a", both.w2a},
                              {"w2b", both.w2b},
                              {"w2ab", both.w2ab}});
    }
  return out;
}

double finite(const Json& value) {
  const double out = value.get<double>();
  if (!value.is_number() || !std::isfinite(out)) throw std::invalid_argument("no number");
  return out;
}

std::uint64_t whole(const Json& value) {
  if (!value.is_number_unsigned()) throw std::invalid_argument("no count");
  return value.get<std::uint64_t>();
}

SharedCell cell_of(const SharedPartial& p, const Json& json) {
  SharedCell out;
  out.area = json.at("area").get<std::string>();
  if (p.strata) out.stratum = json.at("stratum").get<std::string>();
  CellFigures& f = out.figures;
  f.rows = whole(json.at("people"));
  f.weighted_rows = whole(json.at("weighted"));
  f.n_index = whole(json.at("with_index"));
  for (const std::string& name : measures_of(p)) {
    const Json& one = json.at("measures").at(name);
    CellFigures::Measure m;
    m.n = whole(one.at("n"));
    m.wy = finite(one.at("wy"));
    m.wy2 = finite(one.at("wy2"));
    const auto n = static_cast<double>(m.n);
    m.w = p.weights ? finite(one.at("w")) : n;
    m.w2 = p.weights ? finite(one.at("w2")) : n;
    m.w2y = p.weights ? finite(one.at("w2y")) : m.wy;
    m.w2y2 = p.weights ? finite(one.at("w2y2")) : m.wy2;
    f.measures.push_back(m);
  }
  const std::size_t k = p.index_indicators.size();
  for (std::size_t pair = 0; pair < k * (k - 1) / 2; ++pair) {
    const Json& one = json.at("pairs").at(pair);
    f.pairs.push_back({finite(one.at("w2")), finite(one.at("w2a")), finite(one.at("w2b")), finite(one.at("w2ab"))});
  }
  return out;
}

Json json_of(const DefinitionTape& tape) {
  Json texts = Json::object(), definitions = Json::object(), lists = Json::object();
  for (const auto& [path, text] : tape.texts)
    texts[path] = text;
  for (const auto& [name, one] : tape.definitions)
    definitions[name] = {{"origin", one.origin}, {"text", one.text}};
  for (const auto& [folder, endings] : tape.lists)
    lists[folder] = endings;
  return {{"files", texts}, {"folders", tape.folders}, {"definitions", definitions}, {"lists", lists}};
}

DefinitionTape tape_of(const Json& json) {
  DefinitionTape out;
  json.at("files").get_to(out.texts);
  json.at("folders").get_to(out.folders);
  json.at("lists").get_to(out.lists);
  for (const auto& [name, one] : json.at("definitions").items())
    out.definitions[name] = {one.at("text").get<std::string>(), one.at("origin").get<std::string>()};
  return out;
}

SharedPartial partial_of(const Json& json) {
  SharedPartial out;
  json.at("joinedup").get_to(out.version);
  json.at("options").get_to(out.options);
  json.at("weights").get_to(out.weights);
  json.at("strata").get_to(out.strata);
  json.at("index_measures").get_to(out.index_indicators);
  json.at("companions").get_to(out.companions);
  const Json& people = json.at("people");
  out.full = whole(people.at("with_all_index_measures"));
  out.part = whole(people.at("with_some"));
  out.none = whole(people.at("with_none"));
  const Json& withheld = json.at("withheld");
  withheld.at("people").get_to(out.withheld.people);
  out.withheld.at_least = whole(withheld.at("at_least"));
  withheld.at("areas").get_to(out.withheld.areas);
  out.withheld.unnamed_areas = whole(withheld.at("unnamed_areas"));
  withheld.at("measures").get_to(out.withheld.measures);
  if (out.index_indicators.empty()) throw std::invalid_argument("no measure");
  for (const Json& cell : json.at("cells"))
    out.cells.push_back(cell_of(out, cell));
  out.tape = tape_of(json.at("definitions"));
  return out;
}

/// Those who wrote it wrote nothing that is no JSON or lacks a member.
std::optional<SharedPartial> parsed(const std::string& text) {
  try {
    return partial_of(Json::parse(text));
  } catch (const Json::exception&) {
    return std::nullopt;
  } catch (const std::invalid_argument&) {
    return std::nullopt;
  }
}

} // namespace

bool is_shared_partial(std::string_view bytes) { return bytes.starts_with(magic); }

std::string shared_text(const SharedPartial& p) {
  const WithheldAccount& w = p.withheld;
  const Json withheld = {{"people", w.people},
                         {"at_least", w.at_least},
                         {"areas", w.areas},
                         {"unnamed_areas", w.unnamed_areas},
                         {"measures", w.measures}};
  const Json people = {{"with_all_index_measures", p.full}, {"with_some", p.part}, {"with_none", p.none}};
  std::string out = fmt::format("{}{}", magic, format);
  const auto member = [&](const char* name, const std::string& value) {
    out += fmt::format(",\n\"{}\": {}", name, value);
  };
  member("joinedup", dumped(p.version));
  member("shared", dumped(what_it_is));
  member("options", dumped(p.options));
  member("weights", dumped(p.weights));
  member("strata", dumped(p.strata));
  member("index_measures", dumped(p.index_indicators));
  member("companions", dumped(p.companions));
  member("people", dumped(people));
  member("withheld", dumped(withheld));
  std::string cells;
  for (const SharedCell& cell : p.cells)
    cells += (cells.empty() ? "[\n" : ",\n") + dumped(json_of(p, cell));
  member("cells", cells.empty() ? "[]" : cells + "]");
  member("definitions", dumped(json_of(p.tape)));
  out += ",\n";
  out += digest_key;
  return out + sha256_of(out) + "\"}\n";
}

Outcome<SharedPartial> read_shared_partial(const std::string& path, const std::string& text) {
  const auto failure = [&](std::string code, std::string message) {
    Diagnostics said;
    said.error(std::move(code), {file_name(path), 0, 0, ""}, std::move(message),
               "ask for it again: joinedup aggregate --share makes it");
    return Outcome<SharedPartial>::failure(std::move(said));
  };
  if (!is_shared_partial(text)) return failure("J312", "no shared partial of joinedup aggregate --share");
  const std::string told = fmt::format("{}{},", magic, format);
  if (!text.starts_with(told)) return failure("J315", "a shared partial of a format that this version does not read");
  // Line ends may have changed on the way by e-mail, nothing else.
  std::string plain;
  for (const char c : text)
    if (c != '\r') plain += c;
  while (plain.ends_with('\n'))
    plain.pop_back();
  const std::size_t key = plain.rfind(digest_key);
  if (!plain.ends_with("\"}") || key == std::string::npos)
    return failure("J313", "cut short: its last line is missing");
  const std::size_t digest = key + digest_key.size();
  if (plain.size() != digest + digest_digits + 2 ||
      sha256_of(plain.substr(0, digest)) != plain.substr(digest, digest_digits))
    return failure("J314", "damaged: it is not what was written");
  auto out = parsed(plain);
  if (!out) return failure("J314", "damaged: it lacks what a shared partial has");
  out->path = path;
  out->sha256 = sha256_of(text);
  return {std::move(*out), {}};
}

} // namespace joinedup
