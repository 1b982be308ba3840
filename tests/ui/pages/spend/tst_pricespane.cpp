// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeadmintransport.h"
#include "tests/support/fakeclock.h"
#include "ui/models/seriescolours.h"
#include "ui/pages/spend/pricespane.h"
#include "ui/widgets/format.h"
#include "ui/widgets/theme.h"

#include <QtCore/QJsonArray>
#include <QtTest/QtTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QDialog>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

QJsonObject prices()
{
    const QJsonObject list{{u"provider"_s, u"openai"_s},
                           {u"model"_s, u"gpt-4o-mini"_s},
                           {u"input_nano_per_mtok"_s, 150'000'000},
                           {u"output_nano_per_mtok"_s, 600'000'000},
                           {u"cache_read_nano_per_mtok"_s, 75'000'000},
                           {u"cache_write_nano_per_mtok"_s, QJsonValue()},
                           {u"multiplier"_s, 0.85},
                           {u"tiers"_s,
                            QJsonArray{QJsonObject{{u"above"_s, 200'000},
                                                   {u"input_nano_per_mtok"_s, 300'000'000},
                                                   {u"output_nano_per_mtok"_s, QJsonValue()}}}},
                           {u"from"_s, QJsonValue()},
                           {u"source"_s, u"list"_s},
                           {u"version"_s, u"list 2026-07-24"_s}};
    QJsonObject own = list;
    own.insert(u"provider"_s, u"gpu"_s);
    own.insert(u"model"_s, u"llama"_s);
    own.insert(u"multiplier"_s, 1);
    own.insert(u"source"_s, u"own"_s);
    own.insert(u"from"_s, u"2026-06-01"_s);
    return {{u"items"_s, QJsonArray{list, own}},
            {u"list"_s, QJsonObject{{u"version"_s, u"2026-07-24"_s}, {u"models"_s, 1558}}}};
}

QJsonObject usage()
{
    return {{u"items"_s,
             QJsonArray{
                 QJsonObject{
                     {u"provider"_s, u"gpu"_s}, {u"model"_s, u"new-model"_s}, {u"unpriced"_s, 312}},
                 QJsonObject{
                     {u"provider"_s, u"gpu"_s}, {u"model"_s, u"llama"_s}, {u"unpriced"_s, 0}}}}};
}

QJsonObject difference()
{
    return {{u"state"_s, u"done"_s},
            {u"rows"_s, 400},
            {u"changed"_s, 312},
            {u"before_nano_usd"_s, 0},
            {u"after_nano_usd"_s, qint64(2'000'000'000)},
            {u"items"_s,
             QJsonArray{QJsonObject{{u"provider"_s, u"gpu"_s},
                                    {u"model"_s, u"new-model"_s},
                                    {u"rows"_s, 312},
                                    {u"before_nano_usd"_s, 0},
                                    {u"after_nano_usd"_s, qint64(2'000'000'000)}}}}};
}

} // namespace

class PricesPaneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { new Theme(*qApp); }
    void init();
    void cleanup();

    void unpricedModelsStandFirst();
    void tellsWhereAPriceComesFrom();
    void filters();
    void rowsOpenTheirRequests();
    void recalculatesAfterALook();
    void tellsWhyItCannot();
    void checksTheBooks();
    void tellsWhatDoesNotAgree();
    void showsWhatMachinesCost();
    void correctsAnHourAfterALook();
    void takesANewerListAfterALook();
    void aBadListIsNamed();
    void everyControlHasItsNames();

private:
    template <typename T>
    T *child(const char *name) const
    {
        return m_pane->findChild<T *>(QString::fromLatin1(name));
    }
    QString cell(int row, int column) const
    {
        return child<QTableView>("spend.pricesTable")
            ->model()
            ->index(row, column)
            .data()
            .toString();
    }
    int rows() const { return child<QTableView>("spend.pricesTable")->model()->rowCount(); }
    void click(const char *name) { QTest::mouseClick(child<QPushButton>(name), Qt::LeftButton); }

    FakeAdminTransport *m_fake = nullptr;
    FakeClock m_clock;
    std::unique_ptr<Api::AdminClient> m_client;
    SeriesColours m_names;
    std::unique_ptr<PricesPane> m_pane;
};

void PricesPaneTest::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_fake = new FakeAdminTransport;
    m_fake->answer("GET /prices", prices());
    m_fake->answer("GET /usage", usage());
    m_fake->answer("GET /machines",
                   {{u"items"_s,
                     QJsonArray{QJsonObject{{u"provider"_s, u"gpu"_s},
                                            {u"hours_paid"_s, 720},
                                            {u"paid_nano_usd"_s, qint64(864'000'000'000)},
                                            {u"booked_nano_usd"_s, qint64(210'000'000'000)},
                                            {u"idle_nano_usd"_s, qint64(654'000'000'000)}}}},
                    {u"terms"_s,
                     QJsonArray{QJsonObject{{u"provider"_s, u"gpu"_s},
                                            {u"since"_s, u"2026-06-01T08:00:00.000Z"_s},
                                            {u"hour_nano_usd"_s, qint64(1'200'000'000)}},
                                QJsonObject{{u"provider"_s, u"gpu"_s},
                                            {u"since"_s, u"2026-07-01T08:00:00.000Z"_s},
                                            {u"hour_nano_usd"_s, qint64(2'400'000'000)}}}},
                    {u"corrections"_s,
                     QJsonArray{QJsonObject{{u"provider"_s, u"gpu"_s},
                                            {u"from"_s, u"2026-06-03"_s},
                                            {u"until"_s, u"2026-06-04"_s},
                                            {u"hour_nano_usd"_s, qint64(1'000'000'000)},
                                            {u"time"_s, u"2026-06-05T08:00:00.000Z"_s},
                                            {u"who"_s, u"Anna"_s},
                                            {u"reason"_s, u"a slip"_s}}}}});
    m_client = std::make_unique<Api::AdminClient>(std::unique_ptr<Api::AdminTransport>(m_fake));
    m_pane = std::make_unique<PricesPane>(*m_client, m_clock, m_names);
    m_pane->resize(1100, 700);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
    QTRY_COMPARE(rows(), 3);
}

void PricesPaneTest::cleanup()
{
    m_pane.reset();
    m_client.reset();
}

void PricesPaneTest::unpricedModelsStandFirst()
{
    QCOMPARE(cell(0, 0), u"new-model"_s);
    QCOMPARE(cell(0, 7), u"Unpriced"_s);
    QVERIFY(cell(0, 5).contains(u"312"_s));
}

void PricesPaneTest::tellsWhereAPriceComesFrom()
{
    QCOMPARE(cell(1, 0), u"gpt-4o-mini"_s);
    QCOMPARE(cell(1, 1), u"$0.1500"_s);
    QVERIFY(cell(1, 5).contains(u"200,000"_s));
    QCOMPARE(cell(1, 6), u"Always"_s);
    QCOMPARE(cell(1, 7), u"List"_s);
    QCOMPARE(cell(2, 6), u"1 Jun 2026"_s);
    QCOMPARE(cell(2, 7), u"Own"_s);
    QVERIFY(child<QLabel>("spend.prices.listLabel")->text().contains(u"1,558"_s));
}

void PricesPaneTest::filters()
{
    QTest::keyClicks(child<QLineEdit>("spend.prices.filterField"), u"LLAMA"_s);
    QCOMPARE(rows(), 1);
    child<QLineEdit>("spend.prices.filterField")->clear();
    QCOMPARE(rows(), 3);
}

void PricesPaneTest::rowsOpenTheirRequests()
{
    QSignalSpy opened(m_pane.get(), &PricesPane::openRequests);
    auto *table = child<QTableView>("spend.pricesTable");
    table->setFocus();
    table->setCurrentIndex(table->model()->index(2, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().toString(), u"provider:gpu model:llama"_s);
}

//! First the difference, then the change.
void PricesPaneTest::recalculatesAfterALook()
{
    m_fake->answer("POST /prices/recalculate", difference());
    m_fake->answer("GET /prices/recalculate", difference());
    QSignalSpy done(m_pane.get(), &PricesPane::done);
    click("spend.prices.recalculateButton");
    auto *dialog = child<QDialog>("spend.recalculateDialog");
    QVERIFY(dialog);
    auto *apply = child<QPushButton>("spend.recalculateDialog.applyButton");
    QVERIFY(!apply->isEnabled());
    click("spend.recalculateDialog.compareButton");
    QTRY_VERIFY(apply->isEnabled());
    auto *label = child<QLabel>("spend.recalculateDialog.resultLabel");
    QVERIFY2(label->text().contains(u"312 of 400"_s), qPrintable(label->text()));
    QTest::mouseClick(apply, Qt::LeftButton);
    QTRY_COMPARE(done.size(), 1);
    QVERIFY(done.first().first().toString().startsWith(u"312 requests"_s));
}

void PricesPaneTest::tellsWhyItCannot()
{
    m_fake->answer("POST /prices/recalculate",
                   {{u"error"_s,
                     QJsonObject{{u"code"_s, u"already_exists"_s},
                                 {u"message"_s, u"a recalculation is running"_s}}}},
                   409);
    click("spend.prices.recalculateButton");
    click("spend.recalculateDialog.compareButton");
    QTRY_VERIFY(child<QLabel>("spend.recalculateDialog.resultLabel")
                    ->text()
                    .contains(u"a recalculation is running"_s));
}

void PricesPaneTest::checksTheBooks()
{
    m_fake->answer("POST /books/check",
                   {{u"ok"_s, true},
                    {u"days"_s, 35},
                    {u"requests"_s, 1234},
                    {u"cost_nano_usd"_s, qint64(5'000'000'000)},
                    {u"differences"_s, QJsonArray()}});
    click("spend.prices.checkButton");
    QTRY_VERIFY(child<QLabel>("spend.prices.checkResult")->text().contains(u"1,234"_s));
}

void PricesPaneTest::tellsWhatDoesNotAgree()
{
    m_fake->answer("POST /books/check",
                   {{u"ok"_s, false},
                    {u"differences"_s,
                     QJsonArray{QJsonObject{{u"day"_s, u"2026-11-20"_s},
                                            {u"between"_s, u"rows and export"_s}}}}});
    click("spend.prices.checkButton");
    QTRY_VERIFY(child<QLabel>("spend.prices.checkResult")->text().contains(u"2026-11-20"_s));
}

void PricesPaneTest::showsWhatMachinesCost()
{
    auto *label = child<QLabel>("spend.prices.machinesLabel");
    QTRY_VERIFY(label->isVisible());
    for (const QString &part : {u"gpu"_s, u"720.0"_s, u"$864"_s, u"$210"_s, u"$654"_s})
        QVERIFY2(label->text().contains(part), qPrintable(label->text()));
}

namespace {

QJsonObject newerList(bool dryRun)
{
    return {
        {u"dry_run"_s, dryRun},
        {u"before"_s, u"2026-07-24"_s},
        {u"after"_s, u"2026-11-20"_s},
        {u"added"_s, 1},
        {u"dearer"_s, 1},
        {u"items"_s,
         QJsonArray{QJsonObject{{u"provider"_s, u"openai"_s},
                                {u"model"_s, u"gpt-4o"_s},
                                {u"change"_s, u"dearer"_s},
                                {u"fields"_s,
                                 QJsonArray{QJsonObject{{u"name"_s, u"input"_s},
                                                        {u"before"_s, qint64(2'500'000'000)},
                                                        {u"after"_s, qint64(3'000'000'000)}}}}}}}};
}

} // namespace

//! First the difference, then one click.
void PricesPaneTest::correctsAnHourAfterALook()
{
    QTRY_VERIFY(child<QPushButton>("spend.prices.correctHourButton")->isVisible());
    click("spend.prices.correctHourButton");
    auto *table = child<QTableView>("spend.correctHourDialog.table");
    QCOMPARE(table->model()->rowCount(), 3); // corrections, then what was agreed, the newest first
    QCOMPARE(table->model()->index(0, 1).data().toString(), u"$1.00"_s);
    QCOMPARE(table->model()->index(1, 1).data().toString(), u"$2.40"_s);
    QCOMPARE(child<QDoubleSpinBox>("spend.correctHourDialog.hourSpin")->value(), 2.4);
    QVERIFY(!child<QPushButton>("spend.correctHourDialog.applyButton")->isEnabled());
    m_fake->answer("POST /machines/gpu/correct",
                   {{u"paid_before_nano_usd"_s, qint64(48'000'000'000)},
                    {u"paid_after_nano_usd"_s, qint64(4'800'000'000)},
                    {u"idle_before_nano_usd"_s, qint64(47'000'000'000)},
                    {u"idle_after_nano_usd"_s, qint64(4'300'000'000)},
                    {u"requests_changed"_s, 3}});
    child<QDoubleSpinBox>("spend.correctHourDialog.hourSpin")->setValue(0.24);
    click("spend.correctHourDialog.compareButton");
    const auto *result = child<QLabel>("spend.correctHourDialog.resultLabel");
    QTRY_VERIFY(result->text().contains(u"idle $47.00 → $4.30"_s));
    QVERIFY(result->text().contains(u"3 "_s));
    QTRY_VERIFY(child<QPushButton>("spend.correctHourDialog.applyButton")->isEnabled());
    QSignalSpy done(m_pane.get(), &PricesPane::done);
    click("spend.correctHourDialog.applyButton");
    QTRY_COMPARE(done.size(), 1);
    const QJsonObject asked = m_fake->lastOf("POST /machines/gpu/correct").body;
    QCOMPARE(asked["hourly_cost_usd"_L1].toDouble(), 0.24);
    QCOMPARE(asked["dry_run"_L1].toBool(), false);
}

void PricesPaneTest::takesANewerListAfterALook()
{
    m_fake->answer("POST /prices/update", newerList(true));
    QSignalSpy done(m_pane.get(), &PricesPane::done);
    click("spend.prices.updateButton");
    auto *take = child<QPushButton>("spend.priceListDialog.takeButton");
    QVERIFY(take && !take->isEnabled());
    QTest::keyClicks(child<QLineEdit>("spend.priceListDialog.addressField"),
                     u"https://prices.example.com/list.json"_s);
    click("spend.priceListDialog.readButton");
    QTRY_VERIFY(take->isEnabled());
    QVERIFY(m_fake->lastOf("POST /prices/update").body["dry_run"_L1].toBool());
    auto *model = child<QTableView>("spend.priceListDialog.table")->model();
    QCOMPARE(model->rowCount(), 1);
    QCOMPARE(model->index(0, 1).data().toString(), u"Dearer"_s);
    QVERIFY(model->index(0, 2).data().toString().contains(u"Input"_s));
    QVERIFY(child<QLabel>("spend.priceListDialog.resultLabel")->text().contains(u"1 dearer"_s));
    m_fake->answer("POST /prices/update", newerList(false));
    QTest::mouseClick(take, Qt::LeftButton);
    QTRY_COMPARE(done.size(), 1);
    QVERIFY(done.first().first().toString().contains(Format::day(QDate(2026, 11, 20))));
}

void PricesPaneTest::aBadListIsNamed()
{
    m_fake->answer("POST /prices/update",
                   {{u"error"_s,
                     QJsonObject{{u"code"_s, u"invalid_argument"_s},
                                 {u"message"_s, u"must be a whole number"_s},
                                 {u"path"_s, u"providers.openai.m.input"_s}}}},
                   400);
    click("spend.prices.updateButton");
    QTest::keyClicks(child<QLineEdit>("spend.priceListDialog.addressField"), u"https://x"_s);
    click("spend.priceListDialog.readButton");
    QTRY_VERIFY(child<QLabel>("spend.priceListDialog.resultLabel")
                    ->text()
                    .contains(u"must be a whole number"_s));
    QVERIFY(!child<QPushButton>("spend.priceListDialog.takeButton")->isEnabled());
}

void PricesPaneTest::everyControlHasItsNames()
{
    for (const char *name :
         {"spend.prices.filterField", "spend.prices.ownButton", "spend.prices.recalculateButton",
          "spend.prices.checkButton", "spend.pricesTable"}) {
        auto *widget = child<QWidget>(name);
        QVERIFY2(widget, name);
        QVERIFY2(!widget->accessibleName().isEmpty(), name);
    }
}

} // namespace Gatehouse::Ui

QTEST_MAIN(Gatehouse::Ui::PricesPaneTest)
#include "tst_pricespane.moc"
