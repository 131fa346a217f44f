// The writers of a results folder: declared in the public header, so that programs can call them too.
#pragma once

#include <joinedup/report.hpp>
