// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/timerange.h"

#include <QtWidgets/QDialog>

class QCalendarWidget;
class QDateTimeEdit;
class QLayout;

namespace Gatehouse::Ui {

class FormField;

//! A range of time by its first and its last minute, each typed or chosen from a calendar, with the
//! usual ones beside them.
class RangeDialog : public QDialog
{
    Q_OBJECT

public:
    //! \a now is the wall clock of the reporting zone, in UTC as in ChosenSpan.
    RangeDialog(const std::optional<ChosenSpan> &shown, const QDateTime &now, const QString &zone,
                QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const QString &range);

private:
    struct Border {
        QDateTimeEdit *edit = nullptr;
        QCalendarWidget *calendar = nullptr;
        FormField *field = nullptr;
    };

    Border makeBorder(const QString &label, const QString &name);
    QLayout *makeUsual();
    QLayout *makeButtons();
    void setDays(const QDate &first, const QDate &last);
    ChosenSpan span() const;
    //! What is wrong with the span; empty when nothing is.
    QString problem() const;
    void markDays();
    void apply();

    QDateTime m_now;
    Border m_from;
    Border m_to;
};

} // namespace Gatehouse::Ui
