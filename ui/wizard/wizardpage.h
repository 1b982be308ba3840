// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

class QLabel;
class QVBoxLayout;

namespace Gatehouse::Ui {

//! A step's ground: what to do as a title, one sentence below, then the content.
class WizardPage : public QWidget
{
    Q_OBJECT

public:
    explicit WizardPage(const QString &objectName, QWidget *parent = nullptr);

protected:
    void setTitle(const QString &title, const QString &text);
    QVBoxLayout *content() const { return m_content; }

private:
    QLabel *m_title;
    QLabel *m_text;
    QVBoxLayout *m_content;
};

} // namespace Gatehouse::Ui
