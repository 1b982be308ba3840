// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/searchfield.h"

#include <QtCore/QStringList>

class QCompleter;
class QStringListModel;

namespace Gatehouse::Ui {

//! A line for filter words with completion of the word at the cursor: first the fields, and after
//! the colon the values that the gateway knows. A word found wrong is underlined until the text
//! changes.
class FilterField : public SearchField
{
    Q_OBJECT

public:
    explicit FilterField(QWidget *parent = nullptr);

    //! The values of \a field to offer, when it is still the one at the cursor.
    void offerValues(const QString &field, const QStringList &values);
    void markWrong(const QString &word);

Q_SIGNALS:
    //! The person writes a value of \a field that begins like \a part.
    void valuesWanted(const QString &field, const QString &part);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    //! Where the word at the cursor begins.
    int wordStart() const;
    QString wordAtCursor() const;
    void offerCompletions();
    void popUp(const QStringList &words, const QString &prefix);
    void complete(const QString &word);

    QCompleter *m_completer;
    QStringListModel *m_words;
    QString m_wrong;
};

} // namespace Gatehouse::Ui
