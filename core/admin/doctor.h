// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/findings.h"
#include "core/base/clock.h"

#include <QtCore/QFileDevice>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

#include <optional>

namespace Gatehouse::Admin {

//! What the doctor looks at, gathered by those who know.
struct DoctorFacts {
    struct Provider {
        QString id;
        QString health; //!< healthy, degraded, down, paused, not_tested
        QString source; //!< "from traffic, 240 attempts in 5 min"
    };

    QJsonObject status; //!< as GET /status gives it
    QString dataFolder;
    bool writable = false;
    QFileDevice::Permissions permissions = {};
    qint64 freeBytes = -1; //!< unknown when negative
    WallTime now{};
    std::optional<WallTime> newestRequest = {};
    Api::Findings findings = {}; //!< of the configuration in force
    QList<Provider> providers = {};
    QJsonObject books = {}; //!< as POST /books/check gives it; empty: could not be checked
};

//! The checks in the order in which their trouble should be mended: [{"id", "state": passed,
//! warning or failed, "title", "detail", "fix"}]. "fix" is empty where nothing is wrong.
QJsonArray doctorChecks(const DoctorFacts &facts);
//! No check failed; warnings do not count.
bool isSound(const QJsonArray &checks);

} // namespace Gatehouse::Admin
