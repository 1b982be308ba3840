// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/document.h"
#include "core/api/findings.h"
#include "core/base/result.h"
#include "core/config/revisionstore.h"

#include <functional>

namespace Gatehouse::Config {

//! Who changes the configuration, and why.
struct ChangeInfo {
    QString who;
    QString source;
    QString reason;
    qint64 expected = -1; //!< revision the change was made on, -1 = whatever is current
    //! Refuses what this person may not change; empty: everything may be.
    std::function<Result<void>(const Api::Document &before, const Api::Document &after)> allowed =
        {};
    bool isChecked = false; //!< the document has passed its checks already
};

//! How a change went.
struct ChangeOutcome {
    qint64 revision = 0;    //!< in force afterwards; unchanged when the change was refused or empty
    Api::Findings findings; //!< an Error among them: refused
    std::vector<Difference> differences = {}; //!< of a replacement to what was before
    std::optional<Error> error; //!< Conflict, ReadOnly (managed by a file), storage failures

    bool succeeded() const { return !error && !Api::hasErrors(findings); }
};

//! The configuration in force. Every change, whoever makes it, is checked whole, becomes a numbered
//! revision with its audit record in one transaction, and is announced. While a file manages the
//! configuration only that file's changes are taken. Control thread.
class Configuration
{
public:
    explicit Configuration(RevisionStore &revisions);

    //! Takes the newest stored revision; the first start makes revision 1, the default.
    Result<void> load(const ChangeInfo &info);

    const Api::Document &document() const { return m_document; }
    qint64 revision() const { return m_revision; }
    RevisionStore &revisions() { return m_revisions; }

    //! Path of the managing file, empty when screens and commands may change the configuration.
    const QString &managedBy() const { return m_managedBy; }
    void setManagedBy(const QString &file) { m_managedBy = file; }

    //! Replaces the document. \a fromFile: the managing file itself speaks.
    ChangeOutcome replace(const Api::Document &document, const ChangeInfo &info,
                          bool fromFile = false);
    //! Changes a copy of the document by \a edit and replaces it.
    ChangeOutcome edit(const std::function<Result<void>(Api::Document &)> &edit,
                       const ChangeInfo &info);
    ChangeOutcome restore(qint64 revision, const ChangeInfo &info);

    //! Called after every change that took effect.
    std::function<void()> onChanged;

private:
    RevisionStore &m_revisions;
    Api::Document m_document;
    qint64 m_revision = 0;
    QString m_managedBy;
};

} // namespace Gatehouse::Config
