// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/secretredactor.h"

#include <algorithm>
#include <mutex>
#include <utility>

namespace Gatehouse::Secrets {

namespace {

constexpr qsizetype shortestSecret = 8;
constexpr size_t mostSecrets = 4096;

//! A stretch of the text that holds a secret: first byte and one past the last.
using Stretch = std::pair<qsizetype, qsizetype>;

void collect(QByteArrayView text, QByteArrayView secret, std::vector<Stretch> &found)
{
    for (qsizetype at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1))
        found.emplace_back(at, at + secret.size());
}

//! Overlapping stretches become one, so that no rest of a secret stays between two matches.
QByteArray blanked(QByteArrayView text, std::vector<Stretch> found)
{
    std::ranges::sort(found);
    QByteArray out;
    qsizetype shownTo = 0;
    for (const auto &[first, last] : found) {
        if (first >= shownTo) {
            out += text.sliced(shownTo, first - shownTo);
            out += "[redacted]";
        }
        shownTo = std::max(shownTo, last);
    }
    return out += text.sliced(shownTo);
}

} // namespace

void SecretRedactor::learn(const Secret &secret)
{
    if (secret.reveal().size() < shortestSecret)
        return;
    const std::unique_lock lock(m_mutex);
    if (std::ranges::find(m_secrets, secret) != m_secrets.end())
        return;
    if (m_secrets.size() == mostSecrets)
        m_secrets.erase(m_secrets.begin());
    m_secrets.push_back(secret);
}

QByteArray SecretRedactor::redacted(QByteArrayView text) const
{
    std::vector<Stretch> found;
    {
        const std::shared_lock lock(m_mutex);
        for (const Secret &secret : m_secrets)
            collect(text, secret.reveal(), found);
    }
    const PatternRedactor patterns;
    return found.empty() ? patterns.redacted(text)
                         : patterns.redacted(blanked(text, std::move(found)));
}

} // namespace Gatehouse::Secrets
