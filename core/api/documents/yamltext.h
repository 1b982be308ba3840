// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QJsonObject>

namespace Gatehouse::Api {

//! \a object as YAML 1.2 in block style, for people to read and edit; keys in \a order come first,
//! as they stand there. Reading it gives the same object again.
QByteArray yamlText(const QJsonObject &object, const QStringList &order = {});

} // namespace Gatehouse::Api
