// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/legendbar.h"

#include <functional>

class QMenu;
class QPushButton;
class QStackedLayout;

namespace Gatehouse::Ui {

class ChartDataModel;
class ChartView;
class TableView;

//! A chart with its legend above it and the same numbers as a table behind the switch "Data".
//! Its menu copies the picture or the numbers, writes a CSV file and opens the requests shown.
class ChartPanel : public QWidget
{
    Q_OBJECT

public:
    using FileChooser = std::function<void(std::function<void(const QString &path)> chosen)>;

    //! The parts are named after \a name: "overview.spend" has an "overview.spendChart".
    ChartPanel(ChartView *chart, const QString &name, QWidget *parent = nullptr);

    void setLegend(const QList<LegendEntry> &entries);
    //! What the chart is of, for people who cannot see it: "Spend by provider".
    void setTitle(const QString &title);
    //! The switch between chart and table; for the header of a card.
    QPushButton *dataToggle() const { return m_toggle; }
    void setDataShown(bool shown);
    //! Of the chart, or of the table in its place.
    void setBodyHeight(int height);
    QByteArray csv() const;
    void exportCsv();
    //! How the place of the CSV file is asked for; a file dialog unless set.
    void setFileChooser(FileChooser chooser) { m_chooseFile = std::move(chooser); }

Q_SIGNALS:
    //! The requests of the points \a first to \a last.
    void requestsRequested(int first, int last);

private:
    void layOut();
    void addMenuActions();
    void sizeTable();
    void showZoom();
    void showMenu(const QPoint &place);
    void copyImage() const;

    ChartView *m_chart;
    LegendBar *m_legend;
    QPushButton *m_toggle;
    QPushButton *m_resetZoom;
    QMenu *m_menu;
    TableView *m_table;
    ChartDataModel *m_data;
    QWidget *m_body;
    QStackedLayout *m_stack = nullptr;
    FileChooser m_chooseFile;
    QString m_title;
};

} // namespace Gatehouse::Ui
