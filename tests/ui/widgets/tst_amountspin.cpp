// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/amountspin.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

class AmountSpinTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAmounts_data();
    void readsAmounts();
    void refusesOtherWords_data();
    void refusesOtherWords();
    void takesWhatIsPasted_data();
    void takesWhatIsPasted();
    void keepsItsLimits();
    void keepsItsWordForNone();
};

void AmountSpinTest::readsAmounts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("language");
    QTest::addColumn<double>("amount");
    QTest::newRow("both, English") << u"1,234.50"_s << u"en_US"_s << 1234.5;
    QTest::newRow("both, German") << u"1.234,50"_s << u"en_US"_s << 1234.5;
    QTest::newRow("English to a German") << u"1,234.50"_s << u"de_DE"_s << 1234.5;
    QTest::newRow("dollars") << u"$250"_s << u"de_DE"_s << 250.0;
    QTest::newRow("euros behind") << u"1 234,5 €"_s << u"de_DE"_s << 1234.5;
    QTest::newRow("group in English") << u"1,234"_s << u"en_US"_s << 1234.0;
    QTest::newRow("decimals in German") << u"1,234"_s << u"de_DE"_s << 1.234;
    QTest::newRow("group in German") << u"1.234"_s << u"de_DE"_s << 1234.0;
    QTest::newRow("decimals in English") << u"1.234"_s << u"en_US"_s << 1.234;
    QTest::newRow("no group") << u"250,00"_s << u"en_US"_s << 250.0;
    QTest::newRow("groups") << u"1.234.567"_s << u"en_US"_s << 1234567.0;
    QTest::newRow("word") << u"12.5 USD"_s << u"en_US"_s << 12.5;
    QTest::newRow("no whole part") << u".5"_s << u"en_US"_s << 0.5;
}

void AmountSpinTest::readsAmounts()
{
    QFETCH(QString, text);
    QFETCH(QString, language);
    const std::optional<double> amount = amountIn(text, QLocale(language));
    QVERIFY(amount);
    QTEST(*amount, "amount");
}

void AmountSpinTest::refusesOtherWords_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text :
         {u""_s, u"$"_s, u"much"_s, u"12 apples"_s, u"1e9"_s, u"."_s, u"--5"_s})
        QTest::newRow(qPrintable(text)) << text;
}

void AmountSpinTest::refusesOtherWords()
{
    QFETCH(QString, text);
    QVERIFY(!amountIn(text, QLocale(u"en_US"_s)));
}

void AmountSpinTest::takesWhatIsPasted_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("value");
    QTest::newRow("English") << u"1,234.50"_s << 1234.5;
    QTest::newRow("German") << u"1.234,50"_s << 1234.5;
    QTest::newRow("dollars") << u"$250"_s << 250.0;
    QTest::newRow("too much") << u"99999"_s << 7.0; // what was there stays
    QTest::newRow("no amount") << u"apples"_s << 7.0;
}

void AmountSpinTest::takesWhatIsPasted()
{
    QFETCH(QString, text);
    AmountSpin spin;
    spin.setLocale(QLocale(u"en_US"_s));
    spin.setPrefix(u"$"_s);
    spin.setRange(0, 10'000);
    spin.setKeyboardTracking(false);
    spin.setValue(7);
    spin.show();
    QVERIFY(QTest::qWaitForWindowActive(&spin));
    spin.setFocus();
    spin.selectAll();
    QGuiApplication::clipboard()->setText(text);
    QTest::keySequence(&spin, QKeySequence::Paste);
    QTest::keyClick(&spin, Qt::Key_Return);
    QTEST(spin.value(), "value");
}

void AmountSpinTest::keepsItsLimits()
{
    AmountSpin spin;
    spin.setLocale(QLocale(u"en_US"_s));
    spin.setRange(0, 100);
    spin.selectAll();
    QTest::keyClicks(&spin, u"-5"_s);
    QTest::keyClick(&spin, Qt::Key_Return);
    QVERIFY(spin.value() >= 0);
}

void AmountSpinTest::keepsItsWordForNone()
{
    AmountSpin spin;
    spin.setSpecialValueText(u"No budget"_s);
    QCOMPARE(spin.text(), u"No budget"_s);
    spin.setValue(3);
    spin.setValue(0);
    QCOMPARE(spin.text(), u"No budget"_s);
}

} // namespace Gatehouse::Ui

QTEST_MAIN(Gatehouse::Ui::AmountSpinTest)
#include "tst_amountspin.moc"
