// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/node/datafolder.h"
#include "core/api/adminaddress.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <unistd.h>

using namespace Gatehouse;
using namespace Gatehouse::Node;
using namespace Qt::StringLiterals;

class TestDataFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void belongsToOneEngine();
    void announcesAndWithdraws();
    void isForItsOwnerOnly();
    void findsAShorterSocketPath();
};

void TestDataFolder::belongsToOneEngine()
{
    const QTemporaryDir dir;
    auto first = DataFolder::open(dir.filePath(u"data"_s));
    QVERIFY(first);
    const auto second = DataFolder::open(dir.filePath(u"data"_s));
    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::InUse);
    QVERIFY(second.error().detail.contains(QString::number(::getpid())));
    first->reset();
    QVERIFY(DataFolder::open(dir.filePath(u"data"_s)));
}

void TestDataFolder::announcesAndWithdraws()
{
    const QTemporaryDir dir;
    const auto folder = DataFolder::open(dir.path());
    QVERIFY(folder);
    QCOMPARE(Api::AdminAddress::ofDataFolder(dir.path()).error().code, ErrorCode::NotFound);
    QVERIFY((*folder)->announce(u"/run/x.sock"_s, u"http://127.0.0.1:4418"_s, u"token"_s));
    const auto address = Api::AdminAddress::ofDataFolder(dir.path());
    QVERIFY(address);
    QCOMPARE(address->socket, u"/run/x.sock"_s);
    QCOMPARE(address->token, u"token"_s);
    QCOMPARE(QFile::permissions(dir.filePath(u"run/admin.json"_s)) & 0x077, QFile::Permissions());
    (*folder)->withdraw();
    QVERIFY(!QFile::exists(dir.filePath(u"run/admin.json"_s)));
}

void TestDataFolder::isForItsOwnerOnly()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"fresh"_s);
    const auto folder = DataFolder::open(path);
    QVERIFY(folder);
    QCOMPARE(QFile::permissions(path) & 0x077, QFile::Permissions());
}

void TestDataFolder::findsAShorterSocketPath()
{
    const QTemporaryDir dir;
    const QString deep = dir.filePath(QString(120, u'd'));
    const auto folder = DataFolder::open(deep);
    QVERIFY(folder);
    QVERIFY(QFile::encodeName((*folder)->socketPath()).size() <= 107);
}

QTEST_GUILESS_MAIN(TestDataFolder)
#include "tst_datafolder.moc"
