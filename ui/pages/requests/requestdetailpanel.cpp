// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/requests/requestdetailpanel.h"

#include "ui/models/cellsmodel.h"
#include "ui/models/refusalwords.h"
#include "ui/models/seriescolours.h"
#include "ui/pages/requests/attemptwaterfall.h"
#include "ui/pages/requests/bodytab.h"
#include "ui/pages/requests/costtab.h"
#include "ui/pages/requests/headerstab.h"
#include "ui/pages/requests/policyexplanation.h"
#include "ui/pages/requests/replaydialog.h"
#include "ui/pages/requests/requestheader.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/scrollarea.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/steplist.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/theme.h"

#include <QtCore/QJsonDocument>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QTabWidget>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

bool answered(const RequestAttempt &attempt)
{
    return attempt.result == "ok"_L1 || attempt.result == "answered"_L1;
}

QVBoxLayout *makeColumn(QWidget *parent)
{
    auto *layout = new QVBoxLayout(parent);
    layout->setContentsMargins(0, 16, 12, 8);
    layout->setSpacing(8);
    return layout;
}

} // namespace

QString statusSentence(const RequestRow &row, const SeriesColours &names)
{
    if (row.running)
        return RequestDetailPanel::tr("This request is still running.");
    if (row.outcome == "cancelled"_L1)
        return RequestDetailPanel::tr("The caller left before the answer was complete.");
    if (row.failed() && row.attempts.isEmpty())
        return RequestDetailPanel::tr("Refused by the gateway before any provider was asked.");
    if (row.failed())
        return row.attempts.size() == 1 ? RequestDetailPanel::tr("Failed at the only attempt.")
                                        : RequestDetailPanel::tr("Failed after %n attempts.",
                                                                 nullptr, int(row.attempts.size()));
    int failures = 0;
    for (const RequestAttempt &attempt : row.attempts)
        failures += answered(attempt) ? 0 : 1;
    if (failures == 0)
        return RequestDetailPanel::tr("Answered by %1 at the first attempt.")
            .arg(names.name(row.provider));
    const QString text = failures == 1
        ? RequestDetailPanel::tr("Answered by %1 after one failed attempt at %2.")
        : RequestDetailPanel::tr("Answered by %1 after %n failed attempts, first at %2.", nullptr,
                                 failures);
    return text.arg(names.name(row.provider), names.name(row.attempts.constFirst().provider));
}

RequestDetailPanel::RequestDetailPanel(Api::AdminClient &client, SeriesColours &colours,
                                       QWidget *parent)
    : QWidget(parent)
    , m_client(client)
    , m_colours(colours)
{
    setObjectName(u"requests.detail"_s);
    setAccessibleName(tr("Request details"));
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(u"requests.detail.tabs"_s);
    m_tabs->setAccessibleName(tr("Parts of the request"));
    m_tabs->tabBar()->setProperty("kind", u"narrow"_s);
    m_tabs->addTab(makeSummary(), tr("Summary"));
    m_tabs->addTab(makeAttempts(), tr("Attempts"));
    m_cost = new CostTab;
    m_tabs->addTab(makeScrollArea(m_cost), tr("Cost"));
    m_body = new BodyTab(m_client);
    m_tabs->addTab(makeScrollArea(m_body), tr("Body"));
    m_tabs->addTab(makeHeaders(), tr("Headers"));
    m_tabs->addTab(makeRecord(), tr("Raw record"));
    m_state = new StatePanel(m_tabs, this);
    connect(m_state, &StatePanel::retryRequested, this, &RequestDetailPanel::load);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 8, 12);
    layout->setSpacing(12);
    layout->addWidget(makeHeader());
    layout->addWidget(m_state, 1);
}

QWidget *RequestDetailPanel::makeHeader()
{
    m_header = new RequestHeader(this);
    connect(m_header, &RequestHeader::previousRequested, this,
            &RequestDetailPanel::previousRequested);
    connect(m_header, &RequestHeader::nextRequested, this, &RequestDetailPanel::nextRequested);
    connect(m_header, &RequestHeader::closed, this, &RequestDetailPanel::closed);
    connect(m_header, &RequestHeader::filterRequested, this, &RequestDetailPanel::filterRequested);
    connect(m_header, &RequestHeader::cancelRequested, this, &RequestDetailPanel::cancelRequested);
    connect(m_header, &RequestHeader::alertRequested, this, &RequestDetailPanel::alertRequested);
    connect(m_header, &RequestHeader::auditRequested, this, &RequestDetailPanel::auditRequested);
    connect(m_header, &RequestHeader::replayRequested, this, &RequestDetailPanel::replay);
    connect(m_header, &RequestHeader::explainRequested, this, [this] {
        m_tabs->setCurrentIndex(0);
        m_policy->ask();
        m_summary->ensureWidgetVisible(m_policy);
    });
    return m_header;
}

