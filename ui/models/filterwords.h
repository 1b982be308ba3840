// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>

namespace Gatehouse::Ui {

//! The words of a filter line: split at spaces that are not inside quotation marks.
QStringList splitFilter(const QString &text);

//! "key:\"my key\"" of a field and its value, quoted where it must be.
QString filterWord(const QString &field, const QString &value);

//! The filter without its words of \a fields ("since", "until") and with \a word at the end.
QString withFilterWord(const QString &filter, const QStringList &fields, const QString &word);

//! Whether the filter says itself which time it is about: a span, or one request.
bool namesASpan(const QString &filter);

} // namespace Gatehouse::Ui
