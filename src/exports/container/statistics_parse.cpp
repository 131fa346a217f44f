#include "exports/container/statistics_parse.hpp"

#include "base/text.hpp"
#include "exports/container/record_text.hpp"
#include "exports/container/statistics_column.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fmt/format.h>
#include <map>
#include <memory>
#include <readstat.h>
#include <unistd.h>

namespace joinedup {

namespace {

constexpr std::size_t most_columns = 32'767;
constexpr std::size_t most_labels = 1'000'000; ///< over all columns
constexpr std::size_t chunk = 64 * 1024;

/// The file as libreadstat asks for it: one descriptor, read at a place of its own.
struct Input {
  int file = -1;
  off_t at = 0, size = 0;

  explicit Input(int number) : file(number), size(::lseek(number, 0, SEEK_END)) {}

  static int open(const char*, void* self) {
    static_cast<Input*>(self)->at = 0;
    return 0;
  }
  static int close(void*) { return 0; }
  static readstat_off_t seek(readstat_off_t offset, readstat_io_flags_t whence, void* self) {
    auto& input = *static_cast<Input*>(self);
    const off_t from = whence == READSTAT_SEEK_SET ? 0 : whence == READSTAT_SEEK_CUR ? input.at : input.size;
    if (offset < -from || offset > input.size - from) return -1; // no file leads beyond its end
    return input.at = from + offset;
  }
  static ssize_t read(void* into, std::size_t room, void* self) {
    auto& input = *static_cast<Input*>(self);
    std::size_t filled = 0;
    while (filled < room) {
      const auto got = ::pread(input.file, static_cast<char*>(into) + filled, room - filled, input.at);
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0) break;
      filled += static_cast<std::size_t>(got);
      input.at += got;
    }
    return static_cast<ssize_t>(filled);
  }
  static readstat_error_t update(long, readstat_progress_handler, void*, void*) { return READSTAT_OK; }
};

struct ParserDeleter {
  void operator()(readstat_parser_t* parser) const { readstat_parser_free(parser); }
};
using Parser = std::unique_ptr<readstat_parser_t, ParserDeleter>;

/// Text that is UTF-8 or Windows-1252, whatever the file declares, is told apart string by string: files mix them.
bool told_by_string(const std::string& encoding) {
  constexpr std::array<std::string_view, 6> known = {"", "utf-8", "utf8", "windows-1252", "us-ascii", "iso-8859-1"};
  return std::find(known.begin(), known.end(), lower(encoding)) != known.end();
}

class Reading {
public:
  Reading(int file, ContainerKind kind, StatisticsSink& sink) : input_(file), kind_(kind), sink_(sink) {}

  std::string run() {
    if (kind_ == ContainerKind::sas_transport) check_transport();
    if (fault_.empty()) describe();
    if (fault_.empty() && !sink_.description(description_)) return "";
    if (fault_.empty()) read_records();
    return fault_;
  }

private:
  /// 80 bytes a card; a second table of the library would be read as records of the first.
  void check_transport() {
    if (input_.size % 80 != 0) {
      fault_ = "the file ends too soon";
      return;
    }
    std::size_t tables = 0;
    std::string cards(80 * 4096, '\0');
    Input::open(nullptr, &input_);
    while (const auto got = Input::read(cards.data(), cards.size(), &input_))
      for (std::size_t at = 0; at + 80 <= static_cast<std::size_t>(got); at += 80) {
        const std::string_view card = std::string_view(cards).substr(at, 80);
        if (card.starts_with("HEADER RECORD*******MEMBER  HEADER RECORD!!!!!!!") ||
            card.starts_with("HEADER RECORD*******MEMBV8  HEADER RECORD!!!!!!!"))
          ++tables;
      }
    if (tables > 1) fault_ = fmt::format("it holds {} tables, one was expected", tables);
  }

  Parser parser() {
    Parser out(readstat_parser_init());
    if (!out) throw std::bad_alloc();
    readstat_set_open_handler(out.get(), &Input::open);
    readstat_set_close_handler(out.get(), &Input::close);
    readstat_set_seek_handler(out.get(), &Input::seek);
    readstat_set_read_handler(out.get(), &Input::read);
    readstat_set_update_handler(out.get(), &Input::update);
    readstat_set_io_ctx(out.get(), &input_);
    readstat_set_handler_character_encoding(out.get(), convert_ ? "UTF-8" : nullptr);
    return out;
  }

  bool parse(const Parser& parser) {
    const auto parse_kind = kind_ == ContainerKind::spss    ? &readstat_parse_sav
                            : kind_ == ContainerKind::stata ? &readstat_parse_dta
                                                            : &readstat_parse_xport;
    const readstat_error_t error = parse_kind(parser.get(), "", this);
    if (error == READSTAT_ERROR_USER_ABORT && (stopped_ || !fault_.empty())) return false;
    if (error != READSTAT_OK && fault_.empty()) fault_ = readstat_error_message(error);
    return fault_.empty();
  }

  void describe() {
    if (!parse_description()) return;
    convert_ = !told_by_string(encoding_);
    if (convert_) {
      description_ = {};
      columns_.clear();
      sets_.clear();
      set_names_.clear();
      if (!parse_description()) return;
    }
    join_labels();
    for (std::size_t k = 0; k < columns_.size(); ++k)
      columns_[k].name_missing(description_.columns[k]);
    const std::string records = rows_ < 0 ? "" : fmt::format(" and {} records", rows_);
    description_.evidence.push_back(fmt::format("it declares {} variables{}", columns_.size(), records));
    description_.evidence.push_back(
        convert_ ? fmt::format("its text is declared as {} and turned into UTF-8", encoding_)
        : encoding_.empty()
            ? "it declares no encoding: text that is no UTF-8 is read as Windows-1252"
            : fmt::format("its text is declared as {}; text that is no UTF-8 is read as Windows-1252", encoding_));
  }

