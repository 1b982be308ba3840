// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/chargeback.h"
#include "core/reports/pdfdocument.h"

#include <QtCore/QJsonArray>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Reports;
using namespace Qt::StringLiterals;

namespace {

//! As text stands in a page.
QByteArray hex(const QByteArray &text)
{
    return '<' + text.toHex() + '>';
}

} // namespace

class TestChargeback : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void sumsTeams();
    void readsMonths();
    void writesCsv();
    void pdfIsWellFormed();
    void pdfBreaksPages();
    void pdfWritesAnyName();
    void emptyMonthHasAReport();

private:
    QJsonObject report(const QString &team = {})
    {
        const auto made = chargeback(*m_database, Ledger::DayCalendar(QTimeZone::utc()),
                                     {.month = QDate(2026, 11, 5), .team = team, .teamNames = {{u"design"_s, u"Design & Co"_s}, {u"research"_s, QString()}}});
        return made ? *made : QJsonObject();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store::Database> m_database;
};

void TestChargeback::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto database = Store::Database::open(m_folder->filePath(u"ledger.db"_s), {.applicationId = Ledger::ledgerApplicationId});
    QVERIFY(database);
    m_database = *std::move(database);
    QVERIFY(Ledger::migrateLedger(*m_database));
    QVERIFY(m_database->execute(
        "INSERT INTO key_names VALUES ('k1', '=danger'), ('k2', 'laptop');"
        "INSERT INTO roll_day_key VALUES"
        " (20261031, 'k1', 'research', 'fast', 'gpt', 'openai', 5, 0, 10, 0, 0, 5, 0, 700, 700, 0, 0),"
        " (20261101, 'k1', 'research', 'fast', 'gpt', 'openai', 2, 1, 100, 10, 0, 50, 0, 1500000001, 1, 0, 0),"
        " (20261130, 'k1', 'research', 'fast', 'gpt', 'openai', 3, 0, 200, 20, 4, 60, 0, 1, 1, 0, 0),"
        " (20261115, 'k2', 'design', 'fast', 'gpt', 'openai', 1, 0, 9, 0, 0, 9, 0, 9000000000, 1, 2, 0),"
        " (20261115, 'k2', '', 'fast', 'gpt', 'openai', 1, 0, 9, 0, 0, 9, 0, 5, 1, 0, 0),"
        " (20261201, 'k2', 'design', 'fast', 'gpt', 'openai', 1, 0, 9, 0, 0, 9, 0, 5, 1, 0, 0)"));
}

