// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QtCore/QObject>
#include <QtTest/QTest>

#include <functional>
#include <memory>
#include <optional>

namespace Gatehouse {

//! Waits for one callback answer of type Result<T>:
//!
//!     const auto secret = answerOf<Secret>([&](QObject *context, auto done) {
//!         store.read(u"env:KEY"_s, context, done);
//!     });
//!
//! Timeout when no answer came within \a patience.
template <typename T, typename Call>
Result<T> answerOf(Call call, std::chrono::milliseconds patience = std::chrono::seconds(15))
{
    QObject context;
    auto answer = std::make_shared<std::optional<Result<T>>>();
    call(&context, [answer](const Result<T> &result) { *answer = result; });
    if (*answer) // answers come later than the call
        return Error{ErrorCode::Internal, QStringLiteral("answered inside the call")};
    (void)QTest::qWaitFor([&] { return answer->has_value(); }, static_cast<int>(patience.count()));
    return answer->value_or(Error{ErrorCode::Timeout, QStringLiteral("no answer")});
}

} // namespace Gatehouse
