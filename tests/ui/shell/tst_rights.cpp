// SPDX-License-Identifier: GPL-3.0-or-later
//! What a role may not do is greyed with the reason, on every page, and what it may stays.
#include "tests/support/sampleoverview.h"
#include "tests/support/sampleroutes.h"
#include "ui/models/preferences.h"
#include "ui/shell/application.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pages.h"
#include "ui/shell/rightslock.h"

#include <QtCore/QJsonArray>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

QJsonObject meAs(Api::Role role)
{
    QJsonArray permissions;
    for (const Api::Permission permission : Api::allPermissions()) {
        if (Api::may(role, permission))
            permissions.append(Api::permissionWord(permission));
    }
    return {
        {u"who"_s, u"Anna"_s}, {u"role"_s, Api::roleWord(role)}, {u"permissions"_s, permissions}};
}

} // namespace

class RightsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();

    void everyControlFollowsTheRole_data();
    void everyControlFollowsTheRole();
    void theTableNamesWhatThereIs();
    void aPageCannotEnableWhatIsForbidden();
    void anotherRoleFreesIt();
    void theMainActionIsGreyed();
    void pagesWithoutAnythingForThemAreNotListed();

private:
    void open(Api::Role role);
    bool isListed(const QString &page) const
    {
        return !m_window->findChild<QWidget *>(u"nav.%1"_s.arg(page))->isHidden();
    }

    QTemporaryDir m_folder;
    FakeAdminTransport *m_engine = nullptr;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<Api::AdminClient> m_client;
    std::unique_ptr<MainWindow> m_window;
};

void RightsTest::initTestCase()
{
    setUpApplication(*qApp, Preferences(m_folder.filePath(u"app.ini"_s)));
}

void RightsTest::open(Api::Role role)
{
    m_preferences = std::make_unique<Preferences>(m_folder.filePath(u"desktop.ini"_s));
    m_engine = new FakeAdminTransport;
    answerRoutes(*m_engine);
    m_engine->answer("GET /overview", sampleOverview());
    m_engine->answer("GET /me", meAs(role));
    m_client = std::make_unique<Api::AdminClient>(std::unique_ptr<Api::AdminTransport>(m_engine));
    m_window = std::make_unique<MainWindow>(*m_client, *m_preferences);
    addPages(*m_window, *m_client);
    m_window->show();
    QTRY_VERIFY(m_window->configuration().isLoaded());
    QTRY_COMPARE(isListed(u"audit"_s), Api::may(role, Api::Permission::ViewAudit));
}

void RightsTest::cleanup()
{
    m_window.reset();
    m_client.reset();
}

void RightsTest::everyControlFollowsTheRole_data()
{
    QTest::addColumn<int>("role");
    for (const Api::Role role : Api::allRoles())
        QTest::addRow("%s", qPrintable(Api::roleWord(role))) << int(role);
}

void RightsTest::everyControlFollowsTheRole()
{
    QFETCH(const int, role);
    const auto own = static_cast<Api::Role>(role);
    open(own);
    int forbidden = 0;
    for (const PageEntry &page : m_window->pages()) {
        m_window->showPage(page.id);
        QCoreApplication::sendPostedEvents();
        for (QAbstractButton *button : m_window->findChildren<QAbstractButton *>()) {
            QEvent seen(QEvent::Polish); // as it comes before a widget is seen, tabs included
            QCoreApplication::sendEvent(button, &seen);
            const auto needed = RightsLock::neededBy(button->objectName());
            if (!needed || Api::may(own, *needed))
                continue;
            ++forbidden;
            QVERIFY2(!button->isEnabled(), qPrintable(button->objectName()));
            QVERIFY2(button->toolTip().contains(u"Roles that may: Owner"_s),
                     qPrintable(QString(button->objectName() + u": " + button->toolTip())));
        }
    }
    QCOMPARE(forbidden > 0, own != Api::Role::Owner);
}

//! A name that no control has any more protects nothing.
void RightsTest::theTableNamesWhatThereIs()
{
    open(Api::Role::Owner);
    for (const PageEntry &page : m_window->pages())
        m_window->showPage(page.id);
    for (const QString &name :
         {u"access.leakButton"_s, u"access.disableButton"_s, u"access.newPersonButton"_s,
          u"alerts.editButton"_s, u"routes.publishButton"_s, u"spend.newBudgetButton"_s,
          u"settings.saveButton"_s, u"sidebar.gatewayToggle"_s,
          u"requests.detail.showBodyButton"_s}) {
        QVERIFY2(m_window->findChild<QAbstractButton *>(name), qPrintable(name));
        QVERIFY2(RightsLock::neededBy(name), qPrintable(name));
    }
    QVERIFY(!RightsLock::neededBy(u"audit.exportButton"_s));
    QVERIFY(!RightsLock::neededBy(u"providers.editor.closeButton"_s));
}

void RightsTest::aPageCannotEnableWhatIsForbidden()
{
    open(Api::Role::Viewer);
    m_window->showPage(u"alerts"_s);
    auto *edit = m_window->findChild<QAbstractButton *>(u"alerts.editButton"_s);
    edit->ensurePolished();
    edit->setEnabled(true);
    edit->setToolTip(u"Changes it"_s);
    QVERIFY(!edit->isEnabled());
    QVERIFY(edit->toolTip().contains(u"Viewer"_s));
}

void RightsTest::anotherRoleFreesIt()
{
    open(Api::Role::Viewer);
    auto *toggle = m_window->findChild<QAbstractButton *>(u"sidebar.gatewayToggle"_s);
    QVERIFY(!toggle->isEnabled());
    m_engine->answer("GET /me", meAs(Api::Role::Operator));
    m_engine->push(u"event"_s, {{u"kind"_s, u"people"_s}});
    QTRY_VERIFY(!toggle->toolTip().contains(u"Roles that may"_s));
    QVERIFY(isListed(u"providers"_s));
}

void RightsTest::theMainActionIsGreyed()
{
    open(Api::Role::Editor);
    auto *primary = m_window->findChild<QAbstractButton *>(u"topbar.primaryButton"_s);
    m_window->showPage(u"alerts"_s);
    QVERIFY(!primary->isEnabled());
    m_window->showPage(u"routes"_s);
    QVERIFY(primary->isEnabled());
}

void RightsTest::pagesWithoutAnythingForThemAreNotListed()
{
    open(Api::Role::Viewer);
    QVERIFY(isListed(u"requests"_s) && isListed(u"spend"_s) && isListed(u"alerts"_s));
    QVERIFY(!isListed(u"providers"_s) && !isListed(u"access"_s) && !isListed(u"audit"_s));
    m_engine->answer("GET /me", meAs(Api::Role::Billing));
    m_engine->push(u"event"_s, {{u"kind"_s, u"people"_s}});
    QTRY_VERIFY(!isListed(u"requests"_s));
    QVERIFY(isListed(u"spend"_s));
}

} // namespace Gatehouse::Ui

QTEST_MAIN(Gatehouse::Ui::RightsTest)
#include "tst_rights.moc"
