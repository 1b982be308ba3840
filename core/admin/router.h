// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/adminrequest.h"

#include <vector>

namespace Gatehouse::Admin {

//! Finds the handler of a method and path. Patterns: "/keys/{id}/disable".
class Router
{
public:
    void add(const QByteArray &method, const QString &pattern, Handler handler);

    struct Match {
        const Handler *handler = nullptr;
        bool pathExists = false; //!< some method knows the path: 405 rather than 404
        QString route;           //!< "GET /keys/{id}", of the handler
    };
    Match find(const QByteArray &method, const QStringList &path) const;
    //! "GET /keys", sorted, for the API description.
    QStringList routes() const;

private:
    struct Route {
        QByteArray method;
        QStringList pattern;
        Handler handler;
    };
    static QString nameOf(const Route &route);

    std::vector<Route> m_routes;
};

} // namespace Gatehouse::Admin
