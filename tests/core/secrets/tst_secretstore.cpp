// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/secretredactor.h"
#include "core/secrets/secretstore.h"
#include "tests/support/fakeclock.h"
#include "tests/support/secretwaiter.h"

#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <memory>

using namespace Gatehouse;
using namespace Gatehouse::Secrets;
using namespace Qt::StringLiterals;

namespace {

constexpr VaultCost cheap{.passes = 1, .memoryMiB = 1};

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

Result<void> unlock(SecretStore &store, const Secret &passphrase)
{
    return answerOf<void>(
        [&](QObject *context, auto done) { store.unlock(passphrase, context, done); });
}

} // namespace

class TestSecretStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        for (const char *name : {"DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "XDG_RUNTIME_DIR",
                                 "CREDENTIALS_DIRECTORY", "XDG_CURRENT_DESKTOP", "QT_NO_GLIB"})
            qunsetenv(name);
    }

    void readsTheEnvironment()
    {
        const auto store = makeStore(StoreKind::Session);
        qputenv("GH_TEST_KEY", "from env\n");
        QCOMPARE(readFrom(*store, u"env:GH_TEST_KEY"_s)->reveal(), QByteArrayView("from env\n"));
        qputenv("GH_TEST_KEY", "");
        QCOMPARE(readFrom(*store, u"env:GH_TEST_KEY"_s).error().code, ErrorCode::NotFound);
        qunsetenv("GH_TEST_KEY");
        QCOMPARE(readFrom(*store, u"env:GH_TEST_KEY"_s).error().code, ErrorCode::NotFound);
    }

    void readsFiles_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("secret");
        QTest::newRow("plain") << "abc"_ba
                               << "abc"_ba;
        QTest::newRow("one newline goes") << "abc\n"_ba
                                          << "abc"_ba;
        QTest::newRow("one of two goes") << "abc\n\n"_ba
                                         << "abc\n"_ba;
        QTest::newRow("from Windows") << "abc\r\n"_ba
                                      << "abc"_ba;
        QTest::newRow("spaces stay") << " abc "_ba
                                     << " abc "_ba;
        QTest::newRow("largest") << QByteArray(65536, 'x') << QByteArray(65536, 'x');
    }
    void readsFiles()
    {
        QFETCH(QByteArray, content);
        const auto store = makeStore(StoreKind::Session);
        put(u"key.txt"_s, content);
        const auto absolute = readFrom(*store, u"file:"_s + m_folder->filePath(u"key.txt"_s));
        QTEST(absolute->reveal().toByteArray(), "secret");
        QVERIFY(readFrom(*store, u"file:key.txt"_s).value() == *absolute);
    }

    void refusesFiles()
    {
        const auto store = makeStore(StoreKind::Session);
        put(u"big"_s, QByteArray(65537, 'x'));
        put(u"empty"_s, "\n");
        QCOMPARE(readFrom(*store, u"file:big"_s).error().code, ErrorCode::LimitExceeded);
        QCOMPARE(readFrom(*store, u"file:empty"_s).error().code, ErrorCode::NotFound);
        QCOMPARE(readFrom(*store, u"file:absent"_s).error().code, ErrorCode::NotFound);
        QCOMPARE(readFrom(*store, u"file:."_s).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(readFrom(*store, u"file:/dev/zero"_s).error().code, ErrorCode::InvalidArgument);
    }

    void warnsWhenOthersMayReadTheFile()
    {
        const auto store = makeStore(StoreKind::Session);
        put(u"open"_s, "abc");
        QFile::setPermissions(m_folder->filePath(u"open"_s),
                              QFileDevice::ReadOwner | QFileDevice::ReadOther);
        QTest::ignoreMessage(QtWarningMsg,
                             QRegularExpression(u"others may read the secret file"_s));
        QVERIFY(readFrom(*store, u"file:open"_s));
    }

    void readsSystemdCredentials()
    {
        const auto store = makeStore(StoreKind::Session);
        QCOMPARE(readFrom(*store, u"credential:openai"_s).error().code, ErrorCode::Unavailable);
        put(u"openai"_s, "abc\n");
        qputenv("CREDENTIALS_DIRECTORY", m_folder->path().toLocal8Bit());
        QCOMPARE(readFrom(*store, u"credential:openai"_s)->reveal(), QByteArrayView("abc"));
        QCOMPARE(readFrom(*store, u"credential:other"_s).error().code, ErrorCode::NotFound);
    }

    void aPassphraseTakesTheKeyFilesPlace()
    {
        const auto store = makeStore(StoreKind::Vault);
        QVERIFY(store->status().needsChoice);
        QVERIFY(store->choose(StoreKind::Vault)); // no passphrase: a key file
        QVERIFY(!store->status().needsChoice);
        QCOMPARE(writeTo(*store, u"a"_s, Secret("abc")).value(), u"vault:a"_s);
        QVERIFY(store->choose(StoreKind::Vault, Secret("pass")));
        const auto next = makeStore(StoreKind::Vault);
        QCOMPARE(next->status().state, StoreState::PassphraseNeeded);
        QCOMPARE(next->choose(StoreKind::Vault, Secret("no")).error().code,
                 ErrorCode::Unauthenticated);
        QVERIFY(next->choose(StoreKind::Vault, Secret("pass")));
        QCOMPARE(readFrom(*next, u"vault:a"_s)->reveal(), QByteArrayView("abc"));
    }

    void sessionSecretsEndWithTheStore()
    {
        {
            const auto store = makeStore(StoreKind::Session);
            QCOMPARE(writeTo(*store, u"a"_s, Secret("abc")).value(), u"session:a"_s);
            QCOMPARE(readFrom(*store, u"session:a"_s)->reveal(), QByteArrayView("abc"));
            QCOMPARE(store->list().size(), 1);
            QVERIFY(removeFrom(*store, u"session:a"_s));
            QCOMPARE(readFrom(*store, u"session:a"_s).error().code, ErrorCode::NotFound);
        }
        const auto store = makeStore(StoreKind::Session);
        QVERIFY(store->list().isEmpty());
    }

    void withoutAKeychainTheVaultIsTheStore()
    {
        {
            const auto store = makeStore({});
            QTRY_COMPARE(store->status().store, StoreKind::Vault);
            QCOMPARE(store->status().state, StoreState::Ready);
            QVERIFY(!QFile::exists(m_folder->filePath(u"vault"_s)));
            QCOMPARE(writeTo(*store, u"openai"_s, Secret("sk-one")).value(), u"vault:openai"_s);
        }
        const auto store = makeStore({});
        QCOMPARE(store->status().store, StoreKind::Vault);
        QCOMPARE(readFrom(*store, u"vault:openai"_s)->reveal(), QByteArrayView("sk-one"));
        QCOMPARE(store->list().size(), 1);
        QCOMPARE(store->list().first().storedAt, m_clock.wall());
        QVERIFY(removeFrom(*store, u"vault:openai"_s));
        QCOMPARE(removeFrom(*store, u"vault:openai"_s).error().code, ErrorCode::NotFound);
        QVERIFY(store->list().isEmpty());
    }

    void aWriteBeforeTheStoreIsSettledWaits()
    {
        const auto store = makeStore({});
        QCOMPARE(store->status().store, StoreKind::None);
        QCOMPARE(writeTo(*store, u"early"_s, Secret("abc")).value(), u"vault:early"_s);
    }

    void aKeychainOnceUsedIsNotReplacedByAVault()
    {
        put(u"secrets.json"_s, R"({"secrets":[{"reference":"keychain:openai"}]})");
        const auto store = makeStore({});
        QTRY_COMPARE(store->status().store, StoreKind::Keychain);
        QCOMPARE(store->status().state, StoreState::Unavailable);
        QVERIFY(!store->status().detail.isEmpty());
        QCOMPARE(readFrom(*store, u"keychain:openai"_s).error().code, ErrorCode::Unavailable);
        QCOMPARE(writeTo(*store, u"openai"_s, Secret("new")).error().code, ErrorCode::Unavailable);
        QVERIFY(!QFile::exists(m_folder->filePath(u"vault"_s)));
    }

    void withoutGlibTheKeychainSaysSoAtOnce()
    {
        qputenv("QT_NO_GLIB", "1");
        const auto store = makeStore(StoreKind::Keychain);
        const auto secret = readFrom(*store, u"keychain:openai"_s);
        QCOMPARE(secret.error().code, ErrorCode::Unavailable);
        QVERIFY(secret.error().detail.contains(u"QT_NO_GLIB"_s));
    }

    void aPassphraseOpensTheVault()
    {
        {
            const auto store = makeStore(StoreKind::Vault);
            QVERIFY(unlock(*store, Secret("open sesame")));
            QVERIFY(writeTo(*store, u"a"_s, Secret("abc")));
        }
        const auto store = makeStore(StoreKind::Vault);
        QSignalSpy changes(store.get(), &SecretStore::stateChanged);
        QCOMPARE(store->status().state, StoreState::PassphraseNeeded);
        QCOMPARE(readFrom(*store, u"vault:a"_s).error().code, ErrorCode::Locked);
        QCOMPARE(unlock(*store, Secret("wrong")).error().code, ErrorCode::Unauthenticated);
        QCOMPARE(store->status().state, StoreState::PassphraseNeeded);
        QVERIFY(changes.isEmpty());
        QVERIFY(unlock(*store, Secret("open sesame")));
        QCOMPARE(store->status().state, StoreState::Ready);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(readFrom(*store, u"vault:a"_s)->reveal(), QByteArrayView("abc"));
        QVERIFY(store->rekeyVault(VaultHolder::KeyFile));
    }

    void aCredentialHoldsTheVaultWhenThereIsOne()
    {
        put(vaultCredentialName(), "from the service manager");
        qputenv("CREDENTIALS_DIRECTORY", m_folder->path().toLocal8Bit());
        const auto store = makeStore(StoreKind::Vault);
        QVERIFY(writeTo(*store, u"a"_s, Secret("abc")));
        QCOMPARE(Vault(m_folder->path()).holder().value(), VaultHolder::Credential);
        QVERIFY(!QFile::exists(m_folder->filePath(u"vault.key"_s)));
    }

    void aDamagedVaultIsUnavailableAndKept()
    {
        put(u"vault"_s, "something else");
        const auto store = makeStore({});
        QCOMPARE(store->status().store, StoreKind::Vault);
        QCOMPARE(store->status().state, StoreState::Unavailable);
        QCOMPARE(writeTo(*store, u"a"_s, Secret("abc")).error().code, ErrorCode::Corrupt);
    }

    void aDamagedIndexStopsWritingOnly()
    {
        put(u"secrets.json"_s, "{");
        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(u"secrets cannot be stored"_s));
        const auto store = makeStore(StoreKind::Vault);
        QCOMPARE(writeTo(*store, u"a"_s, Secret("abc")).error().code, ErrorCode::Corrupt);
        qputenv("GH_TEST_KEY", "abc");
        QVERIFY(readFrom(*store, u"env:GH_TEST_KEY"_s));
    }

    void refusesWhatCannotBeStored()
    {
        const auto store = makeStore(StoreKind::Session);
        QCOMPARE(writeTo(*store, u"a b"_s, Secret("x")).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(writeTo(*store, u"a"_s, Secret()).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(writeTo(*store, u"a"_s, Secret(QByteArray(65537, 'x'))).error().code,
                 ErrorCode::InvalidArgument);
        QCOMPARE(readFrom(*store, u"sk-pasted"_s).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(removeFrom(*store, u"env:HOME"_s).error().code, ErrorCode::NotFound);
    }

    void tellsTheRedactorOfEverySecret()
    {
        SecretRedactor redactor;
        SecretStore store(
            {.dataFolder = m_folder->path(), .store = StoreKind::Session, .redactor = &redactor},
            m_clock);
        store.start();
        qputenv("GH_TEST_KEY", "value-from-env");
        QVERIFY(readFrom(store, u"env:GH_TEST_KEY"_s));
        QVERIFY(writeTo(store, u"a"_s, Secret("value-written")));
        QCOMPARE(redactor.redacted("value-from-env value-written"), "[redacted] [redacted]"_ba);
    }

    void nobodyIsAnsweredWhoHasLeft()
    {
        const auto store = makeStore(StoreKind::Session);
        bool answered = false;
        auto context = std::make_unique<QObject>();
        store->read(u"env:HOME"_s, context.get(), [&](const auto &) { answered = true; });
        store->read(u"keychain:x"_s, context.get(), [&](const auto &) { answered = true; });
        context.reset();
        QVERIFY(!readFrom(*store, u"keychain:x"_s)); // comes after the one above
        QVERIFY(!answered);
    }

private:
    std::unique_ptr<SecretStore> makeStore(std::optional<StoreKind> kind)
    {
        auto store = std::make_unique<SecretStore>(
            SecretStore::Options{.dataFolder = m_folder->path(), .store = kind, .vaultCost = cheap},
            m_clock);
        store->start();
        return store;
    }

    void put(const QString &name, const QByteArray &content)
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner));
        QCOMPARE(file.write(content), content.size());
    }

    FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestSecretStore)
#include "tst_secretstore.moc"
