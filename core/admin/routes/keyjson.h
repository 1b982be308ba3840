// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/keystore.h"
#include "core/api/documents/document.h"

#include <QtCore/QJsonObject>
#include <QtCore/QTimeZone>

namespace Gatehouse::Admin {

struct Services;

//! Now, and the zone that days are of.
struct Today {
    WallTime now{};
    QTimeZone zone;
};
Today today(const Services &services);

//! A key as the admin API tells it: never its text. {"id","name","team","prefix","last4","state",
//! "declared","routes","note","tags","owner","residency","targets","addresses","priority",
//! "record_bodies","created","expires","last_used","old_until","deleted",
//! "restorable_until"}; state is active, expiring (within 7 days), expired, disabled, rotating (the
//! old text is accepted until old_until) or deleted.
QJsonObject keyJson(const Access::CreatedKey &key, WallTime now);
QJsonObject keyJson(const Api::DeclaredKey &key, const Today &today);

//! The fields of a key in \a body, checked against the configuration. \a base holds what the body
//! does not name; an expiry that stays as it is may lie in the past.
Result<Access::KeyRequest> readKeyRequest(const Api::Document &document, const QJsonObject &body,
                                          const Today &today, const Access::KeyRequest &base = {});

} // namespace Gatehouse::Admin
