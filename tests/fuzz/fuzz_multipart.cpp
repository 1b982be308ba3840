// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/multipart.h"
#include "tests/fuzz/fuzztarget.h"

using namespace Gatehouse::Dialects;

namespace {

//! A form that is taken reads the same after its model was changed, but for the model.
QByteArray check(QByteArrayView bytes)
{
    (void)multipartBoundary(bytes);
    const QByteArray body = bytes.toByteArray();
    const auto form = readMultipart(body, "XyZ");
    if (!form)
        return {};
    const auto pieces = replaceFormModel(body, *form, "another");
    if (!pieces)
        return {};
    QByteArray changed;
    for (const QByteArray &piece : *pieces)
        changed += piece;
    const auto again = readMultipart(changed, "XyZ");
    if (!again || again->parts.size() != form->parts.size())
        return "the changed form has other parts";
    return again->text("model", changed) == "another" ? QByteArray() : "the model was not changed";
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    return Gatehouse::Fuzz::run(check, data, size);
}
