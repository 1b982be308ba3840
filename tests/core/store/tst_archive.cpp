// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/archive.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Store;
using namespace Qt::StringLiterals;

class ArchiveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void comesBackAsItWas();
    void isReadByTar();
    void refusesEveryCut();
    void refusesAChangedHead();
    void refusesNamesWithFolders_data();
    void refusesNamesWithFolders();
    void refusesWhatIsNoArchive();

private:
    QString file(const QString &name) const { return m_dir->filePath(name); }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile out(file(name));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(bytes);
    }
    QByteArray read(const QString &path) const
    {
        QFile in(path);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray("unreadable");
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    const QStringList m_names{u"one.db"_s, u"empty"_s, u"block"_s};
};

void ArchiveTest::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    write(u"one.db"_s, QByteArray(3'000'000, 'x') + "end");
    write(u"empty"_s, {});
    write(u"block"_s, QByteArray(512, '\0'));
    QVERIFY(Archive::write(file(u"all.tar"_s), m_dir->path(), m_names));
}

void ArchiveTest::comesBackAsItWas()
{
    const auto archive = Archive::open(file(u"all.tar"_s));
    QVERIFY2(archive, archive ? "" : qPrintable(archive.error().detail));
    QCOMPARE(archive->entries().size(), 3);
    QVERIFY(QDir(m_dir->path()).mkpath(u"out"_s));
    for (const QString &name : m_names) {
        const auto hash = archive->extract(name, file(u"out"_s));
        QVERIFY(hash);
        QCOMPARE(read(file(u"out/"_s + name)), read(file(name)));
        QCOMPARE(*hash, *fileHash(file(name)));
    }
    QCOMPARE(*archive->contents(u"block"_s, 512), QByteArray(512, '\0'));
    QVERIFY(!archive->contents(u"one.db"_s, 1000));
    QVERIFY(!archive->contents(u"two.db"_s, 1000));
    QVERIFY(!(QFile::permissions(file(u"all.tar"_s)) & QFileDevice::ReadOther));
}

void ArchiveTest::isReadByTar()
{
    const QString tar = QStandardPaths::findExecutable(u"tar"_s);
    if (tar.isEmpty())
        QSKIP("no tar on this computer");
    QProcess list;
    list.start(tar, {u"-tf"_s, file(u"all.tar"_s)});
    QVERIFY(list.waitForFinished());
    QCOMPARE(list.exitCode(), 0);
    QCOMPARE(list.readAllStandardOutput(), "one.db\nempty\nblock\n");
}

void ArchiveTest::refusesEveryCut()
{
    const QByteArray whole = read(file(u"all.tar"_s));
    for (const qsizetype end :
         {qsizetype(0), qsizetype(1), qsizetype(511), qsizetype(512), qsizetype(513),
          qsizetype(3'000'000), whole.size() - 1025, whole.size() - 1024}) {
        write(u"cut.tar"_s, whole.first(end));
        const auto archive = Archive::open(file(u"cut.tar"_s));
        QVERIFY2(!archive, QByteArray::number(end).constData());
        QCOMPARE(archive.error().code, ErrorCode::Corrupt);
    }
}

void ArchiveTest::refusesAChangedHead()
{
    const QByteArray whole = read(file(u"all.tar"_s));
    for (qsizetype at = 0; at < 345; ++at) { // what follows is not used
        QByteArray changed = whole;
        changed[at] = char(changed.at(at) ^ 0x01);
        write(u"changed.tar"_s, changed);
        if (at >= 154 && at < 156)
            continue; // behind the digits of the sum
        QVERIFY2(!Archive::open(file(u"changed.tar"_s)), QByteArray::number(at).constData());
    }
}

void ArchiveTest::refusesNamesWithFolders_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("above") << QByteArray("../x");
    QTest::newRow("inside") << QByteArray("a/b");
    QTest::newRow("absolute") << QByteArray("/x");
    QTest::newRow("hidden") << QByteArray(".x");
    QTest::newRow("empty") << QByteArray();
}

void ArchiveTest::refusesNamesWithFolders()
{
    QFETCH(QByteArray, name);
    QByteArray whole = read(file(u"all.tar"_s));
    whole.replace(0, 100, name.leftJustified(100, '\0'));
    whole.replace(148, 8, "        ");
    qint64 sum = 0;
    for (int i = 0; i < 512; ++i)
        sum += quint8(whole.at(i));
    whole.replace(148, 7, QByteArray(QByteArray::number(sum, 8).rightJustified(6, '0') + '\0'));
    write(u"named.tar"_s, whole);
    QVERIFY(!Archive::open(file(u"named.tar"_s)));
}

void ArchiveTest::refusesWhatIsNoArchive()
{
    write(u"text.tar"_s, QByteArray(2000, 'a'));
    QCOMPARE(Archive::open(file(u"text.tar"_s)).error().code, ErrorCode::Corrupt);
    QCOMPARE(Archive::open(file(u"none.tar"_s)).error().code, ErrorCode::Io);
}

QTEST_GUILESS_MAIN(ArchiveTest)
#include "tst_archive.moc"
