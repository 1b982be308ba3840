// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace Gatehouse::Ui {

//! What the engine notes of a decision, in the language of the program. It is stored with every
//! request as plain English, so it is known by its form; what has none stays as it is.

//! "Budgets" for the step "budgets".
QString traceStep(const QString &name);
//! "fewest in flight for its weight (3 at weight 60)"
QString traceText(const QString &text);
//! Of a step; budgets and limits name the scope they hold for: "Team research".
QString stepText(const QString &step, const QString &text);

} // namespace Gatehouse::Ui
