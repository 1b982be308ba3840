// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/field.h"
#include "core/api/documents/route.h"
#include "ui/widgets/form.h"

#include <QtWidgets/QWidget>

class QLineEdit;
class QToolButton;
class QVBoxLayout;

namespace Gatehouse::Ui {

class OptionalSpin;

//! What few routes need: trials, time limits, second attempts, the end of a name. Folded until it
//! is asked for; only what is set is written.
class MoreSection : public QWidget
{
    Q_OBJECT

public:
    //! Its fields belong to \a form.
    explicit MoreSection(Form &form, QWidget *parent = nullptr);

    //! \a targets: "provider/model" of everything that can be called; \a routes: other routes.
    void showRoute(const Api::Route &route, const QStringList &targets, const QStringList &routes);
    //! Writes the fields into \a route.
    void read(Api::Route &route) const;
    void setLocked(bool locked);
    void setExpanded(bool expanded);
    bool isExpanded() const;
    //! The paths of its fields.
    const QStringList &paths() const { return m_paths; }
    //! \a path lies in one of its groups.
    static bool holds(const QString &path);

Q_SIGNALS:
    void edited();

private:
    void makeCanary();
    void makeSpeed();
    void makeLimits();
    void makeShadow();
    void makeRetirement();
    void addTitle(const QString &text);
    void addRow(const QList<FormField *> &fields);
    QLineEdit *makeLine(const QString &name, const QString &hint);
    OptionalSpin *makeSpin(const Api::Field &field, const QString &name, const QString &absent);
    FormField *makeField(const QString &path, const QString &label, QWidget *control,
                         const QString &help = {});
    void readCanary(Api::Route &route) const;
    void readSpeed(Api::Route &route) const;
    void readShadow(Api::Route &route) const;
    void readRetirement(Api::Route &route) const;
    void showDependents();

    Form &m_form;
    QToolButton *m_toggle;
    QWidget *m_body;
    QVBoxLayout *m_column;
    QStringList m_paths;
    QLineEdit *m_canaryTarget = nullptr;
    OptionalSpin *m_canaryPercent = nullptr;
    OptionalSpin *m_errors = nullptr;
    OptionalSpin *m_firstToken = nullptr;
    OptionalSpin *m_cost = nullptr;
    OptionalSpin *m_hedgeAfter = nullptr;
    OptionalSpin *m_hedgeCost = nullptr;
    OptionalSpin *m_slowRate = nullptr;
    OptionalSpin *m_slowHold = nullptr;
    OptionalSpin *m_maxWait = nullptr;
    OptionalSpin *m_totalTime = nullptr;
    OptionalSpin *m_promptLimit = nullptr;
    QLineEdit *m_shadowTarget = nullptr;
    OptionalSpin *m_shadowPercent = nullptr;
    OptionalSpin *m_shadowLimit = nullptr;
    QLineEdit *m_retireDate = nullptr;
    QLineEdit *m_retireRoute = nullptr;
    bool m_locked = false;
};

} // namespace Gatehouse::Ui
