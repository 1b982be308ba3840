// SPDX-License-Identifier: GPL-3.0-or-later
//! Every dialog, step and part that --screenshot knows by name, on sample data: nothing is cut in
//! the smallest window and the longest language, and dialogs work by keyboard.

#include "app/gatehouse/scenes.h"
#include "app/node/enginethread.h"
#include "core/api/httpadmintransport.h"
#include "tests/support/textfit.h"
#include "ui/models/gatewaylist.h"
#include "ui/models/preferences.h"
#include "ui/models/tokenstore.h"
#include "ui/shell/application.h"
#include "ui/shell/closing.h"
#include "ui/shell/gatewayswitch.h"
#include "ui/shell/pages.h"
#include "ui/shell/translation.h"

#include <QtCore/QDirIterator>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtGui/QAccessible>
#include <QtGui/QStandardItemModel>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QTableView>

using namespace Gatehouse;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 15'000;
constexpr int layoutPatience = 2'000; // panes ask each other for room
constexpr int mostTabs = 60;

//! Areas that hold more than their width shows; nothing but tables and code scrolls sideways.
QStringList hidden(const QWidget &shown)
{
    QStringList all;
    for (const QScrollArea *area : shown.findChildren<QScrollArea *>()) {
        const bool cuts = area->isVisible() && area->widget()
            && area->widget()->width() > area->viewport()->width();
        if (cuts)
            all.append(u"%1: %2 in %3"_s.arg(Ui::describe(*area))
                           .arg(area->widget()->width())
                           .arg(area->viewport()->width()));
    }
    return all;
}

} // namespace

//! No gateway but the window's own is ever asked.
class NoTokens final : public Ui::TokenStore
{
public:
    void read(const QString &, QObject *, std::function<void(const QString &)>) override { }
    void write(const QString &, const QString &) override { }
    void remove(const QString &) override { }
};

class TestScenes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void cleanupTestCase();

    void nothingIsCut_data();
    void nothingIsCut();
    void controlsHaveNames_data() { everyScene(); }
    void controlsHaveNames();
    void dialogsWorkByKeyboard_data() { everyScene(); }
    void dialogsWorkByKeyboard();
    void namesAreDifferent();
    void recordedHeadersFollowAnyRequest();
    void everyDialogHasAScene();
    void seesWhatIsCut();
    void nothingIsOfferedTwice_data() { everyScene(); }
    void nothingIsOfferedTwice();

private:
    static void everyScene();
    static QStringList dialogClasses();
    void makeWindow(const QString &language);
    //! What the scene shows: a dialog or the window.
    QWidget *open(const QString &scene);
    QDialog *dialog() const;
    bool isAnswered() const;

    QTemporaryDir m_folder;
    Ui::Translation m_translation;
    std::unique_ptr<Node::EngineThread> m_engine;
    std::unique_ptr<Ui::Preferences> m_preferences;
    NoTokens m_tokens;
    std::unique_ptr<Ui::GatewayList> m_gateways;
    std::unique_ptr<Ui::GatewaySwitch> m_switch;
    std::unique_ptr<Api::AdminClient> m_client;
    std::unique_ptr<Ui::MainWindow> m_window;
    QString m_language;
};

void TestScenes::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    Ui::setUpApplication(*qApp, Ui::Preferences(m_folder.filePath(u"app.ini"_s)));
    m_engine = std::make_unique<Node::EngineThread>(
        Node::NodeOptions{.dataFolder = m_folder.filePath(u"data"_s),
                          .configFile = {},
                          .listen = {u"127.0.0.1:0"_s},
                          .adminListen = {},
                          .demo = true});
    QSignalSpy started(m_engine.get(), &Node::EngineThread::started);
    m_engine->start();
    QVERIFY(started.wait(patience));
}

void TestScenes::cleanupTestCase()
{
    m_window.reset();
    QSignalSpy stopped(m_engine.get(), &Node::EngineThread::stopped);
    m_engine->shutDown();
    QVERIFY(stopped.wait(patience));
}

