// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/snippetview.h"

#include <QtCore/QList>
#include <QtCore/QString>

namespace Gatehouse::Ui {

//! What an app needs to use the gateway.
struct Connection {
    QString baseUrl; //!< "http://127.0.0.1:4417/v1"
    QString key;     //!< in full, masked, or "$GATEHOUSE_KEY"
    QString model;   //!< "openai/gpt-4o-mini"
    bool keyInEnvironment = false;
};

//! How one kind of app is told.
struct Snippet {
    QString id; //!< "curl", "python", "javascript", "claudeCode", "codex", "cursor" …
    QString title;
    QString hint; //!< where the text goes
    QString text;
};

QList<Snippet> connectSnippets(const Connection &connection);

//! The same with the key masked where it is shown and whole where it is copied.
QList<SnippetView::Text> snippetTexts(const Connection &connection);

//! Every letter between the prefix and the last four as a dot.
QString maskedKey(const QString &key);

} // namespace Gatehouse::Ui
