// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/records.h"

#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace Gatehouse::Ledger {

//! Lends vectors of records that keep what they held when their last reader lets go of them, on
//! whatever thread: the next user writes over it, which spares it most of the memory's allocation.
class RowPool
{
public:
    using Records = std::vector<RequestRecord>;

    std::shared_ptr<Records> take()
    {
        std::unique_ptr<Records> records = m_shelf->take();
        // The shelf outlives the pool for as long as something is lent.
        return {records.release(),
                [shelf = m_shelf](Records *done) { shelf->give(std::unique_ptr<Records>(done)); }};
    }

private:
    class Shelf
    {
    public:
        std::unique_ptr<Records> take()
        {
            const std::scoped_lock lock(m_mutex);
            if (m_free.empty())
                return std::make_unique<Records>();
            std::unique_ptr<Records> records = std::move(m_free.back());
            m_free.pop_back();
            return records;
        }
        void give(std::unique_ptr<Records> records)
        {
            const std::scoped_lock lock(m_mutex);
            if (m_free.size() < most)
                m_free.push_back(std::move(records));
        }

    private:
        static constexpr size_t most = 32; //!< one large batch and a half
        std::mutex m_mutex;
        std::vector<std::unique_ptr<Records>> m_free;
    };

    std::shared_ptr<Shelf> m_shelf = std::make_shared<Shelf>();
};

} // namespace Gatehouse::Ledger
