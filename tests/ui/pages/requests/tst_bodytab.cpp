// SPDX-License-Identifier: GPL-3.0-or-later
//! What was recorded of a request is shown when somebody asks for it, and never before: every look
//! is noted by the gateway.
#include "tests/support/fakeadmintransport.h"
#include "ui/pages/requests/bodytab.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

class BodyTabTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saysWhenNothingIsRecorded();
    void looksOnlyWhenAsked();
    void showsMessagesAndRaw();
    void saysWhenItMayNotBeSeen();
    void deletesAfterAQuestion();

private:
    template <typename T>
    T *find(const QString &name) const
    {
        return m_tab->findChild<T *>(name);
    }
    void click(const QString &name) const { find<QAbstractButton>(name)->click(); }
    QString text() const
    {
        return find<QPlainTextEdit>(u"requests.detail.bodyField"_s)->toPlainText();
    }

    FakeAdminTransport *m_engine = nullptr;
    std::unique_ptr<Api::AdminClient> m_client;
    std::unique_ptr<BodyTab> m_tab;
};

void BodyTabTest::init()
{
    m_tab.reset();
    m_engine = new FakeAdminTransport;
    m_engine->answer(
        "POST /requests/req_1/body",
        {{u"redactions"_s, 1},
         {u"kept_until"_s, u"2026-11-29T10:00:00.000Z"_s},
         {u"request"_s,
          QJsonObject{
              {u"text"_s,
               QString::fromUtf8(R"({"messages":[{"role":"user","content":"Hi [redacted]"}]})")},
              {u"bytes"_s, 500'000},
              {u"kept_bytes"_s, 262'144}}},
         {u"answer"_s,
          QJsonObject{
              {u"text"_s, QString::fromUtf8(R"({"choices":[{"message":{"content":"Well met"}}]})")},
              {u"bytes"_s, 60},
              {u"kept_bytes"_s, 60}}}});
    m_client = std::make_unique<Api::AdminClient>(std::unique_ptr<Api::AdminTransport>(m_engine));
    m_tab = std::make_unique<BodyTab>(*m_client);
    m_tab->show();
}

void BodyTabTest::saysWhenNothingIsRecorded()
{
    m_tab->setRequest(u"req_1"_s, false);
    QVERIFY(find<QLabel>(u"requests.detail.bodyLabel"_s)->text().contains(u"Nothing of this"_s));
    QVERIFY(!find<QWidget>(u"requests.detail.showBodyButton"_s)->isVisible());
}

void BodyTabTest::looksOnlyWhenAsked()
{
    m_tab->setRequest(u"req_1"_s, true);
    QCoreApplication::processEvents();
    QCOMPARE(m_engine->requests().size(), 0);
    click(u"requests.detail.showBodyButton"_s);
    QTRY_VERIFY(text().contains(u"Well met"_s));
    m_tab->setRequest(u"req_2"_s, true);
    QVERIFY(text().isEmpty());
}

void BodyTabTest::showsMessagesAndRaw()
{
    m_tab->setRequest(u"req_1"_s, true);
    click(u"requests.detail.showBodyButton"_s);
    QTRY_COMPARE(text(), u"user:\nHi [redacted]\n\nanswer:\nWell met"_s);
    const QString facts = find<QLabel>(u"requests.detail.bodyFactsLabel"_s)->text();
    QVERIFY(facts.contains(u"of which the first"_s));
    QVERIFY(facts.contains(u"[redacted]"_s));
    const auto buttons =
        find<SegmentedControl>(u"requests.detail.bodyView"_s)->findChildren<QAbstractButton *>();
    buttons.last()->click();
    QVERIFY(text().contains(u"\"role\": \"user\""_s));
    auto *search = find<QLineEdit>(u"requests.detail.bodySearchField"_s);
    QTest::keyClicks(search, u"Well met"_s);
    QCOMPARE(find<QPlainTextEdit>(u"requests.detail.bodyField"_s)->textCursor().selectedText(),
             u"Well met"_s);
}

void BodyTabTest::saysWhenItMayNotBeSeen()
{
    m_engine->answer("POST /requests/req_1/body",
                     {{u"error"_s,
                       QJsonObject{{u"code"_s, u"permission_denied"_s},
                                   {u"message"_s, u"this needs one of: owner"_s}}}},
                     403);
    m_tab->setRequest(u"req_1"_s, true);
    click(u"requests.detail.showBodyButton"_s);
    QTRY_VERIFY(find<QLabel>(u"requests.detail.bodyLabel"_s)->text().contains(u"owner"_s));
}

void BodyTabTest::deletesAfterAQuestion()
{
    m_engine->answer("DELETE /requests/req_1/body", {{u"id"_s, u"req_1"_s}});
    m_tab->setRequest(u"req_1"_s, true);
    click(u"requests.detail.showBodyButton"_s);
    QTRY_VERIFY(!text().isEmpty());
    click(u"requests.detail.deleteBodyButton"_s);
    QCOMPARE(m_engine->countOf("DELETE /requests/req_1/body"), 0);
    auto *confirm = find<QAbstractButton>(u"requests.detail.deleteBodyDialog.deleteButton"_s);
    QVERIFY(confirm);
    confirm->click();
    QTRY_VERIFY(text().isEmpty());
    QCOMPARE(m_engine->countOf("DELETE /requests/req_1/body"), 1);
}

} // namespace Gatehouse::Ui

QTEST_MAIN(Gatehouse::Ui::BodyTabTest)
#include "tst_bodytab.moc"
