// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/secretstore.h"
#include "tests/support/fakeclock.h"
#include "tests/support/secretwaiter.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <memory>

using namespace Gatehouse;
using namespace Gatehouse::Secrets;
using namespace Qt::StringLiterals;

//! Runs against a real GNOME Keyring. The program starts itself again below its own session bus
//! with an empty HOME, once with the keyring unlocked and once with the same keyring locked; the
//! part to run there is named by an environment variable.
namespace {

constexpr char partVariable[] = "GATEHOUSE_KEYCHAIN_PART";

QString part()
{
    return qEnvironmentVariable(partVariable);
}

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

//! What the other program printed when it failed, empty when it passed.
QString runBelowKeyring(const QString &home, const QString &name, const QString &startKeyring)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const auto &variable : {u"QT_NO_GLIB"_s, u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s,
                                 u"DBUS_SESSION_BUS_ADDRESS"_s, u"XDG_CURRENT_DESKTOP"_s})
        environment.remove(variable);
    environment.insert(u"HOME"_s, home);
    environment.insert(u"XDG_RUNTIME_DIR"_s, home);
    environment.insert(u"XDG_DATA_HOME"_s, home + u"/.local/share"_s);
    environment.insert(QString::fromLatin1(partVariable), name);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(u"dbus-run-session"_s,
                  {u"--"_s, u"sh"_s, u"-c"_s, startKeyring + u"; exec \"$0\""_s,
                   QCoreApplication::applicationFilePath()});
    const bool passed = process.waitForFinished(60'000) && process.exitCode() == 0;
    return passed ? QString() : QString::fromLocal8Bit(process.readAll());
}

} // namespace

class TestKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const auto &program : {u"dbus-run-session"_s, u"gnome-keyring-daemon"_s}) {
            if (QStandardPaths::findExecutable(program).isEmpty())
                QSKIP(qPrintable(program + u" is not installed"_s));
        }
    }

    void aRealKeyringKeepsSecretsAndALockedOneIsNotEmpty()
    {
        if (!part().isEmpty())
            return;
        QTemporaryDir home;
        QVERIFY(QDir(home.path()).mkpath(u".local/share/keyrings"_s));
        QVERIFY(QDir(home.path()).mkdir(u"data"_s));
        const QString unlocked =
            u"printf test-pass | gnome-keyring-daemon --unlock --components=secrets >/dev/null"_s;
        const QString locked = u"gnome-keyring-daemon --start --components=secrets >/dev/null"_s;
        QCOMPARE(runBelowKeyring(home.path(), u"store"_s, unlocked), QString());
        QCOMPARE(runBelowKeyring(home.path(), u"locked"_s, locked), QString());
        QCOMPARE(runBelowKeyring(home.path(), u"restart"_s, unlocked), QString());
        QCOMPARE(runBelowKeyring(home.path(), u"nobody"_s, u":"_s), QString());
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
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
        const auto store = makeStore(m_clock);
        QTRY_COMPARE(store->status().store, StoreKind::Vault);
    }

private:
    FakeClock m_clock;
};

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"
