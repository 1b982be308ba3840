// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QtCore/QString>

#include <optional>

namespace Gatehouse::Alerts {

//! One time that a rule fired for one object.
struct Alert {
    qint64 id = 0;
    QString rule = {};
    QString ruleName = {}; //!< for people
    QString measure = {};
    QString object = {}; //!< see Reading
    QString name = {};
    QString period = {};
    QString severity = {};
    QString detail = {};
    double value = 0; //!< the worst so far
    double threshold = 0;
    bool firesBelow = false;
    WallTime started{};
    std::optional<WallTime> ended = {};
    QString acknowledgedBy = {};
    std::optional<WallTime> acknowledged = {};
    std::optional<WallTime> told = {}; //!< the last time people heard of it
    bool endTold = false;

    bool isOpen() const { return !ended; }
    bool operator==(const Alert &) const = default;
};

//! Something that people are to be told of an alert.
struct Notice {
    enum class What { Fired, Reminder, Recovered };

    What what = What::Fired;
    Alert alert;
};

//! "fired", "reminder", "recovered".
QString noticeName(Notice::What what);

} // namespace Gatehouse::Alerts
