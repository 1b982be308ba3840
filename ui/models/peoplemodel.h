// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "core/api/roles.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonObject>

#include <functional>

namespace Gatehouse::Ui {

//! Somebody who may administer the gateway from elsewhere.
struct PersonRow {
    QString id;
    QString name;
    Api::Role role = Api::Role::Viewer;
    bool disabled = false;
    int tokens = 0;
    QDateTime lastSignIn; //!< invalid: never
    QString lastAddress;

    bool operator==(const PersonRow &) const = default;
};

struct TokenRow {
    QString id;
    QString person; //!< id
    QString personName;
    QString name;
    QString shown;                      //!< "gha-k7m2xw9q…fR2a"
    Api::Role role = Api::Role::Viewer; //!< not more than this
    QList<Api::Permission> areas;       //!< nothing but these; empty: all of the role
    bool expired = false;
    QDateTime expires;
    QDateTime lastUsed;
    QString lastAddress;

    bool operator==(const TokenRow &) const = default;
};

//! People and their tokens, and what this window's own role may do about them.
class PeopleModel : public QObject
{
    Q_OBJECT

public:
    //! How a change ended: an empty text when it is in force, else why not, and at which field.
    using Done = std::function<void(const QJsonObject &answer, const std::optional<Error> &error)>;

    explicit PeopleModel(Api::AdminClient &client, QObject *parent = nullptr);

    bool hasData() const { return m_loaded; }
    //! The role may not see people.
    bool isDenied() const { return m_denied; }
    const QString &problem() const { return m_problem; }
    //! Why the tokens could not be read, empty when they were.
    const QString &tokensProblem() const { return m_tokensProblem; }
    const QList<PersonRow> &people() const { return m_people; }
    const QList<TokenRow> &tokens() const { return m_tokens; }
    const PersonRow *person(const QString &id) const;

    void send(const QByteArray &method, const QString &path, const QJsonObject &body,
              QObject *context, const Done &done);

public Q_SLOTS:
    void refresh();

Q_SIGNALS:
    void changed();

private:
    //! Returns why there is no list, empty when \a read got it.
    static QString take(const Api::AdminCall &call,
                        const std::function<void(const QJsonArray &)> &read);

    Api::AdminClient &m_client;
    QList<PersonRow> m_people;
    QList<TokenRow> m_tokens;
    QString m_problem;
    QString m_tokensProblem;
    bool m_loaded = false;
    bool m_denied = false;
};

//! "Billing viewer", translated.
QString roleName(Api::Role role);
//! "Start, stop and mend", translated: one line of the table of roles.
QString permissionName(Api::Permission permission);

} // namespace Gatehouse::Ui
