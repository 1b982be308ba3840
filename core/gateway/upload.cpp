// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/upload.h"

#include "core/gateway/attempt.h"
#include "core/gateway/published.h"

#include <algorithm>

namespace Gatehouse::Gateway {

namespace {

bool isSigned(const Config::Provider &provider, const Published &published)
{
    return std::ranges::any_of(published.credentials->of(provider).keys,
                               [](const auto &key) { return !key.accessKey.isEmpty(); });
}

} // namespace

bool Upload::isFor(const Http::RequestHead &head, QByteArrayView rest, const Published &published)
{
    if (!head.chunked && head.contentLength <= wholeUpTo)
        return false;
    const qsizetype slash = rest.indexOf('/');
    const QByteArray id =
        QByteArray::fromPercentEncoding((slash < 0 ? rest : rest.first(slash)).toByteArray());
    const Config::Provider *provider = published.snapshot->provider(id);
    return !provider || !isSigned(*provider, published);
}

void Upload::take(QByteArrayView bytes)
{
    m_model.feed(bytes);
    m_held += bytes;
}

void Upload::pass(Attempt &attempt)
{
    if (attempt.takesBody() && !m_held.isEmpty()) {
        m_hasBegun = true;
        attempt.writeBody(m_held);
        m_held.resize(0);
    }
    if (m_hasEnded && m_held.isEmpty() && attempt.takesBody() && !m_isThrough) {
        m_isThrough = m_hasBegun = true;
        attempt.endBody();
    }
    if (!m_hasEnded)
        m_client.setBodyReading(attempt.takesBody());
}

} // namespace Gatehouse::Gateway
