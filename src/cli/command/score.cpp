// `joinedup score`: a row per record with its scores, on standard output or in a private file.
#include "cli/commands.hpp"
#include "cli/lines_text.hpp"
#include "cli/output.hpp"
#include "cli/spool.hpp"
#include "cli/survey_options.hpp"

#include "base/text.hpp"
#include "pipeline/score_run.hpp"

#include <array>

namespace joinedup {

namespace {

constexpr std::array output_options{
    OptionSpec{"--output", 'o', "FILE",
               "write there instead of standard output (mode 0600: it holds people's answers)"},
    OptionSpec{"--format", 0, "csv|ndjson", "CSV, or a JSON object a line"},
    OptionSpec{"--scores", 0, "NAME,...", "only these scores, each with its status"},
    OptionSpec{"--roll-up", 0, "COL", "tables of counts: one row for each value of this column, counts summed"},
    OptionSpec{"--disclosure", 0, "PRESET", "tables of counts: star small counts and what gives them away"},
    OptionSpec{"--items", 0, {}, "also the answer codes as read (. missing, n not applicable)"},
    OptionSpec{"--dry-run", 0, {}, "say what would be read and scored, by headings alone; no record is read"},
};

const std::array groups{OptionGroup{"Output", output_options}, OptionGroup{"Scoring", scoring_options()},
                        OptionGroup{"Columns", column_options()}, OptionGroup{"Reading", reader_options()}};

ScoreRequest score_request(const Arguments& arguments, SurveyRequest survey) {
  ScoreRequest out;
  out.survey = std::move(survey);
  out.items = arguments.has("--items");
  out.outline = arguments.has("--dry-run");
  out.disclosure = arguments.text("--disclosure");
  out.roll_up = arguments.text("--roll-up");
  out.ndjson = arguments.text("--format") == "ndjson";
  const std::string names = arguments.text("--scores");
  for (const std::string_view name : split(names, ',')) {
    if (!trim(name).empty()) out.scores.emplace_back(trim(name));
  }
  return out;
}

/// Standard output or a file, kept only when the run says so.
class Destination {
public:
  explicit Destination(const std::string& path) {
    if (!path.empty() && path != "-") file_.emplace(path, Privacy::own);
  }
  void write(std::string_view text) {
    if (file_) {
      file_->write(text);
    } else {
      spool_.write(text);
    }
  }
  void keep(Talk& talk) {
    if (file_) {
      file_->commit();
    } else {
      spool_.release([&](std::string_view text) { talk.print(text); });
    }
  }

private:
  std::optional<OutputFile> file_;
  Spool spool_;
};

int say_outline(const ScoreRequest& request, DiskStore& files, Talk& talk) {
  const auto outcome = run_score(request, files, [](std::string_view) {});
  talk.diagnostics(outcome.diagnostics);
  if (outcome) {
    talk.show(lines_text(outcome->outline));
    talk.show("\n" + lines_text(setting_lines("settings", outcome->settings)));
    talk.say(" dry run: headings were read, no record was, and nothing was written");
  }
  return exit_code(outcome.diagnostics, talk.strict());
}

int run_score_command(const Arguments& arguments, DiskStore& files, Talk& talk) {
  Outcome<SurveyRequest> survey = survey_request(arguments);
  if (survey && survey->files.empty())
    survey.diagnostics.error("J104", {}, "no FILE was given", "joinedup score FILE; - is standard input");
  if (survey.diagnostics.has_errors()) {
    talk.diagnostics(survey.diagnostics);
    return exit_code(survey.diagnostics);
  }
  ScoreRequest request = score_request(arguments, std::move(*survey));
  request.with_hashes = talk.verbose();
  if (request.outline) return say_outline(request, files, talk);
  Destination destination(arguments.text("--output"));
  std::optional<OutputFile> rejects;
  if (arguments.has("--rejects")) rejects.emplace(arguments.text("--rejects"), Privacy::own);
  const auto outcome = run_score(request, files, [&](std::string_view text) { destination.write(text); });
  talk.diagnostics(outcome.diagnostics);
  if (outcome) {
    const bool written = !talk.refuses_output(outcome.diagnostics);
    if (written) destination.keep(talk);
    if (written && rejects) {
      rejects->write(outcome->rejects);
      rejects->commit();
    }
    talk.settings(outcome->settings, outcome->inputs);
    talk.reconciliation(outcome->reconciliation);
  }
  return exit_code(outcome.diagnostics, talk.strict());
}

} // namespace

const Command score_command{
    "score",
    "Everyday",
    "survey files -> one row per record with its scores",
    "score [OPTIONS] FILE...",
    "Reads survey exports (CSV, plain or .gz; - is standard input) and writes one row per record in input\n"
    "order: the kept columns, then each score as INSTRUMENT.SCORE with INSTRUMENT.SCORE:status beside it.\n"
    "Without a map, columns are matched by item id (p3ceq_1, eq5d_mo, ...), never by position. A fault of\n"
    "structure gives no output at all; --rejects sets such records aside instead. A published table of counts\n"
    "(a column an answer) gives one row an organisation, or a parent with --roll-up.",
    "joinedup score survey.csv -i p3ceq > scores.csv\n"
    "joinedup score survey.csv.gz --value-set eq-5d-5l=5L-VT-UK -o scores.csv\n"
    "joinedup score export.csv --map map.json --format ndjson",
    groups,
    run_score_command};

} // namespace joinedup
