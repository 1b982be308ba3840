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
    explicit Watcher(LifeFlag &flag);
    ~Watcher();
    Watcher(const Watcher &) = delete;
    Watcher &operator=(const Watcher &) = delete;

    bool isAlive() const { return m_flag != nullptr; }

private:
    friend class LifeFlag;
    LifeFlag *m_flag;
    Watcher *m_outer;
};

} // namespace Gatehouse::Http
