// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/pairingcode.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QRandomGenerator>
#include <sodium.h>

using namespace Qt::StringLiterals;

namespace Gatehouse::Admin {

namespace {

//! Crockford's 32 without I, L, O and U, which are misread: 40 bits in eight letters.
constexpr QByteArrayView alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr int letters = 8;

QByteArray cleaned(const QString &typed)
{
    QByteArray code = typed.left(4 * letters).toUpper().toLatin1();
    code.replace('-', "").replace(' ', "");
    return code.replace('O', '0').replace('I', '1').replace('L', '1');
}

bool areSame(const QByteArray &a, const QByteArray &b)
{
    const QByteArray left = QCryptographicHash::hash(a, QCryptographicHash::Sha256);
    const QByteArray right = QCryptographicHash::hash(b, QCryptographicHash::Sha256);
    return sodium_memcmp(left.constData(), right.constData(), static_cast<size_t>(left.size()))
        == 0;
}

} // namespace

PairingCode::Offer PairingCode::offer(const QString &person)
{
    m_code.clear();
    for (int i = 0; i < letters; ++i)
        m_code += alphabet[QRandomGenerator::system()->bounded(int(alphabet.size()))];
    m_person = person;
    m_tries = 0;
    m_until = m_clock.steady() + life;
    const QString text = QString::fromLatin1(m_code);
    return {.code = QString(text.first(letters / 2) + u'-' + text.sliced(letters / 2)),
            .expires = m_clock.wall() + life};
}

bool PairingCode::isOffered() const
{
    return !m_code.isEmpty() && m_clock.steady() < m_until && m_tries < mostTries;
}

std::optional<QString> PairingCode::take(const QString &typed)
{
    const bool isRight = areSame(cleaned(typed), m_code);
    if (!isOffered())
        return {};
    if (!isRight) {
        ++m_tries;
        return {};
    }
    m_code.clear();
    return std::exchange(m_person, {});
}

} // namespace Gatehouse::Admin
