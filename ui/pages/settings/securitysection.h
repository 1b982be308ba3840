// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/statusmodel.h"
#include "ui/models/upkeepmodel.h"
#include "ui/pages/settings/gatewaysettingssection.h"
#include "ui/widgets/passphrasedialog.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace Gatehouse::Ui {

class CellsModel;
class CopyButton;
class Pill;
class Preferences;
class TableView;

//! Where secrets are, who may administrate.
class SecuritySection : public GatewaySettingsSection
{
    Q_OBJECT

public:
    SecuritySection(GatewayDraft &draft, StatusModel &status, UpkeepModel &upkeep,
                    Preferences &preferences, QWidget *parent = nullptr);

    void refresh() override;

private:
    void addStore();
    void addClipboard();
    void addAdminAccess();
    void addSecrets();
    void showStore();
    void showSecrets(const QList<StoredSecret> &secrets);
    //! Who uses \a secret, as people call them.
    QString usersOf(const StoredSecret &secret) const;
    void updateRemove();
    void unlock();
    void useVault();
    void useStore(const QString &store);
    void askPassphrase(PassphraseDialog::Purpose purpose);
    void removeSelected();
    void say(const QString &problem);

    StatusModel &m_status;
    UpkeepModel &m_upkeep;
    Preferences &m_preferences;
    QLabel *m_storeName = nullptr;
    Pill *m_storeState = nullptr;
    QLabel *m_storeDetail = nullptr;
    QPushButton *m_unlock = nullptr;
    QLineEdit *m_token = nullptr;
    CopyButton *m_copyToken = nullptr;
    FormField *m_tokenRow = nullptr;
    CellsModel *m_secrets = nullptr;
    TableView *m_table = nullptr;
    QPushButton *m_remove = nullptr;
    QLabel *m_problem = nullptr;
    QList<StoredSecret> m_stored;
};

} // namespace Gatehouse::Ui
