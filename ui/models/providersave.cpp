// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/providersave.h"

#include "core/api/documents/documentjson.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

ProviderSave::ProviderSave(Api::AdminClient &client, ConfigurationModel &configuration,
                           ProviderDraft draft, Purpose purpose, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_configuration(configuration)
    , m_draft(std::move(draft))
    , m_purpose(purpose)
{
}

void ProviderSave::start(Trust trust)
{
    if (trust == Trust::SaveAnyway)
        readSecretNames();
    else if (nextNewKey(0) >= 0)
        testNext(0);
    else if (m_purpose == Purpose::Add)
        test(m_draft.complete(), nullptr, [this] { readSecretNames(); });
    else
        saveProvider();
}

int ProviderSave::nextNewKey(int index) const
{
    for (int i = index; i < m_draft.keys.size(); ++i)
        if (m_draft.keys.at(i).waits())
            return i;
    return -1;
}

void ProviderSave::testNext(int index)
{
    const int next = nextNewKey(index);
    if (next < 0) {
        readSecretNames();
        return;
    }
    test(m_draft.provider, &m_draft.keys.at(next), [this, next] { testNext(next + 1); });
}

void ProviderSave::test(const Api::Provider &provider, const DraftKey *key,
                        std::function<void()> accepted)
{
    Api::AdminCall *call = m_client.post(u"/providers/test"_s, testBody(provider, key));
    connect(call, &Api::AdminCall::finished, this,
            [this, accepted = std::move(accepted)](Api::AdminCall *answered) {
                if (!answered->succeeded())
                    return fail(answered->error());
                const QJsonObject result = answered->reply().body;
                Q_EMIT tested(result);
                if (result.value("key_accepted"_L1).toBool())
                    accepted();
                else
                    Q_EMIT finished(Outcome{.refusedByTest = true, .error = {}, .findings = {}});
            });
}

void ProviderSave::readSecretNames()
{
    if (nextNewKey(0) < 0)
        return saveProvider();
    Api::AdminCall *call = m_client.get(u"/secrets"_s);
    connect(call, &Api::AdminCall::finished, this, [this](Api::AdminCall *answered) {
        if (!answered->succeeded())
            return fail(answered->error(), true);
        for (const QJsonValue &item : answered->reply().body.value("items"_L1).toArray())
            m_secretNames.append(item["name"_L1].toString());
        storeNext(0);
    });
}

// A rotated key gets a name of its own, so that undoing the change finds the old value.
void ProviderSave::storeNext(int index)
{
    const int next = nextNewKey(index);
    if (next < 0)
        return saveProvider();
    DraftKey &key = m_draft.keys[next];
    const QString id = m_draft.provider.id;
    if (!key.accessKey.isEmpty())
        store(u"%1-access-key"_s.arg(id), key.accessKey, key.key.accessKey, next);
    else if (!key.sessionToken.isEmpty())
        store(u"%1-session"_s.arg(id), key.sessionToken, key.key.sessionToken, next);
    else
        store(u"%1-main"_s.arg(id), key.value, key.key.secret, next);
}

void ProviderSave::store(const QString &wanted, QString &value, QString &reference, int index)
{
    const QString name = freeName(wanted, m_secretNames);
    m_secretNames.append(name);
    Api::AdminCall *call = m_client.put(u"/secrets/%1"_s.arg(name), {{u"value"_s, value}});
    connect(call, &Api::AdminCall::finished, this,
            [this, &value, &reference, index](Api::AdminCall *answered) {
                if (!answered->succeeded())
                    return fail(answered->error(), true);
                reference = answered->reply().body.value("ref"_L1).toString();
                value.fill(u'\0');
                value.clear();
                Q_EMIT keyStored(index, m_draft.keys.at(index).key);
                storeNext(index);
            });
}

void ProviderSave::saveProvider()
{
    const bool adds = m_purpose == Purpose::Add;
    const QString path = adds ? u"/providers"_s : u"/providers/%1"_s.arg(m_draft.provider.id);
    m_configuration.change(adds ? "POST" : "PUT", path, Api::toJson(m_draft.complete()),
                           adds ? tr("Added %1").arg(m_draft.name())
                                : tr("Saved %1").arg(m_draft.name()),
                           this, [this](const std::optional<Refusal> &refusal) {
                               Outcome outcome{.saved = !refusal, .error = {}, .findings = {}};
                               if (refusal) {
                                   outcome.error = refusal->error;
                                   outcome.findings = refusal->findings;
                               }
                               Q_EMIT finished(outcome);
                           });
}

void ProviderSave::fail(const Error &error, bool storing)
{
    Q_EMIT finished(Outcome{.error = error, .storingFailed = storing, .findings = {}});
}

} // namespace Gatehouse::Ui
