// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/documents/scope.h"
#include "core/api/documents/timewindow.h"

#include <QtTest/QTest>

using namespace Gatehouse::Api;
using namespace Qt::StringLiterals;

class tst_TimeWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWindows_data();
    void readsWindows();
    void refusesOthers_data();
    void refusesOthers();
    void readsRollingPeriods();
    void readsScopes();
};

//! Monday, 23 November 2026 and the days after it.
static QDateTime at(int day, int hour, int minute)
{
    return QDateTime(QDate(2026, 11, 22 + day), QTime(hour, minute));
}

void tst_TimeWindow::readsWindows_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDateTime>("moment");
    QTest::addColumn<bool>("inside");
    QTest::newRow("first minute") << u"mon-fri 08:00-18:00"_s << at(1, 8, 0) << true;
    QTest::newRow("end") << u"mon-fri 08:00-18:00"_s << at(1, 18, 0) << false;
    QTest::newRow("before") << u"mon-fri 08:00-18:00"_s << at(1, 7, 59) << false;
    QTest::newRow("saturday") << u"mon-fri 08:00-18:00"_s << at(6, 12, 0) << false;
    QTest::newRow("days") << u"sat,sun"_s << at(7, 23, 59) << true;
    QTest::newRow("over the week's end") << u"sat-mon"_s << at(1, 0, 0) << true;
    QTest::newRow("hours alone") << u"22:00-07:00"_s << at(3, 2, 0) << true;
    QTest::newRow("hours alone, noon") << u"22:00-07:00"_s << at(3, 12, 0) << false;
    QTest::newRow("past midnight") << u"fri 22:00-07:00"_s << at(6, 6, 59) << true;
    QTest::newRow("the night before") << u"fri 22:00-07:00"_s << at(5, 6, 59) << false;
    QTest::newRow("whole day") << u"mon 00:00-24:00"_s << at(1, 23, 59) << true;
}

void tst_TimeWindow::readsWindows()
{
    QFETCH(QString, text);
    QFETCH(QDateTime, moment);
    QFETCH(bool, inside);
    const auto window = parseTimeWindow(text);
    QVERIFY(window);
    QCOMPARE(window->contains(moment), inside);
}

void tst_TimeWindow::refusesOthers_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "late", "mon-", "8-18", "mon 8:00", "mon 08:00-25:00",
                             "mon 08:61-09:00", "mon fri", "08:00-08:00", "mon 08:00-09:00 x"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void tst_TimeWindow::refusesOthers()
{
    QFETCH(QString, text);
    QVERIFY(!parseTimeWindow(text));
}

void tst_TimeWindow::readsRollingPeriods()
{
    using namespace std::chrono_literals;
    QCOMPARE(parseIsoDuration(u"PT72H"), std::optional<std::chrono::milliseconds>(72h));
    QCOMPARE(parseIsoDuration(u"P2W"), std::optional<std::chrono::milliseconds>(24h * 14));
    QCOMPARE(parseIsoDuration(u"P1DT12H30M"), std::optional<std::chrono::milliseconds>(2190min));
    for (const QStringView text : {u"P", u"PT", u"P1M", u"P1Y", u"PT0M", u"30d", u"p1d", u"P-1D"})
        QVERIFY(!parseIsoDuration(text));
}

void tst_TimeWindow::readsScopes()
{
    for (const QString &text : {u"gateway"_s, u"team:research"_s, u"tag:project=a:b"_s})
        QCOMPARE(parseScope(text).value_or(Scope{}).text(), text);
    QVERIFY(parseScope(u"key:ci")->kind == Scope::Kind::Key);
    for (const QStringView text : {u"", u"team", u"team:", u"gateway:x", u"office:x"})
        QVERIFY(!parseScope(text));
}

QTEST_GUILESS_MAIN(tst_TimeWindow)
#include "tst_timewindow.moc"
