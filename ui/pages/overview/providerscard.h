// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"

namespace Gatehouse::Ui {

class ProviderHealthModel;
class TableView;

//! The providers and how they do.
class ProvidersCard : public Card
{
    Q_OBJECT

public:
    explicit ProvidersCard(ProviderHealthModel &model, QWidget *parent = nullptr);

Q_SIGNALS:
    void addRequested();
    //! The filter of the requests of a provider.
    void activated(const QString &filter);

private:
    void sizeColumns();
    void updateCaption();

    ProviderHealthModel &m_model;
    TableView *m_table;
};

} // namespace Gatehouse::Ui
