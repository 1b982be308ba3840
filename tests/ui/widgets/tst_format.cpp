// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chartscale.h"
#include "ui/widgets/format.h"
#include "ui/widgets/tabulartext.h"
#include "ui/widgets/theme.h"

#include <QtGui/QFontMetricsF>
#include <QtTest/QtTest>
#include <QtWidgets/QApplication>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

class FormatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void writesMoney_data();
    void writesMoney();
    void writesMoneyOfOtherLocales();
    void marksMoneyOfOtherCurrencies();
    void writesNamesInTheLanguage();
    void unknownMoneyIsNotZero();
    void writesShortMoney();
    void writesDurations_data();
    void writesDurations();
    void writesCounts();
    void writesPercent();
    void writesAges();
    void scalesAxesInRoundSteps_data();
    void scalesAxesInRoundSteps();
    void digitsAreOfOneWidth();
};

void FormatTest::writesMoney_data()
{
    QTest::addColumn<qint64>("nano");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << qint64(0) << u"$0.00"_s;
    QTest::newRow("one token") << qint64(20) << u"< $0.0001"_s;
    QTest::newRow("small") << qint64(4'200'000) << u"$0.0042"_s;
    QTest::newRow("cents") << qint64(420'000'000) << u"$0.4200"_s;
    QTest::newRow("dollars") << qint64(42'960'000'000) << u"$42.96"_s;
    QTest::newRow("half up") << qint64(1'005'000'000) << u"$1.01"_s;
    QTest::newRow("grouped") << qint64(1'234'567'890'000'000) << u"$1,234,567.89"_s;
    QTest::newRow("negative") << qint64(-12'500'000'000) << u"-$12.50"_s;
}

void FormatTest::writesMoney()
{
    QFETCH(qint64, nano);
    QTEST(Format::money(nano), "text");
}

void FormatTest::writesMoneyOfOtherLocales()
{
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    QCOMPARE(Format::money(4'200'000), u"0,0042\u00a0$"_s);
    QCOMPARE(Format::count(48144), u"48.144"_s);
}

void FormatTest::marksMoneyOfOtherCurrencies()
{
    const Format::Currency euro{
        .code = u"EUR"_s, .rate = 0.5, .date = u"2026-11-20"_s, .source = u"ECB"_s};
    Format::setCurrency(euro);
    QCOMPARE(Format::money(42'960'000'000), u"≈\u00a0€21.48"_s);
    QCOMPARE(Format::money(-2'000'000'000), u"≈\u00a0-€1.00"_s);
    QCOMPARE(Format::moneyShort(42'960'000'000), u"≈\u00a0€21"_s);
    QCOMPARE(Format::money(20), u"≈\u00a0< €0.0001"_s);
    QCOMPARE(Format::dollars(42'960'000'000), u"$42.96"_s); // prices and limits
    QCOMPARE(euro.rateText(), u"1 USD = 0.5 EUR (ECB, 20 Nov 2026)"_s);
    Format::setCurrency({});
    QCOMPARE(Format::money(42'960'000'000), u"$42.96"_s);
    QCOMPARE(Format::moneyIn({.code = u"XYZ"_s, .rate = 2}, 1'000'000'000),
             u"≈\u00a0XYZ\u00a02.00"_s);
}

void FormatTest::writesNamesInTheLanguage()
{
    Format::setWordLocale(QLocale(QLocale::English, QLocale::UnitedStates));
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    QCOMPARE(Format::dayAndMonth(QDate(2026, 10, 27)), u"27 Oct"_s);
    QCOMPARE(Format::count(48'144), u"48.144"_s);
}

void FormatTest::unknownMoneyIsNotZero()
{
    QCOMPARE(Format::money(std::optional<qint64>()), u"–"_s);
    QCOMPARE(Format::money(std::optional<qint64>(0)), u"$0.00"_s);
}

void FormatTest::writesShortMoney()
{
    QCOMPARE(Format::moneyShort(1'500'000'000'000), u"$1,500"_s);
    QCOMPARE(Format::moneyShort(295'400'000'000), u"$295"_s);
    QCOMPARE(Format::moneyShort(42'960'000'000), u"$43"_s);
    QCOMPARE(Format::moneyShort(9'800'000'000), u"$9.80"_s);
    QCOMPARE(Format::moneyShort(40'000'000'000), u"$40"_s);
}

void FormatTest::writesDurations_data()
{
    QTest::addColumn<double>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("ms") << 95.0 << u"95 ms"_s;
    QTest::newRow("edge") << 999.6 << u"1.00 s"_s;
    QTest::newRow("s") << 1240.0 << u"1.24 s"_s;
    QTest::newRow("whole s") << 12'300.0 << u"12 s"_s;
    QTest::newRow("min") << 200'000.0 << u"3 min 20 s"_s;
    QTest::newRow("whole min") << 600'000.0 << u"10 min"_s;
}

void FormatTest::writesDurations()
{
    QFETCH(double, ms);
    QTEST(Format::duration(ms), "text");
}

void FormatTest::writesCounts()
{
    QCOMPARE(Format::count(48144), u"48,144"_s);
    QCOMPARE(Format::countShort(999'999), u"999,999"_s);
    QCOMPARE(Format::countShort(1'234'567), u"1.2 M"_s);
    QCOMPARE(Format::rate(3.42), u"3.4"_s);
    QCOMPARE(Format::rate(240.2), u"240"_s);
}

void FormatTest::writesPercent()
{
    QCOMPARE(Format::percent(0.9987, 2), u"99.87\u202f%"_s);
    QCOMPARE(Format::percent(0.12), u"12\u202f%"_s);
}

void FormatTest::writesAges()
{
    const QDateTime now(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
    const QTimeZone utc = QTimeZone::utc();
    QCOMPARE(Format::age(now.addSecs(-20), now, utc), u"now"_s);
    QCOMPARE(Format::age(now.addSecs(60), now, utc), u"now"_s); // a clock that is ahead
    QCOMPARE(Format::age(now.addSecs(-18 * 60), now, utc), u"18 min"_s);
    QCOMPARE(Format::age(now.addSecs(-3 * 3600), now, utc), u"3 h"_s);
    QCOMPARE(Format::age(now.addDays(-26), now, utc), u"27 Oct"_s);
    QCOMPARE(Format::timeOfDay(now, QTimeZone("Europe/Berlin")), u"13:00"_s);
}

void FormatTest::scalesAxesInRoundSteps_data()
{
    QTest::addColumn<double>("highest");
    QTest::addColumn<int>("intervals");
    QTest::addColumn<double>("top");
    QTest::addColumn<double>("step");
    QTest::newRow("money") << 45.2 << 5 << 50.0 << 10.0;
    QTest::newRow("latency") << 4700.0 << 4 << 6000.0 << 2000.0;
    QTest::newRow("small") << 0.0031 << 5 << 0.004 << 0.001;
    QTest::newRow("exact") << 100.0 << 5 << 100.0 << 20.0;
    QTest::newRow("nothing") << 0.0 << 5 << 1.0 << 1.0;
}

void FormatTest::scalesAxesInRoundSteps()
{
    QFETCH(double, highest);
    QFETCH(int, intervals);
    const AxisScale scale = niceScale(highest, intervals);
    QTEST(scale.top, "top");
    QTEST(scale.step, "step");
}

void FormatTest::digitsAreOfOneWidth()
{
    Theme theme(*qApp);
    const QFontMetricsF metrics(roleFont(FontRole::TableCell));
    QCOMPARE(tabularWidth(metrics, u"1,111"), tabularWidth(metrics, u"8,408"));
    QVERIFY(tabularWidth(metrics, u"11") > metrics.horizontalAdvance(u"11"_s));
}

} // namespace Gatehouse::Ui

QTEST_MAIN(Gatehouse::Ui::FormatTest)
#include "tst_format.moc"
