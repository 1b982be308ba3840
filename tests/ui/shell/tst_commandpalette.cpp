// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeadmintransport.h"
#include "tests/support/sampleoverview.h"
#include "ui/models/preferences.h"
#include "ui/shell/application.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/mainwindow.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonArray>
#include <QtCore/QTemporaryDir>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

QJsonObject items(const QJsonArray &rows)
{
    return {{u"items"_s, rows}};
}

} // namespace

class CommandPaletteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void ranksMatches_data();
    void ranksMatches();
    void showsWhatWasUsedLatelyFirst();
    void prefixesChooseKinds();
    void opensARequestByItsId();
    void findsObjectsOfTheGateway();
    void asksWhichProviderToPause();
    void backspaceAndEscapeGoBack();
    void findsByEnglishWords();
    void offersWhatPagesOffer();
    void staysQuickWithManyObjects();

private:
    CommandPalette *open();
    QString top(CommandPalette *palette) const;
    void type(CommandPalette *palette, const QString &text) const;
    void press(CommandPalette *palette, Qt::Key key) const;

    QTemporaryDir m_folder;
    FakeAdminTransport *m_fake = nullptr;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<Api::AdminClient> m_client;
    std::unique_ptr<MainWindow> m_window;
    QStringList m_opened;
};

void CommandPaletteTest::initTestCase()
{
    setUpApplication(*qApp, Preferences(m_folder.filePath(u"app.ini"_s)));
}

void CommandPaletteTest::init()
{
    QFile::remove(m_folder.filePath(u"desktop.ini"_s));
    m_opened.clear();
    m_preferences = std::make_unique<Preferences>(m_folder.filePath(u"desktop.ini"_s));
    m_fake = new FakeAdminTransport;
    m_fake->answer("GET /overview", sampleOverview());
    m_fake->answer("GET /status", sampleStatus());
    m_fake->answer(
        "GET /providers",
        items(
            {QJsonObject{{u"id"_s, u"openai"_s}, {u"name"_s, u"OpenAI"_s}},
             QJsonObject{{u"id"_s, u"ollama"_s}, {u"name"_s, u"Ollama"_s}, {u"paused"_s, true}}}));
    m_fake->answer("GET /keys",
                   items({QJsonObject{
                       {u"id"_s, u"k1"_s}, {u"name"_s, u"design"_s}, {u"last4"_s, u"4f2a"_s}}}));
    m_fake->answer("POST /providers/openai/pause", {{u"revision"_s, 43}});
    m_client = std::make_unique<Api::AdminClient>(std::unique_ptr<Api::AdminTransport>(m_fake));
    m_window = std::make_unique<MainWindow>(*m_client, *m_preferences);
    for (const QString &id : {u"requests"_s, u"providers"_s, u"access"_s}) {
        auto *page = new QWidget;
        page->setObjectName(u"page.%1"_s.arg(id));
        m_window->addPage({.id = id,
                           .title = id,
                           .iconName = u"list"_s,
                           .page = page,
                           .openObject = [this, id](const QString &object) {
                               m_opened.append(id + u'/' + object);
                           }});
    }
    m_window->show();
    QTRY_VERIFY(m_window->status().isServing());
}

void CommandPaletteTest::cleanup()
{
    m_window.reset();
    m_client.reset();
    m_preferences.reset();
}

CommandPalette *CommandPaletteTest::open()
{
    m_window->openPalette();
    const QList<CommandPalette *> palettes = m_window->findChildren<CommandPalette *>();
    return palettes.constLast(); // one that was closed goes a little later
}

QString CommandPaletteTest::top(CommandPalette *palette) const
{
    return palette->findChild<QListView *>()->model()->index(0, 0).data().toString();
}

void CommandPaletteTest::type(CommandPalette *palette, const QString &text) const
{
    QTest::keyClicks(palette->findChild<QLineEdit *>(), text);
}

void CommandPaletteTest::press(CommandPalette *palette, Qt::Key key) const
{
    QTest::keyClick(palette->findChild<QLineEdit *>(), key);
}

void CommandPaletteTest::ranksMatches_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("better");
    QTest::addColumn<QString>("worse");
    QTest::newRow("beginning before inside") << u"re"_s << u"Refresh"_s << u"Undo more"_s;
    QTest::newRow("initials") << u"caa"_s << u"Connect an app"_s << u"Quit"_s;
    QTest::newRow("words in any order") << u"base copy"_s << u"Copy base URL"_s << u"Copy"_s;
    QTest::newRow("start of a word") << u"url"_s << u"Copy base URL"_s << u"Curl"_s;
    QTest::newRow("letters in order") << u"rfsh"_s << u"Refresh"_s << u"Quit"_s;
}

void CommandPaletteTest::ranksMatches()
{
    QFETCH(QString, typed);
    QFETCH(QString, better);
    QFETCH(QString, worse);
    const auto score = [&typed](const QString &name) {
        return paletteScore({.id = {}, .iconName = {}, .name = name}, typed);
    };
    QVERIFY(score(better) > score(worse));
}

void CommandPaletteTest::showsWhatWasUsedLatelyFirst()
{
    m_preferences->addRecentCommand(u"action.copyBaseUrl"_s);
    CommandPalette *palette = open();
    const QAbstractItemModelTester tester(palette->findChild<QListView *>()->model());
    QCOMPARE(top(palette), u"Copy base URL"_s);
    type(palette, u"back"_s);
    press(palette, Qt::Key_Return);
    QCOMPARE(m_preferences->recentCommands().constFirst(), u"action.goBack"_s);
}

