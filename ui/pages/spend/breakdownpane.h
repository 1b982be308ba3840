// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/cellsmodel.h"
#include "ui/models/reportmodel.h"
#include "ui/models/spendreport.h"

#include <QtWidgets/QWidget>

#include <functional>

class QComboBox;
class QLabel;
class QPushButton;
class QSortFilterProxyModel;

namespace Gatehouse::Ui {

class Banner;
class Card;
class ChartPanel;
class EmptyState;
class SeriesColours;
class StackedBarChart;
class StatePanel;
class TableView;

//! Cost, tokens or requests per day by one group, and a table of one or two. Every number opens
//! the requests behind it.
class BreakdownPane : public QWidget
{
    Q_OBJECT

public:
    enum Column {
        Group,
        Cost,
        Share,
        Requests,
        TokensIn,
        TokensOut,
        TokensCached,
        PerRequest,
        PerMillion,
        Change,
        ColumnCount
    };
    using FileChooser = std::function<void(const QString &suggested,
                                           std::function<void(const QString &path)> chosen)>;

    //! \a clock and \a colours outlive the pane.
    BreakdownPane(Api::AdminClient &client, const Clock &clock, SeriesColours &colours,
                  QWidget *parent = nullptr);

    void refresh() { m_model.refresh(); }
    void setRange(const QString &range) { m_model.setRange(range); }
    //! How the place of the file is asked for; a file dialog unless set.
    void setFileChooser(FileChooser chooser) { m_chooseFile = std::move(chooser); }

Q_SIGNALS:
    //! The first answer is there, or it is known that there is none.
    void loaded();
    void openRequests(const QString &filter);
    void openPrices();
    void done(const QString &text);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildControls();
    QWidget *buildContent();
    void buildChart(QWidget *parent);
    void buildTable(QWidget *parent);
    void connectParts();
    void addShortcuts();
    void ask();
    void showReport();
    void showHeadline();
    void showChart();
    void showTable();
    void showUnpriced();
    void updateState();
    QString measure() const;
    QString by() const;
    QString then() const;
    QString valueText(double value) const;
    QString daysFilter(int first, int last) const;
    void openRow(const QModelIndex &index);
    void exportCsv();

    const Clock &m_clock;
    ReportModel m_model;
    SeriesColours &m_colours;
    SpendReport m_report;
    QString m_shownBy;
    QString m_shownThen;
    QHash<QString, int> m_shownColours; //!< series by group; the rest is "Other"
    CellsModel m_rows;
    QSortFilterProxyModel *m_sorted;
    QComboBox *m_measure = nullptr;
    QComboBox *m_group = nullptr;
    QComboBox *m_then = nullptr;
    QPushButton *m_export = nullptr;
    Banner *m_unpriced = nullptr;
    QLabel *m_headline = nullptr;
    QLabel *m_change = nullptr;
    Card *m_chartCard = nullptr;
    Card *m_tableCard = nullptr;
    StackedBarChart *m_chart = nullptr;
    ChartPanel *m_panel = nullptr;
    TableView *m_table = nullptr;
    EmptyState *m_empty = nullptr;
    StatePanel *m_states = nullptr;
    FileChooser m_chooseFile;
};

} // namespace Gatehouse::Ui
