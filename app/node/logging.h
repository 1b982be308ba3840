// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/redaction.h"

namespace Gatehouse::Node {

enum class LogFormat { Text, JsonLines };

//! Sends every log message to stderr, one line each, with time, level and category; secrets are
//! taken out. Install first in main().
void installLogging(LogFormat format);
//! The redactor that knows the live secrets; null leaves the one that goes by shape.
void setLogRedactor(const Redactor *redactor);

} // namespace Gatehouse::Node
