// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/alertmeasures.h"
#include "core/api/documents/document.h"
#include "ui/models/cellsmodel.h"

namespace Gatehouse::Ui {

//! Alerts in words, in the language of the program.

//! "Budget used", "First token, 95th percentile"
QString measureName(const QString &measure);
//! What a rule is called: its name, the translated one of a ready-made rule, or its id.
QString alertName(const QString &id, const QString &name);
//! "Budget used reaches 80 %, for 5 min"
QString conditionText(const Api::AlertRule &rule);
//! "Whole gateway", "Team Research", by the names in \a document; a text that is no scope as it is.
QString alertScope(const QString &scope, const Api::Document &document = {});
//! "80.1 %", "$12.50", "5.2 s", "6 days", "yes"
QString alertValue(const QString &measure, double value);
//! "%", "$", "ms", "days"; empty where there is none.
QString unitText(const QString &measure);
//! Of a rule: "ok", "pending", "firing", "acknowledged", "snoozed", "off".
CellsModel::Cell alertStateCell(const QString &state);
//! "info", "warning", "critical".
CellsModel::Cell severityCell(const QString &severity);
//! "Webhook", "Chat", "E-mail", "Desktop notification"
QString channelKind(const QString &kind);
//! What a message says of an alert: title, and what follows it.
struct AlertSentence {
    QString title;
    QString text;
};
//! \a alert as a notification of the gateway has it.
AlertSentence alertSentence(const QJsonObject &alert);

//! What a message of the delivery log said: of its alert, or how many there were (without a text).
AlertSentence deliverySentence(const QJsonObject &delivery);

} // namespace Gatehouse::Ui
