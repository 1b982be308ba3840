// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/keytable.h"
#include "core/access/pepper.h"
#include "core/api/roles.h"
#include "core/base/result.h"
#include "core/secrets/secret.h"

#include <QtCore/QString>

#include <vector>

namespace Gatehouse::Store {
class Database;
class Statement;
} // namespace Gatehouse::Store

namespace Gatehouse::Access {

//! Somebody who may administer the gateway from elsewhere.
struct Person {
    QString id;
    QString name;
    Api::Role role = Api::Role::Viewer;
    bool disabled = false;
    WallTime created{};
};

//! What a person's program signs in with; never its text, only the keyed hash and what may be
//! shown.
struct AdminToken {
    QString id;
    QString person; //!< id
    QString name;   //!< where it is used: "laptop"
    KeyHash hash{};
    QString lastFour;
    Api::TokenScope scope = {};
    WallTime created{};
    std::optional<WallTime> expires = {};
    std::optional<WallTime> lastUsed = {};
    QString lastAddress = {};
};

//! A token with its text, which is not kept: show it once.
struct IssuedToken {
    AdminToken token;
    Secrets::Secret secret; //!< "gha-…"
};

//! The people of the admin side and their tokens, tables of gatehouse.db, with a copy in memory so
//! that a wrong token asks no database. Belongs to the thread of its database.
class People
{
public:
    //! A token's use is written at most this often.
    static constexpr std::chrono::seconds useGrain{60};

    static Result<People> open(Store::Database &database, const Pepper &pepper, const Clock &clock);

    const std::vector<Person> &people() const { return m_people; }
    const std::vector<AdminToken> &tokens() const { return m_tokens; }
    const Person *person(const QString &id) const;
    const AdminToken *token(const QString &id) const;

    //! AlreadyExists when somebody has the name, in any case of letters.
    Result<Person> add(const QString &name, Api::Role role);
    //! Name, role and disabled of \a changed.id.
    Result<void> update(const Person &changed);
    //! With all tokens.
    Result<void> remove(const QString &id);

    //! InvalidArgument when \a scope names a role that is not within the person's.
    Result<IssuedToken> issue(const QString &person, const QString &name,
                              const std::optional<WallTime> &expires,
                              const Api::TokenScope &scope = {});
    Result<void> revoke(const QString &token);
    //! Revokes every token of a person; the number revoked.
    Result<qint64> signOut(const QString &person);

    //! Who signs in with \a text, and notes that; null for a token that is unknown, expired, or
    //! of a disabled person. Both live until the next change.
    struct SignedIn {
        const Person *person = nullptr;
        const AdminToken *token = nullptr;

        //! Of somebody who is signed in.
        Api::Grant grant() const { return {.role = person->role, .scope = token->scope}; }
    };
    SignedIn signIn(QByteArrayView text, const QString &address);

private:
    People(Store::Database &database, const Pepper &pepper, const Clock &clock);

    Result<void> migrate();
    Result<void> load();
    Result<void> checkName(const QString &name, const QString &id) const;
    Result<void> changeOne(Store::Statement &statement, const QString &missing);
    void noteUse(AdminToken &token, const QString &address);

    Store::Database *m_database;
    Pepper m_pepper;
    const Clock *m_clock;
    std::vector<Person> m_people;
    std::vector<AdminToken> m_tokens;
};

} // namespace Gatehouse::Access
