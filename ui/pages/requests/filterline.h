// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

class QLabel;

namespace Gatehouse::Ui {

class FilterField;
class FlowLayout;

//! The filter of the requests as a line to type in, what is wrong with it, and its words as chips.
class FilterLine : public QWidget
{
    Q_OBJECT

public:
    explicit FilterLine(QWidget *parent);

    FilterField *field() const { return m_field; }
    //! The chips, for a place of their own below the line; the caller owns the layout.
    FlowLayout *chips() const { return m_chips; }

    //! \a word of the filter is wrong; no advice: all is well.
    void showError(const QString &word, const QString &advice);
    //! The chips of the filter in force.
    void showWords(const QString &filter);

Q_SIGNALS:
    //! Enter, or the line was cleared.
    void applied();
    //! A chip was taken away: what is left.
    void filterChosen(const QString &filter);

private:
    FilterField *m_field;
    QLabel *m_error;
    FlowLayout *m_chips;
};

} // namespace Gatehouse::Ui
