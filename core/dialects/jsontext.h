// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <QtCore/QVarLengthArray>

#include <cstring>
#include <memory>
#include <optional>

namespace Gatehouse::Dialects {

//! Small readers of raw JSON text, shared by the request and the reply side (RFC 8259).

inline bool isJsonSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

//! The closing quote of the string whose text begins at \a text, null when there is none before
//! \a end.
inline const char *stringEnd(const char *text, const char *end)
{
    for (const char *at = text; at < end;) {
        const auto *quote =
            static_cast<const char *>(std::memchr(at, '"', static_cast<std::size_t>(end - at)));
        if (!quote)
            return nullptr;
        const char *before = quote;
        while (before > text && before[-1] == '\\')
            --before;
        if ((quote - before) % 2 == 0)
            return quote;
        at = quote + 1;
    }
    return nullptr;
}

//! \a token is a number as RFC 8259 section 6 writes it.
bool isJsonNumber(QByteArrayView token);

//! Every backslash in the inside of a string begins one of RFC 8259's escapes.
bool hasValidEscapes(QByteArrayView text);

//! Offset of the first byte that is no UTF-8; the size when all is.
qsizetype firstInvalidUtf8(QByteArrayView text);

//! A JSON string token ("\"a\\n\"") as UTF-8 text; empty when \a token is no string.
QByteArray unquoted(QByteArrayView token);

//! A non-negative whole number; nothing for null, fractions, exponents and what does not fit.
std::optional<qint64> wholeNumber(QByteArrayView token);

//! One member of an object: raw text of name and value inside the object's text.
struct JsonMember {
    QByteArrayView key;   //!< without quotes, escapes kept
    QByteArrayView value; //!< raw, without surrounding white space
    qsizetype begin = 0;  //!< offset of the key's opening quote
};
using JsonMembers = QVarLengthArray<JsonMember, 16>;

//! Takes objects apart one level at a time with simdjson; keeps its buffers.
class JsonMemberReader
{
public:
    JsonMemberReader();
    ~JsonMemberReader();
    JsonMemberReader(const JsonMemberReader &) = delete;
    JsonMemberReader &operator=(const JsonMemberReader &) = delete;

    //! The members of \a object, as views into it. False when it is no object or broken JSON
    //! (brackets, strings and encoding are checked everywhere, scalars below are not).
    bool read(QByteArrayView object, JsonMembers &members);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

//! The value of the member \a key, empty when absent.
QByteArrayView memberValue(const JsonMembers &members, QByteArrayView key);

} // namespace Gatehouse::Dialects
