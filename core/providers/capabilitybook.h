// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/provider.h"
#include "core/base/clock.h"
#include "core/providers/providertest.h"

#include <QtCore/QHash>

namespace Gatehouse::Providers {

//! What tests found out about providers and their models since the engine started. A finding counts
//! only for the address it was made at: an edited provider begins anew. Control thread.
class CapabilityBook
{
public:
    struct Finding {
        CheckState state = CheckState::Skipped;
        QString reason; //!< why it failed or could not be tested
        WallTime time;
    };
    struct LastTest {
        WallTime time;
        bool passed = false;
        QString detail; //!< of the first failed check, empty when it passed
    };

    void record(const Api::Provider &provider, const ProviderTestResult &result, WallTime now);
    //! Nothing when it was never tested.
    std::optional<Finding> find(const Api::Provider &provider, const QString &model,
                                const QString &capability) const;
    //! What a test found out, nothing when none did: that it can, or that it cannot.
    std::optional<bool> has(const Api::Provider &provider, const QString &model,
                            const QString &capability) const;
    std::optional<LastTest> lastTest(const Api::Provider &provider) const;

private:
    struct Page {
        QString baseUrl;
        LastTest last;
        QHash<std::pair<QString, QString>, Finding> findings; //!< by model and capability
    };

    const Page *page(const Api::Provider &provider) const;

    QHash<QString, Page> m_pages; //!< by provider id
};

} // namespace Gatehouse::Providers