void TestScenes::cleanup()
{
    while (QWidget *popup = QApplication::activePopupWidget())
        popup->close();
    while (QDialog *open = dialog())
        delete open;
}

void TestScenes::makeWindow(const QString &language)
{
    if (m_window && language == m_language)
        return;
    m_window.reset();
    m_language = language;
    m_translation.install(language);
    m_preferences = std::make_unique<Ui::Preferences>(m_folder.filePath(u"desktop.ini"_s));
    m_client = std::make_unique<Api::AdminClient>(std::make_unique<Api::HttpAdminTransport>(
        [this] { return Api::AdminAddress::ofDataFolder(m_folder.filePath(u"data"_s)); }));
    m_client->start();
    m_window = std::make_unique<Ui::MainWindow>(*m_client, *m_preferences);
    Ui::addPages(*m_window, *m_client);
    m_gateways = std::make_unique<Ui::GatewayList>(*m_preferences);
    m_switch =
        std::make_unique<Ui::GatewaySwitch>(*m_gateways, m_tokens, [](const Api::AdminAddress &) {
            return std::unique_ptr<Api::AdminTransport>();
        });
    m_window->setGateways(*m_switch);
    auto *closing = new Ui::Closing(*m_window, *m_preferences, [] { return true; });
    m_window->setCloseGuard([closing] { return closing->mayClose(); });
    m_window->resize(1024, 640);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->status().isServing(), patience);
}

//! What the window has asked for by now is there.
bool TestScenes::isAnswered() const
{
    QList<QPointer<Api::AdminCall>> open;
    for (Api::AdminCall *call : m_client->transport().findChildren<Api::AdminCall *>())
        open.append(call);
    return QTest::qWaitFor(
        [&open] {
            return std::none_of(open.cbegin(), open.cend(),
                                [](const auto &call) { return !call.isNull(); });
        },
        patience);
}

QDialog *TestScenes::dialog() const
{
    for (QDialog *dialog : m_window->findChildren<QDialog *>()) {
        const bool isFront = dialog->isVisible() && !dialog->findChild<QDialog *>();
        if (isFront)
            return dialog;
    }
    return nullptr;
}

QWidget *TestScenes::open(const QString &name)
{
    const Scene page{.name = name, .page = name};
    const Scene *known = sceneOf(name);
    const Scene *scene = known ? known : &page;
    if (scene->object.isEmpty())
        m_window->showPage(scene->page);
    else
        m_window->showObject(scene->page, scene->object);
    const auto isOpen = [this, scene] {
        return Ui::isReady(*m_window) && (!scene->open || scene->open(*m_window, *m_client));
    };
    if (!QTest::qWaitFor(isOpen, patience) || !isAnswered())
        return nullptr;
    QCoreApplication::sendPostedEvents();
    QWidget *shown = dialog();
    if (!shown)
        shown = m_window.get();
    return QTest::qWaitForWindowExposed(shown) ? shown : nullptr;
}

void TestScenes::everyScene()
{
    QTest::addColumn<QString>("scene");
    for (const QString &name : sceneNames())
        QTest::newRow(qPrintable(name)) << name;
}

void TestScenes::nothingIsCut_data()
{
    QTest::addColumn<QString>("scene");
    QTest::addColumn<QString>("language");
    const QStringList pages{u"overview"_s, u"latency"_s, u"reliability"_s, u"requests"_s,
                            u"spend"_s,    u"routes"_s,  u"providers"_s,   u"access"_s,
                            u"alerts"_s,   u"audit"_s,   u"settings"_s};
    for (const QString &language : {u"de"_s, u"zh_CN"_s, u"en"_s}) {
        for (const QString &name : pages + sceneNames())
            QTest::newRow(qPrintable(QString(language + u' ' + name))) << name << language;
    }
}

