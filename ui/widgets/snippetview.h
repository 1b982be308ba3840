// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtWidgets/QWidget>

class QLabel;
class QPlainTextEdit;

namespace Gatehouse::Ui {

class CopyButton;
class SegmentedControl;

//! Texts for several kinds of app one shown at a time, each to copy. What is shown may hide what is
//! copied.
class SnippetView : public QWidget
{
    Q_OBJECT

public:
    struct Text {
        QString title;
        QString hint; //!< where the text goes
        QString shown;
        QString copied;
    };

    //! The parts are called "<area>.kinds", ".snippetField", ".copySnippetButton".
    explicit SnippetView(const QString &area, QWidget *parent = nullptr);

    //! Keeps the chosen kind.
    void setTexts(const QList<Text> &texts);

Q_SIGNALS:
    //! \a text went to the clipboard.
    void copied(const QString &text);

private:
    void showCurrent();

    QList<Text> m_texts;
    SegmentedControl *m_kinds;
    QLabel *m_hint;
    QPlainTextEdit *m_text;
    CopyButton *m_copy;
};

} // namespace Gatehouse::Ui
