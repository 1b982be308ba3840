// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/document.h"
#include "core/api/findings.h"

#include <QtCore/QObject>
#include <QtCore/QStringList>

namespace Gatehouse::Ui {

class ConfigurationModel;
class DraftBar;
class RoutesModel;

//! The way of a draft into force: check, ask, publish; and what to do when someone else was first.
class DraftFlow : public QObject
{
    Q_OBJECT

public:
    enum class Next { Nothing, Publish };

    //! Lives as long as \a bar, whose buttons it answers.
    DraftFlow(RoutesModel &model, ConfigurationModel &configuration, DraftBar &bar);

    //! Looks for problems; \a next comes after a check without errors.
    void check(Next next);
    //! A configuration kept in a file is checked, never published.
    void setLocked(bool locked);
    //! Those of one route, with paths within it.
    static Api::Findings findingsOf(const QString &route, const Api::Findings &findings,
                                    const Api::Document &document);

Q_SIGNALS:
    void checked(const Gatehouse::Api::Findings &findings);
    //! A person follows a finding to where it belongs.
    void placeChosen(const QString &route, const QString &field);

private:
    bool mayPublish() const;
    void take(const Api::Findings &findings, const QStringList &difference, Next next);
    void ask(const QStringList &difference);
    void publish(const QStringList &difference, const QString &reason);
    void catchUp();
    void showConflict();
    void openFinding(int index);

    RoutesModel &m_model;
    ConfigurationModel &m_configuration;
    DraftBar &m_bar;
    Api::Findings m_findings;
    bool m_locked = false;
};

} // namespace Gatehouse::Ui
