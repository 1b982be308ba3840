// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QToolButton>

class QTimer;

namespace Gatehouse::Ui {

//! Puts its text on the clipboard and shows a check mark for a moment.
class CopyButton : public QToolButton
{
    Q_OBJECT

public:
    //! \a name says what is copied: "Copy base URL".
    explicit CopyButton(const QString &name, QWidget *parent = nullptr);

    void setCopyText(const QString &text);
    const QString &copyText() const { return m_text; }

Q_SIGNALS:
    void copied();

private:
    void copy();
    void showCopied(bool copied);

    QString m_text;
    QString m_name;
    QTimer *m_back;
};

} // namespace Gatehouse::Ui
