// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/providers/prometheustext.h"
#include "tests/fuzz/fuzztarget.h"

namespace Gatehouse::Fuzz {

//! Whatever comes: samples have names, and their labels can be asked for.
static QByteArray checkMetrics(QByteArrayView page)
{
    QByteArray problem;
    const auto take = [&problem](const Providers::MetricSample &sample) {
        if (sample.name.isEmpty())
            problem = "a sample without a name";
        (void)sample.label("model_name");
    };
    (void)Providers::readPrometheus(page, take, {.bytes = 4096, .line = 256, .samples = 64});
    return problem;
}

} // namespace Gatehouse::Fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    return Gatehouse::Fuzz::run(Gatehouse::Fuzz::checkMetrics, data, size);
}
