// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"
#include "ui/widgets/tokens.h"

#include <QtCore/QList>

#include <optional>

class QLabel;
class QPushButton;
class QStackedLayout;

namespace Gatehouse::Ui {

class Meter;
class PlainTextLabel;
class Sparkline;

//! A headline number: title, delta, number with suffix, sparkline or meter, caption. Activating it
//! (click, Enter, Space) asks for the rows behind the number.
class KpiCard : public Card
{
    Q_OBJECT

public:
    explicit KpiCard(const QString &title, QWidget *parent = nullptr);

    void setNumber(const QString &number, const QString &suffix = {});
    //! At the top right: "▲ 12 %". Empty hides it.
    void setDelta(const QString &delta, Tone tone = Tone::Neutral);
    void setCaption(const QString &caption);
    //! In place of the caption: a caption that leads somewhere by itself. Empty: the caption again.
    void setCaptionLink(const QString &text, const QString &objectName);
    void setSpark(const QList<double> &values, int series);
    Meter *showMeter();
    //! Last values of a source that does not answer now: greyed.
    void setStale(bool stale);
    QString number() const;
    QString caption() const;

Q_SIGNALS:
    void activated();
    void captionActivated();

protected:
    QColor borderColour() const override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildLayout();
    void updateName();
    void refreshFonts();

    PlainTextLabel *m_title;
    QLabel *m_delta;
    QLabel *m_number;
    PlainTextLabel *m_suffix;
    PlainTextLabel *m_caption;
    QStackedLayout *m_middle;
    Sparkline *m_spark;
    Meter *m_meter;
    QPushButton *m_link = nullptr; //!< made when it is first needed
    bool m_hovered = false;
};

} // namespace Gatehouse::Ui
