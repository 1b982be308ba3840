// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/searchfield.h"

#include <QtCore/QStringList>

class QCompleter;
class QStringListModel;

namespace Gatehouse::Ui {

//! A line for filter words with completion of the word at the cursor. A word found wrong is
//! underlined until the text changes.
class FilterField : public SearchField
{
    Q_OBJECT

public:
    explicit FilterField(QWidget *parent = nullptr);

    //! Offered besides the words of the filter language: "provider:openai".
    void setKnownWords(const QStringList &words);
    void markWrong(const QString &word);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    //! Where the word at the cursor begins.
    int wordStart() const;
    void offerCompletions();
    void complete(const QString &word);

    QCompleter *m_completer;
    QStringListModel *m_words;
    QString m_wrong;
};

} // namespace Gatehouse::Ui
