// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/router.h"

namespace Gatehouse::Admin {

namespace {

bool matches(const QStringList &pattern, const QStringList &path)
{
    if (pattern.size() != path.size())
        return false;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (!pattern[i].startsWith(u'{') && pattern[i] != path[i])
            return false;
    }
    return true;
}

} // namespace

QString Router::nameOf(const Route &route)
{
    return QString::fromLatin1(route.method) + u" /" + route.pattern.join(u'/');
}

void Router::add(const QByteArray &method, const QString &pattern, Handler handler)
{
    m_routes.push_back({method, pattern.split(u'/', Qt::SkipEmptyParts), std::move(handler)});
}

Router::Match Router::find(const QByteArray &method, const QStringList &path) const
{
    Match match;
    for (const Route &route : m_routes) {
        if (!matches(route.pattern, path))
            continue;
        match.pathExists = true;
        if (route.method == method) {
            match.handler = &route.handler;
            match.route = nameOf(route);
            return match;
        }
    }
    return match;
}

QStringList Router::routes() const
{
    QStringList all;
    for (const Route &route : m_routes)
        all.append(nameOf(route));
    all.sort();
    return all;
}

} // namespace Gatehouse::Admin
