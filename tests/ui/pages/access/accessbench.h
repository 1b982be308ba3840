// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakeadmintransport.h"
#include "tests/support/fakeclock.h"
#include "tests/support/samplekeys.h"
#include "ui/models/configurationmodel.h"
#include "ui/models/statusmodel.h"
#include "ui/pages/access/accesspage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/tableview.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QTabWidget>

namespace Gatehouse::Ui {

using namespace Qt::StringLiterals;

inline const QString secret = u"gh-newkey11-%1"_s.arg(QString(49, u'a'));

inline QJsonObject configuration(const QJsonArray &teams)
{
    return {{"document"_L1, QJsonObject{{"version"_L1, 1}, {"teams"_L1, teams}}},
            {"revision"_L1, 7}};
}

//! The page over an engine that answers as it is told, driven by mouse and keys.
struct AccessBench {
    FakeAdminTransport *engine = new FakeAdminTransport;
    Api::AdminClient client{std::unique_ptr<Api::AdminTransport>(engine)};
    std::unique_ptr<ConfigurationModel> document;
    std::unique_ptr<StatusModel> status;
    FakeClock clock;
    std::unique_ptr<AccessPage> page;
    QString sentence;
    std::function<void()> undo;

    AccessBench()
    {
        const QJsonObject research{{"id"_L1, u"research"_s},
                                   {"name"_L1, u"Research"_s},
                                   {"routes"_L1, QJsonArray{u"openai/*"_s}},
                                   {"residency"_L1, QJsonArray{u"eu"_s}}};
        engine->answer("GET /config", configuration({research, QJsonObject{{"id"_L1, u"ops"_s}}}));
        engine->answer("GET /status",
                       {{"base_url"_L1, u"http://127.0.0.1:4417/v1"_s},
                        {"managed_by"_L1, u"/etc/gatehouse.yaml"_s}});
        engine->answer("GET /models",
                       sampleList({QJsonObject{{"id"_L1, u"fast"_s}},
                                   QJsonObject{{"id"_L1, u"openai/gpt-4o"_s}},
                                   QJsonObject{{"id"_L1, u"other/m"_s}}}));
        setKeys(usualKeys());
        setDeleted({sampleKey(u"gone4444"_s, u"old app"_s, {{"state"_L1, u"deleted"_s}})});
        engine->answer("GET /usage",
                       sampleList({QJsonObject{{"key"_L1, u"aaaa1111"_s},
                                               {"team"_L1, u"research"_s},
                                               {"cost_nano_usd"_L1, qint64(12'500'000'000)}}}));
        engine->answer("GET /requests", sampleList({}));
        engine->answer("GET /audit", sampleList({}));
    }
    static QJsonArray usualKeys()
    {
        return {
            sampleKey(u"aaaa1111"_s, u"laptop"_s, {{"team"_L1, u"research"_s}}),
            sampleKey(u"bbbb2222"_s, u"never"_s, {{"last_used"_L1, QJsonValue::Null}}),
            sampleKey(u"cccc3333"_s, u"rarely"_s,
                      {{"last_used"_L1, u"2026-06-01T00:00:00.000Z"_s}}),
            sampleKey(
                u"ci"_s, u"ci"_s,
                {{"declared"_L1, true}, {"prefix"_L1, u"env:CI_KEY"_s}, {"last4"_L1, QString()}})};
    }
    void setKeys(const QJsonArray &keys) const { engine->answer("GET /keys", sampleList(keys)); }
    void setDeleted(const QJsonArray &keys) const
    {
        engine->answer("GET /keys?deleted=1", sampleList(keys));
    }
    void make()
    {
        document = std::make_unique<ConfigurationModel>(client);
        status = std::make_unique<StatusModel>(client);
        status->refresh();
        page = std::make_unique<AccessPage>(client, *document, *status, clock);
        QObject::connect(page.get(), &AccessPage::undoOffered, page.get(),
                         [this](const QString &text, const std::function<void()> &back) {
                             sentence = text;
                             undo = back;
                         });
        page->resize(1100, 640);
    }
    void open()
    {
        client.start();
        make();
        page->show();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        QTRY_VERIFY(page->isReady());
        QTRY_VERIFY(!status->status().baseUrl.isEmpty());
    }
    template <typename T>
    T *find(const QString &name) const
    {
        for (QWidget *top : QApplication::topLevelWidgets())
            if (T *found =
                    top->objectName() == name ? qobject_cast<T *>(top) : top->findChild<T *>(name))
                return found;
        return nullptr;
    }
    void click(const QString &name) const
    {
        QTRY_VERIFY2(find<QAbstractButton>(name) && find<QAbstractButton>(name)->isVisible()
                         && find<QAbstractButton>(name)->isEnabled(),
                     qPrintable(name));
        QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton);
    }
    void type(const QString &name, const QString &text) const
    {
        QTRY_VERIFY2(find<QLineEdit>(name) && find<QLineEdit>(name)->isVisible(), qPrintable(name));
        find<QLineEdit>(name)->clear();
        QTest::keyClicks(find<QLineEdit>(name), text);
    }
    TableView *table() const { return page->findChild<TableView *>(u"access.keysTable"_s); }
    StatePanel::State state() const
    {
        return page->findChild<StatePanel *>(u"access.keysState"_s)->state();
    }
    QStringList names() const
    {
        QStringList names;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            names.append(table()->model()->index(row, 0).data().toString());
        return names;
    }
    //! A click on the row of a key.
    void select(const QString &name, Qt::KeyboardModifiers keys = {}) const
    {
        const auto row = int(names().indexOf(name));
        QVERIFY2(row >= 0, qPrintable(name));
        const QRect cell = table()->visualRect(table()->model()->index(row, 0));
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, keys, cell.center());
    }
    QString cell(const QString &name, const QString &columnKey) const
    {
        const QAbstractItemModel *model = table()->model();
        for (int column = 0; column < model->columnCount(); ++column)
            if (model->headerData(column, Qt::Horizontal, CellRole::Id).toString() == columnKey)
                return model->index(int(names().indexOf(name)), column).data().toString();
        return {};
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(table(), key, modifiers);
    }
    QString problem() const
    {
        auto *banner = page->findChild<Banner *>(u"access.problemBanner"_s);
        return banner->isVisible() ? banner->text() : QString();
    }
    void chooseQuick(const QString &text) const
    {
        for (auto *button : page->findChildren<QAbstractButton *>())
            if (button->isVisible() && button->text() == text)
                return QTest::mouseClick(button, Qt::LeftButton);
        QFAIL(qPrintable(text));
    }
};

} // namespace Gatehouse::Ui
