// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/document.h"
#include "ui/widgets/form.h"

#include <QtWidgets/QDialog>

#include <optional>

class QComboBox;
class QLabel;
class QGridLayout;
class QLineEdit;
class QPlainTextEdit;
class QHBoxLayout;

namespace Gatehouse::Ui {

//! Edits one own price: what a million tokens of a model cost at a provider.
class PriceDialog : public QDialog
{
    Q_OBJECT

public:
    //! \a price may be empty but for provider and model; \a providers: ids to choose from.
    PriceDialog(const Api::PriceOverride &price, const QStringList &providers, QWidget *parent);

    //! The gateway refused: shows why at the fields.
    void showProblem(const Api::Findings &findings, const QString &detail);

Q_SIGNALS:
    void entered(const Gatehouse::Api::PriceOverride &price);

private:
    struct Amount {
        QLineEdit *field;
        std::optional<qint64> Api::PriceOverride::*member;
        QString key;
    };

    void addAmounts();
    void addAmount(const QString &name, const QString &label, const QString &key,
                   std::optional<qint64> Api::PriceOverride::*member);
    void addTiers(QHBoxLayout *row);
    void takeTiers(Api::Findings &findings);
    void addPictures(QHBoxLayout *row);
    void takePictures(Api::Findings &findings);
    void submit();

    Api::PriceOverride m_price;
    Form m_form;
    QGridLayout *m_grid = nullptr;
    QComboBox *m_provider;
    QLineEdit *m_model;
    QList<Amount> m_amounts;
    QLineEdit *m_from = nullptr;
    QPlainTextEdit *m_tiers = nullptr;
    QPlainTextEdit *m_pictures = nullptr;
    QLabel *m_problem;
};

} // namespace Gatehouse::Ui
