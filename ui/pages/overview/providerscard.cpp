// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overview/providerscard.h"

#include "ui/models/filterwords.h"
#include "ui/models/providerhealthmodel.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/format.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/tableview.h"

#include <QtCore/QSortFilterProxyModel>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int nameCharacters = 16;

} // namespace

ProvidersCard::ProvidersCard(ProviderHealthModel &model, QWidget *parent)
    : Card(tr("Providers"), parent)
    , m_model(model)
    , m_sorted(new QSortFilterProxyModel(this))
    , m_table(new TableView(this))
{
    setObjectName(u"overview.providersCard"_s);
    m_table->setObjectName(u"overview.providersTable"_s);
    m_table->setAccessibleName(tr("Providers"));
    m_sorted->setSourceModel(&model);
    m_sorted->setSortRole(CellRole::Sort);
    m_sorted->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_table->setModel(m_sorted);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder); // as configured
    m_table->setSortingEnabled(true);
    m_table->setFitsRows(true);
    QPushButton *add =
        makeButton(tr("Add provider"), u"ghost"_s, u"overview.addProviderButton"_s, this);
    add->setIcon(themeIcon(u"plus"_s));
    addHeaderWidget(add);
    setFlush();
    content()->addWidget(m_table);
    content()->addStretch(1);
    sizeColumns();
    updateCaption();
    connect(add, &QPushButton::clicked, this, &ProvidersCard::addRequested);
    connect(m_table, &TableView::rowActivated, this,
            [this](const QModelIndex &index) { Q_EMIT activated(filterOf(index)); });
    connect(&model, &QAbstractItemModel::dataChanged, this, [this] {
        updateCaption();
        followSlowest();
    });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        updateCaption();
        followSlowest();
        m_table->updateGeometry();
    });
}

// A cell opens the requests it counts: the success rate those that failed.
QString ProvidersCard::filterOf(const QModelIndex &cell) const
{
    const QString provider = filterWord(u"provider"_s, cell.data(CellRole::Id).toString());
    switch (cell.column()) {
    case ProviderHealthModel::Health:
    case ProviderHealthModel::Success:
        return u"attempt:%1/failed"_s.arg(cell.data(CellRole::Id).toString());
    case ProviderHealthModel::FirstToken:
    case ProviderHealthModel::TokensPerSecond:
        return provider + u" streamed:yes"_s;
    case ProviderHealthModel::SpendToday:
        return provider + u" since:%1"_s.arg(m_model.today().toString(Qt::ISODate));
    default:
        return provider;
    }
}

void ProvidersCard::sizeColumns()
{
    m_table->setColumnWidth(ProviderHealthModel::Health,
                            Pill::sizeFor(tr("Not tested"), true).width() + 12);
    m_table->setColumnText(ProviderHealthModel::Success, u"88888 888.88 %"_s);
    m_table->setColumnText(ProviderHealthModel::Requests, u"888,888"_s);
    m_table->setColumnText(ProviderHealthModel::FirstToken, u"8,888 ms"_s);
    m_table->setColumnText(ProviderHealthModel::P95, m_slowest);
    m_table->setColumnText(ProviderHealthModel::TokensPerSecond, u"8,888"_s);
    m_table->setColumnText(ProviderHealthModel::SpendToday, Format::money(888'880'000'000));
    m_table->setYielding(ProviderHealthModel::Provider, nameCharacters,
                         {ProviderHealthModel::Health, ProviderHealthModel::Success,
                          ProviderHealthModel::SpendToday, ProviderHealthModel::Requests,
                          ProviderHealthModel::FirstToken, ProviderHealthModel::TokensPerSecond,
                          ProviderHealthModel::P95});
}

//! Minutes take room from the names only where there are any.
void ProvidersCard::followSlowest()
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QString text = m_model.index(row, ProviderHealthModel::P95).data().toString();
        if (text.size() <= m_slowest.size())
            continue;
        m_slowest = text;
        sizeColumns();
    }
}

void ProvidersCard::updateCaption()
{
    const QString configured = tr("%n configured", nullptr, m_model.rowCount());
    const int failing = m_model.failingCount();
    setCaption(failing == 0 ? configured
                            : tr("%1, %2").arg(configured, tr("%n degraded", nullptr, failing)));
}

} // namespace Gatehouse::Ui
