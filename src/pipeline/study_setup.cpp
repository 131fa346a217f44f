#include "pipeline/study_setup.hpp"

#include "base/text.hpp"
#include "definitions/json_source.hpp"
#include "definitions/study.hpp"
#include "definitions/study_comparison.hpp"
#include "definitions/study_estimation.hpp"
#include "definitions/study_who_answered.hpp"
#include "definitions/tables.hpp"
#include "model/comparison_words.hpp"
#include "pipeline/last_wave.hpp"
#include "pipeline/sha256.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {

namespace {

class Setup {
public:
  Setup(const BenchmarkRequest& request, const Library& library, FileStore& files)
      : request_(request), library_(library), files_(files) {}

  Outcome<StudySetup> run() {
    read_study_file();
    choose_index();
    choose_geography();
    choose_disclosure();
    choose_target();
    read_earlier();
    take_wave_before();
    read_issued_table();
    read_estimation_tables();
    read_peers_table();
    out_.study.show_ranks = out_.study.show_ranks || request_.show_ranks;
    note_settings();
    if (diagnostics_.has_errors()) return Outcome<StudySetup>::failure(std::move(diagnostics_));
    return {std::move(out_), std::move(diagnostics_)};
  }

private:
  void read_study_file() {
    if (request_.study.empty()) return;
    out_.path = request_.study;
    out_.from_file = true;
    const auto text = files_.text(request_.study);
    if (!text) {
      diagnostics_.error("J301", {file_name(request_.study), 0, 0, ""}, "cannot read this study", "check the path");
      return;
    }
    Outcome<StudySpec> read = read_study(*text, file_name(request_.study));
    diagnostics_.merge(read.diagnostics);
    if (!read) return;
    out_.study = std::move(*read);
    out_.files.push_back({file_name(request_.study), sha256_of(*text), "study", 0});
    if (Outcome<JsonSource> source = parse_json(*text, file_name(request_.study))) source_ = std::move(*source);
    if (source_) out_.answered = read_answered_columns(*source_);
  }

  /// Where the study names something; no place where an option names it.
  Position named_at(const std::string& option, const std::string& member, const std::string& text) const {
    return option.empty() && source_ ? place_of_text(*source_, member, text) : Position{};
  }

  /// A flag that beats the study says so; without folders, since the run record holds none.
  void overrides(const std::string& option, const std::string& value, const std::string& of_study) {
    if (value.empty() || of_study.empty() || value == of_study) return;
    diagnostics_.note("J120", {},
                      fmt::format("--{} {} overrides {} of the study", option, file_name(value), file_name(of_study)));
  }

  void choose_index() {
    std::string name = request_.index;
    overrides("index", name, out_.study.index);
    if (name.empty() && !out_.study.index.empty()) {
      const bool is_path = out_.study.index.find('/') != std::string::npos || out_.study.index.ends_with(".json");
      name = is_path ? beside(out_.path, out_.study.index) : out_.study.index;
    }
    if (name.empty()) {
      if (!diagnostics_.has_errors())
        diagnostics_.error("J102", {}, "no index is named",
                           "--index balanced, another preset, or the path of an index definition");
      return;
    }
    Outcome<IndexSpec> read = library_.index(name, named_at(request_.index, "index", out_.study.index));
    diagnostics_.merge(read.diagnostics);
    if (!read) return;
    out_.index = std::move(*read);
    out_.files.push_back({out_.index.file, out_.index.sha256, "index", 0, out_.index.origin});
    for (const DefinitionFile& base : out_.index.built_on)
      out_.files.push_back({base.file, base.sha256, "index", 0, base.origin});
  }

  void choose_geography() {
    overrides("geography", request_.geography, out_.study.geography);
    if (!request_.geography.empty()) out_.study.geography = request_.geography;
    if (out_.study.geography.empty()) return;
    Outcome<Geography> read =
        library_.geography(out_.study.geography, named_at(request_.geography, "area", out_.study.geography));
    diagnostics_.merge(read.diagnostics);
    if (!read) return;
    out_.geography = std::move(*read);
    out_.files.push_back({out_.geography->file, out_.geography->sha256, "geography", 0, out_.geography->origin});
  }

