// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/configurationmodel.h"
#include "ui/models/keydata.h"
#include "ui/pages/access/formdialog.h"

class QLineEdit;
class QTabWidget;

namespace Gatehouse::Ui {

class LimitFields;
class RoutePicker;
class SpendingFields;

//! Makes a team or changes one; saving is one revision of the configuration, limits and budget
//! included.
class TeamDialog : public FormDialog
{
    Q_OBJECT

public:
    //! \a names are the models and routes to choose from.
    TeamDialog(ConfigurationModel &configuration, const QStringList &names,
               QWidget *parent = nullptr);

    //! Changes \a team instead of making one; its id stays.
    void edit(const Api::Team &team);

protected:
    void submit() override;

private:
    QWidget *makeMain(const QStringList &names);
    QWidget *makeSpending();
    Api::Team entered() const;
    Api::Findings check() const;
    void finish(const std::optional<Refusal> &refusal);

    ConfigurationModel &m_configuration;
    QTabWidget *m_tabs;
    QLineEdit *m_id;
    QLineEdit *m_name;
    RoutePicker *m_routes;
    QLineEdit *m_residency;
    QLineEdit *m_targets;
    SpendingFields *m_spending = nullptr;
    LimitFields *m_keyLimits = nullptr;
    KeySpending m_spendingBefore;
    bool m_isNew = true;
    bool m_busy = false;
};

} // namespace Gatehouse::Ui
