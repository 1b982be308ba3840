// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rangedialog.h"

#include "ui/widgets/calendar.h"
#include "ui/widgets/format.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QtGui/QTextCharFormat>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCalendarWidget>
#include <QtWidgets/QDateTimeEdit>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int longestDays = 366; // as the gateway takes them
constexpr int usualDays = 7;
constexpr int daysOfWeek = 7;

QDateTime startOf(const QDate &date)
{
    return QDateTime(date, QTime(0, 0), Qt::UTC);
}

QDate weekStart(const QDate &date)
{
    const int first = QLocale().firstDayOfWeek();
    return date.addDays(-((date.dayOfWeek() - first + 7) % 7));
}

QCalendarWidget *makeCalendar(const QString &name, const QString &label, QWidget *parent)
{
    auto *calendar = new QCalendarWidget(parent);
    calendar->setObjectName(name);
    calendar->setAccessibleName(label);
    calendar->setFirstDayOfWeek(QLocale().firstDayOfWeek());
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    calendar->setLocale(Format::wordLocale());
    calendar->setHorizontalHeaderFormat(QCalendarWidget::ShortDayNames);
    for (const auto day : {Qt::Saturday, Qt::Sunday}) // red says "wrong" here
        calendar->setWeekdayTextFormat(day, {});
    QTextCharFormat header;
    header.setForeground(colours().text3);
    calendar->setHeaderTextFormat(header);
    calendar->setMinimumWidth(daysOfWeek * calendar->fontMetrics().horizontalAdvance(u"88888"_s));
    if (auto *view = calendar->findChild<QTableView *>()) {
        view->setAccessibleName(label);
        // Seven of the style's least widths are more than there is: the last day would be cut.
        view->horizontalHeader()->setMinimumSectionSize(1);
    }
    // Qt's own arrows do not follow the theme; it names the buttons so up to 6.x.
    const std::pair<QString, QString> arrows[] = {{u"qt_calendar_prevmonth"_s, u"chevron-left"_s},
                                                  {u"qt_calendar_nextmonth"_s, u"chevron-right"_s}};
    for (const auto &[button, icon] : arrows)
        if (auto *arrow = calendar->findChild<QToolButton *>(button))
            arrow->setIcon(themeIcon(icon));
    return calendar;
}

} // namespace