void CommandPaletteTest::prefixesChooseKinds()
{
    CommandPalette *palette = open();
    const auto *model = palette->findChild<QListView *>()->model();
    type(palette, u">"_s);
    for (int row = 0; row < model->rowCount(); ++row)
        QVERIFY(model->index(row, 0).data(Qt::UserRole).toString().startsWith(u"action."_s));
    palette->setTyped(u"?"_s);
    QVERIFY(model->rowCount() > 3);
    QVERIFY(model->index(0, 0).data(Qt::UserRole).toString().startsWith(u"help/"_s));
    palette->setTyped(u"@des"_s);
    QTRY_COMPARE(model->rowCount(), 1);
    QCOMPARE(top(palette), u"design"_s);
}

void CommandPaletteTest::opensARequestByItsId()
{
    CommandPalette *palette = open();
    type(palette, u"req_01JD"_s);
    press(palette, Qt::Key_Return);
    QCOMPARE(m_opened, QStringList{u"requests/req_01JD"_s});
    palette = open();
    type(palette, u"#01JE"_s);
    press(palette, Qt::Key_Return);
    QCOMPARE(m_opened.constLast(), u"requests/req_01JE"_s);
}

void CommandPaletteTest::findsObjectsOfTheGateway()
{
    CommandPalette *palette = open();
    type(palette, u"ollam"_s);
    QTRY_COMPARE(top(palette), u"Ollama"_s);
    press(palette, Qt::Key_Return);
    QCOMPARE(m_opened, QStringList{u"providers/ollama"_s});
    QCOMPARE(m_window->currentPage(), u"providers"_s);
}

void CommandPaletteTest::asksWhichProviderToPause()
{
    CommandPalette *palette = open();
    type(palette, u"pause prov"_s);
    QTRY_COMPARE(top(palette), u"Pause provider"_s);
    press(palette, Qt::Key_Return);
    QVERIFY(palette->isVisible());
    const auto *model = palette->findChild<QListView *>()->model();
    QCOMPARE(model->rowCount(), 1); // the other one is paused already
    QCOMPARE(top(palette), u"OpenAI"_s);
    press(palette, Qt::Key_Return);
    QTRY_COMPARE(m_fake->countOf("POST /providers/openai/pause"), 1);
}

void CommandPaletteTest::backspaceAndEscapeGoBack()
{
    CommandPalette *palette = open();
    for (const Qt::Key key : {Qt::Key_Backspace, Qt::Key_Escape}) {
        palette->setTyped(u"pause prov"_s);
        QTRY_COMPARE(top(palette), u"Pause provider"_s);
        press(palette, Qt::Key_Return);
        QCOMPARE(top(palette), u"OpenAI"_s);
        press(palette, key);
        QVERIFY(palette->isVisible());
        QVERIFY(palette->findChild<QListView *>()->model()->rowCount() > 5);
    }
    press(palette, Qt::Key_Escape);
    QTRY_VERIFY(!m_window->findChild<CommandPalette *>());
}

void CommandPaletteTest::findsByEnglishWords()
{
    const PaletteEntry german{
        .id = {}, .iconName = {}, .name = u"Gateway anhalten"_s, .english = u"Stop the gateway"_s};
    QVERIFY(paletteScore(german, u"anhalten"_s) > 0);
    QVERIFY(paletteScore(german, u"stop"_s) > 0);
    QVERIFY(paletteScore(german, u"weiter"_s) == 0);
}

void CommandPaletteTest::offersWhatPagesOffer()
{
    int ran = 0;
    auto *page = new QWidget;
    page->setObjectName(u"page.more"_s);
    m_window->addPage({.id = u"more"_s,
                       .title = u"More"_s,
                       .iconName = u"list"_s,
                       .page = page,
                       .commands = [&ran]() -> QList<PaletteEntry> {
                           return {{.kind = PaletteEntry::Kind::Setting,
                                    .id = u"settings/gateway.port"_s,
                                    .iconName = u"settings"_s,
                                    .name = u"Port"_s,
                                    .where = u"Settings"_s,
                                    .run = [&ran] { ++ran; }}};
                       }});
    CommandPalette *palette = open();
    type(palette, u"settings port"_s);
    QCOMPARE(top(palette), u"Port"_s);
    press(palette, Qt::Key_Return);
    QCOMPARE(ran, 1);
}

void CommandPaletteTest::staysQuickWithManyObjects()
{
    QList<PaletteEntry> entries;
    for (int i = 0; i < 2000; ++i)
        entries.append({.kind = PaletteEntry::Kind::Model,
                        .id = u"model/%1"_s.arg(i),
                        .iconName = u"layers"_s,
                        .name = u"provider-%1/model-%2-preview"_s.arg(i % 9).arg(i)});
    PaletteModel model;
    model.setEntries(entries, {});
    qint64 best = std::numeric_limits<qint64>::max(); // 16 ms where nothing else runs
    for (int i = 0; i < 8 && best >= 500; ++i) {
        model.setTyped({});
        QElapsedTimer time;
        time.start();
        model.setTyped(u"model 77 prev"_s);
        best = std::min(best, time.elapsed());
        QVERIFY(model.rowCount() > 0);
    }
    QVERIFY2(best < 500, "a search must not be felt");
}

} // namespace Gatehouse::Ui

QTEST_MAIN(Gatehouse::Ui::CommandPaletteTest)
#include "tst_commandpalette.moc"