void TestScenes::nothingIsCut()
{
    QFETCH(QString, scene);
    QFETCH(QString, language);
    makeWindow(language);
    QWidget *shown = open(scene);
    QVERIFY(shown);
    QStringList wrong;
    (void)QTest::qWaitFor(
        [&wrong, shown] {
            wrong = Ui::cutTexts(*shown) + Ui::overlappingTexts(*shown);
            return wrong.isEmpty();
        },
        layoutPatience);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    QVERIFY2(hidden(*shown).isEmpty(), qPrintable(hidden(*shown).join(u'\n')));
    if (m_window.get() == shown) { // beside each other what is stacked in the smallest window
        m_window->resize(1440, 900);
        (void)QTest::qWaitFor([shown] { return hidden(*shown).isEmpty(); }, layoutPatience);
        QVERIFY2(hidden(*shown).isEmpty(), qPrintable(hidden(*shown).join(u'\n')));
        m_window->resize(1024, 640);
        QCoreApplication::sendPostedEvents();
    }
    QVERIFY2(shown->width() <= 1024 && shown->height() <= 680, "larger than the smallest window");
}

void TestScenes::controlsHaveNames()
{
    QFETCH(QString, scene);
    makeWindow(u"en"_s);
    QWidget *shown = open(scene);
    QVERIFY(shown);
    QStringList nameless;
    for (QWidget *widget : shown->findChildren<QWidget *>()) {
        if (!Ui::isInteractive(*widget))
            continue;
        const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        const bool named = interface && !interface->text(QAccessible::Name).isEmpty();
        if (widget->objectName().isEmpty() || !named)
            nameless.append(Ui::describe(*widget));
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
}

void TestScenes::dialogsWorkByKeyboard()
{
    QFETCH(QString, scene);
    makeWindow(u"en"_s);
    QVERIFY(open(scene));
    const QPointer<QDialog> shown = dialog();
    if (!shown || scene == "dialog/palette"_L1 || scene.startsWith("wizard/"_L1))
        return; // their own tests drive them by keyboard
    QTRY_VERIFY(shown->isAncestorOf(QApplication::focusWidget()));
    QSet<const QWidget *> reached;
    for (int i = 0; i < mostTabs; ++i) {
        reached.insert(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QStringList missed;
    for (const QWidget *widget : shown->findChildren<QWidget *>()) {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool inGroup = button
            && (button->autoExclusive() || (button->group() && button->group()->exclusive()));
        if (Ui::isInteractive(*widget) && widget->isEnabled() && !inGroup
            && !reached.contains(widget->focusProxy() ? widget->focusProxy() : widget))
            missed.append(Ui::describe(*widget));
    }
    QVERIFY2(missed.isEmpty(), qPrintable(missed.join(u'\n')));
    QTest::keyClick(shown, Qt::Key_Escape);
    // The secret asks first whether it was copied.
    QTRY_VERIFY(!shown || !shown->isVisible() || shown->findChild<QDialog *>());
}

//! Whatever the list showed before.
void TestScenes::recordedHeadersFollowAnyRequest()
{
    makeWindow(u"en"_s);
    for (const QString &before : {u"part/request-detail"_s, u"part/request-body"_s}) {
        QVERIFY2(open(before), qPrintable(before));
        QVERIFY2(open(u"part/request-headers"_s), qPrintable(before));
        const auto *field = m_window->findChild<QLineEdit *>(u"requests.filterField"_s);
        QCOMPARE(field->text(), u"key:helpdesk-bot"_s);
        const auto *table =
            m_window->findChild<QTableView *>(u"requests.detail.requestHeadersTable"_s);
        QTRY_VERIFY(table && table->isVisible());
    }
}

void TestScenes::namesAreDifferent()
{
    QStringList names = sceneNames();
    QCOMPARE(names.removeDuplicates(), 0);
    QVERIFY(!sceneOf(u"nothing"_s));
}

//! A class of the screens that is a dialog by itself, not the ground of others.
QStringList TestScenes::dialogClasses()
{
    static const QRegularExpression form(
        u"class (\\w+) : public (?:QDialog|FormDialog|QMessageBox)\\b"_s);
    QStringList classes;
    QDirIterator headers(QStringLiteral(GATEHOUSE_SOURCE_DIR) + u"/ui"_s, {u"*.h"_s}, QDir::Files,
                         QDirIterator::Subdirectories);
    while (headers.hasNext()) {
        QFile file(headers.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        for (auto it = form.globalMatch(QString::fromUtf8(file.readAll())); it.hasNext();)
            classes.append(it.next().captured(1));
    }
    classes.removeAll(u"FormDialog"_s);
    return classes;
}

void TestScenes::everyDialogHasAScene()
{
    makeWindow(u"en"_s);
    QStringList missing = dialogClasses();
    QVERIFY(missing.size() > 20);
    for (const QString &name : sceneNames()) {
        if (!name.startsWith("dialog/"_L1) && !name.startsWith("wizard/"_L1))
            continue;
        QVERIFY2(open(name), qPrintable(name));
        for (const QDialog *shown : m_window->findChildren<QDialog *>())
            missing.removeAll(
                QString::fromLatin1(shown->metaObject()->className()).section(u':', -1));
        cleanup();
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u' ')));
}

//! The check itself, on what is wrong on purpose.
void TestScenes::seesWhatIsCut()
{
    QWidget window;
    window.resize(400, 300);
    auto *label = new QLabel(u"Too long for its place"_s, &window);
    label->setGeometry(10, 10, 40, 20);
    auto *covered = new QLabel(u"Under the other"_s, &window);
    covered->setGeometry(30, 15, 200, 20);
    auto *outside = new QLabel(u"Outside"_s, &window);
    outside->setGeometry(380, 100, 100, 20);
    auto *tabs = new QTabBar(&window);
    tabs->setUsesScrollButtons(true);
    for (int i = 0; i < 9; ++i)
        tabs->addTab(u"A tab of many"_s);
    tabs->setGeometry(0, 150, 200, 30);
    auto *combo = new QComboBox(&window);
    combo->addItem(u"A choice with a long text"_s);
    combo->setGeometry(0, 200, 60, 30);
    QStandardItemModel model(1, 2);
    model.setHorizontalHeaderLabels({u"A column's long title"_s, u"Other"_s});
    auto *table = new QTableView(&window);
    table->setModel(&model);
    table->horizontalHeader()->resizeSection(0, 30);
    table->setGeometry(0, 240, 300, 50);
    window.show();
    const QString cut = Ui::cutTexts(window).join(u'\n');
    for (const QString &text : {u"needs"_s, u"“Outside” lies outside"_s, u"A tab of many"_s,
                                u"A choice with"_s, u"A column's"_s})
        QVERIFY2(cut.contains(text), qPrintable(text));
    const QStringList over = Ui::overlappingTexts(window);
    QCOMPARE(over.size(), 1);
    QVERIFY(over.constFirst().contains(u"Under the other"_s));
    model.setHeaderData(0, Qt::Horizontal, u"A column's long title, explained"_s, Qt::ToolTipRole);
    QVERIFY(!Ui::cutTexts(window).join(u'\n').contains(u"A column's"_s)); // told elsewhere
}

//! What the top bar offers has no second button on the page.
void TestScenes::nothingIsOfferedTwice()
{
    QFETCH(QString, scene);
    makeWindow(u"en"_s);
    QVERIFY(open(scene));
    const auto *primary = m_window->findChild<QAbstractButton *>(u"topbar.primaryButton"_s);
    if (dialog() || !primary->isVisible())
        return;
    QStringList same;
    for (const QAbstractButton *button : m_window->findChildren<QAbstractButton *>())
        if (button != primary && button->isVisible() && button->text() == primary->text())
            same.append(Ui::describe(*button));
    QVERIFY2(same.isEmpty(), qPrintable(same.join(u'\n')));
}

QTEST_MAIN(TestScenes)
#include "tst_scenes.moc"
