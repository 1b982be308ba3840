// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/lifeflag.h"

namespace Gatehouse::Http {

// Not inline: GCC 12 would warn of the pointer to a local, which the destructors take back.

LifeFlag::~LifeFlag()
{
    for (Watcher *watcher = m_watcher; watcher; watcher = watcher->m_outer)
        watcher->m_flag = nullptr;
}

LifeFlag::Watcher::Watcher(LifeFlag &flag)
    : m_flag(&flag)
    , m_outer(flag.m_watcher)
{
    flag.m_watcher = this;
}

LifeFlag::Watcher::~Watcher()
{
    if (m_flag)
        m_flag->m_watcher = m_outer;
}

} // namespace Gatehouse::Http
