#include "pipeline/partial/partial.hpp"

#include "base/text.hpp"
#include "exports/record_memory.hpp"
#include "pipeline/partial/file_reading_pack.hpp"
#include "pipeline/sha256.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>
#include <tuple>

namespace joinedup {

namespace {

constexpr std::string_view magic = "joinedup partial ";
constexpr std::uint64_t format = 1;
constexpr std::size_t digest_bytes = 65; ///< with its line end

void pack_description(Pack& pack, PartialDescription& d) {
  pack.text(d.version);
  // Names of records are hashes of the standard library, which may differ between machines.
  const std::uint64_t here = finished_name(name_with(0, magic), false);
  std::uint64_t there = here;
  pack.word(there);
  if (pack.reading() && pack.ok() && there != here) d.version += " of another kind of machine";
  pack.map(d.options, [&](std::vector<std::string>& values) { pack.texts(values); });
  d.tape.pack(pack);
  pack.flag(d.files_named);
  pack.whole(d.shards);
  pack.numbers(d.held);
  pack.texts(d.inputs);
  constexpr std::size_t least_of_a_file = 90; // its hash alone takes 65
  pack.list(d.files, least_of_a_file, [&](FileReading& file) { pack_file(pack, file); });
  std::vector<std::uint64_t> found(d.found.begin(), d.found.end());
  pack.numbers(found);
  if (!pack.reading()) return;
  d.found.assign(found.begin(), found.end());
  const auto is_shard = [&](std::uint64_t number) { return number >= 1 && number <= d.shards; };
  if (!std::ranges::all_of(d.held, is_shard) || !std::ranges::is_sorted(d.held) ||
      std::ranges::adjacent_find(d.held) != d.held.end() || d.held.empty() != (d.shards == 0))
    pack.refuse();
}

/// One line of JSON.
std::string header_of(const PartialDescription& d) {
  using Json = nlohmann::ordered_json;
  Json files = Json::array(), definitions = Json::array(), options = Json::object();
  for (const FileReading& file : d.files)
    files.push_back({{"name", file.info.name}, {"sha256", file.info.sha256}, {"records", file.info.records}});
  for (const auto& [name, sha256] : d.tape.hashes())
    definitions.push_back({{"name", name}, {"sha256", sha256}});
  for (const auto& [name, values] : d.options)
    options[name] = values;
  Json out = {{"joinedup", d.version},
              {"private", "sums and records of people's answers: keep it as you keep the survey files"},
              {"options", options},
              {"files", files}};
  if (d.shards > 0) {
    Json names = Json::array();
    for (const std::string& path : d.inputs)
      names.push_back(record_name(path));
    out["shards"] = d.shards;
    out["shards_held"] = d.held;
    out["files_of_all_shards"] = names;
  }
  out["definitions"] = definitions;
  return out.dump(-1, ' ', true, Json::error_handler_t::replace);
}

/// The first line. The size has to be told in it, so the line's own length counts.
std::string first_line(std::size_t rest) {
  std::size_t all = 0;
  std::string line;
  while (line.size() + rest != all) {
    all = line.size() + rest;
    line = fmt::format("{}{}, {} bytes\n", magic, format, all);
  }
  return line;
}

struct FirstLine {
  std::uint64_t format = 0, bytes = 0;
};

std::optional<FirstLine> read_first_line(std::string_view bytes) {
  constexpr std::size_t longest = 80;
  constexpr std::string_view unit = " bytes";
  const std::size_t end = bytes.substr(0, longest).find('\n');
  if (end == std::string_view::npos || !bytes.starts_with(magic)) return std::nullopt;
  const std::string_view line = bytes.substr(magic.size(), end - magic.size());
  const std::size_t comma = line.find(", ");
  if (comma == std::string_view::npos) return std::nullopt;
  const auto number = parse_whole(line.substr(0, comma));
  if (!number) return std::nullopt;
  FirstLine out{*number, 0};
  if (out.format != format) return out; // the rest of the line is that format's own
  if (!line.ends_with(unit) || line.size() < comma + 2 + unit.size()) return std::nullopt;
  const auto size = parse_whole(line.substr(comma + 2, line.size() - comma - 2 - unit.size()));
  if (!size) return std::nullopt;
  out.bytes = *size;
  return out;
}

} // namespace

std::string partial_bytes(PartialDescription description, SurveyNames& names, SurveySums& sums) {
  PackWriter body;
  pack_description(body, description);
  const SurveyNames::Numbers numbers = names.pack(body);
  sums.pack(body, numbers);
  const std::string header = header_of(description) + "\n";
  std::string out = first_line(header.size() + body.bytes().size() + digest_bytes);
  out += header;
  out += body.bytes();
  out += sha256_of(out);
  out += '\n';
  return out;
}

Outcome<Partial> read_partial(const std::string& path, std::string bytes) {
  const std::string name = file_name(path);
  const auto failure = [&](std::string code, std::string message, std::string hint) {
    Diagnostics said;
    said.error(std::move(code), {name, 0, 0, ""}, std::move(message), std::move(hint));
    return Outcome<Partial>::failure(std::move(said));
  };
  const std::string again = "make it again with joinedup aggregate";
  const auto damaged = [&] { return failure("J314", "damaged: it is not what was written", again); };
  if (bytes.empty()) return failure("J313", "an empty file, a partial was expected", again);
  const auto first = read_first_line(bytes);
  if (!first) {
    const bool begun = bytes.size() < magic.size() ? magic.starts_with(bytes) : bytes.starts_with(magic);
    if (begun) return failure("J313", "cut short within its first line", again);
    return failure("J312", "no partial of joinedup aggregate", "survey files go to joinedup benchmark or aggregate");
  }
  if (first->format != format)
    return failure("J315", fmt::format("a partial of format {}, this version reads format {}", first->format, format),
                   "make all partials of a run with the version that merges them");
  if (bytes.size() < first->bytes)
    return failure("J313",
                   fmt::format("cut short: {} of {} bytes", with_thousands(bytes.size()), with_thousands(first->bytes)),
                   again);
  const std::size_t header = bytes.find('\n') + 1, body = bytes.find('\n', header) + 1;
  if (bytes.size() != first->bytes || bytes.size() < digest_bytes || bytes.back() != '\n' || body == 0 ||
      body > bytes.size() - digest_bytes)
    return damaged();
  const std::string_view signed_part = std::string_view(bytes).substr(0, bytes.size() - digest_bytes);
  if (sha256_of(signed_part) != std::string_view(bytes).substr(signed_part.size(), digest_bytes - 1)) return damaged();
  Partial out{path, {}, std::move(bytes), 0};
  const std::string_view packed = std::string_view(out.bytes).substr(body, out.bytes.size() - digest_bytes - body);
  PackReader pack(packed);
  pack_description(pack, out.description);
  if (!pack.ok()) return damaged();
  if (header_of(out.description) + "\n" != std::string_view(out.bytes).substr(header, body - header)) return damaged();
  out.sums = out.bytes.size() - digest_bytes - pack.left();
  return {std::move(out), {}};
}

bool read_sums(const Partial& partial, SurveyNames& names, SurveySums& sums) {
  PackReader pack(
      std::string_view(partial.bytes).substr(partial.sums, partial.bytes.size() - digest_bytes - partial.sums));
  const SurveyNames::Numbers numbers = names.pack(pack);
  if (pack.ok()) sums.pack(pack, numbers);
  return pack.at_end();
}

void put_in_order_of_name(std::vector<FileReading>& files) {
  std::ranges::stable_sort(files, {}, [](const FileReading& file) {
    return std::tuple(record_name(file.path), file.path, file.info.sha256);
  });
}

} // namespace joinedup
