// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace Gatehouse::Ui {

//! "priority" as people read it.
QString strategyName(const QString &strategy);
//! What it does, in one sentence; empty for one that is not known.
QString strategySentence(const QString &strategy);
//! The weights of the targets have a say.
bool usesWeights(const QString &strategy);
//! The weights alone say which share of the requests a target gets.
bool sharesByWeight(const QString &strategy);

} // namespace Gatehouse::Ui
