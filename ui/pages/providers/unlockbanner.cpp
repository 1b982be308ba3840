// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/providers/unlockbanner.h"

#include "ui/models/statusmodel.h"

#include <QtWidgets/QInputDialog>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

UnlockBanner::UnlockBanner(Api::AdminClient &client, StatusModel &status, QWidget *parent)
    : Banner(Tone::Warn, parent)
    , m_client(client)
    , m_status(status)
{
    setObjectName(u"providers.lockedBanner"_s);
    setAction(tr("Unlock"));
    setDismissable(false);
    connect(this, &Banner::actionTriggered, this, [this] { unlock({}); });
    connect(&status, &StatusModel::changed, this, &UnlockBanner::showLocked);
    showLocked();
}

void UnlockBanner::setLockedKeys(int count)
{
    m_lockedKeys = count;
    showLocked();
}

void UnlockBanner::showLocked()
{
    const GatewayStatus &status = m_status.status();
    const bool told =
        std::any_of(status.problems.cbegin(), status.problems.cend(),
                    [](const auto &problem) { return problem.code == "secrets_locked"_L1; });
    setText(m_lockedKeys == 0 ? tr("The key store is locked.")
                : m_lockedKeys == 1
                ? tr("Unlock the key store to use 1 key.")
                : tr("Unlock the key store to use %n keys.", nullptr, m_lockedKeys),
            status.secretStore.isEmpty()
                ? tr("Requests that need them fail until then.")
                : tr("They are kept in %1. Requests that need them fail until then.")
                      .arg(status.secretStore));
    setVisible(told || m_lockedKeys > 0);
}

void UnlockBanner::unlock(const QString &passphrase)
{
    QJsonObject body;
    if (!passphrase.isEmpty())
        body.insert(u"passphrase"_s, passphrase);
    connect(m_client.post(u"/secrets/unlock"_s, body), &Api::AdminCall::finished, this,
            [this](Api::AdminCall *call) {
                if (!call->succeeded())
                    return askPassphrase(call->error().detail);
                m_status.refresh();
                Q_EMIT unlocked();
            });
}

//! The system's keychain asks by itself; the encrypted file's passphrase is asked here.
void UnlockBanner::askPassphrase(const QString &why)
{
    auto *dialog = new QInputDialog(this);
    dialog->setObjectName(u"providers.passphraseDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Unlock the key store"));
    dialog->setLabelText(tr("%1\nPassphrase of the key store:").arg(why));
    dialog->setTextEchoMode(QLineEdit::Password);
    dialog->setOkButtonText(tr("Unlock"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &passphrase) {
        if (!passphrase.isEmpty())
            unlock(passphrase);
    });
    dialog->open();
}

} // namespace Gatehouse::Ui
