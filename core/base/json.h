// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QJsonObject>
#include <QtCore/QJsonValue>

namespace Gatehouse {

//! Admin and configuration JSON only; the request path reads with simdjson.
//! Parses one JSON object; the error names the byte offset.
Result<QJsonObject> parseObject(const QByteArray &text);

//! Compact UTF-8 text.
QByteArray compactJson(const QJsonObject &object);

//! \a text as the inside of a JSON string (quotes and control characters escaped, no quotes added).
QByteArray jsonEscaped(QByteArrayView text);
void appendJsonEscaped(QByteArray &out, QByteArrayView text);

} // namespace Gatehouse
