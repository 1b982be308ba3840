// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <chrono>
#include <optional>

namespace Gatehouse::Api {

//! Reads "200ms", "5s", "1.5s", "10m", "1h", "7d"; nothing when it is none of these, negative, no
//! whole number of milliseconds, or longer than ten years.
std::optional<std::chrono::milliseconds> parseDuration(QStringView text);

//! The shortest exact form: 90'000 ms is "90s", 600'000 ms is "10m", 0 is "0s".
QString formatDuration(std::chrono::milliseconds duration);

//! Reads "64MiB", "1.5GiB", "500kB", "100B" or a plain number of bytes; binary units are powers of
//! 1024, decimal ones of 1000. Nothing when it is no such size, negative or above 1 EiB.
std::optional<qint64> parseSize(QStringView text);

//! The shortest exact form in binary units: 67'108'864 is "64MiB", 1000 is "1000B".
QString formatSize(qint64 bytes);

//! The word of \a known that \a word was probably meant to be, empty when none is close.
QString closestWord(QStringView word, const QStringList &known);

//! " (did you mean \"x\"?)", or nothing when no known word is close. Appended to messages.
QString suggestion(QStringView word, const QStringList &known);

} // namespace Gatehouse::Api
