// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "ui/models/cellsmodel.h"

#include <QtCore/QTimer>
#include <QtWidgets/QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace Gatehouse::Ui {

class TableView;

//! Works out anew what past requests cost: first shows the difference, then applies it. It may be
//! cancelled between two steps; what a request said before is kept.
class RecalculateDialog : public QDialog
{
    Q_OBJECT

public:
    //! \a client outlives the dialog.
    explicit RecalculateDialog(Api::AdminClient &client, QWidget *parent = nullptr);

Q_SIGNALS:
    void recalculated(qint64 requests);

private:
    enum class Stage { Asking, Comparing, Compared, Applying };

    QWidget *makeFields();
    QWidget *makeTable();
    QWidget *makeButtons();
    void start(bool dryRun);
    void look();
    void ended(const QJsonObject &report);
    void showReport(const QJsonObject &report);
    void setStage(Stage stage);
    void stop();

    Api::AdminClient &m_client;
    CellsModel m_rows;
    QTimer m_looks; //!< at the progress while the gateway works
    Stage m_stage = Stage::Asking;
    QComboBox *m_span = nullptr;
    QLineEdit *m_model = nullptr;
    QLineEdit *m_reason = nullptr;
    QLabel *m_result = nullptr;
    TableView *m_table = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_compare = nullptr;
    QPushButton *m_apply = nullptr;
};

} // namespace Gatehouse::Ui
