// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/routeproblems.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

class RouteCheck
{
    Q_DECLARE_TR_FUNCTIONS(RouteCheck)

public:
    explicit RouteCheck(const RouteFacts &facts)
        : m_facts(facts)
    {
    }

    void check(const Api::Route &route, const QString &path)
    {
        for (qsizetype i = 0; i < route.targets.size(); ++i)
            checkModel(route.targets.at(i), u"%1.targets[%2].model"_s.arg(path).arg(i));
        if (!route.targets.isEmpty() && usableTargets(route, m_facts) == 0)
            warn(path + u".targets",
                 tr("No target of “%1” can take a request now: every provider is down or paused.")
                     .arg(route.id));
    }

    //! Created keys live outside the document: its own check does not see them.
    void check(const KeyAccess &key, const Api::Document &document)
    {
        for (const QString &name : key.routes) {
            const bool isRoute =
                std::any_of(document.routes.cbegin(), document.routes.cend(),
                            [&name](const Api::Route &route) { return route.id == name; });
            if (!isRoute && !name.contains(u'/') && !name.contains(u'*'))
                warn(u"keys"_s,
                     tr("The key “%1” may use “%2”, which is no route of this draft.")
                         .arg(key.name, name));
        }
    }

    Api::Findings take() { return std::move(m_findings); }

private:
    void checkModel(const Api::RouteTarget &target, const QString &path)
    {
        const QStringList known = m_facts.modelsOf(target.provider);
        if (known.isEmpty() || target.model.isEmpty())
            return; // a provider that tells no models takes any name
        const DirectModel *model = m_facts.model(target.provider, target.model);
        if (!model)
            warn(path,
                 tr("%1 does not offer “%2” now. Check the name or the provider’s model list.")
                     .arg(target.provider, target.model));
        else if (!model->priced)
            warn(path,
                 tr("No price for “%1”. Its requests will not be in the spend total.")
                     .arg(model->id));
    }

    void warn(const QString &path, const QString &message)
    {
        m_findings.append(
            {.severity = Api::Severity::Warning, .path = path, .line = 0, .message = message});
    }

    const RouteFacts &m_facts;
    Api::Findings m_findings;
};

} // namespace

Api::Findings routeProblems(const Api::Document &document, const RouteFacts &facts)
{
    RouteCheck check(facts);
    for (qsizetype i = 0; i < document.routes.size(); ++i)
        check.check(document.routes.at(i), u"routes[%1]"_s.arg(i));
    for (const KeyAccess &key : facts.keys)
        if (!key.declared)
            check.check(key, document);
    return check.take();
}

ProblemPlace placeOf(const Api::Finding &finding, const Api::Document &document)
{
    static const QRegularExpression pattern(u"^routes\\[(\\d+)\\]\\.?(.*)$"_s);
    const QRegularExpressionMatch match = pattern.match(finding.path);
    const qsizetype index = match.hasMatch() ? match.captured(1).toLongLong() : -1;
    if (index < 0 || index >= document.routes.size())
        return {};
    return {.route = document.routes.at(index).id, .field = match.captured(2)};
}

Api::Findings merged(const Api::Findings &first, const Api::Findings &second)
{
    Api::Findings all = first;
    for (const Api::Finding &finding : second)
        if (!all.contains(finding))
            all.append(finding);
    std::stable_sort(all.begin(), all.end(), [](const Api::Finding &a, const Api::Finding &b) {
        return a.severity == Api::Severity::Error && b.severity != Api::Severity::Error;
    });
    return all;
}

} // namespace Gatehouse::Ui
