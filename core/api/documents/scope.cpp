// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/documents/scope.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Gatehouse::Api {

namespace {

using Kind = Scope::Kind;

constexpr std::array<std::pair<Kind, QLatin1StringView>, 8> words{{
    {Kind::Gateway, "gateway"_L1},
    {Kind::Team, "team"_L1},
    {Kind::Key, "key"_L1},
    {Kind::Person, "person"_L1},
    {Kind::Route, "route"_L1},
    {Kind::Provider, "provider"_L1},
    {Kind::Tag, "tag"_L1},
    {Kind::Budget, "budget"_L1},
}};

} // namespace

QString Scope::text() const
{
    for (const auto &[wordKind, word] : words) {
        if (wordKind == kind)
            return kind == Kind::Gateway ? QString(word) : QString(word + u':' + name);
    }
    return {};
}

std::optional<Scope> parseScope(QStringView text)
{
    const qsizetype colon = text.indexOf(u':');
    const QStringView word = colon < 0 ? text : text.first(colon);
    const QStringView name = colon < 0 ? QStringView() : text.sliced(colon + 1);
    for (const auto &[kind, known] : words) {
        if (word != known)
            continue;
        const bool fits = kind == Kind::Gateway ? colon < 0 : !name.isEmpty();
        return fits ? std::optional(Scope{kind, name.toString()}) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace Gatehouse::Api
