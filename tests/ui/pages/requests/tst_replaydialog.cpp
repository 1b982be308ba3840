// SPDX-License-Identifier: GPL-3.0-or-later
//! A recorded request is sent again only at the press of a button, after its cost was told, and its
//! answer stands beside the recorded one.
#include "tests/support/fakeadmintransport.h"
#include "ui/pages/requests/replaydialog.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

QJsonObject said(const QString &text)
{
    const QJsonObject choice{{u"message"_s, QJsonObject{{u"content"_s, text}}}};
    return {{u"text"_s,
             QString::fromUtf8(
                 QJsonDocument(QJsonObject{{u"choices"_s, QJsonArray{choice}}}).toJson())}};
}

} // namespace

class ReplayDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { delete m_dialog; }
    void tellsTheCostFirst();
    void asksAnewForAnotherModel();
    void showsBothAnswers();
    void saysWhyItWasNotSent();
    void saysWhenItWouldBeRefused();

private:
    template <typename T>
    T *find(const QString &name) const
    {
        return m_dialog->findChild<T *>(u"requests.replayDialog.%1"_s.arg(name));
    }
    QString text(const QString &name) const { return find<QLabel>(name)->text(); }
    void open()
    {
        RequestRow row;
        row.id = u"req_1"_s;
        row.status = 200;
        row.modelAsked = u"fast"_s;
        row.keyName = u"design"_s;
        m_dialog = new ReplayDialog(*m_client, row);
        m_dialog->show();
    }

    FakeAdminTransport *m_engine = nullptr;
    std::unique_ptr<Api::AdminClient> m_client;
    QPointer<ReplayDialog> m_dialog;
};

void ReplayDialogTest::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_engine = new FakeAdminTransport;
    m_engine->answer(
        "GET /models",
        {{u"items"_s,
          QJsonArray{QJsonObject{{u"id"_s, u"fast"_s}}, QJsonObject{{u"id"_s, u"best"_s}}}}});
    m_engine->answer("GET /requests/req_1/replay",
                     {{u"target"_s, u"oa/mini"_s},
                      {u"cost_nano_usd"_s, 12'000'000},
                      {u"tokens_in"_s, 1204},
                      {u"tokens_out"_s, 380},
                      {u"redactions"_s, 1}});
    m_client = std::make_unique<Api::AdminClient>(std::unique_ptr<Api::AdminTransport>(m_engine));
}

void ReplayDialogTest::tellsTheCostFirst()
{
    open();
    QTRY_VERIFY(text(u"costLabel"_s).contains(u"$0.0120 at oa/mini"_s));
    QVERIFY(text(u"costLabel"_s).contains(u"1,204 in, 380 out"_s));
    QVERIFY(text(u"costLabel"_s).contains(u"[redacted]"_s));
    QVERIFY(
        text(u"noticeLabel"_s)
            .startsWith(u"This sends the recorded request again and is booked on key design"_s));
    QCOMPARE(m_engine->countOf("POST /requests/req_1/replay"), 0);
}

void ReplayDialogTest::asksAnewForAnotherModel()
{
    open();
    auto *models = find<QComboBox>(u"modelCombo"_s);
    QTRY_COMPARE(models->count(), 2);
    QCOMPARE(models->itemText(0), u"fast, as recorded"_s);
    models->setFocus();
    QTest::keyClick(models, Qt::Key_Down);
    QTRY_COMPARE(m_engine->lastOf("GET /requests/req_1/replay").query.queryItemValue(u"model"_s),
                 u"best"_s);
}

void ReplayDialogTest::showsBothAnswers()
{
    m_engine->answer("POST /requests/req_1/replay",
                     {{u"id"_s, u"req_2"_s},
                      {u"status"_s, 200},
                      {u"recorded"_s, said(u"Well met"_s)},
                      {u"answer"_s, said(u"Hello there"_s)},
                      {u"request"_s, QJsonObject{{u"id"_s, u"req_2"_s}, {u"tokens_out"_s, 7}}}});
    open();
    QVERIFY(!find<QPlainTextEdit>(u"newField"_s)->isVisible());
    find<QAbstractButton>(u"sendButton"_s)->click();
    QTRY_COMPARE(find<QPlainTextEdit>(u"newField"_s)->toPlainText(), u"Hello there"_s);
    QCOMPARE(find<QPlainTextEdit>(u"recordedField"_s)->toPlainText(), u"Well met"_s);
    QVERIFY(text(u"newFactsLabel"_s).contains(u"7 tokens out"_s));
    const QSignalSpy opened(m_dialog, &ReplayDialog::openRequested);
    find<QAbstractButton>(u"openButton"_s)->click();
    QCOMPARE(opened.value(0).value(0).toString(), u"req_2"_s);
}

void ReplayDialogTest::saysWhyItWasNotSent()
{
    const QJsonObject error{{u"code"_s, u"permission_denied"_s},
                            {u"message"_s, u"its key is gone"_s}};
    m_engine->answer("POST /requests/req_1/replay", {{u"error"_s, error}}, 403);
    open();
    find<QAbstractButton>(u"sendButton"_s)->click();
    QTRY_VERIFY(text(u"problemLabel"_s).endsWith(u"its key is gone"_s));
    QVERIFY(find<QAbstractButton>(u"sendButton"_s)->isEnabled());
}

void ReplayDialogTest::saysWhenItWouldBeRefused()
{
    m_engine->answer("GET /requests/req_1/replay",
                     {{u"refusal"_s, QJsonObject{{u"message"_s, u"The budget is used up."_s}}}});
    open();
    QTRY_COMPARE(text(u"costLabel"_s), u"Now it would be refused: The budget is used up."_s);
}

} // namespace Gatehouse::Ui

QTEST_MAIN(Gatehouse::Ui::ReplayDialogTest)
#include "tst_replaydialog.moc"
