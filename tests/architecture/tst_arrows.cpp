// SPDX-License-Identifier: GPL-3.0-or-later
//! The house rules that a compiler does not check: which room may include which, and what is not
//! used anywhere. Reads the declared arrows from <build>/arrows.txt and every file's text.

#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QHash>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>
#include <QtTest/QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct Room
{
    int floor = 0;
    QSet<QString> mayUse;
};

//! "core/http 1: core/base" per line.
QHash<QString, Room> readRooms(const QByteArray &text)
{
    QHash<QString, Room> rooms;
    for (const QByteArray &line : text.split('\n')) {
        const QString entry = QString::fromUtf8(line);
        const QStringList head = entry.section(u':', 0, 0).split(u' ');
        if (head.size() != 2)
            continue;
        Room room {head[1].toInt(), {}};
        const QStringList uses = entry.section(u':', 1).simplified().split(QRegularExpression(u"[; ]"_s), Qt::SkipEmptyParts);
        for (const QString &use : uses)
            room.mayUse.insert(use);
        rooms.insert(head[0], room);
    }
    return rooms;
}

//! The room a path belongs to: the longest declared folder it stands in, empty for none.
QString roomOf(const QString &path, const QHash<QString, Room> &rooms)
{
    QString best;
    for (const QString &room : rooms.keys()) {
        if (path.startsWith(room + u'/') && room.size() > best.size())
            best = room;
    }
    return best;
}

//! Includes of \a text that break the arrows, as "core/http/server.h".
QStringList forbiddenIncludes(const QString &file, const QString &text, const QHash<QString, Room> &rooms)
{
    static const QRegularExpression include(u"^\\s*#include \"((?:core|ui|app)/[^\"]+)\""_s, QRegularExpression::MultilineOption);
    const QString own = roomOf(file, rooms);
    QStringList broken;
    auto matches = include.globalMatch(text);
    while (matches.hasNext()) {
        const QString target = matches.next().captured(1);
        const QString room = roomOf(target, rooms);
        const bool allowed = room == own || rooms.value(own).mayUse.contains(room);
        if (!own.isEmpty() && !room.isEmpty() && !allowed)
            broken.append(target);
    }
    return broken;
}

//! Where a forbidden word is the only way: file and word, with the reason.
bool isExempt(const QString &file, const QString &word)
{
    static const QList<QPair<QString, QString>> exempt{
        {u"core/http/eventdispatcher"_s, u"processEvents("_s}, // it is the dispatcher's own function
        {u"ui/widgets/systemappearance"_s, u"SLOT("_s}, // D-Bus signals connect by text only
        {u"ui/shell/desktopnotifier"_s, u"SLOT("_s}, // the same
    };
    return std::any_of(exempt.begin(), exempt.end(), [&](const auto &entry) {
        return file.startsWith(entry.first) && word == entry.second;
    });
}

QString readText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

class TestArrows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findsPlantedViolation();
    void includesFollowTheArrows();
    void floorsPointDown();
    void coreHasNoWidgets();
    void usesNothingForbidden();

private:
    //! Calls \a visit with the relative path and text of every source file of core, ui and app.
    template <typename Visit>
    void eachSource(Visit visit) const
    {
        for (const QString &top : {u"core"_s, u"ui"_s, u"app"_s}) {
            QDirIterator files(m_root + u'/' + top, {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                const QString path = files.next();
                visit(path.mid(m_root.size() + 1), readText(path));
            }
        }
    }

    const QString m_root = QStringLiteral(GATEHOUSE_SOURCE_DIR);
    QHash<QString, Room> m_rooms;
};

void TestArrows::initTestCase()
{
    m_rooms = readRooms(readText(QStringLiteral(GATEHOUSE_BINARY_DIR) + u"/arrows.txt"_s).toUtf8());
    QVERIFY(m_rooms.contains(u"core/http"_s));
}

void TestArrows::findsPlantedViolation()
{
    const QHash<QString, Room> rooms = readRooms("core/base 0: \ncore/http 1: core/base\nui/models 1: core/base core/api\n");
    const QString planted = u"#include \"core/base/result.h\"\n#include \"core/http/server.h\"\n"_s;
    QCOMPARE(forbiddenIncludes(u"ui/models/providermodel.cpp"_s, planted, rooms), QStringList {u"core/http/server.h"_s});
    QCOMPARE(forbiddenIncludes(u"core/http/server.cpp"_s, planted, rooms), QStringList());
    QCOMPARE(forbiddenIncludes(u"core/base/result.h"_s, planted, rooms), QStringList {u"core/http/server.h"_s});
}

void TestArrows::includesFollowTheArrows()
{
    QStringList broken;
    eachSource([&](const QString &file, const QString &text) {
        for (const QString &target : forbiddenIncludes(file, text, m_rooms))
            broken.append(file + u" -> "_s + target);
    });
    QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
}

void TestArrows::floorsPointDown()
{
    for (auto room = m_rooms.begin(); room != m_rooms.end(); ++room) {
        const QString house = room.key().section(u'/', 0, 0);
        for (const QString &use : room->mayUse) {
            if (use.startsWith(house + u'/'))
                QVERIFY2(m_rooms.value(use).floor < room->floor, qPrintable(room.key() + u" -> "_s + use));
            if (house == "ui"_L1 && use.startsWith("core/"_L1))
                QVERIFY2(use == "core/base"_L1 || use == "core/api"_L1, qPrintable(room.key() + u" -> "_s + use));
        }
    }
}

void TestArrows::coreHasNoWidgets()
{
    static const QRegularExpression widgets(u"#include <(Qt(Gui|Widgets|Charts)/|QWidget|QApplication)"_s);
    eachSource([](const QString &file, const QString &text) {
        const bool screen = file.startsWith("ui/"_L1) || file.startsWith("app/gatehouse/"_L1);
        QVERIFY2(screen || !text.contains(widgets), qPrintable(file));
    });
}

void TestArrows::usesNothingForbidden()
{
    static const QRegularExpression forbidden(
        u"\\bSIGNAL\\(|\\bSLOT\\(|\\bQ_FOREACH\\b|\\bprocessEvents\\(|\\bQTableWidget|\\bQListWidget|\\bQTreeWidget|\\bsender\\(\\)"_s);
    QStringList found;
    eachSource([&found](const QString &file, const QString &text) {
        const auto match = forbidden.match(text);
        if (match.hasMatch() && !isExempt(file, match.captured()))
            found.append(file + u": "_s + match.captured());
        if (file.endsWith(".h"_L1) && !text.contains("#pragma once"_L1))
            found.append(file + u": no #pragma once"_s);
        if (!text.startsWith("// SPDX-License-Identifier: GPL-3.0-or-later"_L1))
            found.append(file + u": no licence line"_s);
    });
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestArrows)
#include "tst_arrows.moc"
