// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/findings.h"

#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;

namespace Gatehouse::Ui {

class ConflictBanner;
class CellsModel;
class RoutesDraft;
class TableView;

//! The foot of the routes page: how much is edited, what a check found, and the way into force.
class DraftBar : public QWidget
{
    Q_OBJECT

public:
    explicit DraftBar(RoutesDraft &draft, QWidget *parent = nullptr);

    //! An empty list says that nothing was found.
    void showFindings(const Api::Findings &findings);
    void forgetFindings();
    //! Why the draft could not be published.
    void showError(const QString &text);
    //! Who changed the configuration under the draft: "Changed by m.ortiz 2 min ago".
    void showConflict(const QString &title, const QStringList &difference);
    //! While an answer is awaited.
    void setBusy(bool busy);
    //! The configuration is kept in a file.
    void setLocked(bool locked);

Q_SIGNALS:
    void checkRequested();
    void publishRequested();
    void discardRequested();
    //! A position in the findings shown.
    void findingChosen(int index);

private:
    void showDraft();

    RoutesDraft &m_draft;
    ConflictBanner *m_conflict;
    CellsModel *m_findings;
    TableView *m_problems;
    QLabel *m_text;
    QLabel *m_result;
    QPushButton *m_discard;
    QPushButton *m_check;
    QPushButton *m_publish;
    bool m_busy = false;
    bool m_locked = false;
};

} // namespace Gatehouse::Ui
