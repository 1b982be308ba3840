// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/routepolicy.h"
#include "core/api/findings.h"
#include "ui/widgets/form.h"

#include <QtWidgets/QDialog>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;

namespace Gatehouse::Ui {

class OptionalSpin;

//! One rule of a route: when it applies, and what happens then.
class ConditionDialog : public QDialog
{
    Q_OBJECT

public:
    //! \a routes: the ones a rule may lead to.
    explicit ConditionDialog(const QStringList &routes, QWidget *parent = nullptr);

    void edit(const Api::RouteRule &rule);
    Api::RouteRule rule() const;

private:
    enum class Action { Deny, Route, Targets };

    QWidget *makeCondition();
    QWidget *makeAction();
    QLayout *makeButtons();
    QLineEdit *addLine(QGridLayout *grid, const QString &key, const QString &label,
                       const QString &hint);
    QComboBox *addFlag(QGridLayout *grid, const QString &key, const QString &label);
    OptionalSpin *addSpin(QGridLayout *grid, const QString &key, const QString &label);
    void addField(QGridLayout *grid, const QString &key, const QString &label, QWidget *control);
    Action action() const;
    void showAction();
    Api::Findings check() const;
    void submit();

    Form m_form;
    QLabel *m_title;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_keys = nullptr;
    QLineEdit *m_teams = nullptr;
    QLineEdit *m_tags = nullptr;
    QLineEdit *m_regions = nullptr;
    QLineEdit *m_time = nullptr;
    QLineEdit *m_headers = nullptr;
    QComboBox *m_tools = nullptr;
    QComboBox *m_images = nullptr;
    QComboBox *m_audio = nullptr;
    QComboBox *m_structured = nullptr;
    QComboBox *m_streamed = nullptr;
    OptionalSpin *m_above = nullptr;
    OptionalSpin *m_below = nullptr;
    OptionalSpin *m_budget = nullptr;
    QComboBox *m_action = nullptr;
    QLineEdit *m_deny = nullptr;
    QComboBox *m_route = nullptr;
    QLineEdit *m_targets = nullptr;
    QLabel *m_problem;
};

} // namespace Gatehouse::Ui
