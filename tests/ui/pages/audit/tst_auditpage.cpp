// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeadmintransport.h"
#include "ui/models/auditmodel.h"
#include "ui/models/statusmodel.h"
#include "ui/pages/audit/auditdetail.h"
#include "ui/pages/audit/auditpage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/daystrip.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/tableview.h"

#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

QJsonObject record(qint64 sequence, const QString &action)
{
    return {{"seq"_L1, sequence},
            {"time"_L1, u"2026-11-22T10:00:00.000Z"_s},
            {"who"_L1, u"anna"_s},
            {"source"_L1, u"desktop"_s},
            {"action"_L1, action},
            {"object"_L1, u"keys.ci"_s},
            {"before"_L1, QJsonObject{{"weight"_L1, 70}, {"name"_L1, u"a"_s}}},
            {"after"_L1, QJsonObject{{"weight"_L1, 60}, {"name"_L1, u"a"_s}}},
            {"hash"_L1, QString(64, u'a')}};
}

QJsonObject list(const QJsonArray &items, const QJsonValue &next = {})
{
    return {{"items"_L1, items}, {"next"_L1, next}};
}

struct Bench {
    FakeAdminTransport *engine = new FakeAdminTransport;
    Api::AdminClient client{std::unique_ptr<Api::AdminTransport>(engine)};
    StatusModel status{client};
    AuditPage page{client, status};

    Bench()
    {
        engine->answer("GET /audit",
                       list({record(2, u"key.disable"_s), record(1, u"odd.thing"_s)}));
        engine->answer("GET /audit/days",
                       list({QJsonObject{{"day"_L1, u"2026-11-18"_s}, {"records"_L1, 1}},
                             QJsonObject{{"day"_L1, u"2026-11-21"_s}, {"records"_L1, 3}}}));
    }
    void open()
    {
        page.resize(1000, 600);
        page.show();
        page.refresh();
        QTRY_VERIFY(page.property("ready").toBool());
    }
    template <typename T>
    T *find(const QString &name) const
    {
        return page.findChild<T *>(name);
    }
    QString result() const { return find<QLabel>(u"audit.verifyResult"_s)->text(); }
};

} // namespace

class AuditPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsInWords();
    void hasWordsForEveryAction();
    void showsARecordAndCloses();
    void tellsAChangeOfTheConfigurationInSentences();
    void filtersByTextAndKind();
    void fetchesMore();
    void verifies();
    void findsABrokenRecord();
    void exportsAll();
    void tellsFailureAndEmptiness();
    void waitsInASkeleton();
    void tellsAgeAndGaps();
    void fillsQuietDays();
    void saysWhatDiffers();
};

void AuditPageTest::listsInWords()
{
    Bench b;
    b.open();
    auto *table = b.find<TableView>(u"audit.table"_s);
    const auto text = [table](int row, int column) {
        return table->model()->index(row, column).data().toString();
    };
    QCOMPARE(text(0, AuditModel::Action), u"Key disabled"_s);
    QCOMPARE(text(1, AuditModel::Action), u"odd.thing"_s);
    QCOMPARE(text(0, AuditModel::Hash), u"aaaaaaaa"_s);
    QVERIFY(!b.find<AuditDetail>(u"audit.detail"_s)->isVisible());
}

//! Every action the engine writes, as its sources name them.
void AuditPageTest::hasWordsForEveryAction()
{
    static const QRegularExpression written(
        u"(?:audit\\(|append\\(|action = )[^;]*?u\"((?:[a-z_]+)\\.[a-z_]+)\"_s"_s);
    QSet<QString> actions;
    for (const QString &folder : {u"core/admin"_s, u"app/node"_s}) {
        QDirIterator files(QStringLiteral(GATEHOUSE_SOURCE_DIR) + u'/' + folder, {u"*.cpp"_s},
                           QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.fileName().endsWith("/sampledata.cpp"_L1))
                continue; // its words are names of people
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll());
            for (auto found = written.globalMatch(text); found.hasNext();)
                actions.insert(found.next().captured(1));
        }
    }
    QVERIFY2(actions.size() > 30, qPrintable(QString::number(actions.size())));
    for (const QString &action : actions)
        QVERIFY2(auditActionWords(action) != action, qPrintable(action));
}

