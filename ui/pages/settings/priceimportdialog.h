// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/document.h"

#include <QtWidgets/QDialog>

class QCheckBox;
class QDateEdit;

namespace Gatehouse::Ui {

//! Before own prices of a file are taken: how many there are, and from which day on they hold.
class PriceImportDialog : public QDialog
{
    Q_OBJECT

public:
    PriceImportDialog(const QList<Api::PriceOverride> &prices, const QString &file,
                      const QDate &today, QWidget *parent);

Q_SIGNALS:
    //! Those without a day of their own have the one that was chosen.
    void entered(const QList<Gatehouse::Api::PriceOverride> &prices);

private:
    void submit();

    QList<Api::PriceOverride> m_prices;
    QCheckBox *m_dated;
    QDateEdit *m_from;
};

} // namespace Gatehouse::Ui
