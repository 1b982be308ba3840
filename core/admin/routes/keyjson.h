// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/keystore.h"
#include "core/api/documents/document.h"
#include "core/base/jsonobjecttext.h"

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
//! "record_bodies","created","expires","last_used","old_until","old_last_used","deleted",
//! "restorable_until"}; state is active, expiring (within 7 days), expired, disabled, rotating (the
//! old text is accepted until old_until) or deleted.
QJsonObject keyJson(const Access::CreatedKey &key, WallTime now);
QJsonObject keyJson(const Api::DeclaredKey &key, const Today &today);

//! What the list tells of a key besides.
struct KeyFigures {
    bool isOverBudget = false; //!< state becomes over_budget where it is active or expiring
    qint64 spent = 0;          //!< nano-dollars since ever
    qint64 requests = 0;
    std::optional<QString> lastUsed; //!< by the books; the key's own is told first
    QString lastClient;
};

//! The members of keyJson() and of \a figures, for lists of thousands.
void writeKey(const Access::CreatedKey &key, WallTime now, const KeyFigures &figures,
              JsonObjectText &text);
void writeKey(const Api::DeclaredKey &key, const Today &today, const KeyFigures &figures,
              JsonObjectText &text);

//! The fields of a key in \a body, checked against the configuration. \a base holds what the body
//! does not name; an expiry that stays as it is may lie in the past.
Result<Access::KeyRequest> readKeyRequest(const Api::Document &document, const QJsonObject &body,
                                          const Today &today, const Access::KeyRequest &base = {});

} // namespace Gatehouse::Admin
