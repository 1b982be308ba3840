// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/providerdraft.h"

#include "core/api/documents/addresses.h"
#include "core/api/documents/documentjson.h"
#include "ui/widgets/secretfield.h"

#include <QtCore/QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

Api::Provider ProviderDraft::complete() const
{
    Api::Provider whole = provider;
    whole.keys.clear();
    for (const DraftKey &draft : keys) {
        Api::ProviderKey key = draft.key;
        if (!draft.value.isEmpty())
            key.secret = u"keychain:%1-new"_s.arg(key.id);
        if (!draft.accessKey.isEmpty())
            key.accessKey = u"keychain:%1-new-access"_s.arg(key.id);
        if (!draft.sessionToken.isEmpty())
            key.sessionToken = u"keychain:%1-new-session"_s.arg(key.id);
        whole.keys.append(key);
    }
    return whole;
}

ProviderDraft draftOf(const Api::Provider &provider, const QList<ProviderKeyRow> &keys)
{
    ProviderDraft draft{.provider = provider};
    draft.provider.keys.clear();
    for (const Api::ProviderKey &key : provider.keys) {
        const auto known = std::find_if(keys.cbegin(), keys.cend(), [&key](const auto &row) {
            return row.id == key.id && row.secret == key.secret;
        });
        const bool found = known != keys.cend();
        draft.keys.append({.key = key,
                           .fingerprint = found ? known->fingerprint : QString(),
                           .state = found ? known->state : QString()});
    }
    return draft;
}

ProviderDraft draftOf(const KnownProvider &known, const QStringList &takenIds)
{
    ProviderDraft draft;
    draft.provider.id = known.kind.isEmpty() ? QString() : freeName(known.kind, takenIds);
    draft.provider.name = known.name;
    draft.provider.dialect = known.dialect;
    draft.provider.baseUrl = known.baseUrl;
    draft.provider.region = known.region;
    draft.provider.selfHosted = known.local;
    draft.provider.engine = known.engine;
    return draft;
}

QJsonObject testBody(Api::Provider provider, const DraftKey *key)
{
    if (!key)
        return {{u"provider"_s, Api::toJson(provider)}};
    provider.keys.clear();
    QJsonObject body{{u"provider"_s, Api::toJson(provider)}};
    const auto add = [&body](const QString &member, const QString &typed, const QString &stored) {
        const QString &part = typed.isEmpty() ? stored : typed;
        if (!part.isEmpty())
            body.insert(member, part);
    };
    add(u"secret"_s, key->value, key->key.secret);
    add(u"access_key"_s, key->accessKey, key->key.accessKey);
    add(u"session_token"_s, key->sessionToken, key->key.sessionToken);
    return body;
}

DraftKey draftKey(const QString &typed, const QString &label, const QList<DraftKey> &others)
{
    QStringList taken;
    for (const DraftKey &other : others)
        taken.append(other.key.id);
    int number = int(others.size()) + 1;
    while (taken.contains(QString::number(number)))
        ++number;
    DraftKey draft;
    draft.key.id = QString::number(number);
    draft.key.label = label;
    draft.value = draftPart(typed, draft.key.secret);
    return draft;
}

QString draftPart(const QString &typed, QString &reference)
{
    const QString text = cleanedSecret(typed);
    reference.clear();
    if (!Api::secretReferenceProblem(text).isEmpty())
        return text;
    reference = text;
    return {};
}

QString headersText(const QMap<QString, QString> &headers)
{
    QStringList lines;
    for (auto it = headers.begin(); it != headers.end(); ++it)
        lines.append(u"%1: %2"_s.arg(it.key(), it.value()));
    return lines.join(u'\n');
}

QMap<QString, QString> parseHeaders(const QString &text)
{
    QMap<QString, QString> headers;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts))
        if (!line.trimmed().isEmpty())
            headers.insert(line.section(u':', 0, 0).trimmed(), line.section(u':', 1).trimmed());
    return headers;
}

QStringList parseTags(const QString &text)
{
    static const QRegularExpression gaps(u"[,\\s]+"_s);
    QStringList tags = text.split(gaps, Qt::SkipEmptyParts);
    tags.removeDuplicates();
    return tags;
}

} // namespace Gatehouse::Ui