  /// What the study leaves open of its disclosure rules, from the preset that it names.
  void choose_disclosure() {
    DisclosureSpec& chosen = out_.study.disclosure;
    if (chosen.preset == DisclosureSpec{}.preset) return;
    Outcome<DisclosureRules> read =
        library_.disclosure(chosen.preset, named_at("", "disclosure", out_.study.disclosure.preset));
    diagnostics_.merge(read.diagnostics);
    if (!read) return;
    DisclosureSpec rules = read->figures;
    const bool less = chosen.minimum > 0 && chosen.minimum < rules.minimum;
    if (less)
      diagnostics_.warning("J506", named_at("", "disclosure", chosen.preset),
                           fmt::format("\"minimum\" is {}: less is hidden than under {} ({})", chosen.minimum,
                                       rules.preset, rules.minimum),
                           "check with whoever answers for the data before you publish");
    if (chosen.minimum > 0) rules.minimum = chosen.minimum;
    rules.caution = std::max(chosen.caution > 0 ? chosen.caution : rules.caution, rules.minimum);
    chosen = std::move(rules);
    out_.files.push_back({read->file, read->sha256, "disclosure", 0, read->origin});
    if (read->confidence != "VERIFIED")
      diagnostics_.note("J518", {},
                        fmt::format("disclosure rules {} are {}: {}", read->id, read->confidence, read->source));
  }

  void choose_target() {
    TargetSpec& target = out_.study.target;
    if (!request_.target.empty()) {
      const std::string& text = request_.target;
      if (out_.from_file && target.kind != TargetKind::england)
        overrides("target", text, target.table.empty() ? "the target" : target.table);
      target = {};
      if (text == "areas") {
        target.kind = TargetKind::areas;
      } else if (text == "areas-fixed") {
        target.kind = TargetKind::areas_fixed;
      } else if (const auto value = parse_number(text.substr(0, text.find(':')))) {
        target.kind = TargetKind::fixed;
        target.value = *value;
        if (const std::size_t colon = text.find(':'); colon != std::string::npos)
          target.se = parse_number(text.substr(colon + 1)).value_or(-1);
        if (!(target.se >= 0))
          diagnostics_.error("J104", {}, "--target VALUE:SE needs a standard error of 0 or more after the colon",
                             "for example --target 61.9:0.4");
      } else if (text != "england") {
        target.kind = TargetKind::table;
        target.table = text;
      }
    }
    if (target.kind != TargetKind::table) return;
    const std::string path = request_.target.empty() ? beside(out_.path, target.table) : target.table;
    const auto text = files_.text(path);
    if (!text) {
      diagnostics_.error("J301", {file_name(path), 0, 0, ""}, "cannot read this target table",
                         "a target is england, areas, areas-fixed, a number, or a CSV with indicator,value,se");
      return;
    }
    auto rows = read_targets(*text, file_name(path));
    diagnostics_.merge(rows.diagnostics);
    if (!rows) return;
    target.rows = std::move(*rows);
    out_.files.push_back({file_name(path), sha256_of(*text), "target", 0});
  }

  /// The results that this run must not be held against.
  void read_earlier() {
    std::string path = request_.against;
    overrides("against", path, out_.study.against);
    if (path.empty() && !out_.study.against.empty()) path = beside(out_.path, out_.study.against);
    if (path.empty()) return;
    if (files_.is_folder(path)) path += "/results.json";
    out_.study.against = path;
    const auto text = files_.text(path);
    if (!text) {
      diagnostics_.error("J301", {file_name(path), 0, 0, ""}, "cannot read these earlier results",
                         "--against names a results.json or the folder that holds it");
      return;
    }
    Outcome<EarlierRelease> read = read_earlier_release(*text, file_name(path));
    diagnostics_.merge(read.diagnostics);
    if (!read) return;
    out_.earlier = std::move(*read);
    out_.files.push_back({file_name(path), sha256_of(*text), "earlier release", 0});
  }

