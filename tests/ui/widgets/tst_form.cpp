// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/form.h"
#include "ui/widgets/snackbar.h"

#include <QtTest/QtTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

class FormTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }

    void namesTheControlByItsLabel();
    void showsFindingsWhereTheyBelong();
    void givesBackWhatHasNoField();
    void locksWithOrigin();
    void snackbarOffersItsAction();

private:
    std::unique_ptr<QWidget> m_window;
    Form *m_form = nullptr;
    QLineEdit *m_address = nullptr;
    QLineEdit *m_connect = nullptr;
};

void FormTest::init()
{
    m_window = std::make_unique<QWidget>();
    m_form = new Form(m_window.get());
    auto *layout = new QVBoxLayout(m_window.get());
    m_address = new QLineEdit;
    m_connect = new QLineEdit;
    auto *address = new FormField(u"Address"_s, m_address, u"Where the provider answers."_s);
    auto *connectTime = new FormField(u"Connect"_s, m_connect);
    layout->addWidget(address);
    layout->addWidget(connectTime);
    m_form->add(u"base_url"_s, address);
    m_form->add(u"timeouts.connect"_s, connectTime);
    m_window->show();
    m_window->activateWindow();
}

void FormTest::namesTheControlByItsLabel()
{
    QCOMPARE(m_address->accessibleName(), u"Address"_s);
}

void FormTest::showsFindingsWhereTheyBelong()
{
    const Api::Findings homeless = m_form->show({
        {.path = u"timeouts.connect"_s, .message = u"must be at least 1 ms"_s},
        {.severity = Api::Severity::Warning, .path = u"base_url"_s, .message = u"is not TLS"_s},
    });
    QVERIFY(homeless.isEmpty());
    QCOMPARE(m_form->field(u"base_url"_s)->problem(), FormField::Problem::Warning);
    QCOMPARE(m_form->field(u"timeouts.connect"_s)->message(), u"must be at least 1 ms"_s);
    QCOMPARE(m_connect->property("state").toString(), u"error"_s);
    QTRY_COMPARE(QApplication::focusWidget(), m_connect);
    m_form->clear();
    QCOMPARE(m_connect->property("state").toString(), QString());
}

void FormTest::givesBackWhatHasNoField()
{
    const Api::Findings homeless =
        m_form->show({{.path = u"base_urls"_s, .message = u"is not known"_s}});
    QCOMPARE(homeless.size(), 1);
}

void FormTest::locksWithOrigin()
{
    m_form->setLocked(u"Set by gatehouse.yaml"_s);
    QVERIFY(m_address->isReadOnly());
    m_form->setLocked(QString());
    QVERIFY(!m_address->isReadOnly());
}

void FormTest::snackbarOffersItsAction()
{
    m_window->resize(600, 300);
    auto *bar = new Snackbar(m_window.get());
    QSignalSpy undone(bar, &Snackbar::actionTriggered);
    bar->showMessage(u"Paused OpenAI"_s, u"Undo"_s);
    QVERIFY(bar->isVisible());
    QVERIFY(m_window->rect().contains(bar->geometry()));
    QTest::mouseClick(bar->findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(undone.size(), 1);
    QVERIFY(!bar->isVisible());
}

} // namespace Gatehouse::Ui

QTEST_MAIN(Gatehouse::Ui::FormTest)
#include "tst_form.moc"
