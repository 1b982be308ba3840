// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QtCore/QByteArray>

#include <chrono>

namespace Gatehouse::Bodies {

//! Of one direction no more than this is kept.
inline constexpr qsizetype longestKept = 256 * 1024;

//! How long and how much stays in the file; what is older, or too much, goes first.
struct Retention {
    std::chrono::milliseconds age = std::chrono::days(7); //!< 0: nothing is kept
    qint64 bytes = 512LL * 1024 * 1024;

    bool operator==(const Retention &) const = default;
};

//! What one side said: its beginning, and how long all of it was.
struct Side {
    QByteArray text;
    qint64 size = 0;
    QByteArray type; //!< its Content-Type
    QByteArray head; //!< "POST /v1/messages" or "200", and its headers, see recordedhead.h

    bool isCut() const { return size > text.size(); }
    void append(QByteArrayView bytes)
    {
        size += bytes.size();
        text.append(bytes.first(std::min(bytes.size(), longestKept - text.size())));
    }
    bool operator==(const Side &) const = default;
};

//! What a client sent and was answered, word by word.
struct RecordedBody {
    QByteArray id; //!< of the request
    WallTime time{};
    QByteArray key;
    QByteArray route;
    Side request;
    Side answer;
    int redactions = 0; //!< secrets that were taken out of both before they were stored

    bool operator==(const RecordedBody &) const = default;
};

} // namespace Gatehouse::Bodies
