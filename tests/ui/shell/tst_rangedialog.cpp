// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rangedialog.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/theme.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCalendarWidget>
#include <QtWidgets/QDateTimeEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

class RangeDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { show(std::nullopt); }

    void offersTheLastWeek();
    void showsTheRangeInForce();
    void takesAnUsualRange_data();
    void takesAnUsualRange();
    void takesDaysOfTheCalendars();
    void takesTypedTimesByKeys();
    void explainsAnEndBeforeTheBeginning();
    void refusesMoreThanAYear();
    void everyControlHasItsNames();

private:
    void show(const std::optional<ChosenSpan> &span);
    void click(const char *name);
    template <typename T>
    T *child(const char *name) const
    {
        return m_dialog->findChild<T *>(u"topbar.rangeDialog."_s + QLatin1StringView(name));
    }
    //! What the dialog chose; empty when it is still open.
    QString result() const { return m_chosen ? m_chosen->value(0).value(0).toString() : QString(); }

    std::unique_ptr<RangeDialog> m_dialog;
    std::unique_ptr<QSignalSpy> m_chosen;
};

void RangeDialogTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    new Theme(*qApp);
}

void RangeDialogTest::show(const std::optional<ChosenSpan> &span)
{
    m_chosen.reset();
    const QDateTime now(QDate(2026, 11, 19), QTime(14, 2), Qt::UTC); // a Thursday
    m_dialog = std::make_unique<RangeDialog>(span, now, u"Europe/Berlin"_s);
    m_chosen = std::make_unique<QSignalSpy>(m_dialog.get(), &RangeDialog::chosen);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
}

void RangeDialogTest::click(const char *name)
{
    QTest::mouseClick(child<QPushButton>(name), Qt::LeftButton);
}

void RangeDialogTest::offersTheLastWeek()
{
    QTest::keyClick(m_dialog.get(), Qt::Key_Return);
    QCOMPARE(result(), u"2026-11-13T00:00/2026-11-20T00:00"_s);
    QVERIFY(m_dialog->isHidden());
}

void RangeDialogTest::showsTheRangeInForce()
{
    const QString range = u"2026-10-01T08:30/2026-10-02T17:00"_s;
    show(chosenSpan(range));
    QCOMPARE(child<QDateTimeEdit>("toField")->time(), QTime(16, 59));
    QCOMPARE(child<QCalendarWidget>("fromCalendar")->selectedDate(), QDate(2026, 10, 1));
    click("applyButton");
    QCOMPARE(result(), range);
}

void RangeDialogTest::takesAnUsualRange_data()
{
    QTest::addColumn<QByteArray>("button");
    QTest::addColumn<QString>("range");
    QTest::newRow("today") << "todayButton"_ba << u"2026-11-19T00:00/2026-11-20T00:00"_s;
    QTest::newRow("yesterday") << "yesterdayButton"_ba << u"2026-11-18T00:00/2026-11-19T00:00"_s;
    QTest::newRow("week") << "thisWeekButton"_ba << u"2026-11-16T00:00/2026-11-20T00:00"_s;
    QTest::newRow("month") << "thisMonthButton"_ba << u"2026-11-01T00:00/2026-11-20T00:00"_s;
    QTest::newRow("last month") << "lastMonthButton"_ba << u"2026-10-01T00:00/2026-11-01T00:00"_s;
}

void RangeDialogTest::takesAnUsualRange()
{
    QFETCH(QByteArray, button);
    click(button.constData());
    click("applyButton");
    QTEST(result(), "range");
}

void RangeDialogTest::takesDaysOfTheCalendars()
{
    // The calendar's own view takes the clicks; its cells are found by their day.
    const auto choose = [this](const char *name, const QString &day) {
        auto *view = child<QCalendarWidget>(name)->findChild<QTableView *>();
        for (int row = 2; row < view->model()->rowCount(); ++row)
            for (int column = 0; column < view->model()->columnCount(); ++column)
                if (const QModelIndex cell = view->model()->index(row, column);
                    cell.data().toString() == day)
                    return QTest::mouseClick(view->viewport(), Qt::LeftButton, {},
                                             view->visualRect(cell).center());
    };
    choose("fromCalendar", u"9"_s);
    choose("toCalendar", u"17"_s);
    click("applyButton");
    QCOMPARE(result(), u"2026-11-09T00:00/2026-11-18T00:00"_s);
}

void RangeDialogTest::takesTypedTimesByKeys()
{
    auto *from = child<QDateTimeEdit>("fromField");
    QVERIFY(from->hasFocus());
    from->setSelectedSection(QDateTimeEdit::DaySection);
    QTest::keyClicks(from, u"10"_s);
    from->setSelectedSection(QDateTimeEdit::HourSection);
    QTest::keyClicks(from, u"09"_s);
    QTest::keyClick(from, Qt::Key_Return);
    QCOMPARE(result(), u"2026-11-10T09:00/2026-11-20T00:00"_s);
}

void RangeDialogTest::explainsAnEndBeforeTheBeginning()
{
    child<QDateTimeEdit>("toField")->setDate(QDate(2026, 11, 1));
    click("applyButton");
    QVERIFY(m_dialog->isVisible());
    auto *row = child<FormField>("toField.row");
    QCOMPARE(row->problem(), FormField::Problem::Error);
    QVERIFY(child<QDateTimeEdit>("toField")->hasFocus());
    click("thisWeekButton");
    QCOMPARE(row->problem(), FormField::Problem::None);
}

void RangeDialogTest::refusesMoreThanAYear()
{
    child<QDateTimeEdit>("fromField")->setDate(QDate(2024, 1, 1));
    click("applyButton");
    QVERIFY(m_dialog->isVisible());
    QVERIFY(child<FormField>("toField.row")->message().contains(u"366"_s));
}

void RangeDialogTest::everyControlHasItsNames()
{
    for (const QWidget *widget : m_dialog->findChildren<QWidget *>())
        if (qobject_cast<const QPushButton *>(widget) || qobject_cast<const QDateTimeEdit *>(widget)
            || qobject_cast<const QCalendarWidget *>(widget)) {
            QVERIFY(widget->objectName().startsWith(u"topbar.rangeDialog."_s));
            const QPushButton *button = qobject_cast<const QPushButton *>(widget);
            QVERIFY(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()));
        }
}

} // namespace Gatehouse::Ui

QTEST_MAIN(Gatehouse::Ui::RangeDialogTest)
#include "tst_rangedialog.moc"