void AuditPageTest::showsARecordAndCloses()
{
    Bench b;
    b.open();
    auto *table = b.find<TableView>(u"audit.table"_s);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Down);
    auto *detail = b.find<AuditDetail>(u"audit.detail"_s);
    QTRY_VERIFY(detail->isVisible());
    QCOMPARE(b.find<QPlainTextEdit>(u"audit.detail.changeText"_s)->toPlainText(),
             u"- weight: 70\n+ weight: 60"_s);
    QCOMPARE(b.find<CopyButton>(u"audit.detail.copyHashButton"_s)->copyText(), QString(64, u'a'));
    QTest::keyClick(table, Qt::Key_Escape);
    QVERIFY(!detail->isVisible());
    b.page.openRecord(u"1"_s);
    QTRY_VERIFY(detail->isVisible());
    QCOMPARE(table->currentIndex().row(), 1);
}

void AuditPageTest::tellsAChangeOfTheConfigurationInSentences()
{
    Bench b;
    QJsonObject change = record(3, u"configuration.change"_s);
    change.insert("object"_L1, u"revision 6"_s);
    b.engine->answer("GET /audit", list({change, record(2, u"key.disable"_s)}));
    const QJsonObject sentence{
        {"sentence"_L1, u"Weight of openai in fast changed from 70 to 60"_s}};
    b.engine->answer("GET /revisions/diff?from=5&to=6",
                     {{"diff"_L1, QJsonArray{sentence, sentence}}});
    b.open();
    b.page.openRecord(u"3"_s);
    const auto *text = b.find<QPlainTextEdit>(u"audit.detail.changeText"_s);
    const QString told = sentence.value("sentence"_L1).toString();
    QTRY_COMPARE(text->toPlainText(), QString(told + u"\n\n"_s + told));
    auto *json = b.find<QCheckBox>(u"audit.detail.jsonCheck"_s);
    QVERIFY(json->isVisible());
    json->click();
    QVERIFY(text->toPlainText().startsWith(u"- weight: 70"_s));
    b.page.openRecord(u"2"_s);
    QTRY_VERIFY(!json->isVisible());
}

void AuditPageTest::filtersByTextAndKind()
{
    Bench b;
    b.open();
    auto *field = b.find<QLineEdit>(u"audit.filterField"_s);
    QTest::keyClicks(field, u"a b"_s);
    QTest::keyClick(field, Qt::Key_Return);
    auto *kind = b.find<QComboBox>(u"audit.kindCombo"_s);
    kind->setCurrentIndex(kind->findData(u"key"_s));
    b.page.setRange(u"7d"_s);
    const QUrlQuery query = b.engine->lastOf("GET /audit").query;
    QCOMPARE(query.queryItemValue(u"q"_s, QUrl::FullyDecoded), u"a b"_s);
    QCOMPARE(query.queryItemValue(u"action"_s), u"key"_s);
    QCOMPARE(query.queryItemValue(u"since"_s), u"7d"_s);
}

void AuditPageTest::fetchesMore()
{
    Bench b;
    b.engine->answer("GET /audit", list({record(9, u"key.enable"_s)}, u"9"_s));
    b.engine->answer("GET /audit?limit=200&cursor=9", list({record(8, u"key.disable"_s)}));
    AuditModel model(b.client);
    model.refresh();
    QTRY_COMPARE(model.rowCount(), 1);
    QVERIFY(model.canFetchMore({}));
    model.fetchMore({});
    QVERIFY(!model.canFetchMore({})); // one question at a time
    QTRY_COMPARE(model.rowCount(), 2);
    QVERIFY(!model.canFetchMore({}));
}

