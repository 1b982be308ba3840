// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QTimer>
#include <QtWidgets/QFrame>

class QPushButton;

namespace Gatehouse::Ui {

class PlainTextLabel;

//! What was just done, over the lower edge of its parent, with one action ("Undo") for ten seconds.
//! A new message takes the place of the old one; it stays while the pointer or the focus is on it.
class Snackbar : public QFrame
{
    Q_OBJECT

public:
    explicit Snackbar(QWidget *parent);

    //! An empty \a action shows none.
    void showMessage(const QString &text, const QString &action = {});
    QString text() const;

Q_SIGNALS:
    void actionTriggered();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void place();

    PlainTextLabel *m_text;
    QPushButton *m_action;
    QTimer m_time;
};

} // namespace Gatehouse::Ui
