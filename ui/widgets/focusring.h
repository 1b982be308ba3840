// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QPointer>

class QFocusFrame;
class QWidget;

namespace Gatehouse::Ui {

//! Draws the 2 px ring around the widget that got the focus from the keyboard, for every widget of
//! the program. Text fields show the focus by their own border. Install it as the event filter of
//! the application.
class FocusRing : public QObject
{
    Q_OBJECT

public:
    explicit FocusRing(QObject *parent = nullptr);
    ~FocusRing() override;

    //! The widget that wears the ring, null when none does.
    QWidget *target() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void moveTo(QWidget *widget);

    QPointer<QFocusFrame> m_frame;
};

} // namespace Gatehouse::Ui
