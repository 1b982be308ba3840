// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/node/datafolder.h"
#include "core/admin/eventwords.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/demo/weather.h"

#include <QtCore/QHash>
#include <QtCore/QString>
#include <QtCore/QTimeZone>

#include <vector>

namespace Gatehouse::Node {

//! Something that happened in the sample office's past.
struct SampleEvent {
    WallTime time{};
    QString kind;
    QString severity;
    QString title;
    QString detail;
    QString object;
    Admin::EventWords words = {};
};

//! What is known of the sample data besides the books.
struct SampleData {
    QHash<QByteArray, QByteArray> keys; //!< secrets of the keys in force, by name
    std::vector<SampleEvent> events;    //!< oldest first
};

struct SamplePlan {
    WallTime now{};
    QTimeZone zone = QTimeZone::utc();
    QHash<QString, quint16> ports; //!< of the simulated providers
    quint64 seed = 1;
};

//! Writes the sample office's past into \a folder, by the same code that keeps real books:
//! revisions with reasons, keys, the audit trail, thirty days of requests. Takes a second or two.
//! InvalidArgument: the folder holds data already.
Result<SampleData> writeSampleData(const DataFolder &folder, const SamplePlan &plan);

} // namespace Gatehouse::Node