//! One look at a recording is for both tabs.
QWidget *RequestDetailPanel::makeHeaders()
{
    m_headers = new HeadersTab;
    connect(m_headers, &HeadersTab::wanted, m_body, &BodyTab::read);
    connect(m_body, &BodyTab::shown, m_headers, &HeadersTab::showRecording);
    connect(m_body, &BodyTab::failed, m_headers, &HeadersTab::showProblem);
    connect(m_body, &BodyTab::gone, this, [this] {
        m_details.record.insert(u"body_recorded"_s, false);
        m_headers->setRequest(false);
        m_header->showRequest(m_details.row, false);
    });
    return m_headers;
}

void RequestDetailPanel::replay()
{
    auto *dialog = new ReplayDialog(m_client, m_details.row, this);
    connect(dialog, &ReplayDialog::openRequested, this, &RequestDetailPanel::openRequested);
    dialog->open();
}

void RequestDetailPanel::setBaseUrl(const QString &url)
{
    m_header->setBaseUrl(url);
}

void RequestDetailPanel::keyPressEvent(QKeyEvent *event)
{
    if (isWindow() && event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event); // the page's
}

QWidget *RequestDetailPanel::makeSummary()
{
    auto *page = new QWidget;
    QVBoxLayout *layout = makeColumn(page);
    m_sentence = makeLabel({}, u"strong"_s, page);
    m_sentence->setWordWrap(true);
    m_sentence->setObjectName(u"requests.detail.statusLabel"_s);
    m_facts = new FactList(page);
    m_stepsTitle = makeLabel(tr("Why this route"), u"section"_s, page);
    m_steps = new StepList(page);
    m_steps->setObjectName(u"requests.detail.routeSteps"_s);
    m_candidatesTitle = makeLabel(tr("Targets weighed"), u"section"_s, page);
    m_candidates = new StepList(page);
    m_candidates->setObjectName(u"requests.detail.candidates"_s);
    m_policy = new PolicyExplanation(m_client, page);
    layout->addWidget(m_sentence);
    layout->addWidget(m_facts);
    layout->addSpacing(8);
    layout->addWidget(m_stepsTitle);
    layout->addWidget(m_steps);
    layout->addSpacing(8);
    layout->addWidget(m_candidatesTitle);
    layout->addWidget(m_candidates);
    layout->addSpacing(8);
    layout->addWidget(m_policy);
    layout->addStretch(1);
    m_summary = makeScrollArea(page);
    return m_summary;
}

QWidget *RequestDetailPanel::makeAttempts()
{
    auto *page = new QWidget;
    QVBoxLayout *layout = makeColumn(page);
    m_waterfall = new AttemptWaterfall(m_colours, page);
    m_waterfall->setObjectName(u"requests.detail.waterfall"_s);
    m_attempts = new CellsModel({{u"target"_s, tr("Target"), CellKind::TwoLine},
                                 {u"result"_s, tr("Result"), CellKind::TwoLine},
                                 {u"total"_s, tr("Total"), CellKind::Number}},
                                this);
    m_attemptsTable = new TableView(page);
    m_attemptsTable->setObjectName(u"requests.detail.attemptsTable"_s);
    m_attemptsTable->setAccessibleName(tr("Attempts"));
    m_attemptsTable->setModel(m_attempts);
    m_attemptsTable->setFitsRows(true);
    m_attemptsTable->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_attemptsTable->setColumnCharacters(1, 15);
    m_attemptsTable->setColumnCharacters(2, 7);
    m_attemptsTable->verticalHeader()->setDefaultSectionSize(
        2 * QFontMetrics(roleFont(FontRole::TableCell)).height() + 16);
    layout->addWidget(m_waterfall);
    layout->addSpacing(12);
    layout->addWidget(m_attemptsTable);
    layout->addStretch(1);
    return makeScrollArea(page);
}

QWidget *RequestDetailPanel::makeRecord()
{
    auto *page = new QWidget;
    QVBoxLayout *layout = makeColumn(page);
    m_record = new QPlainTextEdit(page);
    m_record->setObjectName(u"requests.detail.recordField"_s);
    m_record->setAccessibleName(tr("Raw record as JSON"));
    m_record->setReadOnly(true);
    m_record->setProperty("kind", u"code"_s);
    m_record->setLineWrapMode(QPlainTextEdit::NoWrap);
    // In a low window with large text it gives way to the line above it.
    m_record->setMinimumHeight(2 * m_record->fontMetrics().height());
    m_copyRecord = new CopyButton(tr("Copy the record"), page);
    m_copyRecord->setObjectName(u"requests.detail.copyRecordButton"_s);
    auto *line = new QHBoxLayout;
    line->addWidget(makeLabel(tr("What the gateway keeps of this request."), u"caption"_s, page));
    line->addStretch(1);
    line->addWidget(m_copyRecord);
    layout->addLayout(line);
    layout->addWidget(m_record, 1);
    return page;
}

