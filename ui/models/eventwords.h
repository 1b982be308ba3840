// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QJsonObject>
#include <QtCore/QString>

namespace Gatehouse::Ui {

//! The title of an event in this language, by its code; the gateway's own where there is none.
QString eventTitle(const QJsonObject &event);
QString eventDetail(const QJsonObject &event);

} // namespace Gatehouse::Ui
