// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeadmintransport.h"
#include "ui/models/configurationmodel.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

class ConfigurationModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void readsDocumentAndRevision();
    void sendsChangesOnTheRevisionShown();
    void tellsWhyAChangeWasRefused();
    void leavesWhatANewerGatewayKnows();
    void refusesToLoseWhatANewerGatewayKnows();
    void undoesAndRedoes();
    void givesUpUndoAfterSomeoneElse();
    void followsRevisionEvents();
    void sendsARefusedChangeAgain();
    void keepsWhatOthersChanged();
    void givesAChangeUp();

private:
    void refuse(const QByteArray &request);
    void answerConfig(qint64 revision);
    void pause(qint64 revisionAfter);

    FakeAdminTransport *m_fake = nullptr;
    std::unique_ptr<Api::AdminClient> m_client;
    std::unique_ptr<ConfigurationModel> m_model;
};

void ConfigurationModelTest::init()
{
    m_fake = new FakeAdminTransport;
    answerConfig(7);
    m_client = std::make_unique<Api::AdminClient>(std::unique_ptr<Api::AdminTransport>(m_fake));
    m_model = std::make_unique<ConfigurationModel>(*m_client);
    QTRY_VERIFY(m_model->isLoaded());
}

void ConfigurationModelTest::cleanup()
{
    m_model.reset();
    m_client.reset();
}

void ConfigurationModelTest::answerConfig(qint64 revision)
{
    const QJsonObject provider{{u"id"_s, u"openai"_s},
                               {u"dialect"_s, u"openai"_s},
                               {u"base_url"_s, u"https://api.openai.com/v1"_s}};
    m_fake->answer(
        "GET /config",
        {{u"document"_s, QJsonObject{{u"version"_s, 1}, {u"providers"_s, QJsonArray{provider}}}},
         {u"revision"_s, revision}},
        200, revision);
}

void ConfigurationModelTest::pause(qint64 revisionAfter)
{
    m_fake->answer("POST /providers/openai/pause", {{u"revision"_s, revisionAfter}});
    answerConfig(revisionAfter);
    QSignalSpy saved(m_model.get(), &ConfigurationModel::saved);
    m_model->change("POST", u"/providers/openai/pause"_s, {}, u"Paused OpenAI"_s, this);
    QVERIFY(saved.wait());
    QTRY_COMPARE(m_model->revision(), revisionAfter);
}

void ConfigurationModelTest::readsDocumentAndRevision()
{
    QCOMPARE(m_model->revision(), 7);
    QCOMPARE(m_model->document().providers.size(), 1);
    QVERIFY(!m_model->canUndo());
}

void ConfigurationModelTest::sendsChangesOnTheRevisionShown()
{
    pause(8);
    QCOMPARE(m_fake->lastOf("POST /providers/openai/pause").ifMatch, 7);
    QVERIFY(m_model->canUndo());
}

void ConfigurationModelTest::tellsWhyAChangeWasRefused()
{
    const QJsonObject finding{{u"severity"_s, u"error"_s},
                              {u"path"_s, u"base_url"_s},
                              {u"message"_s, u"must begin with https://"_s}};
    m_fake->answer("PUT /providers/openai",
                   {{u"error"_s,
                     QJsonObject{{u"code"_s, u"invalid_request"_s},
                                 {u"message"_s, u"the document has errors"_s},
                                 {u"findings"_s, QJsonArray{finding}}}}},
                   422);
    std::optional<Refusal> refusal;
    m_model->change("PUT", u"/providers/openai"_s, {}, {}, this,
                    [&](const std::optional<Refusal> &why) { refusal = why; });
    QTRY_VERIFY(refusal);
    QCOMPARE(refusal->findings.size(), 1);
    QCOMPARE(refusal->findings.front().path, u"base_url"_s);
    QVERIFY(!m_model->canUndo());
}

