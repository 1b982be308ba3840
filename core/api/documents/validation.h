// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/document.h"
#include "core/api/findings.h"

#include <QtCore/QDateTime>
#include <QtCore/QTimeZone>

namespace Gatehouse::Api {

//! What is wrong with a whole document, references between its nouns included, and what is accepted
//! but has no effect. No Errors: it may be compiled and served. The server and the forms run the
//! same functions.
Findings validate(const Document &document);

//! What can be said of one noun by itself. \a path is where it stands ("providers[1]"), empty for a
//! form: paths are then keys alone ("base_url").
Findings validate(const Provider &provider, const QString &path = {});
Findings validate(const Route &route, const QString &path = {});
Findings validate(const Team &team, const QString &path = {});
Findings validate(const DeclaredKey &key, const QString &path = {});
Findings validate(const PriceOverride &price, const QString &path = {});
Findings validate(const GatewaySettings &settings, const QString &path = {});
Findings validate(const Limit &limit, const QString &path = {});
Findings validate(const Budget &budget, const QString &path = {});
Findings validate(const Contract &contract, const QString &path = {});
Findings validate(const AlertRule &rule, const QString &path = {});
Findings validate(const AlertChannel &channel, const QString &path = {});

//! An id: 1 to 64 of a-z, 0-9, dot, hyphen, underscore.
bool isId(QStringView text);

//! What is wrong with the tags of a key ("project=search"), empty when nothing is.
QString tagsProblem(const QStringList &tags);

//! The moment an "expires" text names: a date is its first moment in \a zone, a date-time without
//! offset is in \a zone too. Invalid when it is neither.
QDateTime parseExpiry(const QString &text, const QTimeZone &zone);

} // namespace Gatehouse::Api
