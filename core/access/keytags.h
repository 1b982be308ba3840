// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>

namespace Gatehouse::Access {

//! What requests are booked under, "project=search,stage=live": the tags of the key, and those of
//! the request whose names the key does not set, so that an app cannot book itself elsewhere.
//! Whole tags only, \a longest bytes at most.
QByteArray joinedTags(const QByteArray &ofKey, QByteArrayView ofRequest, qsizetype longest);

} // namespace Gatehouse::Access
