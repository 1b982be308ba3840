// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QtCore/QStringList>

namespace Gatehouse::Ui {

//! A program with its arguments as a person writes it: one argument a line, or all of them on one
//! line with quotes where they are needed. No shell: nothing is expanded, "&&" is an argument.

//! Lossless: parseCommand() makes the same list of it.
QString commandText(const QStringList &command);
//! Empty for empty text. An error when a quote is not closed; its detail is for people.
Result<QStringList> parseCommand(const QString &text);

} // namespace Gatehouse::Ui