  void take_wave_before() {
    if (out_.index.imputation.method == "last_wave" && !out_.study.last_wave)
      diagnostics_.error("J582", out_.index.imputation.where,
                         "the index takes what an area lacks from the wave before, and the study names none",
                         "name its results.json under \"last_wave\" in the study");
    if (!out_.study.last_wave) return;
    std::string path = beside(out_.path, out_.study.last_wave->file);
    if (files_.is_folder(path)) path += "/results.json";
    const auto text = files_.text(path);
    if (!text) {
      diagnostics_.error("J301", {file_name(path), 0, 0, ""}, "cannot read these results of the wave before",
                         "\"last_wave\" names a results.json or the folder that holds it, beside the study");
      return;
    }
    auto read = read_wave_before(*text, file_name(path));
    diagnostics_.merge(read.diagnostics);
    if (!read) return;
    out_.study.last_wave = last_wave_of(*read);
    out_.wave_before = std::move(*read);
    out_.study.last_wave->file = file_name(path);
    out_.files.push_back({file_name(path), sha256_of(*text), "wave before", 0});
  }

  void read_issued_table() {
    if (!out_.study.issued) return;
    const std::string path = beside(out_.path, out_.study.issued->file);
    const auto text = files_.text(path);
    if (!text) {
      diagnostics_.error("J301", {file_name(path), 0, 0, ""}, "cannot read this table of questionnaires sent out",
                         "\"issued\" names a CSV with a row an area, beside the study");
      return;
    }
    auto rows = read_issued(*text, file_name(path), *out_.study.issued);
    diagnostics_.merge(rows.diagnostics);
    if (!rows) return;
    out_.study.issued->rows = std::move(*rows);
    out_.files.push_back({file_name(path), sha256_of(*text), "issued", 0});
  }

  /// A table that the study names, read by `read`; J301 says `what` it is when it is not there.
  template <typename Rows, typename Read>
  void read_table(const std::string& file, const std::string& what, const std::string& role, Rows& rows, Read read) {
    const std::string path = beside(out_.path, file);
    const auto text = files_.text(path);
    if (!text) {
      diagnostics_.error("J301", {file_name(path), 0, 0, ""}, "cannot read " + what, "its path is beside the study");
      return;
    }
    auto found = read(*text, file_name(path));
    diagnostics_.merge(found.diagnostics);
    if (!found) return;
    rows = std::move(*found);
    out_.files.push_back({file_name(path), sha256_of(*text), role, 0});
  }

  void read_estimation_tables() {
    if (auto& fpc = out_.study.estimation.fpc)
      read_table(fpc->file, "this table of populations", "populations", fpc->rows,
                 [&](const std::string& text, const std::string& name) { return read_populations(text, name, *fpc); });
    if (auto& rake = out_.study.rake)
      read_table(rake->file, "this table of margins", "margins", rake->levels, read_margins);
  }

  void note_estimation() {
    constexpr std::array<const char*, 3> errors{"linearised standard errors", "jackknife standard errors",
                                                "bootstrap standard errors (Rao and Wu)"};
    constexpr std::array<const char*, 4> single{"adjust", "certainty", "average", "fail"};
    constexpr std::array<const char*, 4> proportions{"normal", "wilson", "logit", "beta"};
    const EstimationSpec& e = out_.study.estimation;
    const bool linearised = e.uncertainty == Uncertainty::linearised;
    note("uncertainty",
         fmt::format("{}, {} intervals", errors.at(static_cast<std::size_t>(e.uncertainty)),
                     e.design_df ? "t (degrees of freedom of the design)" : "normal"),
         false, !linearised || e.design_df);
    if (e.uncertainty == Uncertainty::bootstrap) note("replicates", std::to_string(e.replicates), false, true);
    note("stratum of one unit", single.at(static_cast<std::size_t>(e.single_psu)), false,
         e.single_psu != SinglePsu::adjust);
    note("finite population", e.fpc ? "by stratum: " + e.fpc->file : "none: populations without end", false,
         e.fpc.has_value());
    note("intervals of proportions", proportions.at(static_cast<std::size_t>(e.proportion)), false,
         e.proportion != ProportionInterval::normal);
    if (!out_.study.rake) note("raking", "none: weights as given", false, false);
    if (!out_.study.case_mix) note("case mix", "none", false, false);
    note("headline", out_.study.adjusted_headline ? "adjusted" : "crude", false, out_.study.adjusted_headline);
  }