void RequestDetailPanel::showRequest(const RequestRow &row)
{
    if (row.id == m_details.row.id && row == m_details.row)
        return;
    delete m_call;
    m_details = {};
    m_details.row = row;
    showDetails();
    if (row.running)
        m_state->setState(StatePanel::State::Ready);
    else
        load();
}

void RequestDetailPanel::load()
{
    m_state->setState(StatePanel::State::Ready); // what the list knew is there already
    m_call = m_client.get(u"/requests/%1"_s.arg(m_details.row.id));
    connect(m_call, &Api::AdminCall::finished, this, [this](Api::AdminCall *call) {
        m_call.clear();
        if (!call->succeeded()) {
            m_state->setError(tr("This request could not be read."),
                              call->reply().status == 404
                                  ? tr("Its record was removed, because records are kept for a "
                                       "limited time.")
                                  : tr("The gateway did not answer. Try again."));
            m_state->setState(StatePanel::State::Error);
            return;
        }
        preview(call->reply().body);
    });
}

void RequestDetailPanel::preview(const QJsonObject &record)
{
    delete m_call;
    m_details = parseRequestDetails(record);
    showDetails();
    m_state->setState(StatePanel::State::Ready);
}

void RequestDetailPanel::showDetails()
{
    const RequestRow &row = m_details.row;
    const bool isRecorded = m_details.record.value("body_recorded"_L1).toBool();
    m_header->showRequest(row, isRecorded);
    showFacts();
    showAttempts();
    m_cost->showCost(m_details);
    m_stepsTitle->setVisible(!m_details.steps.isEmpty());
    m_steps->setSteps(m_details.steps);
    m_candidatesTitle->setVisible(!m_details.candidates.isEmpty());
    m_candidates->setSteps(m_details.candidates);
    m_policy->setRequest(row);
    m_body->setRequest(row.id, isRecorded);
    m_headers->setRequest(isRecorded);
    const QString record =
        QString::fromUtf8(QJsonDocument(m_details.record).toJson(QJsonDocument::Indented));
    m_record->setPlainText(record);
    m_copyRecord->setCopyText(record);
}

void RequestDetailPanel::showFacts()
{
    const RequestRow &row = m_details.row;
    m_sentence->setText(statusSentence(row, m_colours));
    m_facts->clear();
    m_facts->add(tr("Error"), refusalText(row.errorDetail));
    m_facts->add(tr("Asked for"), row.modelAsked);
    m_facts->add(tr("Planned"), m_details.plan.join(tr(", then ", "between planned targets")));
    m_facts->add(tr("Served"),
                 row.model.isEmpty() ? Format::unknown() : u"%1/%2"_s.arg(row.provider, row.model));
    m_facts->add(tr("Route"), row.route);
    m_facts->add(tr("Received"),
                 Format::wordLocale().toString(row.time.toLocalTime(), tr("d MMM yyyy HH:mm:ss")));
    m_facts->add(tr("Time"),
                 row.firstTokenMs
                     ? tr("%1 in total, first token after %2")
                           .arg(Format::duration(row.totalMs), Format::duration(row.firstTokenMs))
                     : Format::duration(row.totalMs));
    m_facts->add(tr("Tokens"),
                 (row.tokensEstimated ? tr("About %1 in, %2 out, estimated") : tr("%1 in, %2 out"))
                     .arg(Format::count(row.tokensIn), Format::count(row.tokensOut)));
    m_facts->add(tr("Cost"), row.cost ? Format::money(row.cost) : tr("Unpriced"));
    m_facts->add(tr("Key"), row.keyName);
    m_facts->add(tr("Team"), row.team);
    m_facts->add(tr("Client"), row.client);
    m_facts->add(tr("Tags"), row.tags);
}

void RequestDetailPanel::showAttempts()
{
    m_waterfall->setRequest(m_details.row);
    QList<CellsModel::Row> rows;
    int number = 0;
    for (const RequestAttempt &attempt : m_details.row.attempts) {
        const QString status =
            attempt.status > 0 ? tr("Status %1").arg(attempt.status) : tr("No answer");
        rows.append(
            {QString::number(++number),
             {{.text = m_colours.name(attempt.provider), .detail = attempt.model},
              {.text = outcomeText(attempt.result), .toolTip = attempt.detail, .detail = status},
              {.text = Format::duration(attempt.ms)}}});
    }
    m_attempts->setRows(rows);
    m_attemptsTable->setVisible(!rows.isEmpty());
    m_attemptsTable->updateGeometry();
}

} // namespace Gatehouse::Ui
