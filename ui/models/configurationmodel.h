// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "core/api/documents/document.h"
#include "core/api/findings.h"

#include <QtCore/QPointer>
#include <QtCore/QSet>

#include <functional>
#include <optional>

namespace Gatehouse::Ui {

//! Why a change was not taken.
struct Refusal {
    Error error;
    Api::Findings findings; //!< by field path, empty when the whole change was refused
};

//! The configuration as the screens see it: one copy for all pages, kept current by events. Every
//! change of a screen goes through here, so that each becomes a revision that can be undone.
class ConfigurationModel : public QObject
{
    Q_OBJECT

public:
    //! How a change ended: nullopt when it is in force.
    using Done = std::function<void(const std::optional<Refusal> &)>;

    //! A change that was refused because someone else's came first.
    struct Conflict {
        QString sentence;
        qint64 base = 0; //!< the revision it was made on
        QPointer<QObject> context;
    };

    //! What others feel at once.
    enum class Act { Delete, Publish };
    //! Asks a person and runs \a go or \a stay.
    using Guard =
        std::function<void(Act act, std::function<void()> go, std::function<void()> stay)>;

    explicit ConfigurationModel(Api::AdminClient &client, QObject *parent = nullptr);

    //! Of a gateway in production: asked before anything is deleted, before a whole document is
    //! replaced, and before undo and redo. None: nobody is asked.
    void setGuard(Guard guard) { m_guard = std::move(guard); }
    //! Runs \a go at once, or once the guard lets it.
    void ask(Act act, std::function<void()> go, std::function<void()> stay = {});

    bool isLoaded() const { return m_revision >= 0; }
    const Api::Document &document() const { return m_document; }
    //! The id of what has no name.
    QString providerName(const QString &id) const;
    qint64 revision() const { return m_revision; }
    //! Why the document could not be read, empty otherwise.
    const QString &problem() const { return m_problem; }
    void refresh();

    //! Sends one change made on the revision shown here: method "POST", "PUT" or "DELETE" of a noun
    //! ("/providers/openai"). \a sentence says what was done, translated ("Paused Anthropic"), and
    //! stands beside Undo. Settings of a newer gateway that are not known here stay as they are;
    //! where that is not possible, the change is refused. \a context: \a done is not called when it
    //! has died.
    void change(const QByteArray &method, const QString &path, const QJsonObject &body,
                const QString &sentence, QObject *context, Done done = {});
    //! Replaces the whole document; \a reason is kept with the revision.
    void replace(const Api::Document &document, const QString &sentence, QObject *context,
                 Done done = {}, const QString &reason = {});
    //! Checks a whole document without saving: findings, and the sentences of its difference.
    void check(const Api::Document &document, QObject *context,
               const std::function<void(const Api::Findings &, const QStringList &)> &done);

    //! The change that waits for a decision; null when none does.
    const Conflict *conflict() const { return m_refused ? &m_refused->conflict : nullptr; }
    //! Sends it again, on top of what is in force now: what others changed stays, unless both
    //! touched the same value.
    void applyMineAgain();
    //! Gives it up; drafts follow the configuration.
    void takeTheirs();
    //! Whoever made it settles the conflict itself.
    void forgetConflict();

    //! The changes of this window that can be taken back, the last one last.
    bool canUndo() const { return !m_undo.isEmpty(); }
    bool canRedo() const { return !m_redo.isEmpty(); }
    void undo();
    void redo();

Q_SIGNALS:
    //! The document or its revision is new.
    void changed();
    //! A change of this window is in force; \a sentence says which.
    void saved(const QString &sentence, qint64 revision);
    void undone(const QString &sentence);
    //! A change waits for a decision: conflict().
    void conflicted();
    //! … and no more.
    void conflictSettled();
    //! What a page or dialog wanted to change is given up.
    void theirsTaken();
    //! Undo or redo was refused: someone else changed the configuration since, or it is managed by
    //! a file.
    void undoRefused(const QString &detail);

private:
    //! One change of this window: restoring \a before takes it back, \a after repeats it.
    struct Step {
        QString sentence;
        qint64 before = 0;
        qint64 after = 0;
    };

    //! One change on its way.
    struct Sent {
        QByteArray method;
        QString path;
        QJsonObject body;
        Done done;
        Conflict conflict;
        QJsonObject base; //!< the document it was made on, of a change of the whole
    };

    void take(const QJsonObject &object);
    void send(Sent sent);
    void finish(Api::AdminCall *call, const Sent &sent);
    void sendAgain(const Sent &sent);
    //! Moves the last step of \a from to \a to once revision \a wanted is in force again.
    void restore(QList<Step> &from, QList<Step> &to, qint64 Step::*wanted);

    //! \a body for \a path with what a newer gateway keeps there besides; nothing when that is not
    //! possible.
    std::optional<QJsonObject> completed(const QString &path, const QJsonObject &body) const;
    //! Why \a path cannot be written over.
    QString unknownIn(const QString &path) const;

    Api::AdminClient &m_client;
    Guard m_guard;
    Api::Document m_document;
    QJsonObject m_told; //!< the document as the gateway has it
    //! "gateway", "providers" …: hold settings that only a newer version knows.
    QSet<QString> m_unknown;
    qint64 m_revision = -1;
    QString m_problem;
    QList<Step> m_undo;
    QList<Step> m_redo;
    std::optional<Sent> m_refused;
    qint64 m_head = -1; //!< revision of this window's last change; another one is someone else's
};

//! The findings of a refused call: [{"path","message","severity"}].
Api::Findings parseFindings(const QJsonArray &array);

} // namespace Gatehouse::Ui
