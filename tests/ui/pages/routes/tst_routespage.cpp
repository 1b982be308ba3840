// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sampleroutes.h"
#include "ui/models/configurationmodel.h"
#include "ui/models/seriescolours.h"
#include "ui/models/statusmodel.h"
#include "ui/pages/routes/routediagram.h"
#include "ui/pages/routes/routespage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/theme.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialog>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QTreeView>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

const QString weightSentence = u"Weight of openai/gpt-4o-mini in fast changed from 60 to 75"_s;

struct Bench {
    FakeAdminTransport *engine = new FakeAdminTransport;
    Api::AdminClient client{std::unique_ptr<Api::AdminTransport>(engine)};
    std::unique_ptr<ConfigurationModel> configuration;
    std::unique_ptr<StatusModel> status;
    SeriesColours colours;
    std::unique_ptr<RoutesPage> page;

    Bench() { answerRoutes(*engine); }
    void open(QSize size = {1218, 800})
    {
        configuration = std::make_unique<ConfigurationModel>(client);
        status = std::make_unique<StatusModel>(client);
        status->refresh();
        page = std::make_unique<RoutesPage>(client, *configuration, *status, colours);
        page->resize(size);
        page->show();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        QTRY_VERIFY(page->isReady());
    }
    template <typename T>
    T *find(const QString &name) const
    {
        return page->findChild<T *>(name);
    }
    void click(const QString &name) const
    {
        auto *button = find<QAbstractButton>(name);
        QVERIFY2(button && button->isVisible() && button->isEnabled(), qPrintable(name));
        QTest::mouseClick(button, Qt::LeftButton);
    }
    StatePanel::State state() const { return find<StatePanel>(u"routes.state"_s)->state(); }
    TableView *targets() const { return find<TableView>(u"routes.targetsTable"_s); }
    TableView *list() const { return find<TableView>(u"routes.list"_s); }
    TableView *problems() const { return find<TableView>(u"routes.problemsList"_s); }
    QString draft() const { return find<QLabel>(u"routes.draftLabel"_s)->text(); }
    QStringList names() const
    {
        QStringList all;
        for (int row = 0; row < list()->model()->rowCount(); ++row)
            all.append(list()->model()->index(row, 0).data().toString());
        return all;
    }
    void choose(int row) const
    {
        const QRect cell = list()->visualRect(list()->model()->index(row, 0));
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, cell.center());
    }
    //! Double click, type, Enter.
    void typeInto(int row, int column, const QString &text) const
    {
        const QRect cell = targets()->visualRect(targets()->model()->index(row, column));
        QTest::mouseClick(targets()->viewport(), Qt::LeftButton, {}, cell.center());
        QTest::mouseDClick(targets()->viewport(), Qt::LeftButton, {}, cell.center());
        auto *editor = targets()->findChild<QWidget *>(u"routes.targetsTable.editor"_s);
        QVERIFY(editor);
        if (auto *spin = qobject_cast<QDoubleSpinBox *>(editor))
            spin->selectAll();
        QTest::keyClicks(editor, text);
        QTest::keyClick(editor, Qt::Key_Return);
    }
    //! The first route of the draft, as the gateway is asked to check it.
    QJsonObject checkedRoute() const
    {
        answerCheck({}, {});
        const int before = engine->countOf("POST /config/check");
        click(u"routes.checkButton"_s);
        if (!QTest::qWaitFor([&] { return engine->countOf("POST /config/check") > before; }))
            return {};
        return engine->lastOf("POST /config/check").body["document"_L1]["routes"_L1][0].toObject();
    }
    void type(const QString &name, const QString &text) const
    {
        auto *line = find<QWidget>(name);
        QVERIFY2(line && line->isVisible() && line->isEnabled(), qPrintable(name));
        line->setFocus();
        QTest::keyClick(line, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(line, Qt::Key_Delete);
        QTest::keyClicks(line, text);
        QTest::keyClick(line, Qt::Key_Return);
    }
    TableView *rules() const { return find<TableView>(u"routes.conditionsTable"_s); }
    QString rule(int row) const
    {
        return rules()->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
    }
    //! Opens the dialog and waits for it.
    QDialog *dialogBy(const QString &button) const
    {
        click(button);
        auto *dialog = find<QDialog>(u"routes.conditionDialog"_s);
        return dialog && QTest::qWaitForWindowActive(dialog) ? dialog : nullptr;
    }
    //! A prompt that is too long goes to the route "careful".
    void addLongPromptRule(const QString &tokens) const
    {
        QVERIFY(dialogBy(u"routes.addConditionButton"_s));
        find<QDoubleSpinBox>(u"routes.conditionDialog.prompt_tokens_aboveSpin"_s)
            ->setValue(tokens.toDouble());
        click(u"routes.conditionDialog.saveButton"_s);
        QTRY_VERIFY(!find<QDialog>(u"routes.conditionDialog"_s));
    }
    void answerCheck(const QJsonArray &findings, const QJsonArray &difference) const
    {
        engine->answer("POST /config/check", {{u"findings"_s, findings}, {u"diff"_s, difference}});
    }
    //! As if the gateway took the draft, with this weight of fast's first target.
    void answerPublication(qint64 revision, double weight) const
    {
        engine->answer("PUT /config", {{u"revision"_s, revision}});
        engine->answer("GET /config", sampleRoutesConfig(revision, weight), 200, revision);
    }
};

} // namespace

class tst_RoutesPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void waitsInASkeleton();
    void showsRoutesWhenReady();
    void explainsEmptiness();
    void saysWhyThereIsNothing();
    void keepsRoutesWhenTheGatewayIsGone();
    void namesWhatIsMissing();
    void changesAWeightChecksPublishesAndUndoes();
    void worksByKeyboardAlone();
    void takesWhatIsBeingTyped();
    void errorsStopPublishing();
    void findingsLeadToTheirField();
    void makesANewRoute();
    void refusesATakenName();
    void duplicatesAndDeletes();
    void warnsBeforeDeletingAUsedRoute();
    void editsEveryField();
    void explainsEveryStrategy();
    void addsAConditionInWords();
    void editsAndOrdersConditions();
    void refusesAConditionWithoutAnEnd();
    void setsACanaryUnderMore();
    void writesOnlyWhatIsSet();
    void comparesTrialsWithTheOthers();
    void namesTheKeysOfANameThatEnds();
    void unfoldsMoreForAFinding();
    void reordersTargetsAndFallbacks();
    void offersARouteForADirectModel();
    void searches();
    void movesThroughTheDiagram();
    void ordersTargetsInTheDiagram();
    void leavesAFilesRouteAlone();
    void showsTheOutline();
    void resolvesAConflict();
    void goesOnTopOfAnotherChange();
    void restoresAVersion();
    void explainsARequest();
    void comparesWithTheDraft();
    void refusesBadJson();
    void fillsInAPastRequest();
    void isReadOnlyForAManagedFile();
    void tabsInReadingOrder();
    void namesEveryControl();
    void fitsTheSmallestWindow();
};

