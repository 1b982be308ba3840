// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QtCore/QByteArray>

#include <functional>
#include <optional>

namespace Gatehouse::Providers {

//! One line of a metrics page: `vllm:num_requests_running{model_name="m"} 3.0`. Views into the
//! page.
struct MetricSample {
    QByteArrayView name;
    QByteArrayView labels; //!< between the braces, checked
    double value = 0;      //!< may be infinite or not a number

    //! The label's value without its quotes, escapes as they stand; nothing when absent.
    std::optional<QByteArrayView> label(QByteArrayView name) const;
};

//! How much of a metrics page is read before it is refused.
struct MetricLimits {
    qsizetype bytes = 4 * 1024 * 1024;
    qsizetype line = 16 * 1024;
    int samples = 50'000;
};

//! Reads a page of the Prometheus text format 0.0.4 and hands over its samples in order; the first
//! line that breaks the format ends it with an error that names the line. Time stamps, exemplars of
//! OpenMetrics and comments are checked or skipped, not kept.
Result<void> readPrometheus(QByteArrayView page,
                            const std::function<void(const MetricSample &)> &take,
                            const MetricLimits &limits = {});

} // namespace Gatehouse::Providers
