// SPDX-License-Identifier: GPL-3.0-or-later
//! Recording is begun for one key or route, within bounds, and what the gateway refuses is said.
#include "tests/support/fakeadmintransport.h"
#include "ui/pages/requests/recorddialog.h"

#include <QtCore/QJsonArray>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QSpinBox>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

class RecordDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { delete m_dialog; }
    void beginsWhatWasChosen();
    void triesATextFirst();
    void saysWhyItWasRefused();
    void hasNothingToRecordWithoutRoutesAndKeys();

private:
    template <typename T>
    T *find(const QString &name) const
    {
        return m_dialog->findChild<T *>(u"requests.recordDialog.%1"_s.arg(name));
    }
    void open()
    {
        m_dialog = new RecordDialog(*m_client);
        m_dialog->show();
    }

    FakeAdminTransport *m_engine = nullptr;
    std::unique_ptr<Api::AdminClient> m_client;
    QPointer<RecordDialog> m_dialog;
};

void RecordDialogTest::init()
{
    m_engine = new FakeAdminTransport;
    m_engine->answer("GET /routes", {{u"items"_s, QJsonArray{QJsonObject{{u"id"_s, u"fast"_s}}}}});
    m_engine->answer(
        "GET /keys",
        {{u"items"_s, QJsonArray{QJsonObject{{u"id"_s, u"k1"_s}, {u"name"_s, u"Search"_s}}}}});
    m_engine->answer(
        "GET /recording",
        {{u"keep_hours"_s, 168}, {u"keep_bytes"_s, 536'870'912}, {u"longest_bytes"_s, 262'144}});
    m_engine->answer("POST /recording/preview", {{u"text"_s, u"My key is [redacted]"_s}});
    m_engine->answer("POST /recording", {}, 201);
    m_client = std::make_unique<Api::AdminClient>(std::unique_ptr<Api::AdminTransport>(m_engine));
}

void RecordDialogTest::beginsWhatWasChosen()
{
    open();
    auto *scope = find<QComboBox>(u"scopeCombo"_s);
    QTRY_COMPARE(scope->count(), 2);
    scope->setCurrentIndex(scope->findText(u"Key Search"_s));
    find<QSpinBox>(u"requestsSpin"_s)->setValue(500);
    find<QSpinBox>(u"minutesSpin"_s)->setValue(3);
    const QSignalSpy begun(m_dialog, &RecordDialog::begun);
    find<QAbstractButton>(u"startButton"_s)->click();
    QTRY_COMPARE(begun.count(), 1);
    const QJsonObject asked = m_engine->lastOf("POST /recording").body;
    QCOMPARE(asked, (QJsonObject{{u"key"_s, u"k1"_s}, {u"requests"_s, 50}, {u"minutes"_s, 3}}));
}

void RecordDialogTest::triesATextFirst()
{
    open();
    QTRY_COMPARE(find<QLabel>(u"previewLabel"_s)->text(), u"Recorded as: My key is [redacted]"_s);
    find<QLineEdit>(u"sampleField"_s)->setText(u"another"_s);
    QCOMPARE(m_engine->lastOf("POST /recording/preview").body.value(u"text"_s), u"another"_s);
}

void RecordDialogTest::saysWhyItWasRefused()
{
    m_engine->answer(
        "POST /recording",
        {{u"error"_s,
          QJsonObject{{u"code"_s, u"permission_denied"_s}, {u"message"_s, u"never recorded"_s}}}},
        403);
    open();
    auto *start = find<QAbstractButton>(u"startButton"_s);
    QTRY_VERIFY(start->isEnabled());
    start->click();
    auto *problem = find<QLabel>(u"problemLabel"_s);
    QTRY_VERIFY(problem->isVisible());
    QVERIFY(problem->text().contains(u"never recorded"_s));
    QVERIFY(m_dialog && m_dialog->isVisible());
}

void RecordDialogTest::hasNothingToRecordWithoutRoutesAndKeys()
{
    m_engine->answer("GET /routes", {{u"items"_s, QJsonArray()}});
    m_engine->answer("GET /keys", {{u"items"_s, QJsonArray()}});
    open();
    QTRY_COMPARE(m_engine->countOf("GET /keys"), 1);
    QCoreApplication::processEvents();
    QVERIFY(!find<QAbstractButton>(u"startButton"_s)->isEnabled());
}

} // namespace Gatehouse::Ui

QTEST_MAIN(Gatehouse::Ui::RecordDialogTest)
#include "tst_recorddialog.moc"
