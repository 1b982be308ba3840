// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/secretstore.h"
#include "tests/support/fakeclock.h"
#include "tests/support/keyring.h"
#include "tests/support/secretwaiter.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <memory>

using namespace Gatehouse;
using namespace Gatehouse::Secrets;
using namespace Qt::StringLiterals;

//! Runs against a real GNOME Keyring, once unlocked and once with the same keyring locked.
namespace {

using Keyring::part;

std::unique_ptr<SecretStore> makeStore(const Clock &clock)
{
    auto store = std::make_unique<SecretStore>(
        SecretStore::Options{.dataFolder = QDir::homePath() + u"/data"_s}, clock);
    store->start();
    return store;
}

Result<Secret> readFrom(SecretStore &store, const QString &reference)
{
    return answerOf<Secret>(
        [&](QObject *context, auto done) { store.read(reference, context, done); });
}

Result<QString> writeTo(SecretStore &store, const QString &name, const Secret &secret)
{
    return answerOf<QString>(
        [&](QObject *context, auto done) { store.write(name, secret, context, done); });
}

Result<void> removeFrom(SecretStore &store, const QString &reference)
{
    return answerOf<void>(
        [&](QObject *context, auto done) { store.remove(reference, context, done); });
}

} // namespace

class TestKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString program = Keyring::missingProgram(); !program.isEmpty())
            QSKIP(qPrintable(program + u" is not installed"_s));
    }

    void aRealKeyringKeepsSecretsAndALockedOneIsNotEmpty()
    {
        if (!part().isEmpty())
            return;
        QTemporaryDir home;
        QVERIFY(QDir(home.path()).mkpath(u".local/share/keyrings"_s));
        QVERIFY(QDir(home.path()).mkdir(u"data"_s));
        QCOMPARE(Keyring::run(home.path(), u"store"_s, Keyring::unlocked), QString());
        QCOMPARE(Keyring::run(home.path(), u"locked"_s, Keyring::locked), QString());
        QCOMPARE(Keyring::run(home.path(), u"restart"_s, Keyring::unlocked), QString());
        QCOMPARE(Keyring::run(home.path(), u"nobody"_s, Keyring::absent), QString());
    }

    void storesAndReadsBack()
    {
        if (part() != u"store"_s)
            return;
        const auto store = makeStore(m_clock);
        QTRY_COMPARE(store->status().state, StoreState::Ready);
        QCOMPARE(store->status().store, StoreKind::Keychain);
        QCOMPARE(store->status().label, u"GNOME Keyring"_s);
        const QByteArray binary("sk-\0\xff-one", 9);
        QCOMPARE(writeTo(*store, u"openai"_s, Secret("first")).value(), u"keychain:openai"_s);
        QCOMPARE(writeTo(*store, u"openai"_s, Secret(binary)).value(), u"keychain:openai"_s);
        QCOMPARE(readFrom(*store, u"keychain:openai"_s)->reveal(), QByteArrayView(binary));
        QCOMPARE(readFrom(*store, u"keychain:never"_s).error().code, ErrorCode::NotFound);
        QCOMPARE(store->list().size(), 1);
    }

    void aLockedKeyringIsNotEmpty()
    {
        if (part() != u"locked"_s)
            return;
        const auto store = makeStore(m_clock);
        QTRY_COMPARE_WITH_TIMEOUT(store->status().state, StoreState::Locked, 12'000);
        QCOMPARE(store->status().store, StoreKind::Keychain);
        QCOMPARE(readFrom(*store, u"keychain:openai"_s).error().code, ErrorCode::Locked);
        QCOMPARE(writeTo(*store, u"openai"_s, Secret("new")).error().code, ErrorCode::Locked);
        QCOMPARE(removeFrom(*store, u"keychain:openai"_s).error().code, ErrorCode::Locked);
        QCOMPARE(store->list().size(), 1);
        QVERIFY(!QFile::exists(QDir::homePath() + u"/data/vault"_s));
    }

    void keepsSecretsOverARestart()
    {
        if (part() != u"restart"_s)
            return;
        for (int engine = 0; engine < 2; ++engine) { // twice in one program
            const auto store = makeStore(m_clock);
            QTRY_COMPARE(store->status().state, StoreState::Ready);
            QCOMPARE(readFrom(*store, u"keychain:openai"_s)->reveal().size(), 9);
        }
        const auto store = makeStore(m_clock);
        QVERIFY(removeFrom(*store, u"keychain:openai"_s));
        QCOMPARE(readFrom(*store, u"keychain:openai"_s).error().code, ErrorCode::NotFound);
        QVERIFY(store->list().isEmpty());
    }

    void whereNobodyOffersSecretsTheVaultIsUsed()
    {
        if (part() != u"nobody"_s)
            return;
        const auto store = makeStore(m_clock);
        QTRY_COMPARE(store->status().store, StoreKind::Vault);
        QVERIFY(store->status().needsChoice);
    }

private:
    FakeClock m_clock;
};

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"
