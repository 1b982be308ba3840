// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/routetrials.h"

#include <QtWidgets/QWidget>

class QLabel;
class QVBoxLayout;

namespace Gatehouse::Ui {

class TableView;

//! How the canary and the shadow of a route do beside its other targets, and the keys that still
//! ask for a name which ends. Empty parts are not there.
class TrialsSection : public QWidget
{
    Q_OBJECT

public:
    explicit TrialsSection(RouteTrials &trials, QWidget *parent = nullptr);

private:
    //! A title, a sentence and a table.
    struct Part {
        QLabel *title = nullptr;
        QLabel *text = nullptr;
        TableView *table = nullptr;
        CellsModel *rows = nullptr;
    };
    Part addPart(const QString &name, const QString &title,
                 const QList<CellsModel::Column> &columns);
    static void setShown(const Part &part, bool shown);
    void show(const Part &part, const std::optional<RouteTrial> &trial, const QString &title,
              const QString &sentence);
    void showCallers();
    void update();

    RouteTrials &m_trials;
    QVBoxLayout *m_column;
    Part m_canary;
    Part m_shadow;
    Part m_callers;
};

} // namespace Gatehouse::Ui
