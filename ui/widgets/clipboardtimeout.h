// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <chrono>

namespace Gatehouse::Ui {

//! How long a secret stays on the clipboard unless the person chose otherwise.
constexpr std::chrono::seconds usualClipboardTime{60};

//! The time in force for the whole program; zero: secrets are not cleared.
void setSecretClipboardTime(std::chrono::seconds time);
std::chrono::seconds secretClipboardTime();

//! Clears the clipboard after \a after if it still holds \a secret then. Works on when the caller
//! is gone.
void clearClipboardLater(const QString &secret,
                         std::chrono::milliseconds after = secretClipboardTime());

} // namespace Gatehouse::Ui
