// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/secretreference.h"

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace Gatehouse::Secrets {

namespace {

constexpr qsizetype longestName = 128;
constexpr qsizetype longestPath = 4096;

struct Scheme {
    QLatin1StringView word;
    SecretPlace place;
};

constexpr std::array schemes{
    Scheme{"keychain"_L1, SecretPlace::Keychain}, Scheme{"vault"_L1, SecretPlace::Vault},
    Scheme{"session"_L1, SecretPlace::Session},   Scheme{"env"_L1, SecretPlace::Env},
    Scheme{"file"_L1, SecretPlace::File},         Scheme{"credential"_L1, SecretPlace::Credential},
};

bool isLetterOrDigit(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isVariableName(QStringView name)
{
    return !name.isEmpty() && name.size() <= longestName && !name.front().isDigit()
        && std::ranges::all_of(name, [](QChar c) { return isLetterOrDigit(c) || c == u'_'; });
}

bool isPath(QStringView name)
{
    return !name.isEmpty() && name.size() <= longestPath
        && std::ranges::none_of(name, [](QChar c) { return c < u' ' || c == u'\x7f'; });
}

bool fits(SecretPlace place, QStringView name)
{
    switch (place) {
    case SecretPlace::Keychain:
    case SecretPlace::Vault:
    case SecretPlace::Session:
        return SecretReference::isValidName(name);
    case SecretPlace::Env:
        return isVariableName(name);
    case SecretPlace::File:
        return isPath(name);
    case SecretPlace::Credential: // one file of the folder, never a way out of it
        return SecretReference::isValidName(name) && !name.contains(u'/');
    }
    return false;
}

} // namespace

Result<SecretReference> SecretReference::parse(QStringView text)
{
    const qsizetype colon = text.indexOf(u':');
    const auto scheme = std::ranges::find_if(
        schemes, [&](const Scheme &s) { return colon >= 0 && text.first(colon) == s.word; });
    // The text itself is not repeated: people paste the key where its reference belongs.
    if (scheme == schemes.end())
        return Error{ErrorCode::InvalidArgument,
                     u"a secret is written as keychain:NAME, vault:NAME, env:NAME, file:PATH or "
                     u"credential:NAME, never as its value"_s};
    const QStringView name = text.sliced(colon + 1);
    if (!fits(scheme->place, name))
        return Error{ErrorCode::InvalidArgument,
                     u"the name after \"%1:\" is empty, too long or has characters that are not "
                     u"allowed"_s.arg(scheme->word)};
    return SecretReference{scheme->place, name.toString()};
}

bool SecretReference::isValidName(QStringView name)
{
    return !name.isEmpty() && name.size() <= longestName && isLetterOrDigit(name.front())
        && std::ranges::all_of(
            name, [](QChar c) { return isLetterOrDigit(c) || QStringView(u"._@/-").contains(c); });
}

QString SecretReference::toString() const
{
    const auto scheme =
        std::ranges::find_if(schemes, [this](const Scheme &s) { return s.place == place; });
    return scheme->word + u':' + name;
}

bool SecretReference::isWritable() const
{
    return place == SecretPlace::Keychain || place == SecretPlace::Vault
        || place == SecretPlace::Session;
}

} // namespace Gatehouse::Secrets
