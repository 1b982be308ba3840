// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "ui/models/cellsmodel.h"

#include <QtCore/QDate>
#include <QtWidgets/QDialog>

class QComboBox;
class QDateEdit;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace Gatehouse::Ui {

class SeriesColours;

//! What an hour of a machine cost on past days after all: first the difference, then the
//! correction. What was agreed, and every correction, stay in the table.
class CorrectHourDialog : public QDialog
{
    Q_OBJECT

public:
    //! \a machines: the answer of GET /machines. \a names: of providers. \a today: the last day
    //! that can be corrected.
    CorrectHourDialog(Api::AdminClient &client, const QJsonObject &machines,
                      const SeriesColours &names, const QDate &today, QWidget *parent);

Q_SIGNALS:
    void corrected(const QString &provider);

private:
    QWidget *makeFields(const QDate &today);
    QWidget *makeTable();
    QWidget *makeButtons();
    QString provider() const;
    void showHistory();
    void forget();
    void ask(bool dryRun);
    void ended(const Api::AdminCall &call, bool dryRun);
    void showDifference(const QJsonObject &answer);

    Api::AdminClient &m_client;
    const QJsonObject m_machines;
    const SeriesColours &m_names;
    CellsModel m_rows;
    QComboBox *m_provider = nullptr;
    QDateEdit *m_from = nullptr;
    QDateEdit *m_until = nullptr;
    QDoubleSpinBox *m_hour = nullptr;
    QLineEdit *m_reason = nullptr;
    QLabel *m_result = nullptr;
    QPushButton *m_compare = nullptr;
    QPushButton *m_apply = nullptr;
};

} // namespace Gatehouse::Ui
