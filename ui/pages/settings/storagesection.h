// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/upkeepmodel.h"
#include "ui/pages/settings/gatewaysettingssection.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace Gatehouse::Ui {

class CellsModel;
class TableView;

//! What the books take and how long they are kept.
class StorageSection : public GatewaySettingsSection
{
    Q_OBJECT

public:
    StorageSection(GatewayDraft &draft, UpkeepModel &upkeep, QWidget *parent = nullptr);

    void refresh() override;

private:
    void addFiles();
    void addRetention();
    void addResponses();
    void addBodies();
    void show(const StorageState &state, const QString &problem);
    void compact();
    void addLedgerFolder();
    void chooseFolder();
    void move();

    UpkeepModel &m_upkeep;
    QLabel *m_place;
    QLabel *m_summary;
    CellsModel *m_files;
    TableView *m_table;
    QPushButton *m_compact;
    QLineEdit *m_folder = nullptr;
    FormField *m_folderRow = nullptr;
    QPushButton *m_move = nullptr;
    QString m_ledgerFolder; //!< where the request log is
};

} // namespace Gatehouse::Ui
