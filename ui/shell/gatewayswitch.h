// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/gatewaylist.h"
#include "ui/models/tokenstore.h"
#include "ui/shell/gatewaydialog.h"

namespace Gatehouse::Ui {

//! From one gateway to another: the list, the dialog for a new one, the tokens. Outlives windows.
class GatewaySwitch : public QObject
{
    Q_OBJECT

public:
    //! Both must outlive it. \a connect is given an empty address for the built-in gateway.
    GatewaySwitch(GatewayList &gateways, TokenStore &tokens, GatewayDialog::Connect connect);

    const GatewayList &gateways() const { return m_gateways; }
    void openList(QWidget *window);
    void openAdd(QWidget *window);
    //! Back to the built-in one at once; others need their token, which is asked for when it is
    //! not kept.
    void choose(const QString &id, QWidget *window);
    //! The shown gateway has answered.
    void noteSeen(const QString &version, const QString &role);

Q_SIGNALS:
    //! Show this one from now on; nothing was changed yet. The built-in one has no address.
    void switchRequested(const Gatehouse::Ui::GatewayEntry &entry, const QString &token);

private:
    void openDialog(const GatewayEntry &entry, QWidget *window);

    GatewayList &m_gateways;
    TokenStore &m_tokens;
    GatewayDialog::Connect m_connect;
};

} // namespace Gatehouse::Ui
