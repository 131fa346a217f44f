// `joinedup verify`: a run repeated from its run record, and every byte and number compared.
#include "cli/benchmark_request.hpp"
#include "cli/command_record.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/parser.hpp"
#include "cli/results_folder.hpp"

#include "base/text.hpp"
#include "base/visible.hpp"
#include "definitions/run_record.hpp"
#include "model/results_form.hpp"
#include "pipeline/benchmark_run.hpp"
#include "pipeline/verify/moved_files.hpp"
#include "pipeline/verify/output_difference.hpp"
#include "pipeline/verify/reasons.hpp"
#include "report/outputs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

namespace joinedup {

namespace {

constexpr int differs = 5; // the contract's code for a gate that was not met

constexpr std::array verify_options{
    OptionSpec{"--inputs", 0, "DIR", "look for the files of the run there first (repeatable; then the current folder)",
               true},
    OptionSpec{"--output", 'o', "DIR", "keep the repeated run there, to be looked at beside RUN"},
    OptionSpec{"--force", 0, {}, "replace the results that are in DIR"},
};

const std::array groups{OptionGroup{"Verify", verify_options}};

class Verification {
public:
  Verification(const Arguments& arguments, DiskStore& files, Talk& talk)
      : arguments_(arguments), files_(files), talk_(talk) {}

  int run() {
    if (arguments_.words.size() != 1)
      diagnostics_.error("J104", {}, "verify needs one RUN", "joinedup verify RUN, the folder that benchmark wrote");
    if (arguments_.has("--force") && !arguments_.has("--output"))
      diagnostics_.error("J104", {}, "--force is for a folder that -o names", "RUN itself is never changed");
    check_folders();
    if (diagnostics_.has_errors()) return stop();
    const auto file = file_of_run(arguments_.words.front(), "run.json", files_, diagnostics_);
    if (!file) return stop();
    Outcome<RunRecord> record = read_run_record(file->text, file_name(file->path));
    diagnostics_.merge(record.diagnostics);
    if (!record) return stop();
    folder_ = file->folder;
    record_ = std::move(*record);
    check_command(file_name(file->path));
    return diagnostics_.has_errors() ? stop() : repeat();
  }

private:
  int stop() {
    talk_.diagnostics(diagnostics_);
    return exit_code(diagnostics_);
  }

  void check_folders() {
    for (const std::string& folder : arguments_.all("--inputs"))
      if (!files_.is_folder(folder))
        diagnostics_.error("J321", {folder, 0, 0, ""}, "no folder of that name to look for the run's files in");
  }

  /// A record that was edited may hold anything: what no run was told is refused before anything is opened or written.
  void check_command(const std::string& file) {
    if (record_.command.options.contains("--share"))
      return diagnostics_.error("J179", {file, 0, 0, ""},
                                "made from shared partials, which hold no survey to repeat the run from",
                                "give them to joinedup merge again, and compare the folders");
    const auto refuse = [&](const std::string& what) {
      diagnostics_.error(
          "J592", {file, 0, 0, ""}, "no run was told this: " + visible(what),
          "the record was changed after the run, or is of another release: run joinedup benchmark again");
    };
    std::vector<std::string> words;
    for (const auto& [name, values] : record_.command.options) {
      if (name == "--output") refuse("--output, which no record keeps");
      if (name == "--rejects" && values.empty()) continue; // of a place to write the record says only that it was given
      if (values.empty()) words.push_back(name);
      for (const std::string& value : values)
        words.push_back(fmt::format("{}={}", name, value));
    }
    const auto parsed = parse_arguments(benchmark_command.name, benchmark_command.options, std::move(words));
    for (const Diagnostic& fault : parsed.diagnostics.all())
      refuse(fault.message);
    for (const std::string& survey : record_.command.files)
      if (survey.find('/') != std::string::npos) refuse("a survey file with its folder");
  }

  std::vector<std::string> folders() const {
    std::vector<std::string> out;
    for (const std::string& folder : arguments_.all("--inputs"))
      out.push_back(folder.size() > 1 && folder.ends_with('/') ? folder.substr(0, folder.size() - 1) : folder);
    out.emplace_back(".");
    return out;
  }

  bool is_input(const std::string& name) const {
    return std::any_of(record_.inputs.begin(), record_.inputs.end(), [&](const InputInfo& input) {
      return input.origin != built_in && file_name(input.name) == name;
    });
  }

  /// The arguments with the files where they are now; J321 names all that are in no folder.
  Arguments found_arguments(MovedFiles& moved) {
    return recorded_arguments(record_.command, [&](const std::string& name) {
      if (!is_input(name)) return name;
      if (const auto path = moved.place(name)) return *path;
      const bool streamed = name == file_name("-");
      diagnostics_.error("J321", {name, 0, 0, ""}, "this file of the run is in no folder that was looked in",
                         streamed ? "put what came by standard input into a file of this name, and name its folder "
                                    "with --inputs DIR"
                                  : "--inputs DIR says where the files of the run are");
      return name;
    });
  }

