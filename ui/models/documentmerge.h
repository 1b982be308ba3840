// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QJsonObject>

namespace Gatehouse::Ui {

//! \a theirs with what \a mine changed since \a base: nobody's change is lost unless both touched
//! the same value, which is then mine. Lists of objects are matched by "id", else by "name".
QJsonObject mergedDocument(const QJsonObject &base, const QJsonObject &mine,
                           const QJsonObject &theirs);

} // namespace Gatehouse::Ui
