// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/remoteimages.h"
#include "core/gateway/imagefetch.h"

#include <vector>

namespace Gatehouse::Gateway {

class Trace;

//! The images that one request names by address: fetched a few at a time, each once, whatever the
//! number of providers it is sent to.
class RequestImages
{
public:
    static constexpr int mostImages = 20;
    static constexpr int atOnce = 4;

    RequestImages() = default;
    RequestImages(const RequestImages &) = delete;
    RequestImages &operator=(const RequestImages &) = delete;

    struct Order {
        ImageFetch::Environment environment;
        Api::ImageFetching settings;
        std::chrono::milliseconds timeLeft;
        qint64 mostBytes; //!< all together, as they are sent on
        Trace &trace;
    };
    //! Fetches \a urls; \a done is called once, later, when all are there or one is not to be had.
    void fetch(std::vector<QByteArray> urls, const Order &order, std::function<void()> done);
    void cancel() { m_job.reset(); }
    //! Gives up before anything is fetched.
    void refuse(const QString &problem) { m_problem = problem; }

    bool has(const QByteArray &url) const { return m_images.contains(url); }
    const Dialects::FetchedImages &images() const { return m_images; }
    //! Why one could not be had; no further one is fetched then.
    const std::optional<QString> &problem() const { return m_problem; }

private:
    struct Job {
        Order order;
        std::vector<QByteArray> waiting; //!< the last one is next
        std::vector<std::unique_ptr<ImageFetch>> running;
        std::function<void()> done;
        SteadyTime began;
    };

    void startSome();
    void take(ImageFetch &fetch);

    std::unique_ptr<Job> m_job;
    Dialects::FetchedImages m_images;
    qint64 m_bytes = 0; //!< of the images, in base64
    std::optional<QString> m_problem;
};

} // namespace Gatehouse::Gateway
