// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/tokens.h"

#include <QtWidgets/QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace Gatehouse::Ui {

//! What is wrong, since when, what is done about it, and one action.
class Banner : public QFrame
{
    Q_OBJECT

public:
    explicit Banner(Tone tone, QWidget *parent = nullptr);

    //! \a title stands out; \a detail follows it. Both are plain text.
    void setText(const QString &title, const QString &detail);
    //! An empty text means no action.
    void setAction(const QString &text);
    void setDismissable(bool dismissable);
    QString text() const;

Q_SIGNALS:
    void actionTriggered();
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone;
    QLabel *m_text;
    QPushButton *m_action;
    QToolButton *m_close;
};

} // namespace Gatehouse::Ui
