// Everything that a program needs to score surveys and benchmark areas.
#pragma once

#include <joinedup/methods.hpp>
#include <joinedup/report.hpp>
#include <joinedup/run.hpp>
#include <joinedup/version.hpp>
