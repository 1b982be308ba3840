// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/configurationmodel.h"
#include "ui/models/statusmodel.h"
#include "ui/models/upkeepmodel.h"
#include "ui/pages/settings/settingssection.h"

class QLabel;
class QPushButton;

namespace Gatehouse::Ui {

class CellsModel;
class TableView;

//! Copies of the books, and the configuration as a file.
class BackupSection : public SettingsSection
{
    Q_OBJECT

public:
    BackupSection(ConfigurationModel &configuration, StatusModel &status, UpkeepModel &upkeep,
                  QWidget *parent = nullptr);

    void refresh() override;
    bool needsGateway() const override { return true; }
    //! Writes the configuration in force, secrets as references: JSON for "….json", else YAML.
    void exportTo(const QString &file);
    //! Shows what the file would change.
    void importFrom(const QString &file);
    //! Shows what a backup holds and restores it when that is wanted.
    void restoreFrom(const QString &file);

private:
    void addBackups();
    void addConfiguration();
    void showBackups(const QList<BackupEntry> &entries);
    void backUp(const QString &file);
    void chooseBackup();
    void chooseRestore();
    void openRestore(const BackupContents &backup);
    void chooseExport();
    void chooseImport();
    void openImport(const QString &name, const QString &text, const QStringList &sentences);

    ConfigurationModel &m_configuration;
    StatusModel &m_status;
    UpkeepModel &m_upkeep;
    QLabel *m_last;
    CellsModel *m_entries;
    TableView *m_table;
    QPushButton *m_now;
    QPushButton *m_elsewhere;
    QPushButton *m_restore;
    QPushButton *m_import;
    QLabel *m_backupState;
    QLabel *m_fileState;
};

} // namespace Gatehouse::Ui
