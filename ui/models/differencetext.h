// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>

class QJsonObject;

namespace Gatehouse::Ui {

//! What an answer of the gateway says about two configurations, a sentence for each difference.
//! One whose parts are not told stays in the gateway's English.
QStringList differenceTexts(const QJsonObject &answer);

} // namespace Gatehouse::Ui
