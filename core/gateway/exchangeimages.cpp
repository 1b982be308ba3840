// SPDX-License-Identifier: GPL-3.0-or-later
//! An exchange whose request names images by address, and a provider that must be given the bytes.
#include "core/gateway/exchange.h"
#include "core/gateway/exchangewords.h"
#include "core/gateway/worker.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Gateway {

//! The target whose turn it is needs images that are not here yet: they are fetched, and this is
//! called again. Other targets may do without. A place at the target is not held meanwhile.
bool Exchange::awaitsImages()
{
    const Api::GatewaySettings &settings = m_published->snapshot->document.gateway;
    if (!settings.fetchImages.enabled || m_images.problem()
        || !(m_admission.scan.touchy & Dialects::Touchy::RemoteImages)
        || m_planIndex >= m_admission.plan.size())
        return false;
    m_attempt->setTarget(candidate());
    std::vector<QByteArray> urls = m_attempt->missingImages();
    if (urls.empty())
        return false;
    if (urls.size() > RequestImages::mostImages) {
        m_images.refuse(u"is one too many: the gateway fetches at most %1 for a request"_s.arg(
            RequestImages::mostImages));
        return false;
    }
    m_state = State::Fetching;
    m_fetchingSince = m_worker.clock().steady();
    m_images.fetch(std::move(urls),
                   {.environment = {m_worker.io(), m_worker.upstream(), m_worker.imageGate()},
                    .settings = settings.fetchImages,
                    .timeLeft = timeLeft(m_fetchingSince),
                    .mostBytes = settings.bodyLimit,
                    .trace = m_trace},
                   [this] { onImages(); });
    return true;
}

void Exchange::onImages()
{
    m_fetchedUs += microseconds(m_fetchingSince, m_worker.clock().steady());
    startAttempt();
}

} // namespace Gatehouse::Gateway