  bool parse_description() {
    const Parser out = parser();
    readstat_set_metadata_handler(out.get(), [](readstat_metadata_t* metadata, void* self) {
      return static_cast<Reading*>(self)->take(metadata);
    });
    readstat_set_variable_handler(out.get(), [](int, readstat_variable_t* variable, const char* labels, void* self) {
      return static_cast<Reading*>(self)->take(variable, labels);
    });
    readstat_set_value_label_handler(out.get(),
                                     [](const char* set, readstat_value_t value, const char* label, void* self) {
                                       return static_cast<Reading*>(self)->take(set, value, label);
                                     });
    if (!parse(out)) return false;
    if (columns_.empty()) fault_ = "it holds no variables";
    return fault_.empty();
  }

  // Handlers run below C code, so nothing may be thrown through them.
  template <typename Do> int guarded(Do&& run) {
    try {
      return run();
    } catch (const std::exception&) {
      fault_ = "it takes too much memory";
      return READSTAT_HANDLER_ABORT;
    }
  }

  int take(readstat_metadata_t* metadata) {
    return guarded([&] {
      const char* encoding = readstat_get_file_encoding(metadata);
      encoding_ = encoding == nullptr ? "" : encoding;
      if (encoding_.empty() && kind_ == ContainerKind::stata && readstat_get_file_format_version(metadata) >= 118)
        encoding_ = "UTF-8";
      rows_ = metadata->row_count;
      return READSTAT_HANDLER_OK;
    });
  }

  std::string utf8(const char* text) {
    if (text == nullptr) return {};
    std::string buffer;
    return std::string(utf8_or_windows_1252(text, buffer, converted_));
  }

  int take(readstat_variable_t* variable, const char* labels) {
    return guarded([&] {
      if (columns_.size() == most_columns) {
        fault_ = fmt::format("it holds more than {} variables", most_columns);
        return READSTAT_HANDLER_ABORT;
      }
      columns_.emplace_back(kind_, variable);
      description_.names.push_back(utf8(readstat_variable_get_name(variable)));
      ColumnInfo info;
      info.text = utf8(readstat_variable_get_label(variable));
      description_.columns.push_back(std::move(info));
      set_names_.emplace_back(labels == nullptr ? "" : labels);
      return READSTAT_HANDLER_OK;
    });
  }

  int take(const char* set, readstat_value_t value, const char* label) {
    return guarded([&] {
      if (set == nullptr || label == nullptr) return READSTAT_HANDLER_OK;
      const std::string key = StatisticsColumn::key(value);
      if (!key.empty()) sets_[set][key] = std::string(trim(utf8(label)));
      return READSTAT_HANDLER_OK;
    });
  }

  void join_labels() {
    std::size_t labels = 0, left_out = 0;
    for (std::size_t k = 0; k < columns_.size(); ++k) {
      const auto found = sets_.find(set_names_[k]);
      if (set_names_[k].empty() || found == sets_.end()) continue;
      if (labels + found->second.size() > most_labels) {
        ++left_out;
        continue;
      }
      labels += found->second.size();
      description_.columns[k].labels = found->second;
    }
    if (left_out > 0)
      description_.evidence.push_back(
          fmt::format("labels of {} variables are left out: more than {} labels in all", left_out, most_labels));
  }

  void read_records() {
    const Parser out = parser();
    // Without a handler of variables libreadstat keeps none, and then loses its way among values.
    readstat_set_variable_handler(
        out.get(), [](int, readstat_variable_t*, const char*, void*) -> int { return READSTAT_HANDLER_OK; });
    readstat_set_value_handler(out.get(), [](int, readstat_variable_t* variable, readstat_value_t value, void* self) {
      return static_cast<Reading*>(self)->take(variable, value);
    });
    if (!parse(out)) return;
    if (next_ != 0 || (rows_ >= 0 && records_ < rows_)) {
      fault_ = rows_ < 0 ? "the file ends inside a record"
                         : fmt::format("the file ends after {} of {} records", records_, rows_);
      return;
    }
    sink_.records(text_);
  }

  int take(readstat_variable_t* variable, readstat_value_t value) {
    return guarded([&] {
      if (variable == nullptr || static_cast<std::size_t>(readstat_variable_get_index(variable)) != next_ ||
          next_ >= columns_.size()) {
        fault_ = "its values do not follow its variables";
        return READSTAT_HANDLER_ABORT;
      }
      if (next_ > 0) text_ += ',';
      columns_[next_].append(text_, value, converted_);
      if (++next_ < columns_.size()) return READSTAT_HANDLER_OK;
      next_ = 0;
      ++records_;
      text_ += record_end;
      if (text_.size() < chunk) return READSTAT_HANDLER_OK;
      stopped_ = !sink_.records(text_);
      text_.clear();
      return stopped_ ? READSTAT_HANDLER_ABORT : READSTAT_HANDLER_OK;
    });
  }

  Input input_;
  ContainerKind kind_;
  StatisticsSink& sink_;
  bool convert_ = false, stopped_ = false, converted_ = false;
  std::string encoding_, fault_, text_;
  StatisticsDescription description_;
  std::vector<StatisticsColumn> columns_;
  std::vector<std::string> set_names_;
  std::map<std::string, std::map<std::string, std::string>> sets_;
  std::int64_t rows_ = -1, records_ = 0;
  std::size_t next_ = 0;
};

} // namespace

std::string parse_statistics_file(int file, ContainerKind kind, StatisticsSink& sink) {
  return Reading(file, kind, sink).run();
}

} // namespace joinedup
