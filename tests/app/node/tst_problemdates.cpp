// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/node/problemdates.h"

#include <QtCore/QJsonObject>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Gatehouse::WallTime;
using Gatehouse::Node::ProblemDates;

class TestProblemDates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhenAProblemCame();
    void keepsADateThatIsKnown();
};

namespace {

QJsonArray problems(const QStringList &codes)
{
    QJsonArray all;
    for (const QString &code : codes)
        all.append(QJsonObject{{u"code"_s, code}});
    return all;
}

} // namespace

void TestProblemDates::keepsWhenAProblemCame()
{
    ProblemDates dates;
    const WallTime noon = WallTime{} + 12h;
    const auto since = [&dates](const QStringList &codes, WallTime now, int index = 0) {
        return dates.dated(problems(codes), now).at(index)["since"_L1].toString();
    };
    QCOMPARE(since({u"a"_s}, noon), u"1970-01-01T12:00:00.000Z"_s);
    QCOMPARE(since({u"b"_s, u"a"_s}, noon + 1h, 1), u"1970-01-01T12:00:00.000Z"_s);
    QCOMPARE(since({u"b"_s, u"a"_s}, noon + 2h, 0), u"1970-01-01T13:00:00.000Z"_s);
    QVERIFY(dates.dated({}, noon + 3h).isEmpty());
    QCOMPARE(since({u"a"_s}, noon + 4h), u"1970-01-01T16:00:00.000Z"_s); // it came back
}

void TestProblemDates::keepsADateThatIsKnown()
{
    ProblemDates dates;
    const QJsonArray told{QJsonObject{{u"code"_s, u"a"_s}, {u"since"_s, u"yesterday"_s}}};
    QCOMPARE(dates.dated(told, WallTime{}), told);
}

QTEST_GUILESS_MAIN(TestProblemDates)
#include "tst_problemdates.moc"