void ConfigurationModelTest::leavesWhatANewerGatewayKnows()
{
    const QJsonObject known{{u"id"_s, u"openai"_s}, {u"dialect"_s, u"openai"_s}};
    QJsonObject provider = known;
    provider.insert(u"warp"_s, 9);
    m_fake->answer("GET /config",
                   {{u"revision"_s, 7},
                    {u"document"_s,
                     QJsonObject{{u"gateway"_s, QJsonObject{{u"warp"_s, true}}},
                                 {u"providers"_s, QJsonArray{provider}}}}});
    m_model->refresh();
    QSignalSpy read(m_model.get(), &ConfigurationModel::changed);
    QVERIFY(read.wait());
    QJsonObject changed = known;
    changed.insert(u"name"_s, u"OpenAI"_s);
    m_model->change("PUT", u"/providers/openai"_s, changed, {}, this);
    QTRY_COMPARE(m_fake->countOf("PUT /providers/openai"), 1);
    const QJsonObject sent = m_fake->lastOf("PUT /providers/openai").body;
    QCOMPARE(sent["warp"_L1].toInt(), 9);
    QCOMPARE(sent["name"_L1].toString(), u"OpenAI"_s);
    Api::Document document = m_model->document();
    document.providers[0].paused = true;
    m_model->replace(document, {}, this);
    QTRY_COMPARE(m_fake->countOf("PUT /config"), 1);
    const QJsonObject whole = m_fake->lastOf("PUT /config").body["document"_L1].toObject();
    QCOMPARE(whole["gateway"_L1]["warp"_L1].toBool(), true);
    QCOMPARE(whole["providers"_L1][0]["warp"_L1].toInt(), 9);
    QCOMPARE(whole["providers"_L1][0]["paused"_L1].toBool(), true);
}

//! Items that cannot be told apart.
void ConfigurationModelTest::refusesToLoseWhatANewerGatewayKnows()
{
    const QJsonArray rules{QJsonObject{{u"then"_s, u"new words"_s}},
                           QJsonObject{{u"then"_s, u"of another version"_s}}};
    m_fake->answer(
        "GET /config",
        {{u"revision"_s, 7},
         {u"document"_s,
          QJsonObject{{u"routes"_s,
                       QJsonArray{QJsonObject{
                           {u"id"_s, u"fast"_s}, {u"warp"_s, true}, {u"rules"_s, rules}}}}}}});
    m_model->refresh();
    QSignalSpy read(m_model.get(), &ConfigurationModel::changed);
    QVERIFY(read.wait());
    QString refusal;
    const QJsonObject mine{{u"id"_s, u"fast"_s},
                           {u"rules"_s, QJsonArray{QJsonObject{{u"a"_s, 1}}}}};
    m_model->change("PUT", u"/routes/fast"_s, mine, {}, this,
                    [&](const std::optional<Refusal> &why) { refusal = why->error.detail; });
    QTRY_VERIFY(refusal.contains("under routes"_L1));
    QCOMPARE(m_fake->countOf("PUT /routes/fast"), 0);
}

void ConfigurationModelTest::undoesAndRedoes()
{
    pause(8);
    m_fake->answer("POST /revisions/7/restore", {{u"revision"_s, 9}});
    QSignalSpy undone(m_model.get(), &ConfigurationModel::undone);
    m_model->undo();
    QVERIFY(undone.wait());
    QCOMPARE(undone.front().front().toString(), u"Paused OpenAI"_s);
    QCOMPARE(m_fake->lastOf("POST /revisions/7/restore").ifMatch, 8);
    QVERIFY(!m_model->canUndo());
    m_fake->answer("POST /revisions/8/restore", {{u"revision"_s, 10}});
    m_model->redo();
    QVERIFY(undone.wait());
    QCOMPARE(m_fake->lastOf("POST /revisions/8/restore").ifMatch, 9);
    QVERIFY(m_model->canUndo());
}

void ConfigurationModelTest::givesUpUndoAfterSomeoneElse()
{
    pause(8);
    m_fake->answer(
        "POST /revisions/7/restore",
        {{u"error"_s,
          QJsonObject{{u"code"_s, u"conflict"_s}, {u"message"_s, u"revision 9 is in force"_s}}}},
        409);
    QSignalSpy refused(m_model.get(), &ConfigurationModel::undoRefused);
    m_model->undo();
    QVERIFY(refused.wait());
    QVERIFY(!m_model->canUndo());
}

