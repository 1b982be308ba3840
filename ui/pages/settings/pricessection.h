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

//! What models cost: the built-in list, models without a price, own prices.
class PricesSection : public SettingsSection
{
    Q_OBJECT

public:
    PricesSection(ConfigurationModel &configuration, StatusModel &status, UpkeepModel &upkeep,
                  QWidget *parent = nullptr);

    void refresh() override;
    bool needsGateway() const override { return true; }

protected:
    bool isOffered(const QWidget *part) const override;

private:
    void addList();
    void addUnpriced();
    void addOwn();
    TableView *makeTable(CellsModel *model, const QString &row, const QString &name);
    void showFacts(const PriceFacts &facts);
    void showOwn();
    void updateButtons();
    void setUnpriced();
    void editSelected();
    void removeSelected();
    void openDialog(const Api::PriceOverride &price);
    void chooseFile();
    void import(const QString &file);
    void save(const QList<Api::PriceOverride> &prices, const QString &sentence,
              const ConfigurationModel::Done &done);
    void say(const QString &problem);

    ConfigurationModel &m_configuration;
    StatusModel &m_status;
    UpkeepModel &m_upkeep;
    PriceFacts m_facts;
    QLabel *m_list = nullptr;
    QWidget *m_unpricedPart = nullptr;
    CellsModel *m_unpriced = nullptr;
    TableView *m_unpricedTable = nullptr;
    QPushButton *m_set = nullptr;
    CellsModel *m_own = nullptr;
    TableView *m_ownTable = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_import = nullptr;
    QLabel *m_problem = nullptr;
};

} // namespace Gatehouse::Ui
