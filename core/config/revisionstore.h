// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/document.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/config/difference.h"
#include "core/store/database.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>

#include <functional>
#include <optional>
#include <vector>

namespace Gatehouse::Config {

//! "GTH1", in the header of gatehouse.db, where the revisions are kept.
constexpr qint32 booksApplicationId = 0x47544831;

//! One numbered version of the whole configuration.
struct Revision {
    qint64 number = 0; //!< from 1, without gaps
    QDateTime time;    //!< UTC
    QString who;
    QString source;
    QString reason;
    QString summary;        //!< what changed, in sentences
    QJsonArray changes;     //!< the first of them as toJson(differences()), in lists alone
    qsizetype changed = 0;  //!< how many there were, in lists alone
    Api::Document document; //!< empty in lists
    std::vector<Difference> differences; //!< to the one before it, of append() alone
};

//! A document on its way to become a revision.
struct RevisionDraft {
    Api::Document document;
    QString who;
    QString source;
    QString reason;
    qint64 expected = -1; //!< number of the revision it was made on; -1: whatever is current
};

//! The revisions, table "revision" of gatehouse.db. Append-only: restoring an old revision appends
//! it again. Used on the database's thread.
class RevisionStore
{
public:
    //! Called inside the transaction that stores \a revision, with the texts of the document before
    //! it and of its own; an error rolls the revision back. The composition root writes the audit
    //! record here.
    using Audit = std::function<Result<void>(const Revision &revision, const QByteArray &before,
                                             const QByteArray &after)>;

    //! \a database and \a clock outlive the store. \a audit may be empty.
    RevisionStore(Store::Database &database, const Clock &clock, Audit audit = {});

    //! Makes the table when it is not there. Call once, before anything else.
    Result<void> create();

    //! The newest revision; number 0 and an empty document when there is none yet.
    Result<Revision> current();
    //! NotFound when there is no such number; Corrupt when its text can no longer be read.
    Result<Revision> show(qint64 number);
    //! Newest first, without documents; only older than \a before when that is positive.
    Result<std::vector<Revision>> list(int limit, qint64 before = 0);

    //! Stores \a draft as the next revision. A document equal to the current one makes none: the
    //! current revision is returned. Conflict when the current revision is not the expected one:
    //! the detail says in sentences what was changed meanwhile.
    Result<Revision> append(const RevisionDraft &draft);
    //! Appends the document of revision \a number again; the rest of \a draft is used as in append.
    Result<Revision> restore(qint64 number, RevisionDraft draft);

private:
    //! The newest revision as it was last seen here.
    struct Newest {
        qint64 number = 0;
        Api::Document document;
        QByteArray text;
    };

    Result<Revision> one(Store::Statement &select);
    //! Reads the newest revision, unless it is known already.
    Result<void> refreshNewest();
    Error conflict(qint64 expected);
    Result<void> insert(const Revision &revision, const QByteArray &text);
    Result<void> insertChanges(qint64 number, const std::vector<Difference> &found);

    Store::Database &m_database;
    const Clock &m_clock;
    Audit m_audit;
    std::optional<Newest> m_newest;
};

} // namespace Gatehouse::Config