void tst_RoutesPage::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    new Theme(*qApp);
}

void tst_RoutesPage::waitsInASkeleton()
{
    Bench bench;
    bench.engine->holdAnswers();
    bench.configuration = std::make_unique<ConfigurationModel>(bench.client);
    bench.status = std::make_unique<StatusModel>(bench.client);
    bench.page = std::make_unique<RoutesPage>(bench.client, *bench.configuration, *bench.status,
                                              bench.colours);
    bench.page->show();
    QCOMPARE(bench.state(), StatePanel::State::Loading);
    QVERIFY(!bench.page->property("ready").toBool());
    bench.engine->releaseAnswers();
    QTRY_COMPARE(bench.state(), StatePanel::State::Ready);
}

void tst_RoutesPage::showsRoutesWhenReady()
{
    Bench bench;
    bench.open();
    QCOMPARE(bench.state(), StatePanel::State::Ready);
    QCOMPARE(bench.names().mid(0, 4),
             (QStringList{u"fast"_s, u"careful"_s, u"Direct models"_s, u"gpt-4o"_s}));
    QCOMPARE(bench.find<QLineEdit>(u"routes.nameField"_s)->text(), u"fast"_s);
    QCOMPARE(bench.targets()->model()->rowCount(), 2);
    QCOMPARE(bench.draft(), u"No changes"_s);
    QVERIFY(bench.find<QLabel>(u"routes.weightsHint"_s)->text().contains(u"add up to 90"_s));
    QVERIFY(!bench.find<QAbstractButton>(u"routes.publishButton"_s)->isEnabled());
}

void tst_RoutesPage::explainsEmptiness()
{
    Bench bench;
    QJsonObject document = sampleRoutesDocument();
    document.remove(u"routes"_s);
    bench.engine->answer("GET /config", {{u"document"_s, document}, {u"revision"_s, 7}});
    bench.open();
    QCOMPARE(bench.state(), StatePanel::State::Empty);
    QVERIFY(bench.find<QLabel>(u"routes.reachableLabel"_s)->text().contains(u"openai/gpt-4o"_s));
    bench.click(u"routes.empty.newButton"_s);
    QCOMPARE(bench.state(), StatePanel::State::Ready);
    QCOMPARE(bench.draft(), u"Draft: 1 changes"_s);
}

void tst_RoutesPage::saysWhyThereIsNothing()
{
    Bench bench;
    bench.engine->setReachable(false);
    bench.open();
    QCOMPARE(bench.state(), StatePanel::State::Error);
    bench.engine->setReachable(true);
    auto *retry = bench.find<StatePanel>(u"routes.state"_s)
                      ->findChild<QAbstractButton *>(u"statePanel.retryButton"_s);
    QTest::mouseClick(retry, Qt::LeftButton);
    QTRY_COMPARE(bench.state(), StatePanel::State::Ready);
}

void tst_RoutesPage::keepsRoutesWhenTheGatewayIsGone()
{
    Bench bench;
    bench.open();
    bench.engine->setReachable(false);
    bench.page->refresh();
    QTRY_COMPARE(bench.state(), StatePanel::State::Stale);
    QVERIFY(bench.names().contains(u"careful"_s));
}

void tst_RoutesPage::namesWhatIsMissing()
{
    Bench bench;
    bench.engine->answer("GET /usage", {}, 500);
    bench.open();
    QCOMPARE(bench.state(), StatePanel::State::Partial);
}

void tst_RoutesPage::changesAWeightChecksPublishesAndUndoes()
{
    Bench bench;
    bench.open();
    bench.typeInto(0, 2, u"75"_s);
    QTRY_COMPARE(bench.draft(), u"Draft: 1 changes"_s);
    QVERIFY(bench.targets()->model()->index(0, 3).data().toString().startsWith(u"71"_s));
    bench.answerCheck({}, {weightSentence});
    bench.click(u"routes.checkButton"_s);
    QTRY_VERIFY(bench.find<QLabel>(u"routes.checkLabel"_s)->text().contains(u"1 problems"_s));
    QCOMPARE(bench.engine->countOf("PUT /config"), 0);

    bench.click(u"routes.publishButton"_s);
    QTRY_VERIFY(bench.find<QDialog>(u"routes.publishDialog"_s));
    auto *sentences = bench.find<QListView>(u"routes.publishDialog.differenceList"_s);
    QCOMPARE(sentences->model()->index(0, 0).data().toString(), weightSentence);
    QTest::keyClicks(bench.find<QLineEdit>(u"routes.publishDialog.reasonField"_s), u"more mini"_s);
    bench.answerPublication(8, 75);
    QSignalSpy saved(bench.configuration.get(), &ConfigurationModel::saved);
    bench.click(u"routes.publishDialog.publishButton"_s);
    QVERIFY(saved.wait());
    QCOMPARE(saved.first().first().toString(), weightSentence);
    const auto sent = bench.engine->lastOf("PUT /config");
    QCOMPARE(sent.ifMatch, 7);
    QCOMPARE(sent.body.value("reason"_L1).toString(), u"more mini"_s);
    QTRY_COMPARE(bench.draft(), u"No changes"_s);

    bench.engine->answer("POST /revisions/7/restore", {{u"revision"_s, 9}});
    bench.engine->answer("GET /config", sampleRoutesConfig(9, 60), 200, 9);
    bench.configuration->undo();
    QTRY_COMPARE(bench.targets()->model()->index(0, 2).data().toString(), u"60"_s);
}

