// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/configurationmodel.h"
#include "ui/models/statusmodel.h"
#include "ui/models/upkeepmodel.h"
#include "ui/pages/settings/gatewaysettingssection.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace Gatehouse::Ui {

class CellsModel;
class ConfigurationFile;
class TableView;

//! Copies of the books, by hand and by a schedule, and the configuration as a file.
class BackupSection : public GatewaySettingsSection
{
    Q_OBJECT

public:
    BackupSection(GatewayDraft &draft, ConfigurationModel &configuration, StatusModel &status,
                  UpkeepModel &upkeep, QWidget *parent = nullptr);

    void refresh() override;
    //! Shows what a backup holds and what it would change, and restores it when that is wanted.
    void restoreFrom(const QString &file);

protected:
    void showDraft() override;
    bool isOffered(const QWidget *part) const override;

private:
    //! Of the gateway, for a restore.
    enum class Restart { None, Asked, Gone };

    void addBackups();
    void addSchedule();
    void addFolder();
    void setFolder(const QString &folder);
    void chooseFolder();
    static QString kindText(BackupEntry::Kind kind);
    void showBackups(const QList<BackupEntry> &entries);
    void showSchedule(const BackupState &state);
    void backUp(const QString &file);
    void chooseBackup();
    void chooseRestore();
    void openRestore(const BackupContents &backup);
    void watchRestart();

    StatusModel &m_status;
    UpkeepModel &m_upkeep;
    QLabel *m_last;
    CellsModel *m_entries;
    TableView *m_table;
    QPushButton *m_now;
    QPushButton *m_elsewhere;
    QPushButton *m_restore;
    QLabel *m_backupState;
    QLabel *m_scheduleState;
    ConfigurationFile *m_file;
    FormField *m_hourRow = nullptr;
    FormField *m_folderRow = nullptr;
    FormField *m_keepRow = nullptr;
    QLineEdit *m_folder = nullptr;
    QString m_saved; //!< the schedule in force, as last seen
    Restart m_restart = Restart::None;
};

} // namespace Gatehouse::Ui
