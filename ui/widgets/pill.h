// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/tokens.h"

#include <QtWidgets/QWidget>

class QPainter;

namespace Gatehouse::Ui {

//! A state in a word, an icon and a colour.
class Pill : public QWidget
{
    Q_OBJECT

public:
    explicit Pill(QWidget *parent = nullptr);
    Pill(const QString &text, Tone tone, const QString &iconName, QWidget *parent = nullptr);

    void setState(const QString &text, Tone tone, const QString &iconName);
    QString text() const { return m_text; }

    QSize sizeHint() const override;

    //! How wide and high a pill with this text is.
    static QSize sizeFor(const QString &text, bool withIcon);
    //! Paints one at the left of \a rect, centred vertically; cut to the width there is.
    static void paint(QPainter *painter, const QRectF &rect, const QString &text, Tone tone,
                      const QString &iconName);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    QString m_iconName;
    Tone m_tone = Tone::Neutral;
};

} // namespace Gatehouse::Ui