void tst_RoutesPage::worksByKeyboardAlone()
{
    Bench bench;
    bench.open();
    bench.list()->setFocus();
    QTest::keyClick(bench.list(), Qt::Key_Return);
    QVERIFY(bench.find<QLineEdit>(u"routes.nameField"_s)->hasFocus());
    bench.targets()->setFocus();
    bench.targets()->setCurrentIndex(bench.targets()->model()->index(0, 2));
    QTest::keyClick(bench.targets(), Qt::Key_F2);
    auto *editor = bench.targets()->findChild<QDoubleSpinBox *>();
    QVERIFY(editor);
    editor->selectAll();
    QTest::keyClicks(editor, u"75"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(bench.draft(), u"Draft: 1 changes"_s);
    bench.answerCheck({}, {weightSentence});
    QTest::keyClick(bench.page.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(bench.engine->countOf("POST /config/check"), 1);
    QVERIFY(!bench.find<QDialog>(u"routes.publishDialog"_s));
    QTest::keyClick(bench.page.get(), Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(bench.find<QDialog>(u"routes.publishDialog"_s));
    bench.answerPublication(8, 75);
    QTest::keyClick(bench.find<QLineEdit>(u"routes.publishDialog.reasonField"_s), Qt::Key_Return);
    QTRY_COMPARE(bench.engine->countOf("PUT /config"), 1);
}

void tst_RoutesPage::takesWhatIsBeingTyped()
{
    Bench bench;
    bench.open();
    auto *residency = bench.find<QLineEdit>(u"routes.residencyField"_s);
    residency->setFocus();
    QTest::keyClicks(residency, u"us"_s);
    bench.answerCheck({}, {});
    QTest::keyClick(residency, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(bench.engine->countOf("POST /config/check"), 1);
    const QJsonObject sent = bench.engine->lastOf("POST /config/check").body;
    QCOMPARE(sent["document"_L1]["routes"_L1][0]["residency"_L1].toArray(), QJsonArray{u"us"_s});
    QVERIFY(residency->hasFocus());
}

void tst_RoutesPage::errorsStopPublishing()
{
    Bench bench;
    bench.open();
    bench.typeInto(0, 2, u"75"_s);
    QTRY_COMPARE(bench.draft(), u"Draft: 1 changes"_s);
    const QJsonObject finding{{u"severity"_s, u"error"_s},
                              {u"path"_s, u"routes[1].fallback[0]"_s},
                              {u"message"_s, u"closes a loop"_s}};
    bench.answerCheck({finding}, {});
    bench.click(u"routes.publishButton"_s);
    QTRY_VERIFY(bench.problems()->isVisible());
    QCOMPARE(bench.problems()->model()->index(0, 2).data().toString(), u"closes a loop"_s);
    QVERIFY(!bench.find<QDialog>(u"routes.publishDialog"_s));
}

void tst_RoutesPage::findingsLeadToTheirField()
{
    Bench bench;
    bench.open();
    bench.answerCheck({}, {});
    bench.click(u"routes.checkButton"_s);
    QTRY_VERIFY(bench.problems()->isVisible());
    const QModelIndex price = bench.problems()->model()->index(0, 2);
    QVERIFY(price.data().toString().startsWith(u"No price for “gpu/llama-3.1-70b”"_s));
    QTest::mouseClick(bench.problems()->viewport(), Qt::LeftButton, {},
                      bench.problems()->visualRect(price).center());
    QCOMPARE(bench.find<QLineEdit>(u"routes.nameField"_s)->text(), u"careful"_s);
    QVERIFY(bench.targets()->hasFocus());
    QCOMPARE(bench.targets()->currentIndex().row(), 1);
}

void tst_RoutesPage::makesANewRoute()
{
    Bench bench;
    bench.open();
    bench.list()->setFocus();
    QTest::keyClick(bench.list(), Qt::Key_N);
    auto *name = bench.find<QLineEdit>(u"routes.nameField"_s);
    QCOMPARE(name->text(), u"new-route"_s);
    QVERIFY(name->hasFocus());
    QTest::keyClicks(name, u"cheap"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(bench.names().at(2), u"cheap"_s);
    QCOMPARE(bench.targets()->model()->index(0, 1).data().toString(), u"gpt-4o"_s);
    QCOMPARE(bench.draft(), u"Draft: 1 changes"_s);
    bench.click(u"routes.discardButton"_s);
    QVERIFY(!bench.names().contains(u"cheap"_s));
}

void tst_RoutesPage::refusesATakenName()
{
    Bench bench;
    bench.open();
    auto *name = bench.find<QLineEdit>(u"routes.nameField"_s);
    name->setFocus();
    name->selectAll();
    QTest::keyClicks(name, u"careful"_s);
    QTest::keyClick(name, Qt::Key_Return);
    auto *message = bench.find<QLabel>(u"routes.nameField.message"_s);
    QVERIFY(message->isVisible());
    QVERIFY(message->text().contains(u"careful"_s));
    QCOMPARE(bench.draft(), u"No changes"_s);
    name->selectAll();
    QTest::keyClicks(name, u"quick"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(!message->isVisible());
    QCOMPARE(bench.names().first(), u"quick"_s);
}

void tst_RoutesPage::duplicatesAndDeletes()
{
    Bench bench;
    bench.open();
    bench.click(u"routes.duplicateButton"_s);
    QCOMPARE(bench.names().at(1), u"fast-copy"_s);
    bench.click(u"routes.deleteButton"_s);
    QVERIFY(!bench.names().contains(u"fast-copy"_s));
    QCOMPARE(bench.draft(), u"No changes"_s);
}

void tst_RoutesPage::warnsBeforeDeletingAUsedRoute()
{
    Bench bench;
    bench.open();
    bench.choose(1);
    bench.click(u"routes.deleteButton"_s);
    auto *dialog = bench.find<QDialog>(u"routes.deleteDialog"_s);
    QVERIFY(dialog);
    QVERIFY(dialog->property("informativeText").toString().contains(u"fast"_s));
    QVERIFY(dialog->property("informativeText").toString().contains(u"design"_s));
    bench.click(u"routes.deleteDialog.deleteButton"_s);
    QVERIFY(!bench.names().contains(u"careful"_s));
    QCOMPARE(bench.draft(), u"Draft: 2 changes"_s); // fast lost its fallback
}

void tst_RoutesPage::editsEveryField()
{
    Bench bench;
    bench.open();
    auto *strategy = bench.find<QComboBox>(u"routes.strategyCombo"_s);
    QCOMPARE(strategy->count(), 7);
    strategy->setFocus();
    QTest::keyClick(strategy, Qt::Key_Up);
    bench.find<QSpinBox>(u"routes.attemptsSpin"_s)->setValue(5);
    bench.find<QSpinBox>(u"routes.backoffSpin"_s)->setValue(400);
    QTest::mouseClick(bench.find<QCheckBox>(u"routes.retryCheck.429"_s), Qt::LeftButton, {},
                      {8, 8});
    auto *residency = bench.find<QLineEdit>(u"routes.residencyField"_s);
    residency->setFocus();
    QTest::keyClicks(residency, u"eu, on-prem"_s);
    QTest::keyClick(residency, Qt::Key_Return);
    bench.answerCheck({}, {});
    bench.click(u"routes.checkButton"_s);
    QTRY_COMPARE(bench.engine->countOf("POST /config/check"), 1);
    const QJsonObject fast =
        bench.engine->lastOf("POST /config/check").body["document"_L1]["routes"_L1][0].toObject();
    QCOMPARE(fast.value("strategy"_L1).toString(u"priority"_s), u"priority"_s);
    QCOMPARE(fast["retry"_L1]["attempts"_L1].toInt(), 5);
    QCOMPARE(fast["retry"_L1]["backoff"_L1].toString(), u"400ms"_s);
    QCOMPARE(fast["retry"_L1]["on"_L1].toArray(),
             (QJsonArray{u"connect"_s, u"timeout"_s, u"5xx"_s}));
    QCOMPARE(fast.value("residency"_L1).toArray(), (QJsonArray{u"eu"_s, u"on-prem"_s}));
}

void tst_RoutesPage::explainsEveryStrategy()
{
    Bench bench;
    bench.open();
    auto *strategy = bench.find<QComboBox>(u"routes.strategyCombo"_s);
    auto *sticky = bench.find<QComboBox>(u"routes.stickyByCombo"_s);
    QVERIFY(!sticky->isVisible());
    strategy->setFocus();
    QSet<QString> sentences;
    for (int i = 0; i < strategy->count(); ++i) {
        QTest::keyClick(strategy, i == 0 ? Qt::Key_Home : Qt::Key_Down);
        const QString chosen = strategy->currentData().toString();
        const bool weights =
            chosen != "priority"_L1 && chosen != "fastest"_L1 && chosen != "cheapest"_L1;
        QVERIFY2(!strategy->accessibleDescription().isEmpty(), qPrintable(chosen));
        sentences.insert(strategy->accessibleDescription());
        QCOMPARE(bench.targets()->isColumnHidden(2), !weights);
        QCOMPARE(sticky->isVisible(), chosen == "sticky"_L1);
    }
    QCOMPARE(sentences.size(), 7);
}

void tst_RoutesPage::addsAConditionInWords()
{
    Bench bench;
    bench.open();
    QVERIFY(!bench.rules()->isVisible());
    bench.addLongPromptRule(u"100000"_s);
    QVERIFY(bench.rules()->isVisible());
    QCOMPARE(bench.rule(0), u"When the prompt has more than 100,000 tokens: to careful"_s);
    QCOMPARE(bench.page->focusWidget(), bench.rules());
    QVERIFY(bench.find<RouteDiagram>(u"routes.diagram"_s)
                ->accessibleDescription()
                .contains(u"1 rules"_s));
    const QJsonObject rule = bench.checkedRoute()["rules"_L1][0].toObject();
    QCOMPARE(rule,
             (QJsonObject{{u"route"_s, u"careful"_s},
                          {u"when"_s, QJsonObject{{u"prompt_tokens_above"_s, 100000}}}}));
}

void tst_RoutesPage::editsAndOrdersConditions()
{
    Bench bench;
    bench.open();
    bench.addLongPromptRule(u"1000"_s);
    bench.addLongPromptRule(u"2000"_s);
    QTest::keyClick(bench.rules(), Qt::Key_Up, Qt::AltModifier);
    QVERIFY(bench.rule(0).contains(u"2,000"_s));
    QTest::keyClick(bench.rules(), Qt::Key_Return);
    QTRY_VERIFY(bench.find<QDialog>(u"routes.conditionDialog"_s));
    auto *dialog = bench.find<QDialog>(u"routes.conditionDialog"_s);
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    bench.find<QComboBox>(u"routes.conditionDialog.imagesCombo"_s)->setCurrentIndex(1);
    bench.find<QComboBox>(u"routes.conditionDialog.actionCombo"_s)->setCurrentIndex(2);
    QTest::keyClicks(bench.find<QLineEdit>(u"routes.conditionDialog.denyField"_s), u"Too long."_s);
    bench.click(u"routes.conditionDialog.saveButton"_s);
    QTRY_COMPARE(bench.rule(0),
                 u"When there are images and the prompt has more than 2,000 tokens: refuse with "
                 "“Too long.”"_s);
    QTest::keyClick(bench.rules(), Qt::Key_Delete);
    QCOMPARE(bench.rules()->model()->rowCount(), 1);
    QVERIFY(bench.rule(0).contains(u"1,000"_s));
}

void tst_RoutesPage::refusesAConditionWithoutAnEnd()
{
    Bench bench;
    bench.open();
    QDialog *dialog = bench.dialogBy(u"routes.addConditionButton"_s);
    QVERIFY(dialog);
    bench.find<QComboBox>(u"routes.conditionDialog.actionCombo"_s)->setCurrentIndex(2);
    QTest::keyClicks(bench.find<QLineEdit>(u"routes.conditionDialog.timeField"_s), u"soon"_s);
    bench.click(u"routes.conditionDialog.saveButton"_s);
    QVERIFY(dialog->isVisible());
    QVERIFY(bench.find<QLabel>(u"routes.conditionDialog.denyField.message"_s)->isVisible());
    QTest::keyClicks(bench.find<QLineEdit>(u"routes.conditionDialog.denyField"_s), u"No."_s);
    bench.click(u"routes.conditionDialog.saveButton"_s);
    QVERIFY(dialog->isVisible());
    QVERIFY(bench.find<QLabel>(u"routes.conditionDialog.timeField.message"_s)
                ->text()
                .contains(u"mon-fri"_s));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QCOMPARE(bench.rules()->model()->rowCount(), 0);
}

void tst_RoutesPage::setsACanaryUnderMore()
{
    Bench bench;
    bench.open();
    QVERIFY(!bench.find<QWidget>(u"routes.more"_s)->isVisible());
    bench.click(u"routes.moreButton"_s);
    QVERIFY(!bench.find<QWidget>(u"routes.canary.percentSpin"_s)->isEnabled());
    bench.type(u"routes.canary.targetField"_s, u"openai/gpt-4o"_s);
    bench.type(u"routes.canary.percentSpin"_s, u"20"_s);
    bench.type(u"routes.canary.errorsSpin"_s, u"3"_s);
    bench.type(u"routes.canary.firstTokenSpin"_s, u"1.5"_s);
    auto *diagram = bench.find<RouteDiagram>(u"routes.diagram"_s);
    QVERIFY(diagram->accessibleDescription().contains(u"Canary"_s));
    const QJsonObject canary = bench.checkedRoute()["canary"_L1].toObject();
    QCOMPARE(canary["target"_L1].toObject(),
             (QJsonObject{{u"provider"_s, u"openai"_s}, {u"model"_s, u"gpt-4o"_s}}));
    QVERIFY(canary.contains(u"percent"_s));
    QCOMPARE(canary["halt"_L1]["first_token_p95_above"_L1].toString(), u"1500ms"_s);
    bench.type(u"routes.canary.targetField"_s, {});
    QCOMPARE(bench.draft(), u"No changes"_s);
}

void tst_RoutesPage::writesOnlyWhatIsSet()
{
    Bench bench;
    bench.open();
    bench.click(u"routes.moreButton"_s);
    bench.type(u"routes.totalTimeSpin"_s, u"90"_s);
    bench.type(u"routes.retire.dateField"_s, u"2027-01-31"_s);
    const QJsonObject fast = bench.checkedRoute();
    QCOMPARE(fast["total_time"_L1].toString(), u"90s"_s);
    QCOMPARE(fast["retire"_L1].toObject(), (QJsonObject{{u"date"_s, u"2027-01-31"_s}}));
    for (const QString &absent : {u"canary"_s, u"shadow"_s, u"hedge"_s, u"slow_stream"_s,
                                  u"max_wait"_s, u"prompt_limit"_s, u"rules"_s, u"sticky_by"_s})
        QVERIFY2(!fast.contains(absent), qPrintable(absent));
}

namespace {

//! The sample routes, "fast" with \a section more.
QJsonObject configurationWith(const QString &name, const QJsonObject &section)
{
    QJsonObject configuration = sampleRoutesConfig(7);
    QJsonObject document = configuration["document"_L1].toObject();
    QJsonArray routes = document["routes"_L1].toArray();
    QJsonObject fast = routes.at(0).toObject();
    fast.insert(name, section);
    routes.replace(0, fast);
    document.insert(u"routes"_s, routes);
    configuration.insert(u"document"_s, document);
    return configuration;
}

QJsonObject side(int requests, double success, double firstToken, qint64 cost)
{
    return {{u"requests"_s, requests},
            {u"success"_s, success},
            {u"first_token_p95_ms"_s, firstToken},
            {u"mean_cost_nano_usd"_s, cost}};
}

} // namespace

void tst_RoutesPage::comparesTrialsWithTheOthers()
{
    Bench bench;
    const QJsonObject target{{u"provider"_s, u"gpu"_s}, {u"model"_s, u"llama-3.1-70b"_s}};
    bench.engine->answer("GET /config", configurationWith(u"shadow"_s, {{u"target"_s, target}}),
                         200, 7);
    QJsonObject shadow = target;
    shadow.insert(u"percent"_s, 1);
    shadow.insert(u"daily_limit_nano_usd"_s, qint64(5'000'000'000));
    shadow.insert(u"spent_today_nano_usd"_s, qint64(1'200'000'000));
    shadow.insert(u"not_copied"_s, QJsonObject{{u"busy"_s, 2}, {u"no_place"_s, 1}});
    shadow.insert(u"trial"_s, side(420, 0.9, 640, 2'000'000));
    shadow.insert(u"control"_s, side(420, 1, 320, 4'000'000));
    bench.engine->answer("GET /routes/fast/trials", {{u"shadow"_s, shadow}});
    bench.open();
    auto *section = bench.find<QWidget>(u"routes.trials"_s);
    QTRY_VERIFY(section->isVisible());
    QCOMPARE(bench.find<QLabel>(u"routes.trials.shadowLabel"_s)->text(),
             u"1.0\u202F% of the requests are copied; $1.20 of $5.00 used today. "
             "3 left out since the start."_s);
    const auto *rows = bench.find<TableView>(u"routes.trials.shadowTable"_s)->model();
    const auto text = [&](int row, int column) {
        return rows->index(row, column).data().toString();
    };
    QCOMPARE(rows->rowCount(), 4);
    QCOMPARE(text(1, 1), u"100.0\u202F%"_s);
    QCOMPARE(text(1, 2), u"90.0\u202F%"_s);
    QCOMPARE(text(2, 2), u"640 ms"_s);
    QCOMPARE(text(3, 1), u"$0.0040"_s);
    QVERIFY(!bench.find<TableView>(u"routes.trials.canaryTable"_s)->isVisible());
    bench.choose(1); // it has no trials
    QTRY_VERIFY(!section->isVisible());
}

void tst_RoutesPage::namesTheKeysOfANameThatEnds()
{
    Bench bench;
    bench.engine->answer("GET /config",
                         configurationWith(u"retire"_s, {{u"date"_s, u"2027-01-31"_s}}), 200, 7);
    const QJsonObject caller{{u"key"_s, u"ci"_s},
                             {u"name"_s, u"CI"_s},
                             {u"requests"_s, 1240},
                             {u"last_day"_s, u"2026-11-21"_s}};
    bench.engine->answer("GET /models/callers", {{u"items"_s, QJsonArray{caller}}});
    bench.open();
    auto *table = bench.find<TableView>(u"routes.trials.callersTable"_s);
    QTRY_VERIFY(table->isVisible());
    QCOMPARE(bench.engine->lastOf("GET /models/callers").query.queryItemValue(u"model"_s),
             u"fast"_s);
    QCOMPARE(table->model()->index(0, 0).data().toString(), u"CI"_s);
    QCOMPARE(table->model()->index(0, 1).data().toString(), u"1,240"_s);
    bench.engine->answer("GET /models/callers", {{u"items"_s, QJsonArray()}});
    bench.choose(1);
    bench.choose(0);
    QTRY_COMPARE(bench.find<QLabel>(u"routes.trials.callersLabel"_s)->text(),
                 u"No key has asked for it in the last 30 days."_s);
    QTRY_VERIFY(!table->isVisible());
}

void tst_RoutesPage::unfoldsMoreForAFinding()
{
    Bench bench;
    bench.open();
    bench.find<QSpinBox>(u"routes.attemptsSpin"_s)->setValue(5);
    bench.answerCheck({QJsonObject{{u"severity"_s, u"error"_s},
                                   {u"path"_s, u"routes[0].total_time"_s},
                                   {u"message"_s, u"is too short"_s}}},
                      {});
    bench.click(u"routes.checkButton"_s);
    QTRY_VERIFY(bench.find<QWidget>(u"routes.totalTimeSpin"_s)->isVisible());
    QTRY_COMPARE(bench.find<QLabel>(u"routes.totalTimeSpin.message"_s)->text(), u"is too short"_s);
}

void tst_RoutesPage::reordersTargetsAndFallbacks()
{
    Bench bench;
    bench.open();
    bench.targets()->setFocus();
    bench.targets()->setCurrentIndex(bench.targets()->model()->index(0, 0));
    QTest::keyClick(bench.targets(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(bench.targets()->model()->index(0, 0).data().toString(), u"gpu"_s);
    bench.click(u"routes.targetUpButton"_s);
    QCOMPARE(bench.targets()->model()->index(0, 0).data().toString(), u"openai"_s);
    auto *fallbacks = bench.find<QListView>(u"routes.fallbackList"_s);
    fallbacks->setFocus();
    fallbacks->setCurrentIndex(fallbacks->model()->index(0, 0));
    QTest::keyClick(fallbacks, Qt::Key_Delete);
    QCOMPARE(fallbacks->model()->rowCount(), 0);
    QCOMPARE(bench.find<QComboBox>(u"routes.fallbackCombo"_s)->currentText(), u"careful"_s);
    bench.click(u"routes.addFallbackButton"_s);
    QCOMPARE(fallbacks->model()->rowCount(), 1);
    QCOMPARE(bench.draft(), u"No changes"_s);
}

void tst_RoutesPage::offersARouteForADirectModel()
{
    Bench bench;
    bench.open();
    bench.choose(4);
    bench.click(u"routes.routeForModelButton"_s);
    QCOMPARE(bench.find<QLineEdit>(u"routes.nameField"_s)->text(), u"gpt-4o-mini"_s);
    QCOMPARE(bench.targets()->model()->index(0, 1).data().toString(), u"gpt-4o-mini"_s);
}

void tst_RoutesPage::searches()
{
    Bench bench;
    bench.open();
    auto *field = bench.find<QLineEdit>(u"routes.searchField"_s);
    QTest::keyClick(bench.page.get(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(field->hasFocus());
    QTest::keyClicks(field, u"llama"_s);
    QCOMPARE(bench.names(),
             (QStringList{u"fast"_s, u"careful"_s, u"Direct models"_s, u"llama-3.1-8b"_s,
                          u"llama-3.1-70b"_s}));
}

void tst_RoutesPage::movesThroughTheDiagram()
{
    Bench bench;
    bench.open();
    auto *diagram = bench.find<RouteDiagram>(u"routes.diagram"_s);
    diagram->setFocus();
    QTest::keyClick(diagram, Qt::Key_Right);
    QTest::keyClick(diagram, Qt::Key_Return);
    QVERIFY(bench.find<QComboBox>(u"routes.strategyCombo"_s)->hasFocus());
    diagram->setFocus();
    QTest::keyClick(diagram, Qt::Key_Right);
    QTest::keyClick(diagram, Qt::Key_Down);
    QTest::keyClick(diagram, Qt::Key_Down);
    QVERIFY(diagram->accessibleDescription().startsWith(u"careful, Fallback 1, Usable"_s));
    QTest::keyClick(diagram, Qt::Key_Return);
    QVERIFY(bench.find<QListView>(u"routes.fallbackList"_s)->hasFocus());
    QTest::mouseDClick(diagram, Qt::LeftButton, {}, diagram->nodeRect(3).center().toPoint());
    QVERIFY(bench.targets()->hasFocus());
    QCOMPARE(bench.targets()->currentIndex().row(), 1);
}

void tst_RoutesPage::ordersTargetsInTheDiagram()
{
    Bench bench;
    bench.open();
    std::function<void()> undo;
    QObject::connect(bench.page.get(), &RoutesPage::undoOffered, bench.page.get(),
                     [&undo](const QString &, const std::function<void()> &back) { undo = back; });
    auto *diagram = bench.find<RouteDiagram>(u"routes.diagram"_s);
    const auto providers = [&bench] {
        QStringList all;
        for (int row = 0; row < bench.targets()->model()->rowCount(); ++row)
            all.append(bench.targets()->model()->index(row, 0).data().toString());
        return all;
    };
    const QStringList before = providers();
    QVERIFY(before.size() >= 2);
    QStringList swapped = before;
    swapped.swapItemsAt(0, 1);
    const QPoint first = diagram->nodeRect(2).center().toPoint();
    const QPoint second = diagram->nodeRect(3).center().toPoint();
    QTest::mousePress(diagram, Qt::LeftButton, {}, first);
    const auto drag = [diagram](QPoint to) {
        QMouseEvent move(QEvent::MouseMove, to, diagram->mapToGlobal(to), Qt::NoButton,
                         Qt::LeftButton, {});
        QApplication::sendEvent(diagram, &move);
    };
    drag((first + second) / 2);
    drag(second);
    QTest::mouseRelease(diagram, Qt::LeftButton, {}, second);
    QCOMPARE(providers(), swapped);
    QCOMPARE(diagram->currentNode(), 3);
    QVERIFY(undo);
    undo();
    QCOMPARE(providers(), before);
    diagram->setFocus();
    QTest::keyClick(diagram, Qt::Key_Up, Qt::AltModifier); // the moved one is still chosen
    QCOMPARE(providers(), swapped);
    QTest::keyClick(diagram, Qt::Key_Up, Qt::AltModifier); // it is the first
    QCOMPARE(providers(), swapped);
    QVERIFY(bench.draft().contains(u'1'));
}

void tst_RoutesPage::leavesAFilesRouteAlone()
{
    Bench bench;
    bench.open();
    auto *diagram = bench.find<RouteDiagram>(u"routes.diagram"_s);
    diagram->setEditable(false);
    QSignalSpy moved(diagram, &RouteDiagram::nodeMoved);
    diagram->setCurrentNode(2);
    diagram->setFocus();
    QTest::keyClick(diagram, Qt::Key_Down, Qt::AltModifier);
    QTest::keyClick(diagram, Qt::Key_Plus);
    QVERIFY(moved.isEmpty());
}

void tst_RoutesPage::showsTheOutline()
{
    Bench bench;
    bench.open();
    const auto *control = bench.find<QWidget>(u"routes.viewControl"_s);
    for (auto *button : control->findChildren<QAbstractButton *>())
        if (button->text() == "List"_L1)
            QTest::mouseClick(button, Qt::LeftButton);
    auto *outline = bench.find<QTreeView>(u"routes.outline"_s);
    QVERIFY(outline->isVisible());
    outline->setFocus();
    QTest::keyClick(outline, Qt::Key_Down);
    QCOMPARE(outline->currentIndex().data().toString(), u"By weight"_s);
    QTest::keyClick(outline, Qt::Key_Return);
    QVERIFY(bench.find<QComboBox>(u"routes.strategyCombo"_s)->hasFocus());
}

void tst_RoutesPage::resolvesAConflict()
{
    Bench bench;
    bench.open();
    bench.typeInto(0, 2, u"75"_s);
    QTRY_COMPARE(bench.draft(), u"Draft: 1 changes"_s);
    bench.answerCheck({}, {weightSentence});
    bench.engine->answer(
        "PUT /config",
        {{u"error"_s,
          QJsonObject{{u"code"_s, u"conflict"_s}, {u"message"_s, u"revision 8 is in force"_s}}}},
        409);
    bench.engine->answer("GET /config", sampleRoutesConfig(8, 70), 200, 8);
    bench.click(u"routes.publishButton"_s);
    QTRY_VERIFY(bench.find<QDialog>(u"routes.publishDialog"_s));
    bench.click(u"routes.publishDialog.publishButton"_s);
    auto *banner = bench.find<Banner>(u"routes.conflictBanner"_s);
    QTRY_VERIFY(banner->isVisible() && banner->text().contains(u"m.ortiz"_s));
    QVERIFY(!bench.find<QAbstractButton>(u"routes.publishButton"_s)->isEnabled());
    bench.click(u"routes.conflict.differenceButton"_s);
    QVERIFY(bench.find<QLabel>(u"routes.conflict.differenceLabel"_s)
                ->text()
                .contains(u"from 70 to 60"_s));
    bench.click(u"routes.conflict.mineButton"_s);
    QVERIFY(!banner->isVisible());
    QCOMPARE(bench.targets()->model()->index(0, 2).data().toString(), u"75"_s);
    QVERIFY(bench.find<QAbstractButton>(u"routes.publishButton"_s)->isEnabled());
}

void tst_RoutesPage::goesOnTopOfAnotherChange()
{
    Bench bench;
    bench.open();
    bench.typeInto(0, 2, u"75"_s);
    QTRY_COMPARE(bench.draft(), u"Draft: 1 changes"_s);
    bench.answerCheck({}, {weightSentence});
    bench.engine->answer("PUT /config", {{u"error"_s, QJsonObject{{u"code"_s, u"conflict"_s}}}},
                         409);
    bench.engine->answer("GET /config", sampleRoutesConfig(8), 200, 8); // with the same routes
    bench.click(u"routes.publishButton"_s);
    QTRY_VERIFY(bench.find<QDialog>(u"routes.publishDialog"_s));
    bench.click(u"routes.publishDialog.publishButton"_s);
    QTRY_VERIFY(bench.find<QLabel>(u"routes.checkLabel"_s)->text().contains(u"publish again"_s));
    QVERIFY(!bench.find<Banner>(u"routes.conflictBanner"_s)->isVisible());
    QVERIFY(bench.find<QAbstractButton>(u"routes.publishButton"_s)->isEnabled());
    QCOMPARE(bench.targets()->model()->index(0, 2).data().toString(), u"75"_s);
}

void tst_RoutesPage::restoresAVersion()
{
    Bench bench;
    bench.open();
    bench.find<QTabBar>(u"routes.tabs"_s)->setCurrentIndex(1);
    auto *table = bench.find<TableView>(u"routes.versionsTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QVERIFY(!bench.find<QAbstractButton>(u"routes.restoreButton"_s)->isEnabled());
    const QRect older = table->visualRect(table->model()->index(1, 0));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, older.center());
    auto *difference = bench.find<QListView>(u"routes.versionDifferenceList"_s);
    QTRY_COMPARE(difference->model()->rowCount(), 1);
    bench.engine->answer("POST /revisions/6/restore", {{u"revision"_s, 8}});
    bench.engine->answer("GET /config", sampleRoutesConfig(8, 70), 200, 8);
    QSignalSpy saved(bench.configuration.get(), &ConfigurationModel::saved);
    bench.click(u"routes.restoreButton"_s);
    QVERIFY(saved.wait());
    QCOMPARE(saved.first().first().toString(), u"Restored version 6"_s);
    QVERIFY(bench.configuration->canUndo());
}

namespace {

QJsonObject explanation(const QStringList &plan)
{
    const QJsonObject step{{u"name"_s, u"route"_s}, {u"ok"_s, true}, {u"text"_s, u"route fast"_s}};
    const QJsonObject failed{{u"name"_s, u"key"_s}, {u"ok"_s, false}, {u"text"_s, u"expired"_s}};
    const QJsonObject candidate{{u"provider"_s, u"openai"_s},
                                {u"model"_s, u"gpt-4o-mini"_s},
                                {u"fit"_s, true},
                                {u"score"_s, 0},
                                {u"why"_s, u"fewest in flight"_s}};
    return {{u"steps"_s, QJsonArray{step, failed}},
            {u"candidates"_s, QJsonArray{candidate}},
            {u"plan"_s, QJsonArray::fromStringList(plan)}};
}

} // namespace

void tst_RoutesPage::explainsARequest()
{
    Bench bench;
    bench.open();
    bench.engine->answer("POST /explain",
                         explanation({u"openai/gpt-4o-mini"_s, u"gpu/llama-3.1-8b"_s}));
    bench.list()->setFocus();
    QTest::keyClick(bench.list(), Qt::Key_E);
    QCOMPARE(bench.find<QComboBox>(u"routes.explain.modelCombo"_s)->currentText(), u"fast"_s);
    bench.find<QCheckBox>(u"routes.explain.toolsCheck"_s)->setChecked(true);
    bench.click(u"routes.explain.runButton"_s);
    auto *plan = bench.find<QLabel>(u"routes.explain.planLabel"_s);
    QTRY_COMPARE(plan->text(), u"openai/gpt-4o-mini → gpu/llama-3.1-8b"_s);
    QCOMPARE(bench.find<TableView>(u"routes.explain.candidatesTable"_s)->model()->rowCount(), 1);
    QVERIFY(bench.find<QWidget>(u"routes.explain.steps"_s)->isVisible());
    const QJsonObject sent = bench.engine->lastOf("POST /explain").body;
    QCOMPARE(sent["body"_L1]["model"_L1].toString(), u"fast"_s);
    QCOMPARE(sent["body"_L1]["tools"_L1].toArray().size(), 1);
    QVERIFY(!sent.contains("routes"_L1));
}

void tst_RoutesPage::comparesWithTheDraft()
{
    Bench bench;
    bench.open();
    bench.engine->answer("POST /explain", explanation({u"openai/gpt-4o-mini"_s}));
    bench.typeInto(0, 2, u"75"_s);
    QTRY_COMPARE(bench.draft(), u"Draft: 1 changes"_s);
    bench.find<QTabBar>(u"routes.tabs"_s)->setCurrentIndex(2);
    bench.click(u"routes.explain.runButton"_s);
    auto *plan = bench.find<QLabel>(u"routes.explain.planLabel"_s);
    QTRY_COMPARE(plan->text(), u"In force: openai/gpt-4o-mini\nDraft: openai/gpt-4o-mini"_s);
    QCOMPARE(bench.engine->countOf("POST /explain"), 2);
    const QJsonArray routes =
        bench.engine->lastOf("POST /explain").body.value("routes"_L1).toArray();
    QCOMPARE(routes.at(0)["targets"_L1][0]["weight"_L1].toInt(), 75);
    QVERIFY(bench.find<QWidget>(u"routes.explain.whichControl"_s)->isVisible());
}

void tst_RoutesPage::refusesBadJson()
{
    Bench bench;
    bench.open();
    bench.find<QTabBar>(u"routes.tabs"_s)->setCurrentIndex(2);
    const auto *how = bench.find<QWidget>(u"routes.explain.howControl"_s);
    for (auto *button : how->findChildren<QAbstractButton *>())
        if (button->text() == "JSON"_L1)
            QTest::mouseClick(button, Qt::LeftButton);
    auto *input = bench.find<QPlainTextEdit>(u"routes.explain.input"_s);
    QVERIFY(input->isVisible());
    input->setPlainText(u"{\"model\""_s);
    bench.click(u"routes.explain.runButton"_s);
    QVERIFY(bench.find<QLabel>(u"routes.explain.problemLabel"_s)
                ->text()
                .startsWith(u"This is no JSON"_s));
    QCOMPARE(bench.engine->countOf("POST /explain"), 0);
}

void tst_RoutesPage::fillsInAPastRequest()
{
    Bench bench;
    bench.open();
    bench.engine->answer("POST /explain", explanation({}));
    bench.engine->answer(
        "GET /requests/req_9",
        {{u"model_asked"_s, u"careful"_s}, {u"key"_s, u"key_7"_s}, {u"tokens_in"_s, 1204}});
    bench.find<QTabBar>(u"routes.tabs"_s)->setCurrentIndex(2);
    auto *field = bench.find<QLineEdit>(u"routes.explain.requestField"_s);
    field->setFocus();
    QTest::keyClicks(field, u"req_9"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(bench.engine->countOf("POST /explain"), 1);
    QCOMPARE(bench.engine->lastOf("POST /explain").body.value("key"_L1).toString(), u"key_7"_s);
    QCOMPARE(bench.find<QSpinBox>(u"routes.explain.tokensSpin"_s)->value(), 1204);
}

void tst_RoutesPage::isReadOnlyForAManagedFile()
{
    Bench bench;
    bench.engine->answer("GET /status",
                         {{u"state"_s, u"running"_s}, {u"managed_by"_s, u"/etc/gatehouse.yaml"_s}});
    bench.open();
    QTRY_VERIFY(bench.find<QLineEdit>(u"routes.nameField"_s)->isReadOnly());
    QVERIFY(!bench.find<QAbstractButton>(u"routes.addTargetButton"_s)->isEnabled());
    QVERIFY(!bench.find<QAbstractButton>(u"routes.deleteButton"_s)->isEnabled());
    QVERIFY(!(bench.targets()->model()->index(0, 2).flags() & Qt::ItemIsEditable));
    bench.page->newRoute();
    QCOMPARE(bench.draft(), u"No changes"_s);
}

void tst_RoutesPage::tabsInReadingOrder()
{
    Bench bench;
    bench.open();
    bench.typeInto(0, 2, u"75"_s);
    QTRY_COMPARE(bench.draft(), u"Draft: 1 changes"_s);
    const QStringList wanted{u"routes.searchField"_s,    u"routes.list"_s,
                             u"routes.diagram"_s,        u"routes.requestsButton"_s,
                             u"routes.nameField"_s,      u"routes.strategyCombo"_s,
                             u"routes.targetsTable"_s,   u"routes.addTargetButton"_s,
                             u"routes.fallbackList"_s,   u"routes.attemptsSpin"_s,
                             u"routes.backoffSpin"_s,    u"routes.retryCheck.connect"_s,
                             u"routes.residencyField"_s, u"routes.discardButton"_s,
                             u"routes.checkButton"_s,    u"routes.publishButton"_s};
    QStringList met;
    bench.find<QLineEdit>(wanted.first())->setFocus(Qt::TabFocusReason);
    for (int i = 0; i < 60 && !met.contains(wanted.last()); ++i) {
        const QString name = QApplication::focusWidget()->objectName();
        if (wanted.contains(name) && !met.contains(name))
            met.append(name);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QCOMPARE(met, wanted);
}

void tst_RoutesPage::namesEveryControl()
{
    Bench bench;
    bench.open();
    QSet<QString> names;
    for (int tab = 0; tab < 3; ++tab) {
        bench.find<QTabBar>(u"routes.tabs"_s)->setCurrentIndex(tab);
        const auto *versions = bench.find<StatePanel>(u"routes.versionsState"_s);
        QTRY_VERIFY(tab != 1 || versions->state() == StatePanel::State::Ready);
        for (const QWidget *widget : bench.page->findChildren<QWidget *>()) {
            const bool interactive = widget->focusPolicy() != Qt::NoFocus;
            if (!interactive || !widget->isVisible() || widget->objectName().startsWith("qt_"_L1)
                || widget->inherits("QScrollBar"))
                continue;
            QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
            if (tab == 0)
                QVERIFY2(!names.contains(widget->objectName()), qPrintable(widget->objectName()));
            names.insert(widget->objectName());
        }
    }
    for (const auto &name : {u"routes.list"_s, u"routes.diagram"_s, u"routes.checkButton"_s,
                             u"routes.versionsTable"_s, u"routes.explain.runButton"_s})
        QVERIFY2(names.contains(name), qPrintable(name));
}

void tst_RoutesPage::fitsTheSmallestWindow()
{
    Bench bench;
    bench.open({968, 560});
    QVERIFY(bench.page->minimumSizeHint().width() <= 968);
    QVERIFY(bench.page->minimumSizeHint().height() <= 560);
    const auto *diagram = bench.find<QWidget>(u"routes.diagram"_s);
    const auto *inspector = bench.find<QWidget>(u"routes.inspector"_s);
    QVERIFY(diagram->mapTo(bench.page.get(), QPoint()).y()
            < inspector->mapTo(bench.page.get(), QPoint()).y());
}

} // namespace Gatehouse::Ui

QTEST_MAIN(Gatehouse::Ui::tst_RoutesPage)
#include "tst_routespage.moc"
