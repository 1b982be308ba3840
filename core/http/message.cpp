// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/message.h"

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace Gatehouse::Http {

namespace {

constexpr char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

constexpr qsizetype wordSize = sizeof(quint64);

//! Eight bytes with their ASCII capitals lowered. A byte's high bit takes the carry of its sums, so
//! that none reaches its neighbour.
quint64 loweredWord(const char *bytes)
{
    constexpr quint64 ones = 0x0101010101010101U;
    quint64 word = 0;
    std::memcpy(&word, bytes, sizeof word);
    const quint64 lowBits = word & (ones * 0x7f);
    const quint64 fromA = lowBits + ones * (0x80 - 'A');
    const quint64 pastZ = lowBits + ones * (0x7f - 'Z');
    const quint64 capitals = (fromA ^ pastZ) & ~word & (ones * 0x80);
    return word | (capitals >> 2U);
}

} // namespace

QByteArrayView Fields::value(QByteArrayView name) const
{
    for (const Field &field : m_fields) {
        if (sameName(field.name, name))
            return field.value;
    }
    return {};
}

bool Fields::contains(QByteArrayView name) const
{
    return count(name) > 0;
}

int Fields::count(QByteArrayView name) const
{
    return static_cast<int>(
        std::count_if(m_fields.begin(), m_fields.end(),
                      [name](const Field &field) { return sameName(field.name, name); }));
}

// Eight bytes at a time; the last eight overlap those before them.
bool isSameFolded(const char *a, const char *b, qsizetype size)
{
    if (size < wordSize)
        return std::equal(a, a + size, b,
                          [](char x, char y) { return x == y || lowered(x) == lowered(y); });
    const qsizetype last = size - wordSize;
    for (qsizetype at = 0; at < last; at += wordSize) {
        if (loweredWord(a + at) != loweredWord(b + at))
            return false;
    }
    return loweredWord(a + last) == loweredWord(b + last);
}

// RFC 9110 section 15, RFC 6585.
QByteArrayView reasonPhrase(int status)
{
    switch (status) {
    case 100:
        return "Continue";
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 202:
        return "Accepted";
    case 204:
        return "No Content";
    case 206:
        return "Partial Content";
    case 301:
        return "Moved Permanently";
    case 302:
        return "Found";
    case 303:
        return "See Other";
    case 304:
        return "Not Modified";
    case 307:
        return "Temporary Redirect";
    case 308:
        return "Permanent Redirect";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 402:
        return "Payment Required";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 406:
        return "Not Acceptable";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 410:
        return "Gone";
    case 411:
        return "Length Required";
    case 412:
        return "Precondition Failed";
    case 413:
        return "Content Too Large";
    case 414:
        return "URI Too Long";
    case 415:
        return "Unsupported Media Type";
    case 416:
        return "Range Not Satisfiable";
    case 417:
        return "Expectation Failed";
    case 421:
        return "Misdirected Request";
    case 422:
        return "Unprocessable Content";
    case 424:
        return "Failed Dependency";
    case 425:
        return "Too Early";
    case 426:
        return "Upgrade Required";
    case 428:
        return "Precondition Required";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 499:
        return "Client Closed Request";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 502:
        return "Bad Gateway";
    case 503:
        return "Service Unavailable";
    case 504:
        return "Gateway Timeout";
    case 505:
        return "HTTP Version Not Supported";
    default: // an open set of numbers
        return "Status";
    }
}

} // namespace Gatehouse::Http