void ConfigurationModelTest::followsRevisionEvents()
{
    answerConfig(12);
    m_fake->push(u"revision"_s, {{u"revision"_s, 12}});
    QTRY_COMPARE(m_model->revision(), 12);
}

void ConfigurationModelTest::refuse(const QByteArray &request)
{
    m_fake->answer(
        request,
        {{u"error"_s,
          QJsonObject{{u"code"_s, u"conflict"_s}, {u"message"_s, u"revision 9 is in force"_s}}}},
        409);
}

void ConfigurationModelTest::sendsARefusedChangeAgain()
{
    refuse("POST /providers/openai/pause");
    QSignalSpy conflicted(m_model.get(), &ConfigurationModel::conflicted);
    QSignalSpy settled(m_model.get(), &ConfigurationModel::conflictSettled);
    int answers = 0;
    bool isDone = false;
    m_model->change("POST", u"/providers/openai/pause"_s, {}, u"Paused OpenAI"_s, this,
                    [&](const std::optional<Refusal> &refusal) {
                        ++answers;
                        isDone = !refusal;
                    });
    QVERIFY(conflicted.wait());
    QCOMPARE(answers, 1);
    QCOMPARE(m_model->conflict()->sentence, u"Paused OpenAI"_s);
    QCOMPARE(m_model->conflict()->base, 7);
    m_fake->answer("POST /providers/openai/pause", {{u"revision"_s, 10}});
    answerConfig(9);
    m_model->applyMineAgain();
    QTRY_VERIFY(isDone);
    QCOMPARE(answers, 2);
    QCOMPARE(m_fake->lastOf("POST /providers/openai/pause").ifMatch, 9);
    QVERIFY(!m_model->conflict());
    QCOMPARE(settled.count(), 1);
}

void ConfigurationModelTest::keepsWhatOthersChanged()
{
    refuse("PUT /config");
    Api::Document mine = m_model->document();
    mine.gateway.reportingTimeZone = u"Europe/Berlin"_s;
    QSignalSpy conflicted(m_model.get(), &ConfigurationModel::conflicted);
    m_model->replace(mine, u"Saved the settings"_s, this);
    QVERIFY(conflicted.wait());
    const QJsonObject provider{{u"id"_s, u"openai"_s},
                               {u"dialect"_s, u"openai"_s},
                               {u"name"_s, u"Theirs"_s},
                               {u"base_url"_s, u"https://api.openai.com/v1"_s}};
    m_fake->answer(
        "GET /config",
        {{u"document"_s, QJsonObject{{u"version"_s, 1}, {u"providers"_s, QJsonArray{provider}}}},
         {u"revision"_s, 9}},
        200, 9);
    m_fake->answer("PUT /config", {{u"revision"_s, 10}});
    m_model->applyMineAgain();
    QTRY_COMPARE(m_fake->lastOf("PUT /config").ifMatch, 9);
    const QJsonObject sent = m_fake->lastOf("PUT /config").body.value("document"_L1).toObject();
    QCOMPARE(sent["providers"_L1][0]["name"_L1].toString(), u"Theirs"_s);
    QCOMPARE(sent["gateway"_L1]["reporting_time_zone"_L1].toString(), u"Europe/Berlin"_s);
}

void ConfigurationModelTest::givesAChangeUp()
{
    refuse("POST /providers/openai/pause");
    QSignalSpy conflicted(m_model.get(), &ConfigurationModel::conflicted);
    QSignalSpy taken(m_model.get(), &ConfigurationModel::theirsTaken);
    m_model->change("POST", u"/providers/openai/pause"_s, {}, u"Paused OpenAI"_s, this);
    QVERIFY(conflicted.wait());
    answerConfig(9);
    m_model->takeTheirs();
    QCOMPARE(taken.count(), 1);
    QTRY_COMPARE(m_model->revision(), 9);
    QCOMPARE(m_fake->countOf("POST /providers/openai/pause"), 1);
}

} // namespace Gatehouse::Ui

QTEST_GUILESS_MAIN(Gatehouse::Ui::ConfigurationModelTest)
#include "tst_configurationmodel.moc"