void AuditPageTest::verifies()
{
    Bench b;
    b.engine->answer("POST /audit/verify",
                     {{"records"_L1, 18'204},
                      {"head"_L1, QString(u"9f2c"_s + QString(58, u'0') + u"41"_s)},
                      {"first_broken"_L1, QJsonValue::Null}});
    b.open();
    QTest::keyClick(b.find<TableView>(u"audit.table"_s), Qt::Key_V);
    QTRY_VERIFY2(b.result().contains(u"no gaps, head 9f2c…41"_s), qPrintable(b.result()));
    QVERIFY(b.find<CopyButton>(u"audit.copyHeadButton"_s)->isVisible());
    QVERIFY(!b.find<Banner>(u"audit.brokenBanner"_s)->isVisible());
}

void AuditPageTest::findsABrokenRecord()
{
    Bench b;
    b.engine->answer("POST /audit/verify",
                     {{"records"_L1, 11}, {"head"_L1, u"aa"_s}, {"first_broken"_L1, 12}});
    b.open();
    QTest::mouseClick(b.find<QPushButton>(u"audit.verifyButton"_s), Qt::LeftButton);
    QTRY_COMPARE(b.result(), u"Record 12 does not match its hash. Records before it are sound."_s);
    QVERIFY(b.find<Banner>(u"audit.brokenBanner"_s)->isVisible());
}

void AuditPageTest::exportsAll()
{
    Bench b;
    QTemporaryDir folder;
    const QString path = folder.filePath(u"audit.jsonl"_s);
    b.page.setFileChooser([&](const QString &, const auto &chosen) { chosen(path); });
    b.open();
    QTest::mouseClick(b.find<QPushButton>(u"audit.exportButton"_s), Qt::LeftButton);
    QTRY_VERIFY(QFile::exists(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines.front().contains("\"hash\":\"aaaa"));
}

void AuditPageTest::tellsFailureAndEmptiness()
{
    Bench b;
    b.engine->answer("GET /audit", {{"error"_L1, QJsonObject{{"message"_L1, u"no"_s}}}}, 500);
    b.open();
    auto *state = b.find<StatePanel>(u"audit.state"_s);
    QCOMPARE(state->state(), StatePanel::State::Error);
    b.engine->answer("GET /audit", list({}));
    b.page.refresh();
    QTRY_COMPARE(state->state(), StatePanel::State::Empty);
}

void AuditPageTest::waitsInASkeleton()
{
    Bench b;
    QCOMPARE(b.find<StatePanel>(u"audit.state"_s)->state(), StatePanel::State::Loading);
}

void AuditPageTest::tellsAgeAndGaps()
{
    Bench b;
    b.open();
    const auto *state = b.find<StatePanel>(u"audit.state"_s);
    QTRY_COMPARE(state->state(), StatePanel::State::Ready);
    const QJsonObject refusal{{"error"_L1, QJsonObject{{"message"_L1, u"no"_s}}}};
    b.engine->answer("GET /audit", refusal, 500);
    b.page.refresh();
    QTRY_COMPARE(state->state(), StatePanel::State::Stale);
    QCOMPARE(b.find<TableView>(u"audit.table"_s)->model()->rowCount(), 2); // they stay
    b.engine->answer("GET /audit", list({record(2, u"key.disable"_s)}));
    b.engine->answer("GET /audit/days", refusal, 500);
    b.page.refresh();
    QTRY_COMPARE(state->state(), StatePanel::State::Partial);
}

void AuditPageTest::fillsQuietDays()
{
    Bench b;
    b.open();
    auto *strip = b.find<DayStrip>(u"audit.activityStrip"_s);
    QTRY_COMPARE(strip->days().size(), 4);
    QCOMPARE(strip->days().at(1).count, 0);
    QCOMPARE(strip->days().at(3), (DayStrip::Day{QDate(2026, 11, 21), 3}));
}

void AuditPageTest::saysWhatDiffers()
{
    QCOMPARE(auditDifference({}, QJsonObject{{"a"_L1, u"x"_s}}), u"+ a: x"_s);
    QCOMPARE(auditDifference(u"old"_s, u"new"_s), u"- old\n+ new"_s);
    QCOMPARE(auditDifference({}, {}), QString());
}

} // namespace Gatehouse::Ui

QTEST_MAIN(Gatehouse::Ui::AuditPageTest)
#include "tst_auditpage.moc"
