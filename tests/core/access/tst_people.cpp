// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/people.h"
#include "core/store/database.h"
#include "tests/support/fakeclock.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <memory>

using namespace Gatehouse;
using namespace Gatehouse::Access;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestPeople : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        reopen();
    }
    void cleanup()
    {
        m_people.reset();
        m_database.reset();
    }

    void keepsPeopleAndTokens()
    {
        const Person anna = m_people->add(u" Anna Berg "_s, Api::Role::Editor).value();
        const IssuedToken issued =
            m_people->issue(anna.id, u"laptop"_s, m_clock.wall() + 24h).value();
        QVERIFY(issued.secret.reveal().startsWith("gha-"));
        QVERIFY(issued.secret.reveal().endsWith(issued.token.lastFour.toLatin1()));
        reopen();
        QCOMPARE(m_people->people().size(), 1U);
        QCOMPARE(m_people->person(anna.id)->name, u"Anna Berg"_s);
        QCOMPARE(m_people->person(anna.id)->role, Api::Role::Editor);
        QCOMPARE(m_people->signIn(issued.secret.reveal(), u"10.0.0.1"_s).person->id, anna.id);
    }
    void neverWritesTheTokenItself()
    {
        const IssuedToken issued = token(u"Anna"_s);
        QVERIFY(m_database->checkpoint());
        QFile file(m_database->path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains(issued.secret.reveal().sliced(13).toByteArray()));
    }
    void refusesWrongAndEmptyTokens()
    {
        const IssuedToken issued = token(u"Anna"_s);
        const QByteArray text = issued.secret.reveal().toByteArray();
        for (const QByteArray &wrong :
             {QByteArray(), QByteArray("gha-"), text.chopped(1), QByteArray(text + 'x')})
            QVERIFY(!m_people->signIn(wrong, {}).person);
    }
    void tokensEnd()
    {
        const IssuedToken issued = token(u"Anna"_s);
        m_clock.advance(24h - 1s);
        QVERIFY(m_people->signIn(issued.secret.reveal(), {}).person);
        m_clock.advance(1s);
        QVERIFY(!m_people->signIn(issued.secret.reveal(), {}).person);
    }
    void aDisabledPersonIsRefused()
    {
        const IssuedToken issued = token(u"Anna"_s);
        Person anna = m_people->people().front();
        anna.disabled = true;
        QVERIFY(m_people->update(anna));
        QVERIFY(!m_people->signIn(issued.secret.reveal(), {}).person);
        anna.disabled = false;
        QVERIFY(m_people->update(anna));
        QVERIFY(m_people->signIn(issued.secret.reveal(), {}).person);
    }
    void tokensAreRevokedOneByOneAndTogether()
    {
        const Person anna = m_people->add(u"Anna"_s, Api::Role::Viewer).value();
        std::vector<IssuedToken> tokens;
        for (const QString &where : {u"laptop"_s, u"desktop"_s, u"script"_s})
            tokens.push_back(m_people->issue(anna.id, where, m_clock.wall() + 24h).value());
        const IssuedToken other = token(u"Ben"_s);
        QVERIFY(m_people->revoke(tokens[0].token.id));
        QVERIFY(!m_people->signIn(tokens[0].secret.reveal(), {}).person);
        QVERIFY(m_people->signIn(tokens[1].secret.reveal(), {}).person);
        QCOMPARE(m_people->signOut(anna.id).value(), 2);
        for (const IssuedToken &issued : tokens)
            QVERIFY(!m_people->signIn(issued.secret.reveal(), {}).person);
        QVERIFY(m_people->signIn(other.secret.reveal(), {}).person);
        QCOMPARE(m_people->revoke(u"nothing"_s).error().code, ErrorCode::NotFound);
    }
    void removesAPersonWithTheTokens()
    {
        const IssuedToken issued = token(u"Anna"_s);
        QVERIFY(m_people->remove(issued.token.person));
        QVERIFY(!m_people->signIn(issued.secret.reveal(), {}).person);
        QVERIFY(m_people->people().empty() && m_people->tokens().empty());
        QCOMPARE(m_people->remove(issued.token.person).error().code, ErrorCode::NotFound);
    }
    void tokensAreNarrowerThanTheirPerson()
    {
        const Person ada = m_people->add(u"Ada"_s, Api::Role::Operator).value();
        const Api::TokenScope scope{
            .role = Api::Role::Viewer,
            .areas = {Api::Permission::ViewStatus, Api::Permission::ViewSpend}};
        const IssuedToken issued =
            m_people->issue(ada.id, u"script"_s, m_clock.wall() + 24h, scope).value();
        reopen();
        const Api::Grant grant = m_people->signIn(issued.secret.reveal(), {}).grant();
        QCOMPARE(grant.scope, scope);
        QCOMPARE(grant.permissions(), scope.areas);
        const Error wider =
            m_people->issue(ada.id, u"more"_s, {}, {.role = Api::Role::Editor}).error();
        QCOMPARE(wider.path, u"role"_s);
    }
    void aTokenShrinksWithItsPerson()
    {
        Person ada = m_people->add(u"Ada"_s, Api::Role::Administrator).value();
        const IssuedToken issued =
            m_people
                ->issue(ada.id, u"script"_s, m_clock.wall() + 24h, {.role = Api::Role::Operator})
                .value();
        ada.role = Api::Role::Editor;
        QVERIFY(m_people->update(ada));
        const Api::Grant grant = m_people->signIn(issued.secret.reveal(), {}).grant();
        QVERIFY(!grant.may(Api::Permission::Operate));
        QVERIFY(!grant.may(Api::Permission::EditRoutes)); // the token never had it
        QVERIFY(grant.may(Api::Permission::ViewRequests));
    }
    void aWordOfALaterVersionMakesNoTokenWider()
    {
        const IssuedToken issued = token(u"Anna"_s);
        QVERIFY(m_database->execute("UPDATE admin_token SET role = 'steward', areas = 'fly'"));
        reopen();
        const Api::Grant grant = m_people->signIn(issued.secret.reveal(), {}).grant();
        QCOMPARE(grant.permissions(), QList{Api::Permission::ViewStatus});
    }
    void opensATableWithoutScopes()
    {
        const IssuedToken issued = token(u"Anna"_s);
        QVERIFY(m_database->execute("ALTER TABLE admin_token DROP COLUMN role;"
                                    "ALTER TABLE admin_token DROP COLUMN areas"));
        reopen();
        QVERIFY(!m_people->signIn(issued.secret.reveal(), {}).token->scope.isNarrow());
    }
    void notesTheLastUse()
    {
        const IssuedToken issued = token(u"Anna"_s);
        QVERIFY(!m_people->tokens().front().lastUsed);
        m_people->signIn(issued.secret.reveal(), u"10.0.0.1"_s);
        const WallTime first = m_clock.wall();
        m_clock.advance(5s);
        m_people->signIn(issued.secret.reveal(), u"10.0.0.1"_s);
        QCOMPARE(m_people->tokens().front().lastUsed, first);
        m_people->signIn(issued.secret.reveal(), u"10.0.0.2"_s);
        reopen();
        QCOMPARE(m_people->tokens().front().lastUsed, m_clock.wall());
        QCOMPARE(m_people->tokens().front().lastAddress, u"10.0.0.2"_s);
    }
    void checksNames()
    {
        const Person anna = m_people->add(u"Anna"_s, Api::Role::Viewer).value();
        QCOMPARE(m_people->add(u"  "_s, Api::Role::Viewer).error().path, u"name"_s);
        QCOMPARE(m_people->add(QString(101, u'x'), Api::Role::Viewer).error().path, u"name"_s);
        QCOMPARE(m_people->add(u"ANNA"_s, Api::Role::Viewer).error().code,
                 ErrorCode::AlreadyExists);
        QVERIFY(m_people->update(anna)); // its own name is no second one
        QCOMPARE(m_people->issue(anna.id, u""_s, {}).error().path, u"name"_s);
        QCOMPARE(m_people->issue(u"nobody"_s, u"x"_s, {}).error().path, u"person"_s);
    }
    void rolesGrantWhatTheyShould()
    {
        using Api::Permission;
        using Api::Role;
        for (const Permission permission : Api::allPermissions())
            QVERIFY(Api::may(Role::Owner, permission));
        QVERIFY(!Api::may(Role::Administrator, Permission::Everything));
        QVERIFY(Api::may(Role::Administrator, Permission::ManagePeople));
        QVERIFY(Api::may(Role::Operator, Permission::Operate));
        QVERIFY(!Api::may(Role::Operator, Permission::EditRoutes));
        QVERIFY(Api::may(Role::Editor, Permission::EditRoutes));
        QVERIFY(!Api::may(Role::Editor, Permission::ManageSecrets));
        QVERIFY(!Api::may(Role::Viewer, Permission::ViewAudit));
        QVERIFY(!Api::may(Role::Billing, Permission::ViewRequests));
        QVERIFY(Api::may(Role::Billing, Permission::ViewSpend));
        for (const Role role : Api::allRoles())
            QCOMPARE(Api::parseRole(Api::roleWord(role)), std::optional(role));
        QVERIFY(!Api::parseRole(u"root"));
    }

private:
    void reopen()
    {
        m_people.reset();
        m_database.reset();
        m_database = Store::Database::open(m_folder->filePath(u"g.db"_s), {}).value();
        m_people = std::make_unique<People>(People::open(*m_database, m_pepper, m_clock).value());
    }
    IssuedToken token(const QString &name)
    {
        const Person person = m_people->add(name, Api::Role::Viewer).value();
        return m_people->issue(person.id, u"laptop"_s, m_clock.wall() + 24h).value();
    }

    FakeClock m_clock;
    Pepper m_pepper{4, 5, 6};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store::Database> m_database;
    std::unique_ptr<People> m_people;
};

QTEST_GUILESS_MAIN(TestPeople)
#include "tst_people.moc"
