// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/providers/keymover.h"

#include "ui/widgets/question.h"

#include <QtCore/QUrl>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

const auto inKeychain = "keychain:"_L1;
const auto inVault = "vault:"_L1;

} // namespace

KeyMover::KeyMover(Api::AdminClient &client, QWidget *parent)
    : QObject(parent)
    , m_client(client)
    , m_window(parent)
{
}

bool KeyMover::isMovable(const QString &reference)
{
    return reference.startsWith(inKeychain) || reference.startsWith(inVault);
}

void KeyMover::ask(const QString &reference)
{
    const bool toVault = reference.startsWith(inKeychain);
    QMessageBox *box = makeQuestion(
        m_window, u"providers.moveKeyDialog"_s,
        toVault ? tr("Move the key to the sealed file?") : tr("Move the key to the keychain?"),
        tr("Everything that uses %1 follows. Requests that are running are not cut off.")
            .arg(reference));
    QPushButton *move = box->addButton(tr("Move key"), QMessageBox::AcceptRole);
    move->setObjectName(u"providers.moveKeyDialog.moveButton"_s);
    QPushButton *stay = box->addButton(tr("Leave it"), QMessageBox::RejectRole);
    stay->setObjectName(u"providers.moveKeyDialog.stayButton"_s);
    box->setDefaultButton(stay);
    box->setEscapeButton(stay);
    connect(move, &QPushButton::clicked, this,
            [this, reference, toVault] { this->move(reference, toVault); });
    box->open();
}

void KeyMover::move(const QString &reference, bool toVault)
{
    const QString path =
        u"/secrets/%1/move"_s.arg(QString::fromLatin1(QUrl::toPercentEncoding(reference)));
    const QJsonObject body{{"to"_L1, toVault ? u"vault"_s : u"keychain"_s}};
    connect(m_client.post(path, body), &Api::AdminCall::finished, this,
            [this](Api::AdminCall *call) {
                if (call->succeeded())
                    Q_EMIT moved(tr("The key is kept as %1 now.")
                                     .arg(call->reply().body.value("ref"_L1).toString()));
                else
                    Q_EMIT failed(tr("The key could not be moved. %1").arg(call->error().detail));
            });
}

} // namespace Gatehouse::Ui
