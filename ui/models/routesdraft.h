// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/document.h"

#include <QtCore/QHash>
#include <QtCore/QObject>

namespace Gatehouse::Ui {

class ConfigurationModel;

//! The configuration as it will be: several routes may be edited before all of it is published as
//! one revision. Without edits it follows the configuration in force.
class RoutesDraft : public QObject
{
    Q_OBJECT

public:
    //! Who names a route.
    struct Uses {
        QStringList fallbackOf;
        QStringList teams;
        QStringList keys; //!< declared ones

        bool isEmpty() const { return fallbackOf.isEmpty() && teams.isEmpty() && keys.isEmpty(); }
    };

    explicit RoutesDraft(ConfigurationModel &configuration, QObject *parent = nullptr);

    const Api::Document &document() const { return m_draft; }
    //! What the draft was made from.
    const Api::Document &base() const { return m_base; }
    qint64 baseRevision() const { return m_baseRevision; }
    const QList<Api::Route> &routes() const { return m_draft.routes; }
    //! Null when there is none; valid until the next edit.
    const Api::Route *route(const QString &id) const;
    //! What the route \a id of the draft is in force; null for a new one.
    const Api::Route *inForce(const QString &id) const;
    qsizetype indexOf(const QString &id) const;

    //! Routes added, changed and removed, and what take() changed beside them.
    int changeCount() const;
    bool isDirty() const { return changeCount() > 0; }
    //! The route differs from the one in force, or is not in force yet.
    bool isChanged(const QString &id) const;
    //! The configuration changed under the draft; nothing can be published before one of
    //! applyMineAgain() and takeTheirs().
    bool isConflicting() const { return m_conflicting; }

    //! A free id that begins with \a wanted.
    QString freeId(const QString &wanted) const;
    void add(const Api::Route &route);
    //! A copy behind the original; its id.
    QString duplicate(const QString &id);
    //! Takes the route out, and out of the fallbacks of others.
    void remove(const QString &id);
    //! Another id makes fallbacks, rules, successors, teams and declared keys follow.
    void replace(const QString &id, const Api::Route &route);
    //! Puts what \a wanted has otherwise than the configuration in force on top of the draft:
    //! routes, and of the rest what a trial may change, providers and budgets.
    void take(const Api::Document &wanted);
    void discard();
    void applyMineAgain();
    void takeTheirs() { discard(); }

    //! Routes that may become a fallback of \a id without a loop and are not yet.
    QStringList possibleFallbacks(const QString &id) const;
    Uses usesOf(const QString &id) const;

Q_SIGNALS:
    void changed();
    void renamed(const QString &before, const QString &after);
    void conflictingChanged();

private:
    void follow();
    void takeBase();
    //! What \a wanted has otherwise than \a base beside routes, into the draft.
    void takeRest(const Api::Document &wanted, const Api::Document &base);
    //! The draft's providers and budgets that are not in \a document.
    int restNotIn(const Api::Document &document) const;
    void rename(const QString &before, const QString &after);
    //! \a from leads to \a to by fallbacks.
    bool reaches(const QString &from, const QString &to) const;

    ConfigurationModel &m_configuration;
    Api::Document m_base;
    Api::Document m_draft;
    QHash<QString, QString> m_origins; //!< id in the draft → id in the base
    qint64 m_baseRevision = -1;
    bool m_conflicting = false;
};

} // namespace Gatehouse::Ui
