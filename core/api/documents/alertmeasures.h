// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/alerting.h"
#include "core/api/documents/scope.h"

#include <QtCore/QList>

namespace Gatehouse::Api {

struct Document;

//! What an alert may watch.
struct AlertMeasure {
    enum class Unit { Percent, Dollars, Times, Milliseconds, Count, Days, YesNo };

    QString id; //!< "budget_used"
    Unit unit = Unit::Count;
    bool firesBelow = false;        //!< the direction that is bad
    double usual = 1;               //!< the threshold that is offered
    QList<Scope::Kind> scopes = {}; //!< what it can be asked for besides the whole gateway

    //! "gateway, route:ID or provider:ID"
    QString scopeWords() const;
};

//! All of them, in the order people choose from.
const QList<AlertMeasure> &alertMeasureFacts();
//! Null when there is none of this name.
const AlertMeasure *alertMeasure(QStringView id);

//! The alerts that are on without being written anywhere; an entry with the same id takes the place
//! of one, and switches it off with "disabled".
const QList<AlertRule> &readyMadeAlerts();
//! Whether a ready-made alert has this id.
bool isReadyMadeAlert(QStringView id);
//! The ready-made ones as \a document changes them, then its own.
QList<AlertRule> alertsInForce(const Document &document);

} // namespace Gatehouse::Api