void TestChargeback::sumsTeams()
{
    const QJsonObject made = report();
    QCOMPARE(made["month"_L1].toString(), u"2026-11"_s);
    const QJsonArray teams = made["teams"_L1].toArray();
    QCOMPARE(teams.size(), 3);
    QCOMPARE(teams[0]["team"_L1].toString(), u"design"_s); // the dearest
    QCOMPARE(teams[0]["team_name"_L1].toString(), u"Design & Co"_s);
    QCOMPARE(teams[1]["team_name"_L1].toString(), u"research"_s); // it has no other name
    QVERIFY(teams[2]["team_name"_L1].isNull());
    QCOMPARE(teams[1]["cost_nano_usd"_L1].toInteger(), 1'500'000'002);
    QCOMPARE(teams[1]["previous_nano_usd"_L1].toInteger(), 700);
    QVERIFY(teams[2]["team"_L1].isNull());
    QCOMPARE(made["total"_L1]["cost_nano_usd"_L1].toInteger(), 10'500'000'007);
    QCOMPARE(made["total"_L1]["unpriced"_L1].toInteger(), 2);
    QCOMPARE(report(u"research"_s)["teams"_L1].toArray().size(), 1);
}

void TestChargeback::readsMonths()
{
    QCOMPARE(*parseMonth(u"2026-02"_s), QDate(2026, 2, 1));
    for (const QString &wrong : {u"2026"_s, u"2026-13"_s, u"02-2026"_s, u"2026-2"_s, QString()})
        QCOMPARE(parseMonth(wrong).error().path, u"month"_s);
}

void TestChargeback::writesCsv()
{
    const QByteArrayList lines = chargebackCsv(report(), u"office"_s).split('\n');
    QCOMPARE(lines.size(), 5);
    QCOMPARE(lines[1], "2026-11,UTC,office,design,laptop,k2,openai,gpt,1,0,9,9,0,0,9,USD,2,Design & Co"_ba);
    QCOMPARE(lines[2], "2026-11,UTC,office,research,'=danger,k1,openai,gpt,5,1,300,110,30,4,1.500000002,USD,0,research"_ba);
}

//! Every entry of the table of places is where its object begins.
void TestChargeback::pdfIsWellFormed()
{
    const QByteArray pdf = chargebackPdf(report(), u"office"_s, QDateTime(QDate(2026, 12, 1), QTime(2, 0), Qt::UTC));
    QVERIFY(pdf.startsWith("%PDF-1.4"));
    QVERIFY(pdf.toLower().contains("50726f7669646572")); // "Provider": two may sell a model
    QVERIFY(pdf.endsWith("%%EOF\n"));
    const qsizetype table = pdf.lastIndexOf("startxref\n") + 10;
    const qsizetype xref = pdf.mid(table, pdf.indexOf('\n', table) - table).toLongLong();
    QVERIFY(pdf.mid(xref).startsWith("xref\n0 "));
    static const QRegularExpression place(u"(\\d{10}) 00000 n"_s);
    auto places = place.globalMatch(QString::fromLatin1(pdf.mid(xref)));
    int number = 0;
    while (places.hasNext()) {
        const QByteArray begin = QByteArray::number(++number) + " 0 obj";
        QVERIFY(pdf.mid(places.next().captured(1).toLongLong()).startsWith(begin));
    }
    QVERIFY(number > 9);
    QVERIFY(pdf.contains(hex(QByteArray("research"))));
    QVERIFY(pdf.contains(hex(QByteArray("Design & Co"))));
    QVERIFY(!pdf.contains(hex(QByteArray("design"))));
    QVERIFY(pdf.contains(hex(QByteArray("$9.00"))));
}

void TestChargeback::pdfBreaksPages()
{
    PdfDocument pdf(u"Long"_s, QDateTime::fromSecsSinceEpoch(0, Qt::UTC));
    const QList<QStringList> rows(200, {u"a very long name of a key that does not fit its column at all, really"_s, u"1"_s});
    pdf.table({{.title = u"Key"_s}, {.title = u"Cost"_s, .share = 1, .isNumber = true}}, rows);
    const QByteArray file = pdf.finish();
    QVERIFY(file.contains("/Count 5 "));
    QCOMPARE(file.count(hex(QByteArray("Key"))), 5);
}

void TestChargeback::pdfWritesAnyName()
{
    PdfDocument pdf(u"团队"_s, QDateTime::fromSecsSinceEpoch(0, Qt::UTC));
    pdf.line(u"Büro 设计 €5 (a\\b)"_s);
    const QByteArray file = pdf.finish();
    QVERIFY(file.contains("<8bbe8ba1>")); // in the Chinese font
    QVERIFY(file.contains(hex(QByteArray("B\xfcro "))));
    QVERIFY(file.contains(hex(QByteArray(" \x80""5 (a\\b)"))));
    QVERIFY(file.contains("<feff56e2961f>")); // title of the window
}

void TestChargeback::emptyMonthHasAReport()
{
    QVERIFY(m_database->execute("DELETE FROM roll_day_key"));
    QVERIFY(chargebackPdf(report(), u"office"_s, QDateTime::fromSecsSinceEpoch(0, Qt::UTC)).startsWith("%PDF"));
    QCOMPARE(chargebackCsv(report(), u"office"_s).count('\n'), 1);
    QCOMPARE(chargebackName(report(), u"a/b"_s, u"pdf"_s), u"chargeback-a_b-2026-11.pdf"_s);
}

QTEST_GUILESS_MAIN(TestChargeback)
#include "tst_chargeback.moc"
