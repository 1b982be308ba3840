// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace Gatehouse::Ui {

//! What a page shows when it has nothing to show: an icon, one sentence, at most two actions.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    EmptyState(const QString &iconName, const QString &title, const QString &text,
               QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setText(const QString &text);
    //! The first one added is the primary button.
    QPushButton *addAction(const QString &text, const QString &objectName);
    //! One that is there already.
    void addAction(QPushButton *button);
    //! Between the text and the actions.
    void addContent(QWidget *widget);
    QString title() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    QLabel *m_title;
    QLabel *m_text;
    QVBoxLayout *m_content;
    QHBoxLayout *m_actions;
};

} // namespace Gatehouse::Ui
