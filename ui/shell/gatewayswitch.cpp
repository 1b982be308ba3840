// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/gatewayswitch.h"

#include "ui/shell/gatewaycontacts.h"
#include "ui/shell/gatewaysdialog.h"
#include "ui/shell/mainwindow.h"

#include <QtCore/QPointer>

namespace Gatehouse::Ui {

GatewaySwitch::GatewaySwitch(GatewayList &gateways, TokenStore &tokens,
                             GatewayDialog::Connect connect)
    : m_gateways(gateways)
    , m_tokens(tokens)
    , m_connect(std::move(connect))
{
}

void GatewaySwitch::openList(QWidget *window)
{
    auto *main = qobject_cast<MainWindow *>(window);
    auto *contacts = new GatewayContacts(m_gateways, m_tokens, m_connect, this);
    auto *dialog =
        new GatewaysDialog(m_gateways, *contacts, main ? &main->status() : nullptr, window);
    contacts->setParent(dialog);
    connect(contacts, &GatewayContacts::answered, this,
            [this](const QString &id, const QString &version) {
                m_gateways.noteSeen(id, version, {}, QDateTime::currentDateTimeUtc());
            });
    connect(dialog, &GatewaysDialog::chosen, this,
            [this, window](const QString &id) { choose(id, window); });
    connect(dialog, &GatewaysDialog::addRequested, this, [this, window] { openAdd(window); });
    connect(dialog, &GatewaysDialog::removeRequested, this, [this](const QString &id) {
        m_tokens.remove(id);
        m_gateways.remove(id);
    });
    dialog->open();
}

void GatewaySwitch::openAdd(QWidget *window)
{
    openDialog({}, window);
}

void GatewaySwitch::openDialog(const GatewayEntry &entry, QWidget *window)
{
    auto *dialog = new GatewayDialog(entry, m_connect, window);
    connect(dialog, &GatewayDialog::connected, this,
            [this](GatewayEntry found, const QString &token) {
                found.id = m_gateways.put(found);
                m_tokens.write(found.id, token);
                Q_EMIT switchRequested(found, token);
            });
    dialog->open();
}

void GatewaySwitch::choose(const QString &id, QWidget *window)
{
    const GatewayEntry entry = m_gateways.entry(id);
    if (entry.isBuiltIn()) {
        Q_EMIT switchRequested(entry, {});
        return;
    }
    m_tokens.read(id, window, [this, entry, window](const QString &token) {
        if (token.isEmpty())
            openDialog(entry, window);
        else
            Q_EMIT switchRequested(entry, token);
    });
}

void GatewaySwitch::noteSeen(const QString &version, const QString &role)
{
    m_gateways.noteSeen(m_gateways.current().id, version, role, QDateTime::currentDateTimeUtc());
}

} // namespace Gatehouse::Ui