RangeDialog::RangeDialog(const std::optional<ChosenSpan> &shown, const QDateTime &now,
                         const QString &zone, QWidget *parent)
    : QDialog(parent)
    , m_now(now)
{
    setObjectName(u"topbar.rangeDialog"_s);
    setWindowTitle(tr("Choose a range of time"));
    m_from = makeBorder(tr("From"), u"from"_s);
    m_to = makeBorder(tr("To"), u"to"_s);
    auto *borders = new QHBoxLayout;
    borders->setSpacing(20);
    for (const Border &border : {m_from, m_to}) {
        auto *side = new QVBoxLayout;
        side->setSpacing(8);
        side->addWidget(border.field);
        side->addWidget(border.calendar);
        side->addStretch(1);
        borders->addLayout(side, 1);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(14);
    layout->addWidget(makeLabel(windowTitle(), u"dialogTitle"_s, this));
    layout->addLayout(makeUsual());
    layout->addLayout(borders);
    layout->addWidget(makeLabel(tr("Days and hours of %1.").arg(zone), u"caption"_s, this));
    layout->addLayout(makeButtons());
    if (shown) {
        m_from.edit->setDateTime(shown->from);
        m_to.edit->setDateTime(shown->to.addSecs(-60));
    } else {
        setDays(now.date().addDays(1 - usualDays), now.date());
    }
    m_from.edit->setFocus();
}

RangeDialog::Border RangeDialog::makeBorder(const QString &label, const QString &name)
{
    Border border;
    border.edit = new QDateTimeEdit(this);
    border.edit->setObjectName(u"topbar.rangeDialog.%1Field"_s.arg(name));
    border.edit->setTimeSpec(Qt::UTC);
    border.edit->setDisplayFormat(u"%1 HH:mm"_s.arg(dayFormat()));
    border.calendar = makeCalendar(u"topbar.rangeDialog.%1Calendar"_s.arg(name), label, this);
    border.calendar->setMaximumDate(m_now.date());
    border.edit->setMaximumDate(m_now.date());
    border.field = new FormField(label, border.edit, {}, this);
    connect(border.calendar, &QCalendarWidget::selectionChanged, border.edit,
            [border] { border.edit->setDate(border.calendar->selectedDate()); });
    connect(border.edit, &QDateTimeEdit::dateTimeChanged, this, [this, border] {
        border.calendar->setSelectedDate(border.edit->date());
        markDays();
    });
    return border;
}

QLayout *RangeDialog::makeUsual()
{
    const QDate today = m_now.date();
    const QDate month(today.year(), today.month(), 1);
    struct Usual {
        QString name;
        QString text;
        QDate first;
        QDate last;
    };
    const QList<Usual> usual{
        {u"today"_s, tr("Today"), today, today},
        {u"yesterday"_s, tr("Yesterday"), today.addDays(-1), today.addDays(-1)},
        {u"thisWeek"_s, tr("This week"), weekStart(today), today},
        {u"thisMonth"_s, tr("This month"), month, today},
        {u"lastMonth"_s, tr("Last month"), month.addMonths(-1), month.addDays(-1)},
    };
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    for (const Usual &one : usual) {
        QPushButton *button =
            makeButton(one.text, {}, u"topbar.rangeDialog.%1Button"_s.arg(one.name), this);
        button->setAutoDefault(false);
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, one] { setDays(one.first, one.last); });
    }
    row->addStretch(1);
    return row;
}

QLayout *RangeDialog::makeButtons()
{
    QPushButton *cancel = makeButton(tr("Cancel"), {}, u"topbar.rangeDialog.cancelButton"_s, this);
    QPushButton *show =
        makeButton(tr("Show range"), u"primary"_s, u"topbar.rangeDialog.applyButton"_s, this);
    cancel->setAutoDefault(false);
    show->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(show, &QPushButton::clicked, this, &RangeDialog::apply);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(show);
    return buttons;
}

void RangeDialog::setDays(const QDate &first, const QDate &last)
{
    m_from.edit->setDateTime(startOf(first));
    m_to.edit->setDateTime(startOf(last.addDays(1)).addSecs(-60));
}

ChosenSpan RangeDialog::span() const
{
    return {.from = m_from.edit->dateTime(), .to = m_to.edit->dateTime().addSecs(60)};
}

QString RangeDialog::problem() const
{
    const ChosenSpan chosen = span();
    if (chosen.from >= chosen.to)
        return tr("The end lies before the beginning. Choose a later one.");
    if (chosen.from.daysTo(chosen.to) > longestDays)
        return tr("A range is at most %n days long. Choose an earlier end.", nullptr, longestDays);
    return {};
}

//! Both calendars show the whole range.
void RangeDialog::markDays()
{
    const QString wrong = problem();
    if (wrong.isEmpty())
        m_to.field->setProblem(FormField::Problem::None, {});
    QTextCharFormat inside;
    inside.setBackground(colours().accentSoft);
    for (const Border &border : {m_from, m_to}) {
        border.calendar->setDateTextFormat({}, {});
        if (!wrong.isEmpty())
            continue;
        for (QDate day = m_from.edit->date(); day <= m_to.edit->date(); day = day.addDays(1))
            border.calendar->setDateTextFormat(day, inside);
    }
}

void RangeDialog::apply()
{
    if (const QString wrong = problem(); !wrong.isEmpty()) {
        m_to.field->setProblem(FormField::Problem::Error, wrong);
        m_to.edit->setFocus();
        return;
    }
    Q_EMIT chosen(span().text());
    accept();
}

} // namespace Gatehouse::Ui
