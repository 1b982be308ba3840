// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/document.h"
#include "ui/widgets/form.h"

#include <QtWidgets/QDialog>

class QComboBox;
class QDateEdit;
class QDoubleSpinBox;
class QLineEdit;
class QPlainTextEdit;

namespace Gatehouse::Ui {

//! Asks for one contract with a provider: how much is to be used from when to when.
class ContractDialog : public QDialog
{
    Q_OBJECT

public:
    //! \a contract without id: a new one. Ids that \a document has are refused.
    ContractDialog(const Api::Contract &contract, const Api::Document &document, const QDate &today,
                   QWidget *parent = nullptr);

Q_SIGNALS:
    void saved(const Gatehouse::Api::Contract &contract);

private:
    void buildFields();
    void fill(const QDate &today);
    Api::Contract entered() const;
    void addPair(const QString &path, const QString &label, QWidget *control, const QString &other,
                 const QString &otherLabel, QWidget *otherControl);
    void addLines(const QString &path, const QString &label, QPlainTextEdit *control,
                  const QString &help);
    void takeLines(Api::Contract &contract, Api::Findings &findings) const;
    void submit();

    const Api::Contract m_contract;
    const Api::Document m_document;
    QLineEdit *m_id;
    QComboBox *m_provider;
    QDoubleSpinBox *m_amount;
    QDateEdit *m_from;
    QDateEdit *m_until;
    QLineEdit *m_note;
    QDoubleSpinBox *m_discount;
    QLineEdit *m_models;
    QPlainTextEdit *m_tiers;
    QPlainTextEdit *m_prices;
    Form m_form;
};

} // namespace Gatehouse::Ui
