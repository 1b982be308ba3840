// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/configurationmodel.h"
#include "ui/widgets/form.h"

#include <QtWidgets/QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace Gatehouse::Ui {

class RoutePicker;

//! Makes a team or changes one; saving is one revision of the configuration.
class TeamDialog : public QDialog
{
    Q_OBJECT

public:
    //! \a names are the models and routes to choose from.
    TeamDialog(ConfigurationModel &configuration, const QStringList &names,
               QWidget *parent = nullptr);

    //! Changes \a team instead of making one; its id stays.
    void edit(const Api::Team &team);

private:
    QWidget *makeFields(const QStringList &names);
    QLayout *makeButtons();
    Api::Team entered() const;
    Api::Findings check() const;
    void submit();
    void finish(const std::optional<Refusal> &refusal);

    ConfigurationModel &m_configuration;
    Form m_form;
    QLabel *m_title;
    QLineEdit *m_id;
    QLineEdit *m_name;
    RoutePicker *m_routes;
    QLineEdit *m_residency;
    QLabel *m_problem;
    QPushButton *m_save;
    bool m_isNew = true;
    bool m_busy = false;
};

} // namespace Gatehouse::Ui
