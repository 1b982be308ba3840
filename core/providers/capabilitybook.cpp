// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/providers/capabilitybook.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Providers {

void CapabilityBook::record(const Api::Provider &provider, const ProviderTestResult &result,
                            WallTime now)
{
    Page &page = m_pages[provider.id];
    if (page.baseUrl != provider.baseUrl)
        page = {.baseUrl = provider.baseUrl, .last = {}, .findings = {}};
    const auto failed = std::ranges::find(result.checks, CheckState::Failed, &Check::state);
    page.last = {.time = now, .passed = failed == result.checks.end(), .detail = {}};
    if (!page.last.passed)
        page.last.detail = failed->detail.isEmpty() ? failed->text : failed->detail;
    for (const CapabilityFinding &finding : result.capabilities)
        page.findings.insert({finding.model, finding.capability},
                             {.state = finding.state, .reason = finding.reason, .time = now});
}

std::optional<CapabilityBook::Finding> CapabilityBook::find(const Api::Provider &provider,
                                                            const QString &model,
                                                            const QString &capability) const
{
    const Page *known = page(provider);
    if (!known)
        return std::nullopt;
    const auto found = known->findings.constFind({model, capability});
    return found == known->findings.constEnd() ? std::nullopt : std::optional(*found);
}

std::optional<bool> CapabilityBook::has(const Api::Provider &provider, const QString &model,
                                        const QString &capability) const
{
    const auto finding = find(provider, model, capability);
    if (!finding || finding->state == CheckState::Skipped)
        return {};
    return finding->state == CheckState::Passed;
}

std::optional<CapabilityBook::LastTest> CapabilityBook::lastTest(
    const Api::Provider &provider) const
{
    const Page *known = page(provider);
    return known ? std::optional(known->last) : std::nullopt;
}

const CapabilityBook::Page *CapabilityBook::page(const Api::Provider &provider) const
{
    const auto found = m_pages.constFind(provider.id);
    return found != m_pages.constEnd() && found->baseUrl == provider.baseUrl ? &*found : nullptr;
}

} // namespace Gatehouse::Providers