  void read_peers_table() {
    auto& peers = out_.study.peers;
    if (!peers) return;
    read_table(peers->file, "this table of what areas are like", "peers", peers->rows,
               [&](const std::string& text, const std::string& name) { return read_peer_table(text, name, *peers); });
  }

  void note(const std::string& name, const std::string& value, bool from_option, bool from_study) {
    out_.settings.push_back({name, value, from_option ? "option" : from_study ? "study" : "default"});
  }

  /// What an index leaves out has its default; domains and indicators that differ are named.
  void note_index_methods() {
    const IndexSpec& index = out_.index;
    const auto add = [this](const std::string& name, const std::string& value, bool given) {
      out_.settings.push_back({name, value, given ? "index" : "default"});
    };
    add("normalise", index.normalise.text(), index.normalise.method != "goalposts");
    const bool arithmetic = index.aggregate.method == "arithmetic";
    add("aggregate", index.aggregate.text() + (arithmetic ? ", geometric beside it" : ""), !arithmetic);
    if (index.weighting.method != "given") add("weights", index.weighting.text(), true);
    if (index.imputation.method != "none") add("missing", index.imputation.text() + ", SE the group's SD", true);
    for (const Domain& domain : index.domains) {
      if (domain.aggregate.text() != index.aggregate.text())
        add("aggregate " + domain.id, domain.aggregate.text(), true);
      for (const Indicator& indicator : domain.indicators)
        if (indicator.normalise.text() != index.normalise.text())
          add("normalise " + indicator.id, indicator.normalise.text(), true);
    }
  }

  void note_settings() {
    const StudySpec& s = out_.study;
    const bool study = out_.from_file;
    note("index", fmt::format("{} version {}", out_.index.id, out_.index.version), !request_.index.empty(), study);
    note("geography", s.geography.empty() ? "none: codes as found" : s.geography, !request_.geography.empty(),
         !s.geography.empty());
    constexpr std::array<const char*, 5> targets = {
        "england: weighted mean over all respondents", "areas: random-effects mean",
        "areas-fixed: precision-weighted mean of the areas", "fixed", "table"};
    note("target", targets.at(static_cast<std::size_t>(s.target.kind)), !request_.target.empty(),
         s.target.kind != TargetKind::england);
    note("disclosure",
         fmt::format("{}: hidden below {}, caution below {}{}{}", s.disclosure.preset, s.disclosure.minimum,
                     s.disclosure.caution,
                     s.disclosure.round_to > 0 ? fmt::format(", n to the nearest {}", s.disclosure.round_to) : "",
                     s.disclosure.whole_shown ? ", the whole never hidden" : ""),
         false, s.disclosure.preset != "default");
    note("against", s.against.empty() ? "no earlier release" : file_name(s.against), !request_.against.empty(),
         !s.against.empty());
    note("partial", s.partial_levels ? "levels" : "deviations", false, s.partial_levels);
    note_index_methods();
    note("coverage",
         fmt::format("at least {} of the total weight, {} of each domain", shortest(out_.index.coverage_total),
                     shortest(out_.index.coverage_domain)),
         false, false);
    note_estimation();
    for (const ComparisonWords& one : comparison_words(s.comparison))
      note(one.name, one.value, false, !one.is_default);
    note("seed", std::to_string(s.seed), false, s.seed != 1);
  }

  std::optional<JsonSource> source_; ///< of the study file
  const BenchmarkRequest& request_;
  const Library& library_;
  FileStore& files_;
  StudySetup out_;
  Diagnostics diagnostics_;
};

} // namespace

Outcome<StudySetup> set_up_study(const BenchmarkRequest& request, const Library& library, FileStore& files) {
  return Setup(request, library, files).run();
}

} // namespace joinedup
