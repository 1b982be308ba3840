// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/document.h"
#include "core/api/roles.h"
#include "core/base/result.h"

namespace Gatehouse::Admin {

//! What \a route ("GET /keys/{id}") needs; nothing for one that nobody has thought about, which is
//! the owner's alone. A test walks every route.
std::optional<Api::Permission> permissionOf(const QString &route);

//! PermissionDenied names the roles that may, or the area that the token leaves out.
Result<void> checkPermission(const Api::Grant &caller, const QString &route);

//! Whether \a caller may make this change of the configuration, section by section: several paths
//! take whole documents. Who may not handle secrets may not send them elsewhere either: addresses,
//! headers and proxies of providers stay as they are.
Result<void> checkChange(const Api::Grant &caller, const Api::Document &before,
                         const Api::Document &after);

} // namespace Gatehouse::Admin
