// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/jsontext.h"

#include <iterator>

namespace Gatehouse::Dialects {

//! One value of a JSON text that has been found sound as a whole. Reads lazily: a member is found
//! by scanning its object, nothing is built. Views into the text, which must outlive it. An absent
//! member and a null read alike: exists() is false and every reader answers "nothing".
class JsonView
{
public:
    static constexpr int maxDepth = 128;

    JsonView() = default;
    //! The value of \a text when all of it is one sound JSON value (RFC 8259: grammar, UTF-8,
    //! at most maxDepth levels), else a view that is not sound.
    static JsonView parse(QByteArrayView text);
    //! The value at the start of text already known to be sound. Of one that is not, some members
    //! or elements are missing; nothing outside of it is ever read.
    static JsonView trusted(QByteArrayView text);

    bool isSound() const { return !m_raw.isEmpty(); } //!< parse() succeeded
    bool exists() const { return !m_raw.isEmpty() && m_raw[0] != 'n'; }
    bool isObject() const { return !m_raw.isEmpty() && m_raw[0] == '{'; }
    bool isList() const { return !m_raw.isEmpty() && m_raw[0] == '['; }
    bool isString() const { return !m_raw.isEmpty() && m_raw[0] == '"'; }
    bool isNumber() const;
    bool isBool() const;

    //! The text of the value, without surrounding white space; empty when absent.
    QByteArrayView raw() const { return m_raw; }
    QByteArray rawCopy() const { return exists() ? m_raw.toByteArray() : QByteArray(); }

    //! Unescaped; empty when it is no string. Lone surrogates become U+FFFD.
    QByteArray string() const;
    bool equals(QByteArrayView text) const; //!< it is this string; without escapes
    std::optional<bool> boolean() const;
    bool isTrue() const { return boolean().value_or(false); }
    std::optional<qint64> integer() const; //!< "5" and "5.0"; nothing for fractions
    std::optional<double> real() const;

    //! A member of an object; the first of that name.
    JsonView operator[](QByteArrayView key) const;
    //! An element of a list; linear.
    JsonView at(qsizetype index) const;
    qsizetype size() const; //!< of a list or object; linear
    bool isEmpty() const;   //!< absent, null, {}, [] or ""

    //! Elements of a list; of anything else none.
    class Iterator;
    Iterator begin() const;
    Iterator end() const;

    //! visit(QByteArray key (unescaped), JsonView value) for each member of an object.
    template <typename Visit>
    void forEachMember(Visit visit) const;
    //! The same with the key as it is written, escapes kept: nothing is copied.
    template <typename Visit>
    void forEachRawMember(Visit visit) const;

private:
    friend class Iterator;
    explicit JsonView(QByteArrayView raw)
        : m_raw(raw)
    {
    }
    //! The value that begins at \a at and the offset behind it.
    static qsizetype skipValue(QByteArrayView text, qsizetype at);
    static qsizetype skipSpace(QByteArrayView text, qsizetype at);
    //! Offset of the first element or member, or of the closing bracket.
    qsizetype first() const { return skipSpace(m_raw, 1); }
    bool hasNothingInside() const;

    struct Member {
        QByteArrayView key; //!< without quotes, escapes kept
        QByteArrayView value;
    };
    //! The member that begins at \a at, which moves to the next one; nothing behind the last, or
    //! where the text breaks off.
    std::optional<Member> takeMember(qsizetype &at) const;

    QByteArrayView m_raw;
};

class JsonView::Iterator
{
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = JsonView;
    using difference_type = qsizetype;
    using pointer = const JsonView *;
    using reference = JsonView;

    JsonView operator*() const { return JsonView(m_list.sliced(m_at, m_end - m_at)); }
    Iterator &operator++();
    bool operator==(const Iterator &other) const { return m_at == other.m_at; }

private:
    friend class JsonView;
    Iterator(QByteArrayView list, qsizetype at);
    QByteArrayView m_list;
    qsizetype m_at = -1; //!< -1: past the last
    qsizetype m_end = -1;
};

template <typename Visit>
void JsonView::forEachMember(Visit visit) const
{
    forEachRawMember([&visit](QByteArrayView key, JsonView value) {
        visit(key.contains('\\') ? unquoted({key.data() - 1, key.size() + 2}) : key.toByteArray(),
              value);
    });
}

template <typename Visit>
void JsonView::forEachRawMember(Visit visit) const
{
    if (!isObject())
        return;
    qsizetype at = first();
    while (const std::optional<Member> member = takeMember(at))
        visit(member->key, JsonView(member->value));
}

} // namespace Gatehouse::Dialects
