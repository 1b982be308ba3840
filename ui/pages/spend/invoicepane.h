// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "ui/models/cellsmodel.h"

#include <QtWidgets/QWidget>

#include <functional>

class QComboBox;
class QLabel;
class QPushButton;

namespace Gatehouse::Ui {

class Banner;
class Card;
class ConfigurationModel;
class EmptyState;
class SegmentedControl;
class TableView;

//! Compares a provider's usage export with the books, by model and by day, and takes the prices
//! that the invoice shows.
class InvoicePane : public QWidget
{
    Q_OBJECT

public:
    enum Column { Model, Invoice, Books, Gap, TokensInvoice, TokensBooks, State, ColumnCount };
    using FileChooser = std::function<void(std::function<void(const QString &path)> chosen)>;

    //! \a configuration outlives the pane.
    InvoicePane(Api::AdminClient &client, ConfigurationModel &configuration,
                QWidget *parent = nullptr);

    void setEditable(bool editable);
    //! How the file is asked for; a file dialog unless set.
    void setFileChooser(FileChooser chooser) { m_chooseFile = std::move(chooser); }

Q_SIGNALS:
    void loaded();
    void openRequests(const QString &filter);
    void done(const QString &text);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildTable();
    void connectParts();
    void fillProviders();
    void check(const QString &path);
    void showProblem(const QString &where, const QString &what);
    void showRows();
    void showButtons();
    CellsModel::Row rowOf(const QJsonObject &item, bool byDay) const;
    QJsonObject current() const;
    void takePrice();

    Api::AdminClient &m_client;
    ConfigurationModel &m_configuration;
    CellsModel m_rows;
    QJsonObject m_answer;
    FileChooser m_chooseFile;
    QComboBox *m_provider = nullptr;
    QPushButton *m_import = nullptr;
    QPushButton *m_take = nullptr;
    SegmentedControl *m_by = nullptr;
    Banner *m_problem = nullptr;
    QLabel *m_summary = nullptr;
    EmptyState *m_empty = nullptr;
    Card *m_card = nullptr;
    TableView *m_table = nullptr;
    bool m_editable = true;
    bool m_isChecking = false;
};

} // namespace Gatehouse::Ui
