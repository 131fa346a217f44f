// `joinedup report`: the report and the CSVs of a run, made again from its results.json alone.
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/results_folder.hpp"

#include "definitions/results.hpp"
#include "report/outputs.hpp"

#include <joinedup/version.hpp>

#include <fmt/format.h>

#include <array>
#include <filesystem>

namespace joinedup {

namespace {

constexpr std::array report_options{
    OptionSpec{"--output", 'o', "DIR", "a folder of its own for the files (default: RUN, file by file)"},
    OptionSpec{"--force", 0, {}, "replace the results that are in DIR"},
    OptionSpec{"--areas", 0, {}, "also area-CODE.html for each area: one page that can be sent alone"},
};

const std::array groups{OptionGroup{"Report", report_options}};

/// In place: each file appears whole under its name, or the earlier one stays.
void write_into(const std::string& folder, const std::vector<OutputText>& outputs) {
  for (const OutputText& output : outputs) {
    OutputFile file(folder + "/" + output.name, Privacy::shared);
    file.write(output.text);
    file.commit();
  }
}

/// A folder of results of its own: the record goes along, so that it stays with the figures.
void write_folder(OutputFolder& folder, const std::vector<OutputText>& outputs, const RunFile& results,
                  DiskStore& files) {
  for (const OutputText& output : outputs)
    folder.write(output.name, output.text);
  folder.write("results.json", results.text);
  if (const auto record = files.text(results.folder + "/run.json")) folder.write("run.json", *record);
  folder.commit();
}

Diagnostics check_words(const Arguments& arguments) {
  Diagnostics faults;
  if (arguments.words.size() != 1)
    faults.error("J104", {}, "report needs one RUN", "joinedup report RUN, the folder that joinedup benchmark wrote");
  if (arguments.has("--force") && !arguments.has("--output"))
    faults.error("J104", {}, "--force is for a folder that -o names", "without -o the files of RUN are made anew");
  return faults;
}

/// Without a run record beside results.json the folder may be anybody's: what lies there is left alone.
void check_place(const RunFile& results, const std::vector<OutputText>& outputs, Diagnostics& diagnostics) {
  if (std::filesystem::exists(results.folder + "/run.json")) return;
  for (const OutputText& output : outputs)
    if (std::filesystem::exists(results.folder + "/" + output.name))
      diagnostics.error("J303", {output.name, 0, 0, ""},
                        "this file is there already, and no run.json says that a run wrote it",
                        "-o DIR writes to a folder of its own");
}

int run_report_command(const Arguments& arguments, DiskStore& files, Talk& talk) {
  Diagnostics diagnostics = check_words(arguments);
  const auto stop = [&] {
    talk.diagnostics(diagnostics);
    return exit_code(diagnostics, talk.strict());
  };
  if (diagnostics.has_errors()) return stop();
  const auto file = file_of_run(arguments.words.front(), "results.json", files, diagnostics);
  if (!file) return stop();
  const Outcome<RunResults> results = read_results(file->text, file_name(file->path));
  diagnostics.merge(results.diagnostics);
  if (!results) return stop();
  if (results->version != version)
    diagnostics.warning("J591", {file_name(file->path), 0, 0, ""},
                        fmt::format("made by joinedup {}, and this is {}: numbers are those of then, pages are laid "
                                    "out as now",
                                    results->version, version));
  if (talk.refuses_output(diagnostics)) return stop();
  std::vector<OutputText> outputs = rendered_outputs(*results);
  if (arguments.has("--areas"))
    for (OutputText& page : area_files(*results))
      outputs.push_back(std::move(page));
  if (!arguments.has("--output")) check_place(*file, outputs, diagnostics);
  if (diagnostics.has_errors()) return stop();
  const std::string target = arguments.text("--output", file->folder);
  if (arguments.has("--output")) {
    auto folder = OutputFolder::prepare(target, arguments.has("--force"), output_names(), diagnostics);
    if (!folder) return stop();
    write_folder(*folder, outputs, *file, files);
  } else {
    write_into(target, outputs);
  }
  const int code = stop();
  talk.say(fmt::format("{} files in {}, from results.json alone", outputs.size(), target));
  return code;
}

} // namespace

const Command report_command{
    "report",
    "Evaluate",
    "report and CSVs of a run made again from its results.json alone; one page an area",
    "report [OPTIONS] RUN",
    "RUN is the folder that benchmark wrote. Its CSVs, datapackage.json, report.html and workbook.xlsx are made from\n"
    "results.json, byte for byte as the run wrote them: no survey file is needed, and what was hidden is not there.\n"
    "--areas adds a page for each area that can be sent or printed alone. With -o the files go to a folder of their\n"
    "own, with copies of results.json and run.json.",
    "joinedup report results/ -o again/\n"
    "joinedup report results/ --areas",
    groups,
    run_report_command};

} // namespace joinedup
