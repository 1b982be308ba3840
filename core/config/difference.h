// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/document.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QJsonValue>

#include <vector>

namespace Gatehouse::Config {

//! One thing that is not the same in two documents.
struct Difference {
    enum class Kind { Added, Removed, Changed };

    //! Nouns stand by name, not by position: "routes[fast].targets[openai/gpt-4o].weight".
    QString path;
    Kind kind = Kind::Changed;
    QJsonValue before{QJsonValue::Undefined}; //!< undefined when added; of a noun: as it is written
    QJsonValue after{QJsonValue::Undefined};  //!< undefined when removed
    QString sentence; //!< "Weight of openai/gpt-4o in fast changed from 3 to 2", English
    //! The sentence taken apart, for translation: {"form":"changed","field":"weight",
    //! "owners":["openai/gpt-4o","fast"],"groups":[]}; the forms are added, removed (with "name"),
    //! order (with "names"), set, unset, turned and changed.
    QJsonObject words = {};

    bool operator==(const Difference &) const = default;
};

//! What leads from \a from to \a to, in document order; empty when they are equal. Nouns are
//! matched by id (targets and prices by provider and model), so moving one is one difference.
std::vector<Difference> differences(const Api::Document &from, const Api::Document &to);

//! [{"path","kind":"added|removed|changed","before","after","sentence","words"}], null for
//! undefined.
QJsonArray toJson(const std::vector<Difference> &differences);

//! The sentences joined by "; ", cut with "and 3 more" when they would pass \a limit characters.
QString summary(const std::vector<Difference> &differences, qsizetype limit = 200);

} // namespace Gatehouse::Config
