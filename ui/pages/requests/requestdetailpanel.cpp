// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/requests/requestdetailpanel.h"

#include "ui/models/cellsmodel.h"
#include "ui/models/seriescolours.h"
#include "ui/pages/requests/attemptwaterfall.h"
#include "ui/pages/requests/bodytab.h"
#include "ui/pages/requests/policyexplanation.h"
#include "ui/pages/requests/requestactions.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/format.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/plaintextlabel.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/steplist.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/theme.h"

#include <QtCore/QJsonDocument>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

bool answered(const RequestAttempt &attempt)
{
    return attempt.result == "ok"_L1 || attempt.result == "answered"_L1;
}

QScrollArea *scrolled(QWidget *content)
{
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->viewport()->setAutoFillBackground(false);
    area->setWidget(content);
    content->setAutoFillBackground(false);
    return area;
}

QVBoxLayout *makeColumn(QWidget *parent)
{
    auto *layout = new QVBoxLayout(parent);
    layout->setContentsMargins(0, 16, 12, 8);
    layout->setSpacing(8);
    return layout;
}

Tone toneOf(const RequestRow &row)
{
    if (row.running)
        return Tone::Accent;
    return row.outcome == "cancelled"_L1 ? Tone::Neutral
        : row.status >= 500              ? Tone::Err
        : row.status >= 400              ? Tone::Warn
                                         : Tone::Ok;
}

QString iconOf(Tone tone)
{
    switch (tone) {
    case Tone::Ok:
        return u"check"_s;
    case Tone::Warn:
        return u"triangle-alert"_s;
    case Tone::Err:
        return u"circle-x"_s;
    case Tone::Neutral:
        return u"circle-slash"_s;
    case Tone::Accent:
    case Tone::Info:
        break;
    }
    return u"loader-circle"_s;
}

