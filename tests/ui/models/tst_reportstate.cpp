// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeadmintransport.h"
#include "tests/support/fakeclock.h"
#include "ui/models/reportmodel.h"
#include "ui/models/reportstate.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

class ReportStateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhyThereIsNothing_data();
    void saysWhyThereIsNothing();
};

void ReportStateTest::saysWhyThereIsNothing_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("words");
    QTest::newRow("older") << 404 << u"This needs a newer gateway"_s;
    QTest::newRow("not allowed") << 403 << u"Your role may not see this"_s;
    QTest::newRow("broken") << 500 << u"The gateway does not answer"_s;
}

void ReportStateTest::saysWhyThereIsNothing()
{
    QFETCH(int, status);
    QFETCH(QString, words);
    auto *fake = new FakeAdminTransport;
    fake->answer("GET /latency", {}, status);
    Api::AdminClient client{std::unique_ptr<Api::AdminTransport>(fake)};
    FakeClock clock;
    ReportModel model(client, clock, u"/latency"_s);
    QSignalSpy failed(&model, &ReportModel::failed);
    model.refresh();
    QVERIFY(failed.wait());
    StatePanel panel(new QWidget);
    showReportState(panel, model, true);
    QCOMPARE(panel.state(), StatePanel::State::Error);
    QStringList texts;
    for (const QLabel *label : panel.findChildren<QLabel *>())
        texts.append(label->text());
    QVERIFY2(texts.join(u'\n').contains(words), qPrintable(texts.join(u'\n')));
}

} // namespace Gatehouse::Ui

QTEST_MAIN(Gatehouse::Ui::ReportStateTest)
#include "tst_reportstate.moc"
