// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/redaction.h"

#include <QtCore/QString>

namespace Gatehouse::Node {

enum class LogFormat { Text, JsonLines };

//! Sends every log message to stderr, one line each, with time, level and category; secrets are
//! taken out. Install first in main().
void installLogging(LogFormat format);
//! From now on nothing below \a level is written: "debug", "info", "warning", "error". Any thread.
//! What the environment says (QT_LOGGING_RULES) goes before it.
void setLogLevel(const QString &level);
//! The redactor that knows the live secrets; null leaves the one that goes by shape.
void setLogRedactor(const Redactor *redactor);

} // namespace Gatehouse::Node
