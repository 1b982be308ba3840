// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/cellsmodel.h"

#include <QtCore/QJsonObject>
#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;

namespace Gatehouse::Ui {

class Card;
class ChartPanel;
class LineChart;
class TableView;

//! What a replay came to: cost before and after by day and model, moves, refusals, times.
class WhatIfResult : public QWidget
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

    explicit WhatIfResult(QWidget *parent = nullptr);

    //! \a names: what people call the providers.
    void show(const QJsonObject &result, const QHash<QString, QString> &names);
    //! The change can become a draft of the routes.
    void setDraftable(bool draftable);
    //! As JSON when the path ends so, else the days as CSV; false when it cannot be written.
    bool write(const QString &path) const;

Q_SIGNALS:
    void exportRequested();
    void draftRequested();
    void discardRequested();

private:
    Card *makeChart();
    Card *makeTable();
    Card *makeProblems();
    QLayout *makeButtons();
    QString factsOf(const QJsonObject &result) const;
    QString assumptionsOf(const QJsonObject &result) const;
    void showModels(const QJsonObject &result);
    void showDays(const QJsonObject &result);
    void showProblems(const QJsonObject &result);
    QString nameOf(const QString &provider) const { return m_names.value(provider, provider); }

    CellsModel m_models;
    CellsModel m_problems;
    QJsonObject m_result;
    QHash<QString, QString> m_names;
    QLabel *m_headline = nullptr;
    QLabel *m_facts = nullptr;
    QLabel *m_assumptions = nullptr;
    LineChart *m_chart = nullptr;
    ChartPanel *m_panel = nullptr;
    TableView *m_table = nullptr;
    Card *m_problemCard = nullptr;
    TableView *m_problemTable = nullptr;
    QPushButton *m_save = nullptr;
};

} // namespace Gatehouse::Ui
