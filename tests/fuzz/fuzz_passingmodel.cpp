// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/passingmodel.h"
#include "tests/fuzz/fuzztarget.h"

namespace Gatehouse::Fuzz {

//! A body cut anywhere names the same model as the whole one, of a bounded length. The first byte
//! says where it is cut.
static QByteArray checkPassingModel(QByteArrayView input)
{
    if (input.isEmpty())
        return {};
    const QByteArrayView body = input.sliced(1);
    Dialects::PassingModel whole;
    whole.feed(body);
    Dialects::PassingModel cut;
    const qsizetype step = 1 + static_cast<unsigned char>(input.front()) % 16;
    for (qsizetype at = 0; at < body.size(); at += step)
        cut.feed(body.sliced(at, std::min(step, body.size() - at)));
    if (whole.model() != cut.model())
        return "another model when the body comes in pieces";
    return whole.model().size() > Dialects::PassingModel::longestName ? "a name too long" : "";
}

} // namespace Gatehouse::Fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    return Gatehouse::Fuzz::run(Gatehouse::Fuzz::checkPassingModel, data, size);
}
