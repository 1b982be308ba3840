// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <chrono>
#include <span>
#include <vector>

namespace Gatehouse::Http {

//! Limits a message is held to while its bytes arrive.
struct MessageLimits {
    qsizetype startLine = 8LL * 1024;
    qsizetype head = 32LL * 1024; //!< all field lines together
    int fields = 100;
    qint64 body = 64LL * 1024 * 1024;
    qsizetype chunkExtras = 4LL * 1024; //!< chunk extensions and trailers together
    std::chrono::milliseconds headTime{10'000};
    std::chrono::milliseconds bodyTime{30'000}; //!< plus 1 s per 64 KiB announced
    std::chrono::milliseconds idleTime{60'000}; //!< keep-alive without a request

    bool operator==(const MessageLimits &) const = default;
};

enum class Method { Get, Head, Post, Put, Patch, Delete, Options, Other };

//! One field line; views into the head's own storage.
struct Field {
    QByteArrayView name;  //!< as received
    QByteArrayView value; //!< without surrounding white space
};

//! Field lines in order. Look-up ignores ASCII case.
class Fields
{
public:
    //! The first value of \a name, empty view when absent.
    QByteArrayView value(QByteArrayView name) const;
    bool contains(QByteArrayView name) const;
    int count(QByteArrayView name) const;
    std::span<const Field> all() const { return m_fields; }

    std::vector<Field> m_fields;
};

//! A request's head. The views live as long as the head object's storage does.
struct RequestHead {
    Method method = Method::Other;
    QByteArrayView methodText;
    QByteArrayView target;     //!< origin form, absolute form reduced to it: "/v1/models?x=1"
    QByteArrayView path;       //!< target before '?', not percent-decoded
    QByteArrayView query;      //!< after '?', empty when none
    QByteArrayView host;       //!< "name" or "name:port"; empty only for HTTP/1.0 without Host
    bool absoluteForm = false; //!< the target came as "http://host/…", with the same host as Host
    int minorVersion = 1;
    Fields fields;
    qint64 contentLength = -1; //!< -1: none announced
    bool chunked = false;
    bool keepAlive = true;
    bool expectsContinue = false;

    bool hasBody() const { return chunked || contentLength > 0; }
};

struct ResponseHead {
    int status = 0;
    int minorVersion = 1;
    Fields fields;
    qint64 contentLength = -1; //!< -1: until close, or chunked
    bool chunked = false;
    bool keepAlive = true;
};

//! True when \a size bytes are the same but for ASCII case.
bool isSameFolded(const char *a, const char *b, qsizetype size);

//! ASCII case-insensitive equality.
inline bool sameName(QByteArrayView a, QByteArrayView b)
{
    constexpr int caseBit = 0x20;
    // Most names differ in their first letter already.
    return a.size() == b.size()
        && (a.isEmpty()
            || ((a.front() | caseBit) == (b.front() | caseBit)
                && isSameFolded(a.data(), b.data(), a.size())));
}

//! "OK", "Not Found" …; "Status" for codes without a standard phrase.
QByteArrayView reasonPhrase(int status);

} // namespace Gatehouse::Http
