// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/configurationmodel.h"
#include "ui/models/providerdraft.h"

namespace Gatehouse::Ui {

//! Saves one provider: tests its new keys, stores the accepted ones in the gateway's key store,
//! then changes the configuration. Nothing is stored before its key was accepted or trusted. Emits
//! finished() once; deleting it stops what is left.
class ProviderSave : public QObject
{
    Q_OBJECT

public:
    enum class Purpose { Add, Change };
    enum class Trust { TestFirst, SaveAnyway };
    struct Outcome {
        bool saved = false;
        bool refusedByTest = false; //!< may be saved anyway
        Error error;                //!< of another failure
        bool storingFailed = false; //!< the error came from the key store
        Api::Findings findings;
    };

    ProviderSave(Api::AdminClient &client, ConfigurationModel &configuration, ProviderDraft draft,
                 Purpose purpose, QObject *parent = nullptr);

    void start(Trust trust);

Q_SIGNALS:
    //! The answer of a test; \a result is that of POST /providers/test.
    void tested(const QJsonObject &result);
    //! A part of key \a index is in the key store now.
    //! \a key names what is stored so far.
    void keyStored(int index, const Gatehouse::Api::ProviderKey &key);
    void finished(const Gatehouse::Ui::ProviderSave::Outcome &outcome);

private:
    void testNext(int index);
    void test(const Api::Provider &provider, const DraftKey *key, std::function<void()> accepted);
    void readSecretNames();
    void storeNext(int index);
    //! Both live in m_draft.
    void store(const QString &wanted, QString &value, QString &reference, int index);
    void saveProvider();
    //! The first key from \a index on with a value that waits, -1 when there is none.
    int nextNewKey(int index) const;
    void fail(const Error &error, bool storing = false);

    Api::AdminClient &m_client;
    ConfigurationModel &m_configuration;
    ProviderDraft m_draft;
    const Purpose m_purpose;
    QStringList m_secretNames;
};

} // namespace Gatehouse::Ui
