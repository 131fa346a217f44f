// operating_characteristics PLAN.json --out FILE.csv [--seed N] [--surveys N] [--threads N] [--scenario ID]
// operating_characteristics --version
#include "run_plan.hpp"

#include "base/render.hpp"
#include "base/text.hpp"

#include <joinedup/version.hpp>

#include <fstream>
#include <iostream>
#include <sstream>
#include <stdexcept>
#include <string_view>

namespace {

using namespace joinedup::validation;

struct CommandLine {
  std::string plan, out;
  RunOptions options;
};

std::uint64_t whole(const std::string& text) {
  const auto number = joinedup::parse_whole(text);
  if (!number) throw std::invalid_argument("\"" + text + "\" is no whole number");
  return *number;
}

CommandLine read_command_line(const std::vector<std::string>& arguments) {
  CommandLine out;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& name = arguments[i];
    if (!name.starts_with("--")) {
      out.plan = name;
      continue;
    }
    if (++i == arguments.size()) throw std::invalid_argument(name + " needs a value");
    const std::string& value = arguments[i];
    if (name == "--out")
      out.out = value;
    else if (name == "--seed")
      out.options.seed = whole(value);
    else if (name == "--surveys")
      out.options.surveys = whole(value);
    else if (name == "--threads")
      out.options.threads = static_cast<int>(whole(value));
    else if (name == "--scenario")
      out.options.scenario = value;
    else
      throw std::invalid_argument("no such option: " + name);
  }
  if (out.plan.empty() || out.out.empty()) throw std::invalid_argument("a plan and --out are needed");
  return out;
}

std::string text_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  if (!file) throw std::runtime_error("cannot read " + path);
  return text.str();
}

} // namespace

int main(int argc, char** argv) {
  try {
    if (argc == 2 && std::string_view(argv[1]) == "--version") {
      std::cout << joinedup::version << '\n';
      return 0;
    }
    CommandLine line = read_command_line({argv + 1, argv + argc});
    const joinedup::Outcome<Plan> plan = read_plan(text_of(line.plan), line.plan);
    std::cerr << joinedup::render_text(plan.diagnostics);
    if (!plan) return 4;
    line.options.say = [](const std::string& what) { std::cerr << what << '\n'; };
    const std::string csv = findings_csv(run_plan(*plan, line.options));
    std::ofstream file(line.out, std::ios::binary);
    file << csv;
    file.close();
    if (!file) throw std::runtime_error("cannot write " + line.out);
    return 0;
  } catch (const std::invalid_argument& fault) {
    std::cerr << "operating_characteristics: " << fault.what() << '\n';
    return 2;
  } catch (const std::exception& fault) {
    std::cerr << "operating_characteristics: " << fault.what() << '\n';
    return 1;
  }
}
