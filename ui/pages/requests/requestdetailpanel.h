// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "ui/models/requestdata.h"

#include <QtWidgets/QWidget>

class QLabel;
class QPlainTextEdit;
class QScrollArea;
class QTabWidget;
class QVBoxLayout;

namespace Gatehouse::Ui {

class AttemptWaterfall;
class CellsModel;
class BodyTab;
class CopyButton;
class CostTab;
class FactList;
class HeadersTab;
class PolicyExplanation;
class RequestHeader;
class SeriesColours;
class StepList;
class StatePanel;
class TableView;

//! Everything about one request: what happened and why, its attempts, its cost, its record.
class RequestDetailPanel : public QWidget
{
    Q_OBJECT

public:
    RequestDetailPanel(Api::AdminClient &client, SeriesColours &colours, QWidget *parent = nullptr);

    //! Shows what the list knows at once and reads the rest.
    void showRequest(const RequestRow &row);
    //! Shows \a record, an answer of the gateway, in place of what it would answer.
    void preview(const QJsonObject &record);
    QString requestId() const { return m_details.row.id; }
    //! Of the gateway, for the curl command.
    void setBaseUrl(const QString &url);
    bool showsRunning() const { return m_details.row.running; }

Q_SIGNALS:
    void closed();
    void previousRequested();
    void nextRequested();
    //! A word that finds requests like this one.
    void filterRequested(const QString &word);
    void cancelRequested(const QString &id);
    void alertRequested(const QString &scope);
    void auditRequested(const QString &object);
    //! Another request is to be shown.
    void openRequested(const QString &id);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeHeader();
    QWidget *makeSummary();
    QWidget *makeAttempts();
    QWidget *makeHeaders();
    QWidget *makeRecord();
    void load();
    void showDetails();
    void showFacts();
    void showAttempts();
    void replay();

    Api::AdminClient &m_client;
    SeriesColours &m_colours;
    RequestDetails m_details;
    QPointer<Api::AdminCall> m_call;
    RequestHeader *m_header = nullptr;
    QScrollArea *m_summary = nullptr;
    CopyButton *m_copyRecord = nullptr;
    PolicyExplanation *m_policy = nullptr;
    StatePanel *m_state = nullptr;
    QTabWidget *m_tabs = nullptr;
    QLabel *m_sentence = nullptr;
    FactList *m_facts = nullptr;
    QLabel *m_stepsTitle = nullptr;
    StepList *m_steps = nullptr;
    QLabel *m_candidatesTitle = nullptr;
    StepList *m_candidates = nullptr;
    AttemptWaterfall *m_waterfall = nullptr;
    CellsModel *m_attempts = nullptr;
    CostTab *m_cost = nullptr;
    TableView *m_attemptsTable = nullptr;
    BodyTab *m_body = nullptr;
    HeadersTab *m_headers = nullptr;
    QPlainTextEdit *m_record = nullptr;
};

//! One sentence: "Answered by bedrock after 2 failed attempts at anthropic."
QString statusSentence(const RequestRow &row, const SeriesColours &names);

} // namespace Gatehouse::Ui
