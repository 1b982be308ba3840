// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/findings.h"
#include "ui/models/routegraph.h"
#include "ui/widgets/form.h"

#include <QtWidgets/QWidget>

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;
class QToolButton;
class QVBoxLayout;

namespace Gatehouse::Ui {

class FallbackEditor;
class MoreSection;
class Pill;
class PlainTextLabel;
class RoutesModel;
class RulesEditor;
class TargetsEditor;

//! The form of one route of the draft. Each finished edit goes into the draft at once; nothing is
//! in force before the draft is published.
class RouteEditor : public QWidget
{
    Q_OBJECT

public:
    explicit RouteEditor(RoutesModel &model, QWidget *parent = nullptr);

    //! Shows the route of the draft, anew when it is shown already.
    void showRoute(const QString &id);
    const QString &routeId() const { return m_id; }
    //! Read-only, and where the configuration is kept instead; empty: free.
    void setLocked(const QString &origin);
    //! Findings of this route, paths within it.
    void showFindings(const Api::Findings &findings);
    void focusNode(const RouteNode &node);
    //! "targets[0].model", "retry.on", "id".
    void focusField(const QString &path);

Q_SIGNALS:
    void duplicateRequested();
    void deleteRequested();
    void requestsRequested();

private:
    void buildHeader(QVBoxLayout *layout);
    void buildTargets(QVBoxLayout *layout);
    void buildRetry(QVBoxLayout *layout);
    void addField(const QString &path, FormField *field, QBoxLayout *layout);
    void connectFields();
    QWidget *makeStrategy();
    void showStrategy(const Api::Route &route);
    void showSurroundings(const Api::Route &route);
    void showTitle(const Api::Route &route);
    void takeName();
    void take();
    Api::Route edited() const;
    void showOwnProblems(const Api::Route &route);

    RoutesModel &m_model;
    Form *m_form;
    PlainTextLabel *m_title = nullptr;
    Pill *m_state = nullptr;
    QToolButton *m_duplicate = nullptr;
    QToolButton *m_delete = nullptr;
    QLineEdit *m_name = nullptr;
    QComboBox *m_strategy = nullptr;
    QComboBox *m_stickyBy = nullptr;
    TargetsEditor *m_targets = nullptr;
    FallbackEditor *m_fallback = nullptr;
    RulesEditor *m_rules = nullptr;
    MoreSection *m_more = nullptr;
    QSpinBox *m_attempts = nullptr;
    QSpinBox *m_backoff = nullptr;
    QList<QCheckBox *> m_failures;
    QLineEdit *m_residency = nullptr;
    QString m_id;
    bool m_showing = false;
};

} // namespace Gatehouse::Ui
