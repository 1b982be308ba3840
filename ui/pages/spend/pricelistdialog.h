// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "ui/models/cellsmodel.h"

#include <QtWidgets/QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace Gatehouse::Ui {

class TableView;

//! A newer list of prices, from a file or an address: shows what it changes, then takes it.
class PriceListDialog : public QDialog
{
    Q_OBJECT

public:
    //! \a client outlives the dialog.
    explicit PriceListDialog(Api::AdminClient &client, QWidget *parent = nullptr);

    //! A file was chosen.
    void readFile(const QString &name);

Q_SIGNALS:
    //! The list is in force, or was found to be the newest.
    void taken(const QString &sentence);

private:
    QWidget *makeSource();
    QWidget *makeTable();
    QWidget *makeButtons();
    void chooseFile();
    void ask(bool dryRun);
    void answered(const QJsonObject &difference);
    void confirm();
    void say(const QString &text, const QString &kind);

    Api::AdminClient &m_client;
    CellsModel m_rows;
    QJsonObject m_source; //!< "text" and "name", or "url"
    QLineEdit *m_address = nullptr;
    QPushButton *m_file = nullptr;
    QPushButton *m_read = nullptr;
    QLabel *m_result = nullptr;
    TableView *m_table = nullptr;
    QPushButton *m_keep = nullptr;
    QPushButton *m_take = nullptr;
};

} // namespace Gatehouse::Ui
