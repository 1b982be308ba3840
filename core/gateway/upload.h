// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/passingmodel.h"
#include "core/http/server.h"

namespace Gatehouse::Gateway {

class Attempt;
struct Published;

//! The body of a request that passes to a provider while it comes. What the provider does not take
//! is not read from the client; kept is only what was read already, one read's worth of bytes.
//! Once some of it has been given there can be no other attempt.
class Upload
{
public:
    //! A body that announces no more is read whole: it can be sent again.
    static constexpr qint64 wholeUpTo = 256LL * 1024;

    //! The body behind \a head passes as it comes. Not a short one, and not where Amazon's
    //! signature needs the whole body's hash: that is read first, up to the body limit. \a rest is
    //! the path from the provider's id on.
    static bool isFor(const Http::RequestHead &head, QByteArrayView rest,
                      const Published &published);

    explicit Upload(Http::ServerExchange &client)
        : m_client(client)
    {
    }
    Upload(const Upload &) = delete;
    Upload &operator=(const Upload &) = delete;

    //! As the client announced it; -1 when it did not.
    qint64 length() const { return m_client.head().contentLength; }
    bool hasBegun() const { return m_hasBegun; }
    //! That the body names, as soon as it was seen.
    const QByteArray &model() const { return m_model.model(); }

    //! The next bytes from the client.
    void take(QByteArrayView bytes);
    void end() { m_hasEnded = true; }
    //! Gives \a attempt what it takes now, and lets the client send or wait.
    void pass(Attempt &attempt);

private:
    Http::ServerExchange &m_client;
    Dialects::PassingModel m_model;
    QByteArray m_held;
    bool m_hasEnded = false;  //!< the client has sent everything
    bool m_hasBegun = false;  //!< some of it is with the provider
    bool m_isThrough = false; //!< all of it is
};

} // namespace Gatehouse::Gateway
