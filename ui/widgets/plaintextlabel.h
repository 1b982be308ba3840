// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QLabel>

namespace Gatehouse::Ui {

//! A label that never reads markup, for text that came from outside, and that ends with "…" where
//! its width ends. The whole text is its tooltip then.
class PlainTextLabel : public QLabel
{
    Q_OBJECT

public:
    explicit PlainTextLabel(QWidget *parent = nullptr);
    PlainTextLabel(const QString &text, const QString &tone, QWidget *parent = nullptr);

    void setFullText(const QString &text);
    const QString &fullText() const { return m_full; }
    //! Shows nothing rather than a part; the tooltip has it all the same.
    void setWholeOrNothing(bool whole) { m_wholeOrNothing = whole; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void elide();

    QString m_full;
    bool m_wholeOrNothing = false;
};

} // namespace Gatehouse::Ui
