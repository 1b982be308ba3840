// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "ui/models/cellsmodel.h"
#include "ui/models/whatifchange.h"

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

#include <functional>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace Gatehouse::Ui {

class Banner;
class Card;
class ChartPanel;
class ConfigurationModel;
class LineChart;
class TableView;

//! What past traffic would have cost under another configuration: chooses traffic and change, runs
//! the replay at the gateway, and shows cost, moves, refusals and expected times.
class WhatIfPane : public QWidget
{
    Q_OBJECT

public:
    enum Column {
        Model,
        RequestsBefore,
        RequestsAfter,
        Before,
        After,
        Delta,
        Typical,
        ColumnCount
    };
    using FileChooser = std::function<void(bool saves, const QString &suggested,
                                           std::function<void(const QString &path)> chosen)>;

    //! \a configuration outlives the pane.
    WhatIfPane(Api::AdminClient &client, ConfigurationModel &configuration,
               QWidget *parent = nullptr);

    //! The traffic that the shared range names.
    void setRange(const QString &range);
    void setEditable(bool editable);
    //! How files are asked for; a file dialog unless set.
    void setFileChooser(FileChooser chooser) { m_chooseFile = std::move(chooser); }

Q_SIGNALS:
    void loaded();
    void done(const QString &text);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildQuestion();
    QWidget *buildResult();
    void connectParts();
    void fillChoices();
    WhatIfChange entered() const;
    void readFile(const QString &path);
    void run();
    void cancel();
    void look();
    void take(const QJsonObject &job);
    void end(const QString &problem = {});
    void showResult(const QJsonObject &result);
    void showModels(const QJsonObject &result);
    void showDays(const QJsonObject &result);
    void showProblems(const QJsonObject &result);
    void showButtons();
    void exportResult();
    void saveConfiguration();
    void discard();

    Api::AdminClient &m_client;
    ConfigurationModel &m_configuration;
    CellsModel m_models;
    CellsModel m_problems;
    QTimer m_timer;
    QString m_job;
    QString m_file; //!< a configuration that was read
    QString m_fileText;
    QJsonObject m_result;
    Api::Document m_tried;
    FileChooser m_chooseFile;
    QComboBox *m_span = nullptr;
    QLineEdit *m_filter = nullptr;
    QComboBox *m_from = nullptr;
    QComboBox *m_to = nullptr;
    QComboBox *m_provider = nullptr;
    QDoubleSpinBox *m_multiplier = nullptr;
    QComboBox *m_scope = nullptr;
    QDoubleSpinBox *m_amount = nullptr;
    QPushButton *m_choose = nullptr;
    QLabel *m_fileName = nullptr;
    QPushButton *m_run = nullptr;
    QPushButton *m_cancel = nullptr;
    QProgressBar *m_progress = nullptr;
    Banner *m_problem = nullptr;
    QWidget *m_resultBox = nullptr;
    QLabel *m_headline = nullptr;
    QLabel *m_facts = nullptr;
    QLabel *m_assumptions = nullptr;
    LineChart *m_chart = nullptr;
    ChartPanel *m_panel = nullptr;
    TableView *m_table = nullptr;
    Card *m_problemCard = nullptr;
    TableView *m_problemTable = nullptr;
    QPushButton *m_export = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_discard = nullptr;
    bool m_editable = true;
};

} // namespace Gatehouse::Ui
