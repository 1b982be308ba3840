// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/requestimages.h"

#include "core/gateway/trace.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Gateway {

void RequestImages::fetch(std::vector<QByteArray> urls, const Order &order,
                          std::function<void()> done)
{
    std::ranges::reverse(urls);
    m_job = std::make_unique<Job>(Job{.order = order,
                                      .waiting = std::move(urls),
                                      .running = {},
                                      .done = std::move(done),
                                      .began = order.environment.io.clock.steady()});
    startSome();
}

void RequestImages::startSome()
{
    Job &job = *m_job;
    const auto spent = std::chrono::duration_cast<std::chrono::milliseconds>(
        job.order.environment.io.clock.steady() - job.began);
    while (!job.waiting.empty() && job.running.size() < atOnce) {
        job.running.push_back(std::make_unique<ImageFetch>(
            job.order.environment, job.waiting.back(), job.order.settings,
            job.order.timeLeft - spent, [this](ImageFetch &fetch) { take(fetch); }));
        job.waiting.pop_back();
    }
}

//! One has come, or will not: then the others are not waited for.
void RequestImages::take(ImageFetch &fetch)
{
    Job &job = *m_job;
    const bool isThere = fetch.image().has_value();
    job.order.trace.step("image", isThere, fetch.summary());
    if (!isThere) {
        m_problem = fetch.problem();
    } else {
        m_bytes += fetch.image()->data.size();
        m_images.emplace(fetch.url(), *fetch.image());
        if (m_bytes > job.order.mostBytes)
            m_problem = u"is too large: together they are larger than a request may be"_s;
    }
    std::erase_if(job.running, [&fetch](const auto &one) { return one.get() == &fetch; });
    if (!m_problem) {
        startSome();
        if (!job.running.empty())
            return;
    }
    const auto done = std::move(job.done);
    m_job.reset();
    done();
}

} // namespace Gatehouse::Gateway
