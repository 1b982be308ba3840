// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/import/providerpool.h"

#include "core/api/documents/validation.h"
#include "core/api/import/importsource.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Api {

namespace {

//! What people write where a program insists on a key and the server asks for none.
bool isNoKey(const QString &secret)
{
    static const QStringList words{u"none"_s,     u"empty"_s, u"dummy"_s,
                                   u"fake-key"_s, u"fake"_s,  u"sk-no-key-required"_s};
    return secret.isEmpty() || words.contains(secret.toLower());
}

QString identity(const ForeignProvider &foreign)
{
    const Provider &p = foreign.provider;
    return QStringList{p.dialect,         p.baseUrl,           p.api,       p.apiVersion,
                       p.project,         p.location,          p.awsRegion, foreign.secret,
                       foreign.accessKey, foreign.sessionToken}
        .join(u'\n');
}

QStringList idsOf(const QList<Provider> &providers)
{
    QStringList ids;
    for (const Provider &provider : providers)
        ids.append(provider.id);
    return ids;
}

} // namespace

QString environmentName(const QString &text)
{
    constexpr auto prefix = "os.environ/"_L1;
    return text.startsWith(prefix) ? text.sliced(prefix.size()) : QString();
}

QString ProviderPool::reference(const QString &secret, const QString &name, const QString &path)
{
    if (secret.isEmpty())
        return {};
    if (const QString variable = environmentName(secret); !variable.isEmpty())
        return u"env:"_s + variable;
    if (secret.startsWith(u'/') && secret.endsWith(".json"_L1)) // a service account of Google
        return u"file:"_s + secret;
    m_report.changed(path,
                     u"The key itself was not copied. It is expected in the keychain; store it "
                     "with: gatehousectl secrets set %1"_s.arg(name));
    return u"keychain:"_s + name;
}

void ProviderPool::addKey(const ForeignProvider &foreign, Provider &provider)
{
    if (isNoKey(foreign.secret))
        return;
    ProviderKey key;
    key.id = u"1"_s;
    key.secret = reference(foreign.secret, provider.id, foreign.secretPath);
    key.accessKey =
        reference(foreign.accessKey, provider.id + u"-access-key"_s, foreign.secretPath);
    key.sessionToken =
        reference(foreign.sessionToken, provider.id + u"-session-token"_s, foreign.secretPath);
    provider.keys.append(key);
}

std::optional<QString> ProviderPool::add(ForeignProvider foreign)
{
    const QString same = identity(foreign);
    if (const auto known = m_ids.constFind(same); known != m_ids.constEnd())
        return *known;
    Provider &provider = foreign.provider;
    provider.id = freeId(importedId(foreign.id), idsOf(m_report.document.providers));
    const Findings findings = validate(provider);
    const auto wrong = std::find_if(findings.begin(), findings.end(), [](const Finding &finding) {
        return finding.severity == Severity::Error;
    });
    if (wrong != findings.end()) {
        m_report.leftOut(
            foreign.path,
            u"Its provider would not be valid: %1 %2."_s.arg(wrong->path, wrong->message));
        return std::nullopt;
    }
    addKey(foreign, provider);
    m_report.mapped(foreign.path, u"Provider \"%1\" was made."_s.arg(provider.id));
    m_report.document.providers.append(provider);
    m_ids.insert(same, provider.id);
    return provider.id;
}

Provider *ProviderPool::find(const QString &id)
{
    QList<Provider> &providers = m_report.document.providers;
    const auto found = std::find_if(providers.begin(), providers.end(),
                                    [&](const Provider &provider) { return provider.id == id; });
    return found == providers.end() ? nullptr : &*found;
}

} // namespace Gatehouse::Api
