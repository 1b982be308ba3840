// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gatehouse/keychaintokens.h"

using namespace Qt::StringLiterals;

namespace Gatehouse {

namespace {

QString nameOf(const QString &gateway)
{
    return u"gateway/%1"_s.arg(gateway);
}

} // namespace

void KeychainTokens::read(const QString &gateway, QObject *context,
                          std::function<void(const QString &)> answer)
{
    const Secrets::Secret kept = m_session.value(gateway);
    m_keychain.read(nameOf(gateway), context,
                    [kept, answer = std::move(answer)](const Result<Secrets::Secret> &found) {
                        answer(QString::fromUtf8((found ? *found : kept).reveal()));
                    });
}

void KeychainTokens::write(const QString &gateway, const QString &token)
{
    const Secrets::Secret secret(token.toUtf8());
    m_keychain.write(nameOf(gateway), secret, &m_keychain,
                     [this, gateway, secret](const Result<void> &written) {
                         if (!written)
                             m_session.insert(gateway, secret);
                     });
}

void KeychainTokens::remove(const QString &gateway)
{
    m_session.remove(gateway);
    m_keychain.remove(nameOf(gateway), &m_keychain, [](const Result<void> &) {});
}

} // namespace Gatehouse
