// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/services.h"

namespace Gatehouse::Admin {

//! The person each key belongs to, by the key's id: of keys in force, and of deleted ones while
//! they can be restored.
QHash<QString, QString> keyOwners(const Services &services);
//! The ids of the keys of one person, by the person's id or name without regard to
//! case; of all people for an empty one.
QList<QByteArray> keysOfPerson(const Services &services, const QString &person);

} // namespace Gatehouse::Admin
