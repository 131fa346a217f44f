// SPSS, Stata and SAS transport files made in memory with libreadstat's writer, for tests.
#pragma once

#include "exports/container/container.hpp"

#include <functional>
#include <memory>
#include <readstat.h>
#include <stdexcept>
#include <string>

namespace joinedup::testing {

class StatisticsWriter {
public:
  StatisticsWriter() : writer_(readstat_writer_init(), &readstat_writer_free) {
    readstat_set_data_writer(writer_.get(), [](const void* data, std::size_t length, void* self) {
      static_cast<std::string*>(self)->append(static_cast<const char*>(data), length);
      return static_cast<ssize_t>(length);
    });
    readstat_writer_set_file_timestamp(writer_.get(), 1'767'312'000);
  }

  readstat_writer_t* get() { return writer_.get(); }
  readstat_variable_t* number(const std::string& name, const char* format = nullptr) {
    return add(name, READSTAT_TYPE_DOUBLE, 8, format);
  }
  readstat_variable_t* text(const std::string& name, std::size_t width) {
    return add(name, READSTAT_TYPE_STRING, width, nullptr);
  }

  /// `row` inserts the values of record k.
  std::string write(ContainerKind kind, long rows, const std::function<void(long)>& row) {
    const auto begin = kind == ContainerKind::spss    ? &readstat_begin_writing_sav
                       : kind == ContainerKind::stata ? &readstat_begin_writing_dta
                                                      : &readstat_begin_writing_xport;
    check(begin(writer_.get(), &bytes_, rows));
    for (long k = 0; k < rows; ++k) {
      check(readstat_begin_row(writer_.get()));
      row(k);
      check(readstat_end_row(writer_.get()));
    }
    check(readstat_end_writing(writer_.get()));
    return std::move(bytes_);
  }

  static void check(readstat_error_t error) {
    if (error != READSTAT_OK) throw std::runtime_error(readstat_error_message(error));
  }

private:
  readstat_variable_t* add(const std::string& name, readstat_type_t type, std::size_t width, const char* format) {
    readstat_variable_t* out = readstat_add_variable(writer_.get(), name.c_str(), type, width);
    if (format != nullptr) readstat_variable_set_format(out, format);
    return out;
  }

  std::unique_ptr<readstat_writer_t, void (*)(readstat_writer_t*)> writer_;
  std::string bytes_;
};

} // namespace joinedup::testing
