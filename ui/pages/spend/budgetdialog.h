// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/document.h"
#include "ui/widgets/form.h"

#include <QtWidgets/QDialog>

class QComboBox;
class QDoubleSpinBox;
class QLineEdit;

namespace Gatehouse::Ui {

//! Asks for one budget: whose, how much, for which period, when to warn, and what then.
class BudgetDialog : public QDialog
{
    Q_OBJECT

public:
    //! \a budget without scope: a new one. \a document names what may have a budget.
    BudgetDialog(const Api::Budget &budget, const Api::Document &document,
                 QWidget *parent = nullptr);

Q_SIGNALS:
    void saved(const Gatehouse::Api::Budget &budget);

private:
    void buildFields(const Api::Document &document);
    void fill(const Api::Budget &budget);
    Api::Budget entered() const;
    void submit();

    Api::Budget m_budget;
    QComboBox *m_scope;
    QDoubleSpinBox *m_amount;
    QComboBox *m_period;
    QLineEdit *m_warnAt;
    QComboBox *m_action;
    Form m_form;
};

} // namespace Gatehouse::Ui
