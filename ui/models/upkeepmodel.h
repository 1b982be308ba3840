// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QMap>

#include <functional>
#include <optional>

namespace Gatehouse::Ui {

//! Whether the gateway can listen on an address.
struct PortState {
    enum class Kind { Free, Own, InUse, Forbidden, Invalid };

    Kind kind = Kind::Invalid;
    QString program; //!< of the process that has it, empty when that cannot be seen
    qint64 pid = 0;
    int nextFree = 0; //!< the next port that is free, 0 when none near is
    QString detail;
};

//! A certificate as the gateway read it.
struct CertificateState {
    bool isUsable = false;
    QString problem;
    QString subject;
    QString issuer;
    QDateTime notAfter;
};

//! A certificate the gateway made.
struct OfficeCertificate {
    QString certificate;
    QString key;
    QString authority; //!< the file other computers must trust
    QString fingerprint;
    QStringList names;
};

struct StorageState {
    struct File {
        QString name;
        qint64 bytes = 0;
    };
    QString folder;
    QList<File> files;
    qint64 bytes = 0;
    qint64 freeBytes = 0;
    qint64 requests = 0;
    QDateTime oldest;      //!< invalid when there is none
    QString ledgerFolder;  //!< where the request log lies
    qint64 ledgerFree = 0; //!< on its disk
    int ledgerSchema = 0;  //!< the number of its database revision, 0 when it is not told
};

struct BackupEntry {
    //! Whole, by hand or by the schedule; or the configuration alone, each day.
    enum class Kind { Manual, Scheduled, Automatic };

    QString path;
    QDateTime time;
    qint64 bytes = 0;
    Kind kind = Kind::Manual;
};

struct BackupState {
    QList<BackupEntry> entries; //!< newest first
    QDateTime nextScheduled;    //!< invalid without a schedule
    QDateTime lastScheduled;    //!< invalid before the first
    QString problem;            //!< why the last scheduled one was not made
};

//! What a backup holds.
struct BackupContents {
    QString path;
    QDateTime time;
    QString version;
    qint64 revision = 0;
    qint64 requests = 0;
    std::optional<qint64> requestsNow; //!< in the books it would replace
    QStringList changes;               //!< of the configuration, in sentences
};

struct StoredSecret {
    QString name;
    QString reference;
    QString fingerprint;
    QStringList usedBy;
    QString state;
};

//! What the gateway asks for models.
struct PriceFacts {
    QString listVersion;
    int listModels = 0;
    struct Unpriced {
        QString provider;
        QString model;
    };
    QList<Unpriced> unpriced; //!< models that can be called and have no price
};

//! The chores of a gateway: ports, certificates, stored secrets, storage, backups, prices. Each
//! question is asked when it is needed; answers come later, and not when \a context has died.
class UpkeepModel : public QObject
{
    Q_OBJECT

public:
    //! \a problem in the gateway's words, empty when all went well.
    template <typename T>
    using Answer = std::function<void(const T &value, const QString &problem)>;
    using Done = std::function<void(const QString &problem)>;

    explicit UpkeepModel(Api::AdminClient &client, QObject *parent = nullptr);

    //! Why the gateway last refused to tell one of its states, by path; empty when it told all.
    const QMap<QString, QString> &unanswered() const { return m_unanswered; }
    //! Another section asks other questions.
    void forgetUnanswered();

    //! \a address: "127.0.0.1:4417".
    void checkPort(const QString &address, QObject *context, const Answer<PortState> &answer);
    void checkCertificate(const QString &certificate, const QString &key, QObject *context,
                          const Answer<CertificateState> &answer);
    void createCertificate(QObject *context, const Answer<OfficeCertificate> &answer);

    void storage(QObject *context, const Answer<StorageState> &answer);
    //! Gives unused space back; answers when that is done.
    void compact(QObject *context, const Answer<StorageState> &answer);

    //! Moves the request log while requests go on.
    void moveLedger(const QString &folder, QObject *context, const Answer<StorageState> &answer);

    void backups(QObject *context, const Answer<BackupState> &answer);
    //! Into the new file \a file, or beside the data when that is empty.
    void makeBackup(const QString &file, QObject *context, const Answer<BackupEntry> &answer);
    void inspectBackup(const QString &file, QObject *context, const Answer<BackupContents> &answer);
    //! Checks all of it and restarts the gateway with it.
    void restoreBackup(const QString &file, QObject *context, const Done &done);

    void secrets(QObject *context, const Answer<QList<StoredSecret>> &answer);
    void removeSecret(const QString &reference, QObject *context, const Done &done);
    void unlock(const QString &passphrase, QObject *context, const Done &done);
    //! \a store: keychain, vault or session.
    void chooseStore(const QString &store, const QString &passphrase, QObject *context,
                     const Done &done);
    //! Address and token of the admin API over TCP; empty when it is off.
    void adminAccess(
        QObject *context,
        const std::function<void(const QString &address, const QString &token)> &answer);

    //! How many tokens of people open the administration.
    void adminTokens(QObject *context, const Answer<int> &answer);
    void prices(QObject *context, const Answer<PriceFacts> &answer);
    //! What would change if \a text (YAML or JSON) were applied: sentences, or what is wrong.
    void checkImport(const QString &text, bool json, QObject *context,
                     const Answer<QStringList> &answer);

Q_SIGNALS:
    void unansweredChanged();

private:
    using Read = std::function<void(const QJsonObject &body, const QString &problem)>;
    void follow(Api::AdminCall *call, QObject *context, const Read &read);
    //! Asks for a state, and remembers whether it was told.
    void ask(const QString &path, QObject *context, const Read &read);
    void note(const QString &path, const QString &problem);

    Api::AdminClient &m_client;
    QMap<QString, QString> m_unanswered;
};

} // namespace Gatehouse::Ui
