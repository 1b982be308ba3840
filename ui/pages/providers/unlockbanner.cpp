// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/providers/unlockbanner.h"

#include "ui/models/knownprovider.h"
#include "ui/models/statusmodel.h"
#include "ui/widgets/passphrasedialog.h"

#include <QtCore/QPointer>

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
    connect(this, &Banner::actionTriggered, this, &UnlockBanner::unlock);
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
    const bool locked = told || m_lockedKeys > 0;
    if (!locked)
        m_problem.clear();
    const QString detail = status.secretStore.isEmpty()
        ? tr("Requests that need them fail until then.")
        : tr("They are kept in %1. Requests that need them fail until then.")
              .arg(status.secretStore);
    setText(m_lockedKeys == 0 ? tr("The key store is locked.")
                : m_lockedKeys == 1
                ? tr("Unlock the key store to use 1 key.")
                : tr("Unlock the key store to use %n keys.", nullptr, m_lockedKeys),
            m_problem.isEmpty() ? detail : m_problem);
    setVisible(locked);
}

//! The system's keychain asks by itself; the encrypted file's passphrase is asked here.
void UnlockBanner::unlock()
{
    if (m_status.status().secretStoreState == "passphrase_needed"_L1)
        return askPassphrase();
    send({}, [this](const QString &problem) {
        m_problem = problem;
        showLocked();
    });
}

void UnlockBanner::askPassphrase()
{
    auto *dialog =
        new PassphraseDialog(PassphraseDialog::Purpose::Unlock, u"providers"_s, window());
    connect(dialog, &PassphraseDialog::entered, this, [this, dialog](const QString &passphrase) {
        send(passphrase, [guard = QPointer(dialog)](const QString &problem) {
            if (guard && problem.isEmpty())
                guard->accept();
            else if (guard)
                guard->showProblem(problem);
        });
    });
    dialog->open();
}

void UnlockBanner::send(const QString &passphrase,
                        const std::function<void(const QString &problem)> &done)
{
    QJsonObject body;
    if (!passphrase.isEmpty())
        body.insert(u"passphrase"_s, passphrase);
    connect(m_client.post(u"/secrets/unlock"_s, body), &Api::AdminCall::finished, this,
            [this, done](Api::AdminCall *call) {
                if (!call->succeeded())
                    return done(unlockProblem(call->error(), m_status.status().secretStore));
                m_status.refresh();
                done({});
                Q_EMIT unlocked();
            });
}

} // namespace Gatehouse::Ui
