// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakeadmintransport.h"
#include "ui/models/preferences.h"
#include "ui/models/shortcuts.h"
#include "ui/models/updatecheck.h"
#include "ui/pages/settings/settingspage.h"
#include "ui/widgets/statepanel.h"

#include <QtCore/QTemporaryDir>
#include <QtGui/QAction>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QSpinBox>

namespace Gatehouse::Ui {

using namespace Qt::StringLiterals;

inline QJsonObject statusObject()
{
    return {{"state"_L1, u"running"_s},
            {"version"_L1, u"0.1.0"_s},
            {"revision"_L1, 7},
            {"base_url"_L1, u"http://127.0.0.1:4417/v1"_s},
            {"listen"_L1, QJsonArray{u"127.0.0.1:4417"_s}},
            {"data_dir"_L1, u"/data"_s},
            {"time_zone"_L1, u"UTC"_s},
            {"secrets"_L1,
             QJsonObject{{"store"_L1, u"keychain"_s},
                         {"label"_L1, u"GNOME Keyring"_s},
                         {"state"_L1, u"ready"_s}}}};
}

inline QJsonObject secretObject(const QString &name, const QJsonArray &usedBy)
{
    return {{"name"_L1, name},
            {"ref"_L1, QString(u"keychain:"_s + name)},
            {"fingerprint"_L1, u"ab12"_s},
            {"used_by"_L1, usedBy}};
}

//! A page over a gateway that answers from a table.
struct Bench {
    FakeAdminTransport *engine = new FakeAdminTransport;
    Api::AdminClient client{std::unique_ptr<Api::AdminTransport>(engine)};
    QTemporaryDir folder;
    Preferences preferences{folder.filePath(u"desktop.ini"_s)};
    std::unique_ptr<ConfigurationModel> configuration;
    std::unique_ptr<StatusModel> status;
    std::unique_ptr<SettingsPage> page;
    SystemClock clock;
    UpdateCheck updates{preferences, clock};
    QAction action{u"Refresh this page"_s};

    Bench()
    {
        answerConfig(7, {});
        engine->answer("GET /status", statusObject());
        engine->answer("PUT /config", {{"revision"_L1, 8}});
        engine->answer("GET /backups", {{"items"_L1, QJsonArray()}});
        engine->answer("GET /secrets",
                       {{"items"_L1,
                         QJsonArray{secretObject(u"openai"_s, {u"providers.openai"_s}),
                                    secretObject(u"old"_s, {})}}});
        engine->answer("GET /admin-access", {});
        engine->answer("GET /tokens", {{"items"_L1, QJsonArray{QJsonObject(), QJsonObject()}}});
        engine->answer(
            "GET /storage",
            {{"data_dir"_L1, u"/data"_s},
             {"ledger_dir"_L1, u"/data"_s},
             {"ledger_schema"_L1, 23},
             {"bytes"_L1, 5'000'000},
             {"free_bytes"_L1, qint64(9'000'000'000)},
             {"files"_L1,
              QJsonArray{QJsonObject{{"name"_L1, u"ledger.db"_s}, {"bytes"_L1, 4'000'000}}}},
             {"requests"_L1,
              QJsonObject{{"rows"_L1, 1234}, {"oldest"_L1, u"2026-11-01T08:00:00.000Z"_s}}}});
        engine->answer(
            "GET /prices",
            {{"items"_L1, QJsonArray()},
             {"list"_L1, QJsonObject{{"version"_L1, u"2026-07-24"_s}, {"models"_L1, 1558}}}});
        engine->answer("GET /models",
                       {{"items"_L1,
                         QJsonArray{QJsonObject{{"provider"_L1, u"openai"_s},
                                                {"model"_L1, u"acme-large"_s},
                                                {"priced"_L1, false}}}}});
        engine->answer("GET /gateway/port-check", {{"state"_L1, u"free"_s}});
        action.setObjectName(u"action.refreshPage"_s);
        Shortcuts::setUsual(action, {Qt::Key_F5});
    }
    void answerConfig(qint64 revision, const QJsonObject &gateway,
                      const QJsonArray &prices = {}) const
    {
        const QJsonObject provider{{u"id"_s, u"openai"_s},
                                   {u"dialect"_s, u"openai"_s},
                                   {u"base_url"_s, u"https://api.openai.com/v1"_s}};
        const QJsonObject document{{u"version"_s, 1},
                                   {u"gateway"_s, gateway},
                                   {u"prices"_s, prices},
                                   {u"providers"_s, QJsonArray{provider}}};
        engine->answer("GET /config", {{u"document"_s, document}, {u"revision"_s, revision}}, 200,
                       revision);
    }
    void make()
    {
        configuration = std::make_unique<ConfigurationModel>(client);
        status = std::make_unique<StatusModel>(client);
        page = std::make_unique<SettingsPage>(
            SettingsPage::Parts{.client = client,
                                .configuration = *configuration,
                                .status = *status,
                                .preferences = preferences,
                                .actions = [this] { return QList<QAction *>{&action}; },
                                .autostart = Autostart(folder.filePath(u"autostart"_s)),
                                .updates = &updates});
        status->refresh();
        page->resize(1180, 760);
        page->show();
    }
    void open(const QString &section)
    {
        make();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        QTRY_VERIFY(page->isReady());
        QTRY_COMPARE(status->status().version, u"0.1.0"_s);
        page->openSection(section);
    }
    template <typename T>
    T *find(const QString &name) const
    {
        return page->findChild<T *>(name);
    }
    void click(const QString &name) const
    {
        QAbstractButton *button = nullptr;
        for (QWidget *window : QApplication::topLevelWidgets())
            if (auto *found = window->findChild<QAbstractButton *>(name);
                found && found->isVisible())
                button = found;
        QVERIFY2(button, qPrintable(name));
        QTRY_VERIFY2(button->isEnabled(), qPrintable(name));
        QTest::mouseClick(button, Qt::LeftButton);
    }
    QString text(const QString &label) const { return find<QLabel>(label)->text(); }
    void type(const QString &field, const QString &text) const
    {
        QLineEdit *line = nullptr;
        for (QWidget *window : QApplication::topLevelWidgets())
            if (auto *found = window->findChild<QLineEdit *>(field); found && found->isVisible())
                line = found;
        QVERIFY2(line, qPrintable(field));
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
    }
    void enterNumber(const QString &name, const QString &digits) const
    {
        auto *spin = find<QSpinBox>(name);
        QVERIFY2(spin && spin->isVisible(), qPrintable(name));
        spin->setFocus();
        spin->selectAll();
        QTest::keyClicks(spin, digits);
        QTest::keyClick(spin, Qt::Key_Tab);
    }
    QJsonObject savedGateway() const
    {
        return engine->lastOf("PUT /config").body["document"_L1]["gateway"_L1].toObject();
    }
    StatePanel::State state() const
    {
        return page->findChild<StatePanel *>(u"settings.state"_s)->state();
    }
};

} // namespace Gatehouse::Ui
