// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <mutex>
#include <utility>

namespace Gatehouse {

//! The newest of something that is made whole and never changed: one thread gives, any thread
//! takes. The lock is held for as long as a pointer takes to be copied. (std::atomic of a
//! shared_ptr spins on a lock of its own; the reader's side of it, up to libstdc++ 12, gives that
//! lock back without the order that the next writer needs.)
template <typename T>
class Latest
{
public:
    Latest() = default;
    explicit Latest(std::shared_ptr<const T> first)
        : m_value(std::move(first))
    {
    }

    std::shared_ptr<const T> load() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_value;
    }

    void store(std::shared_ptr<const T> value)
    {
        // What was there dies with the parameter, after the lock.
        const std::scoped_lock lock(m_mutex);
        m_value.swap(value);
    }

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const T> m_value;
};

} // namespace Gatehouse
