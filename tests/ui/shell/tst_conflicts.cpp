// SPDX-License-Identifier: GPL-3.0-or-later
//! Someone else saved first: every page that edits the configuration offers the same three ways on.
#include "tests/support/sampleoverview.h"
#include "tests/support/sampleroutes.h"
#include "ui/models/preferences.h"
#include "ui/shell/application.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pages.h"

#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QSpinBox>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

class ConflictsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void appliesMineAgain();
    void takesTheirs();
    void standsInTheDialogThatWantedIt();

private:
    template <typename T>
    T *find(const QString &name) const
    {
        return m_window->findChild<T *>(name);
    }
    void click(const QString &name) const
    {
        auto *button = find<QAbstractButton>(name);
        QVERIFY2(button, qPrintable(name));
        QTRY_VERIFY2(button->isVisible(), qPrintable(name));
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void saveSettings() const;

    QTemporaryDir m_folder;
    FakeAdminTransport *m_engine = nullptr;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<Api::AdminClient> m_client;
    std::unique_ptr<MainWindow> m_window;
};

void ConflictsTest::initTestCase()
{
    setUpApplication(*qApp, Preferences(m_folder.filePath(u"app.ini"_s)));
}

void ConflictsTest::init()
{
    m_preferences = std::make_unique<Preferences>(m_folder.filePath(u"desktop.ini"_s));
    m_engine = new FakeAdminTransport;
    answerRoutes(*m_engine);
    m_engine->answer("GET /overview", sampleOverview());
    const QJsonObject refusal{{u"code"_s, u"conflict"_s},
                              {u"message"_s, u"revision 9 is in force"_s}};
    m_engine->answer("PUT /config", {{u"error"_s, refusal}}, 409);
    m_engine->answer("POST /teams", {{u"error"_s, refusal}}, 409);
    const QJsonObject revision{
        {u"who"_s, u"m.ortiz"_s},
        {u"time"_s, QDateTime::currentDateTimeUtc().addSecs(-120).toString(Qt::ISODate)}};
    m_engine->answer("GET /revisions", {{u"items"_s, QJsonArray{revision}}});
    m_engine->answer("GET /revisions/diff",
                     {{u"diff"_s, QJsonArray{QJsonObject{{u"sentence"_s, u"OpenAI paused"_s}}}}});
    m_client = std::make_unique<Api::AdminClient>(std::unique_ptr<Api::AdminTransport>(m_engine));
    m_window = std::make_unique<MainWindow>(*m_client, *m_preferences);
    addPages(*m_window, *m_client);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY(m_window->configuration().isLoaded());
}

void ConflictsTest::cleanup()
{
    m_window.reset();
    m_client.reset();
    m_preferences.reset();
    QFile::remove(m_folder.filePath(u"desktop.ini"_s));
}

//! … and is told that m.ortiz was first.
void ConflictsTest::saveSettings() const
{
    m_window->showObject(u"settings"_s, u"storage"_s);
    auto *spin = find<QSpinBox>(u"settings.storage.keepRollupDaysSpin"_s);
    QTRY_VERIFY(spin->isVisible());
    spin->setFocus();
    spin->selectAll();
    QTest::keyClicks(spin, u"400"_s);
    QTRY_VERIFY(find<QWidget>(u"settings.saveButton"_s)->isVisible());
    click(u"settings.saveButton"_s);
    QTRY_VERIFY(find<QWidget>(u"conflict.banner"_s));
    const auto texts = [this] {
        QString all;
        for (const QLabel *label : find<QWidget>(u"conflict.banner"_s)->findChildren<QLabel *>())
            all += label->text();
        return all;
    };
    QTRY_VERIFY(texts().contains(u"Changed by m.ortiz 2 min ago"_s));
    QVERIFY(texts().contains(u"Saved the gateway settings"_s));
}

void ConflictsTest::appliesMineAgain()
{
    saveSettings();
    click(u"conflict.differenceButton"_s);
    QCOMPARE(find<QLabel>(u"conflict.differenceLabel"_s)->text(), u"OpenAI paused"_s);
    m_engine->answer("PUT /config", {{u"revision"_s, 10}});
    click(u"conflict.mineButton"_s);
    QTRY_VERIFY(!find<QWidget>(u"conflict.banner"_s));
    QTRY_COMPARE(m_engine->countOf("PUT /config"), 2);
    const QJsonObject sent = m_engine->lastOf("PUT /config").body.value("document"_L1).toObject();
    QCOMPARE(sent["gateway"_L1]["keep_rollup_days"_L1].toInt(), 400);
}

void ConflictsTest::takesTheirs()
{
    saveSettings();
    click(u"conflict.theirsButton"_s);
    QTRY_VERIFY(!find<QWidget>(u"conflict.banner"_s));
    QVERIFY(find<QSpinBox>(u"settings.storage.keepRollupDaysSpin"_s)->value() != 400);
    QVERIFY(!find<QWidget>(u"settings.saveButton"_s)->isVisible());
    QCOMPARE(m_engine->countOf("PUT /config"), 1);
}

void ConflictsTest::standsInTheDialogThatWantedIt()
{
    auto *dialog = new QDialog(m_window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    (new QVBoxLayout(dialog))->addWidget(new QLabel(u"A team"_s));
    dialog->open();
    const QPointer<QDialog> watched(dialog);
    m_window->configuration().change("POST", u"/teams"_s, {}, u"Created team “Ops”"_s, dialog);
    QTRY_VERIFY(find<QWidget>(u"conflict.banner"_s));
    QVERIFY(dialog->isAncestorOf(find<QWidget>(u"conflict.banner"_s)));
    click(u"conflict.theirsButton"_s);
    QTRY_VERIFY(!watched);
}

} // namespace Gatehouse::Ui

QTEST_MAIN(Gatehouse::Ui::ConflictsTest)
#include "tst_conflicts.moc"
