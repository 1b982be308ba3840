// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QtCore/QByteArray>

#include <map>
#include <mutex>
#include <vector>

namespace Gatehouse::Routing {

//! Pinned targets that were answered by another model than they name. Thread-safe.
class DriftBook
{
public:
    //! A target is told once in this time.
    static constexpr std::chrono::hours tellEvery{1};

    struct Drift {
        QByteArray provider;
        QByteArray asked;
        QByteArray answered;

        bool operator==(const Drift &) const = default;
    };

    //! Takes a lock: only for answers that are known to differ.
    void note(QByteArrayView provider, QByteArrayView asked, QByteArrayView answered,
              SteadyTime now);
    //! What is to be told, once each.
    std::vector<Drift> take();

private:
    std::mutex m_mutex;
    std::map<QByteArray, SteadyTime> m_told; //!< "provider/model"
    std::vector<Drift> m_new;
};

//! \a answered names another model than \a asked; an answer that names none does not.
bool isAnotherModel(QByteArrayView asked, QByteArrayView answered);

} // namespace Gatehouse::Routing
