// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/node/reportwriter.h"

#include "core/ledger/schema.h"
#include "tests/support/fakeclock.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Qt::StringLiterals;

class TestReportWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void writesTheMonthThatEnded();
    void leavesAReportThatIsThere();
    void makesUpForMissedMonths();
    void tellsAProblemOnce();
    void doesNothingWithoutAFolder();

private:
    QString file(const QString &name) const { return m_reports + u'/' + name; }

    std::unique_ptr<QTemporaryDir> m_folder;
    FakeClock m_clock;
    std::unique_ptr<Admin::QueryRunner> m_queries;
    std::unique_ptr<Node::ReportWriter> m_writer;
    QString m_reports;
    QStringList m_written;
    QStringList m_problems;
};

void TestReportWriter::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const QString path = m_folder->filePath(u"ledger.db"_s);
    auto database = Store::Database::open(path, {.applicationId = Ledger::ledgerApplicationId});
    QVERIFY(database);
    QVERIFY(Ledger::migrateLedger(**database));
    m_reports = m_folder->filePath(u"reports"_s);
    m_written.clear();
    m_problems.clear();
    m_queries = std::make_unique<Admin::QueryRunner>(path, QTimeZone::utc(), m_clock);
    m_writer = std::make_unique<Node::ReportWriter>(Node::ReportWriter::Parts{
        .clock = m_clock,
        .queries = *m_queries,
        .folder = [this] { return m_reports; },
        .zone = [] { return QTimeZone::utc(); },
        .written = [this](const QString &name) { m_written.append(name); },
        .failed = [this](const QString &problem) { m_problems.append(problem); }});
}

void TestReportWriter::cleanup()
{
    m_queries.reset();
    m_writer.reset();
}

void TestReportWriter::writesTheMonthThatEnded()
{
    QVERIFY(QDir().mkpath(m_reports));
    m_writer->look();
    m_writer->look(); // one is under way
    QTRY_COMPARE(m_written.size(), 1);
    const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.wall().time_since_epoch());
    const QDate today = QDateTime::fromMSecsSinceEpoch(now.count(), Qt::UTC).date();
    const QString month = today.addMonths(-1).toString(u"yyyy-MM"_s);
    QVERIFY(QFile::exists(file(u"chargeback-%1.csv"_s.arg(month))));
    QVERIFY(QFile::exists(file(u"chargeback-%1.pdf"_s.arg(month))));
}

void TestReportWriter::leavesAReportThatIsThere()
{
    writesTheMonthThatEnded();
    m_writer->look();
    QCOMPARE(QDir(m_reports).entryList(QDir::Files).size(), 2);
    QCOMPARE(m_written.size(), 1);
}

void TestReportWriter::makesUpForMissedMonths()
{
    QVERIFY(QDir().mkpath(m_reports));
    const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.wall().time_since_epoch());
    const QDate today = QDateTime::fromMSecsSinceEpoch(now.count(), Qt::UTC).date();
    const auto nameOf = [&](int monthsAgo) {
        return u"chargeback-%1.pdf"_s.arg(today.addMonths(-monthsAgo).toString(u"yyyy-MM"_s));
    };
    QFile old(file(nameOf(4)));
    QVERIFY(old.open(QIODevice::WriteOnly));
    for (const int monthsAgo : {3, 2, 1}) {
        m_writer->look();
        QTRY_VERIFY(m_written.value(3 - monthsAgo).endsWith(nameOf(monthsAgo)));
    }
    m_writer->look();
    QCOMPARE(QDir(m_reports).entryList({u"*.pdf"_s}, QDir::Files).size(), 4);
}

void TestReportWriter::tellsAProblemOnce()
{
    m_writer->look();
    m_writer->look();
    QCOMPARE(m_problems.size(), 1);
    QVERIFY(m_problems.first().contains(u"gateway.report_folder"_s));
}

void TestReportWriter::doesNothingWithoutAFolder()
{
    m_reports.clear();
    m_writer->look();
    QVERIFY(m_problems.isEmpty() && m_written.isEmpty());
}

QTEST_GUILESS_MAIN(TestReportWriter)
#include "tst_reportwriter.moc"
