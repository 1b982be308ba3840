// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"

class QLabel;
class QToolButton;

namespace Gatehouse::Ui {

class PlainTextLabel;
class StatusModel;
class Switch;

//! The gateway in the sidebar: its name, the switch that starts and stops it, one status line.
class GatewayCard : public Card
{
    Q_OBJECT

public:
    explicit GatewayCard(StatusModel &status, QWidget *parent = nullptr);

    //! Starts or stops; stopping with running requests asks first.
    void toggle();
    //! A person is asked when it is stopped now.
    bool asksBeforeStop() const;
    QString statusText() const;
    void setName(const QString &name);
    //! Its name when it is one that others depend on: stopping it always asks. Empty: it is none.
    void setProduction(const QString &name);
    //! The label of the shown gateway, an index of the series colours; below 0 none.
    void setColour(int colour);
    //! Whether there are others to go to: a button beside the name.
    void setSwitchable(bool switchable);

Q_SIGNALS:
    //! The list of gateways is wanted.
    void listRequested();

private:
    void showStatus();
    void askBeforeStop();

    StatusModel &m_status;
    QString m_production;
    QLabel *m_colour;
    PlainTextLabel *m_name;
    PlainTextLabel *m_line;
    QToolButton *m_list;
    Switch *m_switch;
};

} // namespace Gatehouse::Ui
