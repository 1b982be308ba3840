// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/requestdata.h"

#include <functional>

class QMenu;

namespace Gatehouse::Ui {

//! Words of the filter that find requests like this one: same key, model, provider, …
struct FilterChoice {
    QString name; //!< "key", for the action's name
    QString text; //!< for people
    QString word; //!< "key:design"
};
QList<FilterChoice> filterChoices(const RequestRow &row);

//! Adds "Only this key", "Only this model", … to \a menu; \a chosen gets the word.
void addFilterActions(QMenu *menu, const RequestRow &row,
                      const std::function<void(const QString &word)> &chosen);

//! What an alert would watch: its route, else its provider: "route:fast". Empty when it has none.
QString alertScope(const RequestRow &row);

//! Whose changes the audit log tells of: its route, else its provider. Empty when it has none.
QString auditObject(const RequestRow &row);

//! A command that sends such a request again to the gateway at \a baseUrl. The key is
//! $GATEHOUSE_KEY, the text a greeting: what a caller wrote is not kept.
QString curlCommand(const RequestRow &row, const QString &baseUrl);

//! A request like this one without its text, for POST /explain.
QJsonObject explainQuestion(const RequestRow &row);

} // namespace Gatehouse::Ui
