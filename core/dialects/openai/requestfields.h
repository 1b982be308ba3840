// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/dialects/canonical.h"
#include "core/dialects/jsonview.h"

namespace Gatehouse::Dialects::OpenAi {

//! Reads members of a client's body and keeps the first mistake it meets. Each reader answers
//! "nothing" for an absent or null member and for one of a wrong type.
class RequestFields
{
public:
    void fail(const QByteArray &path, const QString &what);
    bool hasFailed() const { return m_error.has_value(); }
    const Error &error() const { return *m_error; }

    QByteArray string(JsonView value, const QByteArray &path);
    RawJson number(JsonView value, const QByteArray &path);
    std::optional<qint64> integer(JsonView value, const QByteArray &path);
    std::optional<bool> boolean(JsonView value, const QByteArray &path);
    RawJson object(JsonView value, const QByteArray &path);
    //! A string, or a list of strings.
    std::vector<QByteArray> strings(JsonView value, const QByteArray &path);

private:
    void wrongType(const QByteArray &path, QByteArrayView wanted);

    std::optional<Error> m_error;
};

//! Members that chat and legacy completions share: sampling, limits, user, stream … False when
//! \a key is none of them.
bool readCommonMember(const QByteArray &key, JsonView value, RequestFields &fields,
                      Request &request);

} // namespace Gatehouse::Dialects::OpenAi
