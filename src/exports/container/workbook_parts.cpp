#include "exports/container/workbook_parts.hpp"

#include "base/text.hpp"
#include "exports/container/xml_parse.hpp"

#include <map>
#include <optional>

namespace joinedup {

namespace {

/// Relations of a part: id -> kind (last word of its type) and target.
class Relations : public XmlHandler {
public:
  struct Target {
    std::string kind, part;
  };

  explicit Relations(std::string folder) : folder_(std::move(folder)) {}

  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name != "Relationship" || attributes.get("TargetMode") == "External") return;
    const std::string_view type = attributes.get("Type");
    Target target{std::string(type.substr(type.rfind('/') + 1)), resolved(attributes.get("Target"))};
    targets_[std::string(attributes.get("Id"))] = std::move(target);
  }
  void end(std::string_view) override {}

  std::optional<Target> of_id(std::string_view id) const {
    const auto found = targets_.find(id);
    if (found == targets_.end()) return std::nullopt;
    return found->second;
  }
  std::string of_kind(std::string_view kind) const {
    for (const auto& [id, target] : targets_)
      if (target.kind == kind) return target.part;
    return {};
  }

private:
  std::string resolved(std::string_view target) const {
    if (target.starts_with('/')) return std::string(target.substr(1));
    std::string folder = folder_;
    for (;;) {
      if (target.starts_with("./")) {
        target.remove_prefix(2);
      } else if (target.starts_with("../")) {
        target.remove_prefix(3);
        const std::size_t slash = folder.empty() ? std::string::npos : folder.rfind('/', folder.size() - 2);
        folder.resize(slash == std::string::npos ? 0 : slash + 1);
      } else {
        return folder + std::string(target);
      }
    }
  }

  std::string folder_; ///< with its slash
  std::map<std::string, Target, std::less<>> targets_;
};

class WorkbookHandler : public XmlHandler {
public:
  struct Named {
    std::string name, id;
    bool hidden;
  };

  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "workbookPr") {
      const std::string_view flag = attributes.get("date1904");
      from_1904 = flag == "1" || flag == "true" || flag == "on";
    } else if (name == "sheet") {
      const std::string_view state = attributes.get("state");
      sheets.push_back({std::string(attributes.get("name")), std::string(attributes.get("id")),
                        state == "hidden" || state == "veryHidden"});
    }
  }
  void end(std::string_view) override {}

  std::vector<Named> sheets;
  bool from_1904 = false;
};

class StylesHandler : public XmlHandler {
public:
  void start(std::string_view name, const XmlAttributes& attributes) override {
    const auto number = static_cast<int>(parse_whole(attributes.get("numFmtId")).value_or(0) & 0xFFFFU);
    if (name == "numFmt") {
      codes_[number] = std::string(attributes.get("formatCode"));
    } else if (name == "cellXfs") {
      within_ = true;
    } else if (name == "xf" && within_) {
      const auto code = codes_.find(number);
      formats.push_back(cell_format(number, code == codes_.end() ? std::string_view() : code->second));
    }
  }
  void end(std::string_view name) override {
    if (name == "cellXfs") within_ = false;
  }

  std::vector<CellFormat> formats;

private:
  std::map<int, std::string> codes_;
  bool within_ = false;
};

std::string relations_part(const std::string& part) {
  const std::size_t slash = part.rfind('/') + 1; // 0 where there is none
  return part.substr(0, slash) + "_rels/" + part.substr(slash) + ".rels";
}

Relations read_relations(const ZipPackage& package, const std::string& part, std::string folder) {
  Relations out(std::move(folder));
  if (package.has(part)) parse_xml(*package.open(part), out);
  return out;
}

[[noreturn]] void refuse(const ZipPackage& package) {
  const char* what = package.has("xl/workbook.bin")     ? "it is a binary workbook (.xlsb)"
                     : package.has("content.xml")       ? "it is an OpenDocument file (.ods)"
                     : package.has("word/document.xml") ? "it is a document of a word processor"
                                                        : "it is a zip file that holds no workbook";
  throw NoWorkbook(what);
}

} // namespace

WorkbookParts read_workbook_parts(const ZipPackage& package) {
  std::string part = read_relations(package, "_rels/.rels", "").of_kind("officeDocument");
  if (part.empty() || !package.has(part)) part = "xl/workbook.xml";
  if (!package.has(part) || part.ends_with(".bin") || package.has("word/document.xml")) refuse(package);
  const std::string folder = part.substr(0, part.rfind('/') + 1);
  const Relations relations = read_relations(package, relations_part(part), folder);
  WorkbookHandler workbook;
  parse_xml(*package.open(part), workbook);

  WorkbookParts out;
  out.from_1904 = workbook.from_1904;
  out.strings = relations.of_kind("sharedStrings");
  out.styles = relations.of_kind("styles");
  for (const auto& sheet : workbook.sheets) {
    const auto target = relations.of_id(sheet.id);
    if (target && target->kind == "worksheet" && package.has(target->part))
      out.sheets.push_back({sheet.name, target->part, sheet.hidden});
  }
  return out;
}

std::vector<CellFormat> read_cell_styles(ByteSource& source) {
  StylesHandler styles;
  parse_xml(source, styles);
  return std::move(styles.formats);
}

} // namespace joinedup
