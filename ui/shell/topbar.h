// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/format.h"

#include <QtWidgets/QWidget>

class QLabel;
class QHBoxLayout;
class QPushButton;

namespace Gatehouse::Ui {

class CopyButton;
class PlainTextLabel;
class SegmentedControl;

//! Title, base URL, command button, time range and the primary action of the page.
class TopBar : public QWidget
{
    Q_OBJECT

public:
    explicit TopBar(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    //! The label of the gateway that is shown, an index of the series colours; none below 0.
    void setGatewayColour(int colour, const QString &gateway);
    void setBaseUrl(const QString &url);
    //! Says which currency amounts are shown in and at what rate; nothing for dollars.
    void setCurrency(const Format::Currency &currency);
    void setRange(const QString &range);
    const QString &range() const { return m_shownRange; }
    //! Whether the page shows a range of time.
    void setRangeVisible(bool visible);
    //! The page's main action; no button when \a text is empty.
    void setPrimaryAction(const QString &text, const QString &iconName);
    void setPrimaryEnabled(bool enabled);
    bool isPrimaryEnabled() const;
    //! Beside the address: what must not be overlooked.
    void addSign(QWidget *sign);

Q_SIGNALS:
    void rangeChosen(const QString &range);
    //! A range of one's own is wanted.
    void customRangeRequested();
    void commandRequested();
    void primaryRequested();

private:
    PlainTextLabel *m_title;
    QLabel *m_colour;
    PlainTextLabel *m_url;
    CopyButton *m_copy;
    QLabel *m_currency;
    SegmentedControl *m_range;
    QString m_shownRange;
    QHBoxLayout *m_signs = nullptr;
    QPushButton *m_primary;
};

} // namespace Gatehouse::Ui
