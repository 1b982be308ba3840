// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/configuration.h"

#include "core/api/documents/validation.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Config {

Configuration::Configuration(RevisionStore &revisions)
    : m_revisions(revisions)
{
}

Result<void> Configuration::load(const ChangeInfo &info)
{
    Result<Revision> newest = m_revisions.current();
    if (newest && newest->number == 0)
        newest = m_revisions.append(
            {.document = {}, .who = info.who, .source = info.source, .reason = info.reason});
    if (!newest)
        return newest.error();
    m_document = newest->document;
    m_revision = newest->number;
    return {};
}

ChangeOutcome Configuration::replace(const Api::Document &document, const ChangeInfo &info,
                                     bool fromFile)
{
    ChangeOutcome outcome;
    outcome.revision = m_revision;
    if (!fromFile && !m_managedBy.isEmpty()) {
        outcome.error =
            Error{ErrorCode::ReadOnly,
                  u"the configuration is managed by %1; change it there"_s.arg(m_managedBy)};
        return outcome;
    }
    if (info.allowed) {
        if (const Result<void> allowed = info.allowed(m_document, document); !allowed) {
            outcome.error = allowed.error();
            return outcome;
        }
    }
    if (!info.isChecked)
        outcome.findings = Api::validate(document);
    if (Api::hasErrors(outcome.findings))
        return outcome;
    Result<Revision> made = m_revisions.append({.document = document,
                                                .who = info.who,
                                                .source = info.source,
                                                .reason = info.reason,
                                                .expected = info.expected});
    if (!made) {
        outcome.error = made.error();
        return outcome;
    }
    outcome.revision = made->number;
    if (made->number == m_revision)
        return outcome; // nothing changed
    m_document = document;
    m_revision = made->number;
    outcome.differences = std::move(made->differences);
    if (onChanged)
        onChanged();
    return outcome;
}

ChangeOutcome Configuration::edit(const std::function<Result<void>(Api::Document &)> &edit,
                                  const ChangeInfo &info)
{
    Api::Document document = m_document;
    if (const Result<void> edited = edit(document); !edited)
        return {.revision = m_revision, .findings = {}, .error = edited.error()};
    return replace(document, info);
}

ChangeOutcome Configuration::restore(qint64 revision, const ChangeInfo &info)
{
    const Result<Revision> earlier = m_revisions.show(revision);
    if (!earlier)
        return {.revision = m_revision, .findings = {}, .error = earlier.error()};
    ChangeInfo restored = info;
    if (restored.reason.isEmpty())
        restored.reason = u"restored revision %1"_s.arg(revision);
    return replace(earlier->document, restored);
}

} // namespace Gatehouse::Config
