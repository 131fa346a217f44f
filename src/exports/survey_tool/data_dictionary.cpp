#include "exports/survey_tool/data_dictionary.hpp"

#include "base/csv_table.hpp"
#include "base/text.hpp"
#include "exports/headings.hpp"

#include <map>

namespace joinedup {

namespace {

using Choices = std::vector<std::pair<std::string, std::string>>;

/// Fields of whom each choice is a column of its own, NAME___CODE; a negative code is written NAME____99.
std::string checkbox_code(std::string_view heading, const DictionaryField& field) {
  constexpr std::string_view between = "___";
  if (field.type != "checkbox" || !heading.starts_with(field.name)) return {};
  std::string_view rest = heading.substr(field.name.size());
  if (!rest.starts_with(between)) return {};
  rest.remove_prefix(between.size());
  return rest.starts_with('_') ? "-" + std::string(rest.substr(1)) : std::string(rest);
}

void give_choices(const DictionaryField& field, bool labels_in_file, ColumnInfo& column) {
  column.tool_code = field.name;
  column.text = field.label;
  if (field.type == "checkbox") return;
  for (const auto& [code, label] : field.choices) {
    if (labels_in_file)
      column.labels.emplace(label, code);
    else
      column.labels.emplace(code, label);
  }
}

class Fields {
public:
  explicit Fields(const std::vector<DictionaryField>& fields) {
    for (const DictionaryField& field : fields) {
      names_.emplace(lower(field.name), &field);
      auto [entry, is_new] = labels_.emplace(normal_heading(field.label), &field);
      if (!is_new) entry->second = nullptr; // two fields: neither is meant
    }
  }
  bool apply(const std::string& heading, ColumnInfo& column) const {
    if (const auto named = names_.find(lower(heading)); named != names_.end()) {
      give_choices(*named->second, false, column);
      return true;
    }
    if (const DictionaryField* const box = checkbox(heading); box != nullptr) {
      column.tool_code = heading;
      column.text = box->label;
      return true;
    }
    const auto labelled = labels_.find(normal_heading(heading));
    if (labelled == labels_.end() || labelled->second == nullptr) return false;
    give_choices(*labelled->second, true, column);
    return true;
  }

private:
  const DictionaryField* checkbox(const std::string& heading) const {
    const std::size_t cut = heading.find("___");
    if (cut == std::string::npos) return nullptr;
    const auto found = names_.find(lower(heading.substr(0, cut)));
    return found != names_.end() && !checkbox_code(heading, *found->second).empty() ? found->second : nullptr;
  }

  std::map<std::string, const DictionaryField*> names_, labels_;
};

} // namespace

Choices choices_of(std::string_view text) {
  Choices out;
  for (const std::string_view choice : split(text, '|')) {
    const std::size_t comma = choice.find(',');
    if (comma == std::string_view::npos) continue;
    out.emplace_back(trim(choice.substr(0, comma)), trim(choice.substr(comma + 1)));
  }
  return out;
}

Outcome<std::vector<DictionaryField>> read_data_dictionary(std::string_view text, const std::string& file) {
  Outcome<CsvTable> table = read_csv_table(text, file);
  if (!table) return Outcome<std::vector<DictionaryField>>::failure(std::move(table.diagnostics));
  const auto either = [&](std::string_view downloaded, std::string_view from_interface) {
    const auto found = table->column(downloaded);
    return found ? found : table->column(from_interface);
  };
  const auto name = either("Variable / Field Name", "field_name"), form = either("Form Name", "form_name"),
             type = either("Field Type", "field_type"), label = either("Field Label", "field_label"),
             choices = either("Choices, Calculations, OR Slider Labels", "select_choices_or_calculations");
  Diagnostics diagnostics = std::move(table.diagnostics);
  if (!name || !form || !type || !label || !choices) {
    diagnostics.error("J160", {file, table->header.line, 0, ""},
                      "no data dictionary: the headings Variable / Field Name, Form Name, Field Type, Field Label and "
                      "Choices, Calculations, OR Slider Labels were expected",
                      "download it in the survey tool as CSV and leave it as it is");
    return Outcome<std::vector<DictionaryField>>::failure(std::move(diagnostics));
  }
  std::vector<DictionaryField> out;
  for (const CsvRow& row : table->rows) {
    DictionaryField field{row.cells[*name], row.cells[*form], row.cells[*type], row.cells[*label], {}};
    const bool has_choices = field.type == "radio" || field.type == "dropdown" || field.type == "checkbox";
    if (has_choices) field.choices = choices_of(row.cells[*choices]);
    if (field.type == "yesno") field.choices = {{"1", "Yes"}, {"0", "No"}};
    out.push_back(std::move(field));
  }
  return {std::move(out), std::move(diagnostics)};
}

Diagnostics apply_data_dictionary(const std::vector<DictionaryField>& fields, const std::string& dictionary,
                                  const std::string& file, SurveyHeader& header) {
  Diagnostics out;
  const Fields known(fields);
  header.columns.resize(header.headings.size());
  std::size_t applied = 0;
  for (std::size_t k = 0; k < header.headings.size(); ++k)
    applied += known.apply(header.headings[k], header.columns[k]) ? 1U : 0U;
  if (applied == 0)
    out.warning("J161", {file, header.dialect.header_line, 0, ""},
                "no column is a field of the data dictionary " + dictionary, "is it the dictionary of this project?");
  return out;
}

} // namespace joinedup
