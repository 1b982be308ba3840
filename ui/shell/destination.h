// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace Gatehouse::Ui {

//! Where something leads: a page, with an object of it or a filter.
struct Destination {
    QString page;
    QString object = {};
    QString filter = {};

    bool operator==(const Destination &) const = default;
};

//! Where a problem is explained: "provider_down:anthropic" by its requests.
Destination destinationOfProblem(const QString &code);
//! The home of what an event is about: kind "key", object "k_01".
Destination destinationOfObject(const QString &kind, const QString &object);
//! The requests about it, for windows without its home; no page when there are none.
Destination requestsOfObject(const QString &kind, const QString &object);

} // namespace Gatehouse::Ui
