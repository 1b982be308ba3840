// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "core/api/documents/document.h"
#include "ui/models/keydata.h"

#include <functional>

namespace Gatehouse::Ui {

//! What can be done with one key or several, each with the way back. A key is no part of the
//! configuration's revisions: undo is the opposite call.
class KeyActions : public QObject
{
    Q_OBJECT

public:
    using Undo = std::function<void()>;

    explicit KeyActions(Api::AdminClient &client, QObject *parent = nullptr);

    void setDisabled(const QList<KeyRow> &keys, bool disabled);
    void remove(const QList<KeyRow> &keys);
    void restore(const QList<KeyRow> &keys);
    //! An invalid time means never.
    void setExpiry(const QList<KeyRow> &keys, const QDateTime &expires);
    void setTeam(const QList<KeyRow> &keys, const QString &team, const QString &teamName);
    //! \a before was changed to \a after; \a sentence says so.
    void offerUndoOfEdit(const KeyRow &before, const KeyRow &after, const QString &sentence);
    //! The old secret of a rotated key is refused from now on; there is no way back.
    void endOverlap(const KeyRow &key);

Q_SIGNALS:
    //! In force; \a undo is empty when there is no way back.
    void done(const QString &sentence, const Gatehouse::Ui::KeyActions::Undo &undo);
    //! Something was refused, in the gateway's words; other keys of the same action may be changed.
    void failed(const QString &text);
    //! Calls have ended, well or not: keys should be read again.
    void finished();

private:
    struct Step {
        QByteArray method;
        QString path;
        QJsonObject body = {};
    };

    static QList<Step> posts(const QList<KeyRow> &keys, const QString &action);
    //! Sends \a steps; \a back takes them back, none when nothing does.
    void run(const QList<Step> &steps, const QString &sentence, const QList<Step> &back);
    Undo undoBy(const QList<Step> &back, const QString &sentence);

    Api::AdminClient &m_client;
};

//! The body of PUT /keys/{id} that makes a key what \a key says. Limits and budget, which are part
//! of the configuration, only where they differ from those of \a before.
QJsonObject keyBody(const KeyRow &key, const KeyRow &before);
void insertSpending(QJsonObject &body, const KeySpending &spending, const KeySpending &before);
//! What stands in \a document under \a scope.
KeySpending spendingOf(const Api::Document &document, const QString &scope);

} // namespace Gatehouse::Ui
