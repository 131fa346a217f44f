// Settings in force, files read, what the run had to say, and sources.
#include "report/html/page.hpp"
#include "report/html/text.hpp"
#include "report/json/values.hpp"

#include "base/render.hpp"
#include "base/text.hpp"
#include "model/comparison_words.hpp"

#include <algorithm>
#include <set>

namespace joinedup {
namespace {

void append_settings(std::string& out, const std::vector<Setting>& settings) {
  if (settings.empty()) return;
  out += "<h3>Settings in force</h3><table class=\"sm set\"><caption class=\"vh\">Settings in "
         "force</caption><thead><tr><th "
         "scope=\"col\">Setting</th><th scope=\"col\">Value</th><th scope=\"col\">From</th></tr></thead><tbody>";
  for (const Setting& s : settings)
    put(out, "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td></tr>", escaped(s.name), escaped(s.value),
        escaped(s.from));
  out += "</tbody></table>";
}

/// Definitions that do not come with the program are marked: another person's run cannot read them.
std::string role_of(const InputInfo& input) {
  return input.origin.empty() || input.origin == "built in" ? input.role : input.role + ", from a user's folder";
}

void append_inputs(std::string& out, const std::vector<InputInfo>& inputs) {
  if (inputs.empty()) return;
  out += "<h3>Files read</h3><table class=\"sm set files\"><caption class=\"vh\">Files read</caption><thead><tr><th "
         "scope=\"col\">File</th>"
         "<th scope=\"col\">What it is</th><th scope=\"col\" class=\"n\">Records</th><th scope=\"col\">SHA-256 "
         "begins</th></tr></thead>"
         "<tbody>";
  constexpr std::size_t beginning = 12;
  for (const InputInfo& input : inputs)
    put(out, "<tr><th scope=\"row\">{}</th><td>{}</td><td class=\"n\">{}</td><td><code>{}</code></td></tr>",
        escaped(file_name(input.name)), escaped(role_of(input)),
        input.role == "survey" ? with_thousands(input.records) : "", escaped(input.sha256.substr(0, beginning)));
  out += "</tbody></table>";
}

/// A line a code: how often, and the first message.
void append_diagnostics(std::string& out, const Diagnostics& diagnostics) {
  out += "<h3>What the run had to say</h3>";
  if (diagnostics.empty()) {
    out += "<p>No errors, warnings or notes.</p>";
    return;
  }
  out += "<table class=\"sm set msg\"><caption class=\"vh\">Messages by code</caption><thead><tr><th "
         "scope=\"col\">Code</th><th "
         "scope=\"col\">Level</th><th scope=\"col\" class=\"n\">Times</th><th scope=\"col\">First "
         "message</th></tr></thead><tbody>";
  std::set<std::string> seen;
  for (const Diagnostic& d : diagnostics.all())
    if (seen.insert(d.code).second)
      put(out, "<tr><th scope=\"row\">{}</th><td>{}</td><td class=\"n\">{}</td><td>{}</td></tr>", escaped(d.code),
          words(d.severity), with_thousands(diagnostics.count(d.code)), escaped(d.message));
  out += "</tbody></table>";
}

void append_sources(std::string& out, const RunResults& results) {
  std::set<std::string> seen;
  out += "<h3>Sources</h3><ul>";
  for (const IndicatorInfo& info : results.indicators)
    if (!info.source.empty() && seen.insert(info.source).second)
      put(out, "<li>{}: {}</li>", escaped(info.label), escaped(info.source));
  out += "<li>Spread between areas: Spiegelhalter 2005, doi:10.1136/qshc.2005.013755 and doi:10.1002/sim.1970</li>"
         "<li>Reliability: " +
         between_source(results.study.comparison) + "</li>";
  if (const std::string testing = testing_words(results.study.comparison); !testing.empty())
    out += "<li>Many comparisons: " + testing + "</li>";
  const auto ranked = [](const AreaResult& area) { return area.rank_interval.has_value(); };
  if (std::ranges::any_of(results.areas, ranked))
    out += "<li>Ranges of ranks: Mogstad, Romano, Shaikh and Wilhelm 2023, doi:10.1093/restud/rdad006</li>";
  out += "</ul>";
}

} // namespace

void append_record(std::string& out, const ReportPage& page) {
  const RunResults& r = page.results;
  append_settings(out, r.settings);
  append_inputs(out, r.inputs);
  append_diagnostics(out, r.diagnostics);
  append_sources(out, r);
}

} // namespace joinedup
