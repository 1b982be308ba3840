// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QtGlobal>

namespace Gatehouse::Http {

//! Lets a function notice that a call to the outside destroyed its object. A member of the object;
//! the function puts a Watcher on its stack.
class LifeFlag
{
public:
    class Watcher;

    LifeFlag() = default;
    ~LifeFlag();
    LifeFlag(const LifeFlag &) = delete;
    LifeFlag &operator=(const LifeFlag &) = delete;

private:
    Watcher *m_watcher = nullptr;
};

//! Watchers of one flag form a chain, the innermost call first.
class LifeFlag::Watcher
{
public:
    explicit Watcher(LifeFlag &flag)
        : m_flag(&flag)
        , m_outer(flag.m_watcher)
    {
        flag.m_watcher = this;
    }
    ~Watcher()
    {
        if (m_flag)
            m_flag->m_watcher = m_outer;
    }
    Watcher(const Watcher &) = delete;
    Watcher &operator=(const Watcher &) = delete;

    bool isAlive() const { return m_flag != nullptr; }

private:
    friend class LifeFlag;
    LifeFlag *m_flag;
    Watcher *m_outer;
};

inline LifeFlag::~LifeFlag()
{
    for (Watcher *watcher = m_watcher; watcher; watcher = watcher->m_outer)
        watcher->m_flag = nullptr;
}

} // namespace Gatehouse::Http
