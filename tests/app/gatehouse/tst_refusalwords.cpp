// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/spendwords.h"
#include "ui/models/refusalwords.h"
#include "ui/widgets/format.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Ui {

//! On what the gateway really says.
class RefusalWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void speaksOfABudget();
    void speaksOfALimit_data();
    void speaksOfALimit();
    void keepsOtherWords();
};

void RefusalWordsTest::speaksOfABudget()
{
    Access::BudgetRefusal refusal;
    refusal.scope = "team:support"_ba;
    refusal.spent = Money{179'980'000'000};
    refusal.limit = Money{180'000'000'000};
    refusal.resets = WallTime{} + std::chrono::hours(24 * 20'000);
    const QString detail =
        QString::fromUtf8(Gateway::refusalOf(refusal, Money{50'000'000}).message);
    const QDateTime resets = QDateTime::fromSecsSinceEpoch(qint64(24) * 3600 * 20'000);
    QCOMPARE(refusalText(detail),
             u"Team support has used $179.98 of $180.00. Requests are refused until %1."_s.arg(
                 Format::moment(resets)));
    refusal.scope = "gateway"_ba;
    const QString whole = QString::fromUtf8(Gateway::refusalOf(refusal, Money{}).message);
    QVERIFY(refusalText(whole).startsWith(u"Whole gateway has used"_s));
}

void RefusalWordsTest::speaksOfALimit_data()
{
    QTest::addColumn<int>("what");
    QTest::addColumn<QString>("text");
    using What = Access::LimitRefusal::What;
    QTest::newRow("requests") << int(What::Requests)
                              << u"Key k1 has reached its limit of 60 requests a minute."_s;
    QTest::newRow("tokens") << int(What::Tokens)
                            << u"Key k1 has reached its limit of 60 tokens a minute."_s;
    QTest::newRow("at once") << int(What::InFlight)
                             << u"Key k1 has reached its limit of 60 requests at a time."_s;
}

void RefusalWordsTest::speaksOfALimit()
{
    QFETCH(int, what);
    Access::LimitRefusal refusal;
    refusal.what = Access::LimitRefusal::What(what);
    refusal.scope = "key:k1"_ba;
    refusal.limit = 60;
    refusal.wait = 1500ms;
    QTEST(refusalText(QString::fromUtf8(Gateway::refusalOf(refusal).message)), "text");
}

void RefusalWordsTest::keepsOtherWords()
{
    const QString words = u"Your credit balance is too low to access the API."_s;
    QCOMPARE(refusalText(words), words);
    QVERIFY(refusalText({}).isEmpty());
}

} // namespace Gatehouse::Ui

QTEST_GUILESS_MAIN(Gatehouse::Ui::RefusalWordsTest)
#include "tst_refusalwords.moc"
