// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

namespace Gatehouse::Ui {

//! A line that is pulled over a page, with what it would join at its end and what letting go would
//! do. It covers the page and lets the pointer through.
class ConnectionLine : public QWidget
{
    Q_OBJECT

public:
    struct End {
        QRect place = {}; //!< of what it would join, on the screen; empty for nothing
        QString text;     //!< what letting go does, or why it does nothing
        bool allowed = false;
    };

    explicit ConnectionLine(QWidget *page);

    //! From and to on the screen.
    void pull(QPoint from, QPoint to, const End &end);
    const QString &text() const { return m_end.text; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QPoint m_from;
    QPoint m_to;
    End m_end;
};

} // namespace Gatehouse::Ui
