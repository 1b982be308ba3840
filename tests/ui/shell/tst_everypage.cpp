// SPDX-License-Identifier: GPL-3.0-or-later
//! Rules that every page keeps, also one that is added tomorrow: the walk asks the window which
//! pages there are, and a real engine with some configuration and requests fills them.
#include "app/node/enginethread.h"
#include "core/api/httpadmintransport.h"
#include "core/ledger/ledgerstore.h"
#include "tests/support/samplerecords.h"
#include "tests/support/widgetwalk.h"
#include "ui/models/preferences.h"
#include "ui/shell/application.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pages.h"
#include "ui/widgets/theme.h"

#include <QtCore/QJsonArray>
#include <QtCore/QRegularExpression>
#include <QtGui/QAccessible>
#include <QtTest/QtTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QApplication>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QTabWidget>

#include <functional>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int mostTabs = 400;
constexpr int patience = 15'000;
constexpr int leastTarget = 28;

//! Runs \a look for the page as it is, and for each tab of its tab widgets.
void onEachTab(QWidget &page, const std::function<void()> &look)
{
    look();
    for (QTabWidget *tabs : page.findChildren<QTabWidget *>())
        for (int tab = 1; tabs->isVisible() && tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            QCoreApplication::sendPostedEvents();
            look();
        }
}

QJsonObject provider(const QString &id)
{
    return {{"id"_L1, id},
            {"dialect"_L1, u"openai"_s},
            {"base_url"_L1, u"http://127.0.0.1:9/v1"_s},
            {"models"_L1, QJsonArray{u"gpt-4o-mini"_s}},
            {"keys"_L1, QJsonArray{QJsonObject{{"secret"_L1, u"env:GH_TEST_SECRET"_s}}}}};
}

//! A little of everything a page may list.
QJsonObject sampleConfiguration()
{
    const QJsonObject target{{"provider"_L1, u"openai"_s}, {"model"_L1, u"gpt-4o-mini"_s}};
    const QJsonObject key{
        {"id"_L1, u"design"_s}, {"team"_L1, u"research"_s}, {"secret"_L1, u"env:GH_TEST_SECRET"_s}};
    return {{"version"_L1, 1},
            {"providers"_L1, QJsonArray{provider(u"openai"_s), provider(u"anthropic"_s)}},
            {"routes"_L1,
             QJsonArray{QJsonObject{{"id"_L1, u"fast"_s}, {"targets"_L1, QJsonArray{target}}}}},
            {"teams"_L1, QJsonArray{QJsonObject{{"id"_L1, u"research"_s}}}},
            {"keys"_L1, QJsonArray{key}}};
}

bool fillLedger(const QString &folder)
{
    const auto store = Ledger::LedgerStore::open({.path = folder + u"/ledger.db"_s});
    std::vector<Ledger::RequestRecord> records;
    for (int n = 0; n < 60; ++n) {
        records.push_back(Ledger::sampleRecord(n));
        records.back().time = SystemClock().wall() - std::chrono::minutes(n);
    }
    return store && (*store)->add(records);
}

} // namespace

class EveryPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase() { closeWindow(); }

    void controlsHaveNames_data() { everyPage(); }
    void controlsHaveNames();
    void controlsAreReachedByTab_data() { everyPage(); }
    void controlsAreReachedByTab();
    void siblingsHaveDifferentNames_data() { everyPage(); }
    void siblingsHaveDifferentNames();
    void targetsAreLargeEnough_data() { everyPage(); }
    void targetsAreLargeEnough();
    void nothingIsCut_data() { everyPage(); }
    void nothingIsCut();
    void nothingIsCutWithLargeText_data() { everyPage(); }
    void nothingIsCutWithLargeText();
    void becomesReady_data() { everyPage(); }
    void becomesReady();

private:
    void everyPage();
    void makeWindow();
    void closeWindow();
    QWidget *open(const QString &page);
    QWidget *openRow();
    void waitForAnswers() const;
    static void openFirstRow(const QWidget &page);
    void reportCut();

    QTemporaryDir m_folder;
    std::unique_ptr<Node::EngineThread> m_engine;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<Api::AdminClient> m_client;
    std::unique_ptr<MainWindow> m_window;
};

void EveryPageTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    qputenv("GH_TEST_SECRET", "sk-test-0123456789abcdef0123456789");
    setUpApplication(*qApp, Preferences(m_folder.filePath(u"app.ini"_s)));
    QVERIFY(fillLedger(m_folder.path()));
    m_engine = std::make_unique<Node::EngineThread>(Node::NodeOptions{.dataFolder = m_folder.path(),
                                                                      .configFile = {},
                                                                      .listen = {u"127.0.0.1:0"_s},
                                                                      .adminListen = {}});
    QSignalSpy started(m_engine.get(), &Node::EngineThread::started);
    m_engine->start();
    QVERIFY(started.wait(patience));
    makeWindow();
    Api::AdminCall *call = m_client->put(u"/config"_s, {{"document"_L1, sampleConfiguration()}});
    QString problem = u"no answer"_s;
    connect(call, &Api::AdminCall::finished, this, [&problem](Api::AdminCall *done) {
        problem = done->succeeded() ? QString() : done->error().detail;
    });
    QTRY_COMPARE_WITH_TIMEOUT(problem, QString(), patience);
    closeWindow(); // the tests' window begins with what was sent
}

void EveryPageTest::init()
{
    Theme::current()->setTextScale(1.0);
    if (!m_window)
        makeWindow();
}

void EveryPageTest::closeWindow()
{
    m_window.reset();
    m_client.reset();
}

void EveryPageTest::makeWindow()
{
    m_preferences = std::make_unique<Preferences>(m_folder.filePath(u"desktop.ini"_s));
    m_client = std::make_unique<Api::AdminClient>(std::make_unique<Api::HttpAdminTransport>(
        [this] { return Api::AdminAddress::ofDataFolder(m_folder.path()); }));
    m_client->start();
    m_window = std::make_unique<MainWindow>(*m_client, *m_preferences);
    addPages(*m_window, *m_client);
    m_window->resize(1024, 640);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->status().isServing(), patience);
}

//! One row for each page of the window and each theme.
void EveryPageTest::everyPage()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<Theme::Choice>("theme");
    if (!m_window)
        makeWindow();
    static const QRegularExpression action(u"^action\\.open[A-Z]"_s);
    QStringList pages;
    for (const QAction *open : m_window->findChildren<QAction *>(action)) {
        const QString id = open->objectName().mid(11, 1).toLower() + open->objectName().mid(12);
        m_window->showPage(id);
        if (m_window->currentPage() == id)
            pages.append(id);
    }
    for (const QString &id : pages)
        QTest::newRow(qPrintable(QString(id + u" light"_s))) << id << Theme::Choice::Light;
    for (const QString &id : pages)
        QTest::newRow(qPrintable(QString(id + u" dark"_s))) << id << Theme::Choice::Dark;
}

//! The page of the present data row, shown in its theme, as large as the smallest window lets it.
QWidget *EveryPageTest::open(const QString &page)
{
    m_window->showPage(page);
    QCoreApplication::sendPostedEvents();
    QWidget *widget = m_window->findChild<QWidget *>(u"page."_s + page);
    if (!widget)
        return nullptr;
    (void)QTest::qWaitFor(
        [widget] {
            const QVariant ready = widget->property("ready");
            return !ready.isValid() || ready.toBool();
        },
        patience);
    openFirstRow(*widget);
    waitForAnswers();
    QCoreApplication::sendPostedEvents();
    return widget;
}

//! A panel that opens asks for what it shows: its words are laid out only when they are there.
void EveryPageTest::waitForAnswers() const
{
    QList<QPointer<Api::AdminCall>> open;
    for (Api::AdminCall *call : m_client->transport().findChildren<Api::AdminCall *>())
        open.append(call);
    (void)QTest::qWaitFor(
        [&open] {
            return std::all_of(open.cbegin(), open.cend(),
                               [](const auto &call) { return call.isNull(); });
        },
        patience);
}

//! Panels of details are part of a page.
void EveryPageTest::openFirstRow(const QWidget &page)
{
    auto *table = page.findChild<QAbstractItemView *>(page.objectName().mid(5) + u".table"_s);
    if (!table || !table->isVisible() || table->model()->rowCount() == 0)
        return;
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Return);
}

QWidget *EveryPageTest::openRow()
{
    const QString page = *static_cast<QString *>(QTest::qData("page", qMetaTypeId<QString>()));
    const auto theme =
        *static_cast<Theme::Choice *>(QTest::qData("theme", qMetaTypeId<Theme::Choice>()));
    Theme::current()->setChoice(theme);
    return open(page);
}

