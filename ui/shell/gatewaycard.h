// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"

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
    QString statusText() const;
    void setName(const QString &name);
    //! Its name when it is one that others depend on: stopping it always asks. Empty: it is none.
    void setProduction(const QString &name);
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
    PlainTextLabel *m_name;
    PlainTextLabel *m_line;
    QToolButton *m_list;
    Switch *m_switch;
};

} // namespace Gatehouse::Ui
