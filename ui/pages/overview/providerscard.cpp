// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overview/providerscard.h"

#include "ui/models/providerhealthmodel.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tableview.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

ProvidersCard::ProvidersCard(ProviderHealthModel &model, QWidget *parent)
    : Card(tr("Providers"), parent)
    , m_model(model)
    , m_table(new TableView(this))
{
    setObjectName(u"overview.providersCard"_s);
    m_table->setObjectName(u"overview.providersTable"_s);
    m_table->setAccessibleName(tr("Providers"));
    m_table->setModel(&model);
    m_table->setFitsRows(true);
    QPushButton *add =
        makeButton(tr("Add provider"), u"ghost"_s, u"overview.addProviderButton"_s, this);
    add->setIcon(themeIcon(u"plus"_s));
    addHeaderWidget(add);
    // The row lines run nearly to the border of the card.
    auto *place = new QHBoxLayout;
    place->setContentsMargins(-12, 0, -12, 0);
    place->addWidget(m_table);
    content()->addLayout(place, 1);
    content()->setContentsMargins(18, 14, 18, 6);
    content()->addStretch();
    sizeColumns();
    updateCaption();
    connect(add, &QPushButton::clicked, this, &ProvidersCard::addRequested);
    connect(m_table, &TableView::rowActivated, this, [this](const QModelIndex &index) {
        Q_EMIT activated(u"provider:%1"_s.arg(m_model.provider(index.row()).id));
    });
    connect(&model, &QAbstractItemModel::dataChanged, this, &ProvidersCard::updateCaption);
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        updateCaption();
        m_table->updateGeometry();
    });
}

void ProvidersCard::sizeColumns()
{
    m_table->horizontalHeader()->setSectionResizeMode(ProviderHealthModel::Provider,
                                                      QHeaderView::Stretch);
    m_table->setColumnCharacters(ProviderHealthModel::Health, 10);
    m_table->setColumnCharacters(ProviderHealthModel::Success, 14);
    m_table->setColumnCharacters(ProviderHealthModel::Requests, 8);
    m_table->setColumnCharacters(ProviderHealthModel::FirstToken, 8);
    m_table->setColumnCharacters(ProviderHealthModel::P95, 5);
    m_table->setColumnCharacters(ProviderHealthModel::TokensPerSecond, 7);
    m_table->setColumnCharacters(ProviderHealthModel::SpendToday, 9);
}

void ProvidersCard::updateCaption()
{
    const QString configured = tr("%n configured", nullptr, m_model.rowCount());
    const int failing = m_model.failingCount();
    setCaption(failing == 0 ? configured
                            : tr("%1, %2").arg(configured, tr("%n degraded", nullptr, failing)));
}

} // namespace Gatehouse::Ui