void EveryPageTest::controlsHaveNames()
{
    QWidget *page = openRow();
    QVERIFY(page);
    QVERIFY(!page->accessibleName().isEmpty());
    QStringList nameless;
    QHash<QString, int> names;
    const auto look = [&] {
        names.clear();
        for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
            if (!isInteractive(*widget))
                continue;
            const QAccessibleInterface *interface =
                QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
            const bool named = interface && !interface->text(QAccessible::Name).isEmpty();
            if (widget->objectName().isEmpty() || !named)
                nameless.append(describe(*widget));
            if (page->isAncestorOf(widget) && names[widget->objectName()]++ > 0)
                nameless.append(u"twice: "_s + describe(*widget));
        }
    };
    onEachTab(*page, look);
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
}

void EveryPageTest::controlsAreReachedByTab()
{
    QWidget *page = openRow();
    QVERIFY(page);
    QSet<const QWidget *> reached;
    const auto walk = [&] {
        QSet<const QWidget *> round;
        for (int i = 0; i < mostTabs; ++i) {
            QWidget *focus = QApplication::focusWidget();
            QTest::keyClick(focus ? focus : m_window.get(), Qt::Key_Tab);
            const QWidget *now = QApplication::focusWidget();
            if (round.contains(now)) // all round
                break;
            round.insert(now);
        }
        reached += round;
    };
    const auto missed = [&] {
        QStringList names;
        for (const QWidget *widget : page->findChildren<QWidget *>()) {
            // Of radio buttons and segments one is reached by Tab, the others by arrows.
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            const bool inGroup = button
                && (button->autoExclusive() || (button->group() && button->group()->exclusive()));
            if (isInteractive(*widget) && widget->isEnabled() && !inGroup
                && !reached.contains(widget->focusProxy() ? widget->focusProxy() : widget))
                names.append(describe(*widget));
        }
        return names;
    };
    walk();
    if (!missed().isEmpty())
        walk(); // a row that gets the focus enables what acts on it
    QVERIFY2(missed().isEmpty(), qPrintable(missed().join(u'\n')));
}

void EveryPageTest::siblingsHaveDifferentNames()
{
    QWidget *page = openRow();
    QVERIFY(page);
    QHash<const QWidget *, QStringList> names;
    QStringList equal;
    for (const QWidget *widget : page->findChildren<QWidget *>()) {
        if (!isInteractive(*widget) || widget->accessibleName().isEmpty())
            continue;
        QStringList &known = names[widget->parentWidget()];
        if (known.contains(widget->accessibleName()))
            equal.append(describe(*widget) + u": "_s + widget->accessibleName());
        known.append(widget->accessibleName());
    }
    QVERIFY2(equal.isEmpty(), qPrintable(equal.join(u'\n')));
}

//! For the pointer: 28 x 28 pixels, but for what stands within a line of text.
void EveryPageTest::targetsAreLargeEnough()
{
    QWidget *page = openRow();
    QVERIFY(page);
    QStringList small;
    onEachTab(*page, [&] {
        for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
            const QString kind = widget->property("kind").toString();
            const bool isInText = kind == "link"_L1 || kind == "inline"_L1;
            const bool isLow = widget->width() < leastTarget || widget->height() < leastTarget;
            if (widget->isVisible() && isInteractive(*widget) && !isPartOfAnother(*widget)
                && !isInText && isLow)
                small.append(u"%1 has %2x%3"_s.arg(describe(*widget))
                                 .arg(widget->width())
                                 .arg(widget->height()));
        }
    });
    small.removeDuplicates();
    QVERIFY2(small.isEmpty(), qPrintable(small.join(u'\n')));
}

void EveryPageTest::reportCut()
{
    QWidget *page = openRow();
    QVERIFY(page);
    QStringList cut;
    onEachTab(*page, [&] {
        for (const QWidget *widget : m_window->findChildren<QWidget *>())
            if (widget->isVisible() && !isPartOfAnother(*widget) && isCut(*widget))
                cut.append(u"%1 needs %2x%3, has %4x%5"_s.arg(describe(*widget))
                               .arg(widget->sizeHint().width())
                               .arg(widget->sizeHint().height())
                               .arg(widget->width())
                               .arg(widget->height()));
    });
    QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
}

void EveryPageTest::nothingIsCut()
{
    reportCut();
}

void EveryPageTest::nothingIsCutWithLargeText()
{
    Theme::current()->setTextScale(1.5);
    closeWindow();
    makeWindow(); // as at a start with this setting
    reportCut();
}

void EveryPageTest::becomesReady()
{
    closeWindow();
    makeWindow();
    QWidget *page = openRow();
    QVERIFY(page);
    const QVariant ready = page->property("ready");
    QVERIFY(!ready.isValid() || ready.toBool());
}

} // namespace Gatehouse::Ui

QTEST_MAIN(Gatehouse::Ui::EveryPageTest)
#include "tst_everypage.moc"
