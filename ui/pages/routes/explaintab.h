// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "ui/models/routefacts.h"

#include <QtWidgets/QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;
class QStackedWidget;

namespace Gatehouse::Ui {

class Banner;
class CellsModel;
class ExplainModel;
class RoutesModel;
class SegmentedControl;
class StepList;
class TableView;
struct Explanation;

//! How a request would be served: the steps of the decision, the targets weighed and the plan, by
//! the routes in force and by the draft. Nothing is sent.
class ExplainTab : public QWidget
{
    Q_OBJECT

public:
    ExplainTab(Api::AdminClient &client, RoutesModel &model, QWidget *parent = nullptr);

    //! Fills in the name to ask for and goes there.
    void startWith(const QString &name);
    //! Offers the routes, models and keys of now.
    void showChoices();

private:
    QWidget *makeInput();
    QWidget *makeForm();
    QWidget *makeResult();
    void explain();
    void readPast();
    void showAnswer();
    void show(const Explanation &explanation);

    RoutesModel &m_model;
    ExplainModel *m_explain;
    QStringList m_names;
    QList<KeyAccess> m_keys;
    SegmentedControl *m_how = nullptr;
    QStackedWidget *m_inputs = nullptr;
    QPlainTextEdit *m_json = nullptr;
    QComboBox *m_name = nullptr;
    QComboBox *m_key = nullptr;
    QComboBox *m_dialect = nullptr;
    QSpinBox *m_tokens = nullptr;
    QCheckBox *m_tools = nullptr;
    QCheckBox *m_images = nullptr;
    QLineEdit *m_past = nullptr;
    QLabel *m_problem = nullptr;
    QPushButton *m_run = nullptr;
    QWidget *m_result = nullptr;
    QLabel *m_hint = nullptr;
    SegmentedControl *m_which = nullptr;
    QLabel *m_plan = nullptr;
    Banner *m_refusal = nullptr;
    StepList *m_steps = nullptr;
    CellsModel *m_candidates = nullptr;
    TableView *m_table = nullptr;
};

} // namespace Gatehouse::Ui
