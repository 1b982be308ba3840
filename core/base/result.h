// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <optional>
#include <utility>
#include <variant>

namespace Gatehouse {

//! What went wrong, for callers to branch on. Words for people are chosen from it, not from detail.
enum class ErrorCode {
    InvalidArgument,
    NotFound,
    AlreadyExists,
    Conflict,
    Unauthenticated,
    PermissionDenied,
    LimitExceeded,
    Unavailable,
    Locked,
    InUse,
    ReadOnly,
    DiskFull,
    Corrupt,
    Timeout,
    Unsupported,
    Io,
    Internal,
};

//! A failure: code to branch on, English detail for logs and API clients, and the field or file
//! position it concerns ("providers[2].base_url"), empty when none.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString detail;
    QString path = {};

    bool operator==(const Error &) const = default;
};

//! A value or an Error, with the names of std::expected (C++23).
template <typename T>
class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    } // NOLINT(google-explicit-constructor)
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    } // NOLINT(google-explicit-constructor)

    bool has_value() const noexcept { return m_state.index() == 0; }
    explicit operator bool() const noexcept { return has_value(); }

    T &value() & { return std::get<0>(m_state); }
    const T &value() const & { return std::get<0>(m_state); }
    T &&value() && { return std::get<0>(std::move(m_state)); }
    T &operator*() & { return value(); }
    const T &operator*() const & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    T *operator->() { return &value(); }
    const T *operator->() const { return &value(); }

    const Error &error() const & { return std::get<1>(m_state); }
    T value_or(T other) const { return has_value() ? value() : std::move(other); }

private:
    std::variant<T, Error> m_state;
};

//! Success without a value, or an Error. `return {};` is success.
template <>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error)
        : m_error(std::move(error))
    {
    } // NOLINT(google-explicit-constructor)

    bool has_value() const noexcept { return !m_error.has_value(); }
    explicit operator bool() const noexcept { return has_value(); }
    const Error &error() const & { return *m_error; }

private:
    std::optional<Error> m_error;
};

} // namespace Gatehouse