  int repeat() {
    MovedFiles moved(files_, folders(), record_.inputs);
    Arguments arguments = found_arguments(moved);
    if (const auto threads = arguments_.all("--threads"); !threads.empty()) arguments.options["--threads"] = threads;
    if (diagnostics_.has_errors()) return stop();
    const Outcome<BenchmarkRequest> request = benchmark_request(arguments);
    diagnostics_.merge(request.diagnostics);
    if (!request) return stop();
    auto kept = arguments_.has("--output")
                    ? OutputFolder::prepare(arguments_.text("--output"), arguments_.has("--force"), output_names(),
                                            diagnostics_)
                    : std::optional<OutputFolder>();
    if (diagnostics_.has_errors()) return stop();
    const Outcome<BenchmarkOutcome> outcome = run_benchmark(*request, moved);
    if (!outcome) return cannot_be_repeated(outcome.diagnostics);
    const std::vector<OutputText> outputs = run_outputs(outcome->results, record_.command);
    if (kept) {
      for (const OutputText& output : outputs)
        kept->write(output.name, output.text);
      kept->commit();
    }
    return compare(outputs, outcome->results);
  }

  int cannot_be_repeated(const Diagnostics& said) {
    talk_.diagnostics(said);
    for (const InputInfo& input : record_.inputs)
      if (input.origin == user_folder_word)
        talk_.say(fmt::format(" {} ({}) came from a user's folder: --instrument-dir DIR names it",
                              file_name(input.name), input.role));
    talk_.say(" the run cannot be repeated, so nothing was compared");
    return exit_code(said);
  }

  int compare(const std::vector<OutputText>& outputs, const RunResults& now) {
    std::size_t different = 0;
    for (const OutputText& output : outputs) {
      const auto then = files_.text(folder_ + "/" + output.name);
      const std::string difference =
          then ? output_difference(output.name, *then, output.text) : "is not in the folder of the run";
      different += difference.empty() ? 0U : 1U;
      talk_.show(fmt::format("{:<24}{}\n", output.name, difference.empty() ? "same bytes" : difference));
    }
    const std::vector<std::string> gone = tables_of_then(outputs);
    for (const std::string& name : gone) {
      ++different;
      talk_.show(fmt::format("{:<24}is not made by the repeat\n", name));
    }
    if (different == 0) {
      talk_.show(fmt::format("all {} files of the run come out as they were\n", outputs.size()));
      return 0;
    }
    std::vector<std::string> reasons = reasons_to_differ(record_, now);
    if (reasons.empty())
      reasons.emplace_back("version, inputs, definitions and settings are those of the run: the files were changed "
                           "after it, or this machine computes otherwise");
    for (const std::string& reason : reasons)
      talk_.show("why: " + reason + "\n");
    talk_.show(fmt::format("{} of {} files differ\n", different, outputs.size() + gone.size()));
    return differs;
  }

  /// Tables in the folder of the run that the repeat does not make: which there are depends on the run.
  std::vector<std::string> tables_of_then(const std::vector<OutputText>& outputs) const {
    std::vector<std::string> out;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folder_, ignored)) {
      const std::string name = entry.path().filename().string();
      const auto made = [&name](const OutputText& output) { return output.name == name; };
      if (name.starts_with("table_") && name.ends_with(".csv") && std::none_of(outputs.begin(), outputs.end(), made))
        out.push_back(name);
    }
    std::sort(out.begin(), out.end());
    return out;
  }

  const Arguments& arguments_;
  DiskStore& files_;
  Talk& talk_;
  RunRecord record_;
  std::string folder_;
  Diagnostics diagnostics_;
};

int run_verify_command(const Arguments& arguments, DiskStore& files, Talk& talk) {
  return Verification(arguments, files, talk).run();
}

} // namespace

const Command verify_command{
    "verify",
    "Evaluate",
    "repeats a run from its run.json and compares every byte and number",
    "verify [OPTIONS] RUN",
    "RUN is the folder that benchmark wrote. run.json says what the run was told and the SHA-256 of all that it read;\n"
    "it holds no folders, so --inputs says where its files are (else the current folder, and beside a study what the\n"
    "study names). The run is repeated without touching RUN, and each file is compared: how many numbers differ, by\n"
    "how much, the first of them, and why: an input or definition that has changed, another version, another\n"
    "setting. Exit 0 when all bytes are the same, 5 when any differ, 3 when a file of the run is not there.",
    "joinedup verify results/\n"
    "joinedup verify results/ --inputs data/ -o again/",
    groups,
    run_verify_command};

} // namespace joinedup
