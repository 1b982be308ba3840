// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QJsonValue>

#include <optional>

namespace Gatehouse::Ui {

//! A newer gateway has settings that this program does not know: \a mine, made of what it does know
//! (\a known), with those that \a raw holds besides. What was deleted in mine takes its unknown
//! settings along. Nothing when the items of a list cannot be told apart, so that some would be
//! lost.
std::optional<QJsonValue> withUnknown(const QJsonValue &known, const QJsonValue &raw,
                                      const QJsonValue &mine);

} // namespace Gatehouse::Ui
