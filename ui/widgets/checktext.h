// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

class QJsonObject;

namespace Gatehouse::Ui {

//! What a provider's check found, by its code; in the gateway's English when that is newer than
//! this program and its code is not known here.
QString resultText(const QJsonObject &check);
//! What to do about it, the same way.
QString remedyText(const QJsonObject &check);

} // namespace Gatehouse::Ui
