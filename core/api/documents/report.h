// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/fieldvalues.h"

namespace Gatehouse::Api {

//! Collects findings about one noun by key.
class Report
{
public:
    Report(QString path, Findings &findings)
        : m_path(std::move(path))
        , m_findings(findings)
    {
    }

    void error(const QString &key, const QString &message)
    {
        m_findings.append(
            {.severity = Severity::Error, .path = joinPath(m_path, key), .message = message});
    }
    void warning(const QString &key, const QString &message)
    {
        m_findings.append(
            {.severity = Severity::Warning, .path = joinPath(m_path, key), .message = message});
    }
    //! An error unless \a problem is empty.
    void problem(const QString &key, const QString &problem)
    {
        if (!problem.isEmpty())
            error(key, problem);
    }

private:
    QString m_path;
    Findings &m_findings;
};

//! "targets[2]".
QString item(const QString &key, qsizetype index);

//! Form of an id; an absent one is the table's business.
void checkId(const QString &id, const QString &key, Report &report);

struct Provider;
struct Route;
//! Rules, canary and the other policies of a route.
void checkPolicies(const Provider &provider, Report &report);
void checkPolicies(const Route &route, const QString &path, Findings &findings);

} // namespace Gatehouse::Api