//! What a line of the cost is of, as the gateway names it, in words.
QString costPart(const QString &label)
{
    static const QHash<QString, const char *> words{
        {u"input"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::RequestDetailPanel", "Input")},
        {u"cached input"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::RequestDetailPanel", "From cache")},
        {u"cache write"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::RequestDetailPanel", "To cache")},
        {u"cache write, one hour"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::RequestDetailPanel", "To cache, 1 h")},
        {u"audio input"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::RequestDetailPanel", "Sound in")},
        {u"image input"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::RequestDetailPanel", "Pictures in")},
        {u"output"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::RequestDetailPanel", "Output")},
        {u"reasoning"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::RequestDetailPanel", "Reasoning")},
        {u"audio output"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::RequestDetailPanel", "Sound out")},
        {u"images"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::RequestDetailPanel", "Pictures")},
        {u"seconds"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::RequestDetailPanel", "Seconds")},
        {u"characters"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::RequestDetailPanel", "Characters")},
        {u"queries"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::RequestDetailPanel", "Searches")},
        {u"request"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::RequestDetailPanel", "Request")},
    };
    const char *word = words.value(label);
    return word ? RequestDetailPanel::tr(word) : label;
}

//! "own, revision 12" and "list 2026-07-24" in words; others as they are.
QString priceVersionText(const QString &version)
{
    static const QString own = u"own, revision "_s;
    if (version.startsWith(own) && !version.mid(own.size()).contains(u','))
        return RequestDetailPanel::tr("Own price, version %1").arg(version.mid(own.size()));
    const QDate day = QDate::fromString(version.section(u' ', 1), Qt::ISODate);
    return version.startsWith("list "_L1) && day.isValid()
        ? RequestDetailPanel::tr("List of %1").arg(Format::day(day))
        : version;
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
    m_tabs->addTab(makeSummary(), tr("Summary"));
    m_tabs->addTab(makeAttempts(), tr("Attempts"));
    m_tabs->addTab(makeCost(), tr("Cost"));
    m_body = new BodyTab(m_client);
    m_tabs->addTab(m_body, tr("Body"));
    m_tabs->addTab(makeRecord(), tr("Raw record"));
    m_state = new StatePanel(m_tabs, this);
    connect(m_state, &StatePanel::retryRequested, this, &RequestDetailPanel::load);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 8, 12);
    layout->setSpacing(12);
    layout->addWidget(makeHeader());
    layout->addWidget(m_state, 1);
}

void RequestDetailPanel::keyPressEvent(QKeyEvent *event)
{
    if (isWindow() && event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event); // the page's
}

QWidget *RequestDetailPanel::makeHeader()
{
    auto *header = new QWidget(this);
    m_status = new Pill(header);
    m_title = makeLabel({}, u"title"_s, header);
    m_id = new PlainTextLabel({}, u"caption"_s, header);
    m_copyId = new CopyButton(tr("Copy request id"), header);
    m_copyId->setObjectName(u"requests.detail.copyIdButton"_s);
    m_copyCurl = new CopyButton(tr("Copy as curl"), header);
    m_copyCurl->setObjectName(u"requests.detail.copyCurlButton"_s);
    m_copyCurl->setText(tr("curl"));
    m_copyCurl->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_copyCurl->setIconSize({20, 15}); // wider than the glyph: the gap to the text
    m_copyCurl->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Minimum);
    m_filterButton = makeIconButton(u"funnel"_s, tr("Filter by this request"),
                                    u"requests.detail.filterButton"_s, header);
    auto *filterMenu = new QMenu(m_filterButton);
    m_filterButton->setMenu(filterMenu);
    m_filterButton->setPopupMode(QToolButton::InstantPopup);
    connect(filterMenu, &QMenu::aboutToShow, this, [this, filterMenu] {
        filterMenu->clear();
        addFilterActions(filterMenu, m_details.row,
                         [this](const QString &word) { Q_EMIT filterRequested(word); });
    });
    m_cancel =
        makeButton(tr("Cancel request"), u"danger"_s, u"requests.detail.cancelButton"_s, header);
    m_cancel->hide();
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_cancel->setEnabled(false);
        Q_EMIT cancelRequested(m_details.row.id);
    });
    QToolButton *previous = makeIconButton(u"chevron-up"_s, tr("Previous request (K)"),
                                           u"requests.detail.previousButton"_s, header);
    QToolButton *next = makeIconButton(u"chevron-down"_s, tr("Next request (J)"),
                                       u"requests.detail.nextButton"_s, header);
    QToolButton *close =
        makeIconButton(u"x"_s, tr("Close details (Esc)"), u"requests.detail.closeButton"_s, header);
    connect(previous, &QToolButton::clicked, this, &RequestDetailPanel::previousRequested);
    connect(next, &QToolButton::clicked, this, &RequestDetailPanel::nextRequested);
    connect(close, &QToolButton::clicked, this, &RequestDetailPanel::closed);
    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_status);
    top->addWidget(m_title);
    top->addStretch(1);
    for (QWidget *button : QWidgetList{m_filterButton, previous, next, close})
        top->addWidget(button);
    auto *below = new QHBoxLayout;
    below->setSpacing(4);
    m_id->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // the buttons come first
    below->addWidget(m_id, 1);
    below->addWidget(m_copyId);
    below->addWidget(m_copyCurl);
    below->addWidget(m_cancel);
    auto *layout = new QVBoxLayout(header);
    layout->setContentsMargins(0, 0, 4, 0);
    layout->setSpacing(4);
    layout->addLayout(top);
    layout->addLayout(below);
    return header;
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
    return scrolled(page);
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
    m_attemptsTable->setColumnCharacters(1, 17);
    m_attemptsTable->setColumnCharacters(2, 6);
    m_attemptsTable->verticalHeader()->setDefaultSectionSize(
        2 * QFontMetrics(roleFont(FontRole::TableCell)).height() + 16);
    layout->addWidget(m_waterfall);
    layout->addSpacing(12);
    layout->addWidget(m_attemptsTable);
    layout->addStretch(1);
    return scrolled(page);
}

QWidget *RequestDetailPanel::makeCost()
{
    auto *page = new QWidget;
    QVBoxLayout *layout = makeColumn(page);
    m_cost = new CellsModel({{u"part"_s, tr("Part")},
                             {u"tokens"_s, tr("Tokens"), CellKind::Number},
                             {u"price"_s, tr("Per million"), CellKind::Number},
                             {u"cost"_s, tr("Cost"), CellKind::Number}},
                            this);
    m_costTable = new TableView(page);
    m_costTable->setObjectName(u"requests.detail.costTable"_s);
    m_costTable->setAccessibleName(tr("Cost by part"));
    m_costTable->setModel(m_cost);
    m_costTable->setFitsRows(true);
    m_costTable->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_costTable->setColumnCharacters(1, 7);
    m_costTable->setColumnCharacters(2, 9);
    m_costTable->setColumnCharacters(3, 9);
    m_costFacts = new FactList(page);
    layout->addWidget(m_costTable);
    layout->addSpacing(8);
    layout->addWidget(m_costFacts);
    layout->addStretch(1);
    return scrolled(page);
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
    const Tone tone = toneOf(row);
    m_status->setState(row.running ? tr("Running") : QString::number(row.status), tone,
                       iconOf(tone));
    m_title->setText(row.running ? tr("Running") : outcomeText(row.outcome));
    m_id->setFullText(row.id);
    m_copyId->setCopyText(row.id);
    m_copyCurl->setCopyText(curlCommand(row, m_baseUrl));
    showFacts();
    showAttempts();
    showCost();
    m_stepsTitle->setVisible(!m_details.steps.isEmpty());
    m_steps->setSteps(m_details.steps);
    m_candidatesTitle->setVisible(!m_details.candidates.isEmpty());
    m_candidates->setSteps(m_details.candidates);
    m_policy->setRequest(row);
    m_body->setRequest(row.id, m_details.record.value("body_recorded"_L1).toBool());
    m_cancel->setVisible(row.running);
    m_cancel->setEnabled(true);
    m_filterButton->setEnabled(!filterChoices(row).isEmpty());
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
    m_facts->add(tr("Error"), row.errorDetail);
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
    m_facts->add(
        tr("Tokens"),
        tr("%1 in, %2 out").arg(Format::count(row.tokensIn), Format::count(row.tokensOut)));
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

QString RequestDetailPanel::priceText(const CostLine &line)
{
    if (line.perUnit)
        return tr("%1 each").arg(Format::money(line.perUnit));
    return Format::money(line.perMillion);
}

void RequestDetailPanel::showCost()
{
    QList<CellsModel::Row> rows;
    // What was paid is known also where the price of then is not.
    const QString unknown = m_details.row.cost ? Format::unknown() : tr("Unpriced");
    for (const CostLine &line : m_details.costLines)
        rows.append({line.label,
                     {{costPart(line.label)},
                      {line.units ? QLocale().toString(*line.units) : Format::count(line.tokens)},
                      {line.perUnit || line.perMillion ? priceText(line) : unknown},
                      {line.cost ? Format::money(line.cost) : unknown}}});
    m_cost->setRows(rows);
    m_costTable->setVisible(!rows.isEmpty());
    m_costTable->updateGeometry();
    m_costFacts->clear();
    const RequestRow &row = m_details.row;
    if (m_details.multiplier && *m_details.multiplier != 1.0) {
        m_costFacts->add(tr("List price"), Format::money(m_details.listCost));
        m_costFacts->add(tr("Multiplier"), QLocale().toString(*m_details.multiplier));
    }
    m_costFacts->add(
        tr("Total"),
        row.cost ? Format::money(row.cost)
                 : tr("Unpriced. This model has no price, so the request is not in any sum."));
    m_costFacts->add(tr("Price list"), priceVersionText(m_details.priceVersion));
    if (row.tokensEstimated)
        m_costFacts->add(tr("Tokens"), tr("Estimated, because the provider sent no count."));
}

} // namespace Gatehouse::Ui
