// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/vault.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QSaveFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>
#include <unistd.h>

#include <memory>

using namespace Gatehouse;
using namespace Gatehouse::Secrets;
using namespace Qt::StringLiterals;

namespace {

constexpr VaultCost cheap{.passes = 1, .memoryMiB = 1};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void replace(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(content), content.size());
}

ErrorCode openingFails(const QString &folder, const Secret &passphrase = {})
{
    Vault vault(folder, cheap);
    const auto opened = vault.open(passphrase);
    return opened ? ErrorCode::Internal : opened.error().code;
}

} // namespace

class TestVault : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        qunsetenv("CREDENTIALS_DIRECTORY");
    }

    void keepsSecretsOverARestart_data()
    {
        QTest::addColumn<VaultHolder>("holder");
        QTest::addColumn<QByteArray>("passphrase");
        QTest::newRow("key file") << VaultHolder::KeyFile << QByteArray();
        QTest::newRow("passphrase") << VaultHolder::Passphrase << "open sesame"_ba;
        QTest::newRow("credential") << VaultHolder::Credential << QByteArray();
    }
    void keepsSecretsOverARestart()
    {
        QFETCH(VaultHolder, holder);
        QFETCH(QByteArray, passphrase);
        QTemporaryDir credentials;
        replace(credentials.filePath(vaultCredentialName()), "from the service manager");
        qputenv("CREDENTIALS_DIRECTORY", credentials.path().toLocal8Bit());
        {
            Vault vault(m_folder->path(), cheap);
            QVERIFY(vault.create(holder, Secret(passphrase)));
            QVERIFY(vault.write(u"openai"_s, Secret("sk-one")));
            QVERIFY(vault.write(u"openai"_s, Secret("sk-two")));
            QVERIFY(vault.write(u"other"_s, Secret(QByteArray(60'000, 'x'))));
        }
        Vault vault(m_folder->path(), cheap);
        QCOMPARE(vault.holder().value(), holder);
        QVERIFY(vault.open(Secret(passphrase)));
        QCOMPARE(vault.names(), QStringList({u"openai"_s, u"other"_s}));
        QCOMPARE(vault.read(u"openai"_s)->reveal(), QByteArrayView("sk-two"));
        QCOMPARE(vault.read(u"other"_s)->reveal().size(), 60'000);
    }

    void filesAreForTheirOwnerOnly()
    {
        Vault vault(m_folder->path(), cheap);
        QVERIFY(vault.create(VaultHolder::KeyFile));
        const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup
            | QFileDevice::ReadOther | QFileDevice::WriteOther;
        QCOMPARE(QFile::permissions(path()) & others, QFileDevice::Permissions());
        QCOMPARE(QFile::permissions(m_folder->filePath(u"vault.key"_s)) & others,
                 QFileDevice::Permissions());
    }

    void holdsNoPlainText()
    {
        Vault vault(m_folder->path(), cheap);
        QVERIFY(vault.create(VaultHolder::KeyFile));
        QVERIFY(vault.write(u"openai"_s, Secret("sk-visible-secret")));
        QVERIFY(!contentOf(path()).contains("sk-visible-secret"));
        QVERIFY(!contentOf(path()).contains(QByteArray("sk-visible-secret").toBase64().first(12)));
    }

    void removesOneSecret()
    {
        Vault vault(m_folder->path(), cheap);
        QVERIFY(vault.create(VaultHolder::KeyFile));
        QVERIFY(vault.write(u"a"_s, Secret("one")));
        QVERIFY(vault.write(u"b"_s, Secret("two")));
        QVERIFY(vault.remove(u"a"_s));
        QVERIFY(vault.remove(u"never there"_s));
        QCOMPARE(vault.read(u"a"_s).error().code, ErrorCode::NotFound);
        Vault again(m_folder->path(), cheap);
        QVERIFY(again.open());
        QCOMPARE(again.names(), QStringList(u"b"_s));
    }

    void aClosedVaultIsLocked()
    {
        Vault vault(m_folder->path(), cheap);
        QCOMPARE(vault.read(u"a"_s).error().code, ErrorCode::Locked);
        QCOMPARE(vault.write(u"a"_s, Secret("x")).error().code, ErrorCode::Locked);
        QCOMPARE(vault.open().error().code, ErrorCode::NotFound);
    }

    void aWrongPassphraseChangesNothing()
    {
        {
            Vault vault(m_folder->path(), cheap);
            QVERIFY(vault.create(VaultHolder::Passphrase, Secret("right")));
            QVERIFY(vault.write(u"a"_s, Secret("one")));
        }
        const QByteArray before = contentOf(path());
        Vault vault(m_folder->path(), cheap);
        QCOMPARE(vault.open(Secret("wrong")).error().code, ErrorCode::Unauthenticated);
        QCOMPARE(vault.open().error().code, ErrorCode::Unauthenticated);
        QVERIFY(!vault.isOpen());
        QCOMPARE(vault.create(VaultHolder::KeyFile).error().code, ErrorCode::AlreadyExists);
        QCOMPARE(contentOf(path()), before);
        QVERIFY(vault.open(Secret("right")));
    }

    void aForeignKeyFileDoesNotOpen()
    {
        Vault vault(m_folder->path(), cheap);
        QVERIFY(vault.create(VaultHolder::KeyFile));
        replace(m_folder->filePath(u"vault.key"_s), QByteArray(32, 'k'));
        QCOMPARE(openingFails(m_folder->path()), ErrorCode::Unauthenticated);
        replace(m_folder->filePath(u"vault.key"_s), "short");
        QCOMPARE(openingFails(m_folder->path()), ErrorCode::Unauthenticated);
        QFile::remove(m_folder->filePath(u"vault.key"_s));
        QCOMPARE(openingFails(m_folder->path()), ErrorCode::Unavailable);
    }

    void noticesAChangeAtEveryByte()
    {
        {
            Vault vault(m_folder->path(), cheap);
            QVERIFY(vault.create(VaultHolder::KeyFile));
            QVERIFY(vault.write(u"a"_s, Secret("one")));
        }
        const QByteArray whole = contentOf(path());
        for (qsizetype i = 0; i < whole.size(); ++i) {
            QByteArray changed = whole;
            changed[i] = static_cast<char>(changed[i] ^ 1);
            replace(path(), changed);
            QCOMPARE(openingFails(m_folder->path()), ErrorCode::Corrupt);
        }
    }

    void noticesACutAtEveryByte()
    {
        Vault vault(m_folder->path(), cheap);
        QVERIFY(vault.create(VaultHolder::KeyFile));
        const QByteArray whole = contentOf(path());
        for (qsizetype size = 0; size < whole.size(); ++size) {
            replace(path(), whole.first(size));
            QCOMPARE(openingFails(m_folder->path()), ErrorCode::Corrupt);
        }
    }

    void secretsCannotChangePlaces()
    {
        Vault vault(m_folder->path(), cheap);
        QVERIFY(vault.create(VaultHolder::KeyFile));
        QVERIFY(vault.write(u"aaaa"_s, Secret("one")));
        QByteArray changed = contentOf(path());
        changed.replace("\"aaaa\"", "\"bbbb\"");
        replace(path(), changed);
        QCOMPARE(openingFails(m_folder->path()), ErrorCode::Corrupt);
    }

    void aCrashBeforeTheRenameLeavesTheOldVault()
    {
        {
            Vault vault(m_folder->path(), cheap);
            QVERIFY(vault.create(VaultHolder::KeyFile));
            QVERIFY(vault.write(u"a"_s, Secret("old")));
        }
        replace(m_folder->filePath(u"vault.Xy12Ab"_s), "half a va");
        Vault vault(m_folder->path(), cheap);
        QVERIFY(vault.open());
        QCOMPARE(vault.read(u"a"_s)->reveal(), QByteArrayView("old"));
        QVERIFY(vault.write(u"a"_s, Secret("new")));
    }

    void aWriteThatFailsLeavesTheOldVault()
    {
        if (geteuid() == 0)
            QSKIP("root may write anywhere");
        Vault vault(m_folder->path(), cheap);
        QVERIFY(vault.create(VaultHolder::KeyFile));
        QVERIFY(vault.write(u"a"_s, Secret("old")));
        QVERIFY(QFile::setPermissions(m_folder->path(),
                                      QFileDevice::ReadOwner | QFileDevice::ExeOwner));
        QVERIFY(!vault.write(u"a"_s, Secret("new")));
        QFile::setPermissions(m_folder->path(),
                              QFileDevice::ReadOwner | QFileDevice::WriteOwner
                                  | QFileDevice::ExeOwner);
        QCOMPARE(vault.read(u"a"_s)->reveal(), QByteArrayView("old"));
    }

    void aNewHolderKeepsTheSecrets()
    {
        Vault vault(m_folder->path(), cheap);
        QVERIFY(vault.create(VaultHolder::KeyFile));
        QVERIFY(vault.write(u"a"_s, Secret("one")));
        QVERIFY(vault.rekey(VaultHolder::Passphrase, Secret("first")));
        QVERIFY(!QFile::exists(m_folder->filePath(u"vault.key"_s)));
        QVERIFY(vault.rekey(VaultHolder::Passphrase, Secret("second")));
        QCOMPARE(openingFails(m_folder->path(), Secret("first")), ErrorCode::Unauthenticated);
        QVERIFY(vault.rekey(VaultHolder::KeyFile));
        Vault again(m_folder->path(), cheap);
        QVERIFY(again.open());
        QCOMPARE(again.read(u"a"_s)->reveal(), QByteArrayView("one"));
    }

    void aPlantedCostIsRefused()
    {
        Vault vault(m_folder->path(), cheap);
        QVERIFY(vault.create(VaultHolder::Passphrase, Secret("p")));
        QByteArray changed = contentOf(path());
        changed.replace("\"memory_mib\":1,", "\"memory_mib\":999999,");
        replace(path(), changed);
        QCOMPARE(openingFails(m_folder->path(), Secret("p")), ErrorCode::Corrupt);
    }

private:
    QString path() const { return m_folder->filePath(u"vault"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestVault)
#include "tst_vault.moc"
