// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <optional>

namespace Gatehouse::Api {

//! What a limit, a budget or an alert speaks of.
struct Scope {
    enum class Kind { Gateway, Team, Key, Person, Route, Provider, Tag, Budget };

    Kind kind = Kind::Gateway;
    QString name; //!< empty for the gateway; of a tag "project=search"

    //! "team:research", "gateway".
    QString text() const;
    bool operator==(const Scope &) const = default;
};

//! Nothing when \a text has no such form.
std::optional<Scope> parseScope(QStringView text);

} // namespace Gatehouse::Api
