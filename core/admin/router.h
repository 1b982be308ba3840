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
    std::vector<Route> m_routes;
};

} // namespace Gatehouse::Admin
