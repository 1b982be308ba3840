// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QDate>
#include <QtCore/QList>
#include <QtWidgets/QWidget>

namespace Gatehouse::Ui {

//! A bar for each of a row of days, without axes; pointing at one tells its day and number.
class DayStrip : public QWidget
{
    Q_OBJECT

public:
    struct Day {
        QDate day;
        qint64 count = 0;

        bool operator==(const Day &) const = default;
    };

    explicit DayStrip(QWidget *parent = nullptr);

    //! Every day of the strip, oldest first.
    void setDays(const QList<Day> &days);
    const QList<Day> &days() const { return m_days; }

    QSize sizeHint() const override { return {240, 40}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRectF barAt(qsizetype index) const;

    QList<Day> m_days;
};

} // namespace Gatehouse::Ui
