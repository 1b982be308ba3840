// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/requests/requestspage.h"

#include "ui/models/filtervalues.h"
#include "ui/models/filterwords.h"
#include "ui/models/statusmodel.h"
#include "ui/models/timerange.h"
#include "ui/pages/requests/detailpane.h"
#include "ui/pages/requests/exportcontrol.h"
#include "ui/pages/requests/filterfield.h"
#include "ui/pages/requests/filterline.h"
#include "ui/pages/requests/livecontrol.h"
#include "ui/pages/requests/recorddialog.h"
#include "ui/pages/requests/requestactions.h"
#include "ui/pages/requests/requesthistogram.h"
#include "ui/pages/requests/requestsempty.h"
#include "ui/pages/requests/requeststable.h"
#include "ui/widgets/card.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/format.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/statepanel.h"

#include <QtCore/QJsonArray>
#include <QtCore/QTimer>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QKeyEvent>
#include <QtGui/QShortcut>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Ui {

namespace {

constexpr auto startPatience = 2s; // a gateway that starts with the program does not answer at once
constexpr int pageMargin = 24;
constexpr int pageBottom = 18;
constexpr int cardGap = 12;
constexpr int bothFrom = 640; // height for histogram and details

} // namespace

RequestsPage::RequestsPage(Api::AdminClient &client, QWidget *parent)
    : RequestsPage(client, nullptr, parent)
{
}

RequestsPage::RequestsPage(Api::AdminClient &client, SeriesColours &colours, QWidget *parent)
    : RequestsPage(client, &colours, parent)
{
}

RequestsPage::RequestsPage(Api::AdminClient &client, SeriesColours *colours, QWidget *parent)
    : QWidget(parent)
    , m_client(client)
    , m_model(new RequestsModel(client, colours ? *colours : m_ownColours, this))
    , m_histogram(new HistogramModel(client, this))
    , m_range(u"24h"_s)
{
    setObjectName(u"page.requests"_s);
    setAccessibleName(tr("Requests"));
    m_export = new ExportControl(client, *m_model, this);
    m_details = new DetailPane(client, *m_model, this);
    m_live = new LiveControl(*m_model, this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(pageMargin, 0, pageMargin, pageBottom);
    layout->setSpacing(cardGap);
    QWidget *table = makeTable(); // the toolbar has a menu of its columns
    layout->addLayout(makeToolbar());
    layout->addWidget(makeHistogram());
    layout->addWidget(table, 1);
    setTabOrder(m_chart, m_table);
    connectModel();
    connectFilter();
    addShortcuts();
    QTimer::singleShot(startPatience, this, [this] {
        m_waited = true;
        showState();
    });
    loadStatus();
    refresh();
}

RequestsPage::~RequestsPage() = default;

// Layouts without a widget of their own, so that the focus ring has room around each control.
QLayout *RequestsPage::makeToolbar()
{
    auto *columns = makeButton(tr("Columns"), {}, u"requests.columnsButton"_s, this);
    columns->setIcon(themeIcon(u"columns-3"_s));
    columns->setProperty("menued", true);
    columns->setMenu(m_table->makeColumnsMenu(columns));
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    m_line = new FilterLine(this);
    m_field = m_line->field();
    connect(m_line, &FilterLine::applied, this, &RequestsPage::applyFilter);
    connect(m_line, &FilterLine::filterChosen, this, &RequestsPage::setFilter);
    line->addWidget(m_line, 1);
    for (QPushButton *button : {m_live->button(), columns, m_export->button()})
        line->addWidget(button, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout;
    layout->setSpacing(8);
    layout->addLayout(line);
    layout->addLayout(m_line->chips());
    return layout;
}

QWidget *RequestsPage::makeHistogram()
{
    auto *card = new Card(this);
    m_summary = makeLabel({}, u"strong"_s, card);
    m_summary->setObjectName(u"requests.summaryLabel"_s);
    m_allTime = makeButton(tr("Search all time"), u"link"_s, u"requests.allTimeButton"_s, card);
    m_allTime->hide();
    m_chart = new RequestHistogramView(card);
    connect(m_allTime, &QPushButton::clicked, this, [this] { setRange({}); });
    connect(m_export, &ExportControl::progressed, m_summary, &QLabel::setText);
    connect(m_chart, &RequestHistogramView::spanChosen, this, &RequestsPage::narrowTo);
    auto *line = new QHBoxLayout;
    line->setSpacing(12);
    line->addWidget(m_summary);
    line->addWidget(m_allTime);
    line->addStretch(1);
    line->addWidget(m_export->cancelButton());
    QPushButton *record =
        makeButton(tr("Record bodies…"), u"link"_s, u"requests.recordButton"_s, card);
    connect(record, &QPushButton::clicked, this,
            [this] { (new RecordDialog(m_client, this))->open(); });
    line->addWidget(record);
    line->addWidget(m_chart->dataToggle());
    card->content()->addLayout(line);
    card->content()->addWidget(m_chart);
    return card;
}

QWidget *RequestsPage::makeTable()
{
    auto *card = new Card(this);
    card->content()->setContentsMargins(2, 4, 2, 4);
    m_table = new RequestsTable(*m_model, card);
    m_table->installEventFilter(this);
    connect(m_table, &TableView::menuAboutToShow, this, &RequestsPage::fillRowMenu);

    m_live->follow(*m_table, card);
    m_state = new StatePanel(m_details->place(*m_table, card), card);
    m_state->setObjectName(u"requests.state"_s);
    m_empty = new RequestsEmpty(m_client, this);
    m_state->setEmpty(m_empty);
    connect(m_empty, &RequestsEmpty::connectRequested, this, &RequestsPage::connectAppRequested);
    connect(m_empty, &RequestsEmpty::clearRequested, this, [this] { setFilter({}); });
    connect(m_empty, &RequestsEmpty::allTimeRequested, this, [this] { setRange({}); });
    connect(m_state, &StatePanel::retryRequested, this, &RequestsPage::refresh);
    card->content()->addWidget(m_state, 1);
    return card;
}

void RequestsPage::connectModel()
{
    connect(m_model, &RequestsModel::stateChanged, this, [this] {
        m_histogram->ask(m_model->filter(), m_model->range());
        m_line->showError({}, {});
        m_line->showWords(m_model->filter());
        showState();
        Q_EMIT filterChanged(m_model->filter());
        if (!std::exchange(m_openWhenLoaded, {}).isEmpty() && m_model->rowCount() > 0)
            m_details->open(0);
    });
    connect(m_model, &RequestsModel::rowsInserted, this, &RequestsPage::showState);
    connect(m_model, &RequestsModel::rowsRemoved, this, &RequestsPage::showState);
    connect(m_model, &RequestsModel::filterRefused, m_line, &FilterLine::showError);
    connect(m_model, &RequestsModel::trafficSeen, m_histogram, &HistogramModel::trafficSeen);
    connect(m_histogram, &HistogramModel::changed, this, [this] {
        m_chart->setHistogram(m_histogram->histogram());
        showSummary();
        showReady();
    });
    connect(&m_client, &Api::AdminClient::stateChanged, this,
            [this](Api::AdminClient::State state) {
                if (state == Api::AdminClient::State::Connected) {
                    loadStatus();
                    refresh();
                } else
                    showState();
            });
    connect(m_details, &DetailPane::filterRequested, this, &RequestsPage::addToFilter);
    connect(m_details, &DetailPane::cancelRequested, this, &RequestsPage::cancelRequest);
    connect(m_details, &DetailPane::alertRequested, this, &RequestsPage::alertRequested);
    connect(m_details, &DetailPane::auditRequested, this, &RequestsPage::auditRequested);
    connect(m_details, &DetailPane::openRequested, this, &RequestsPage::openRequest);
    connect(m_details, &DetailPane::shownChanged, this, &RequestsPage::showHistogram);
}

void RequestsPage::connectFilter()
{
    auto *values = new FilterValues(m_client, this);
    connect(m_field, &FilterField::valuesWanted, values, &FilterValues::ask);
    connect(values, &FilterValues::found, m_field, &FilterField::offerValues);
    connect(&m_client, &Api::AdminClient::eventReceived, this,
            [this](const QString &kind, const QJsonObject &told) {
                if (kind == "status"_L1)
                    takeStatus(told);
            });
}

void RequestsPage::fillRowMenu(QMenu *menu, const QModelIndex &index)
{
    const RequestRow row = m_model->request(index.row());
    const auto add = [menu](const QString &name, const QString &text, auto run) {
        QAction *action = menu->addAction(text);
        action->setObjectName(name);
        connect(action, &QAction::triggered, menu, run);
    };
    add(u"action.openRequest"_s, tr("Open details"), [this] { m_details->openCurrent(); });
    add(u"action.openRequestWindow"_s, tr("Open details in a window (Ctrl+Enter)"),
        [this] { m_details->openWindow(); });
    if (row.running)
        add(u"action.cancelRequest"_s, tr("Cancel request"),
            [this, row] { cancelRequest(row.id); });
    menu->addSeparator();
    addFilterActions(menu, row, [this](const QString &word) { addToFilter(word); });
    menu->addSeparator();
    if (const QString scope = alertScope(row); !scope.isEmpty())
        add(u"action.addAlert"_s, tr("Add an alert for %1…").arg(scope.section(u':', 1)),
            [this, scope] { Q_EMIT alertRequested(scope); });
    if (const QString object = auditObject(row); !object.isEmpty())
        add(u"action.showInAudit"_s, tr("Show changes of %1").arg(object),
            [this, object] { Q_EMIT auditRequested(object); });
    menu->addSeparator();
    add(u"action.copyRequestId"_s, tr("Copy request id"),
        [row] { QGuiApplication::clipboard()->setText(row.id); });
    add(u"action.copyRequestCurl"_s, tr("Copy as curl"),
        [this, row] { QGuiApplication::clipboard()->setText(curlCommand(row, m_baseUrl)); });
}

void RequestsPage::addToFilter(const QString &word)
{
    setFilter(withFilterWord(m_model->filter(), {word.section(u':', 0, 0)}, word));
}

void RequestsPage::cancelRequest(const QString &id)
{
    connect(m_client.post(u"/requests/%1/cancel"_s.arg(id)), &Api::AdminCall::finished, this,
            [this](Api::AdminCall *call) {
                if (!call->succeeded())
                    m_summary->setText(
                        tr("The request could not be cancelled. %1").arg(call->error().detail));
            });
}

void RequestsPage::addShortcuts()
{
    const auto add = [this](const QKeySequence &keys, auto action) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    const auto focusFilter = [this] {
        m_field->setFocus(Qt::ShortcutFocusReason);
        m_field->selectAll();
    };
    add(QKeySequence::Find, focusFilter);
    add(Qt::Key_Slash, focusFilter);
    add(QKeySequence::Refresh, [this] { refresh(); });
    add(QKeySequence(Qt::CTRL | Qt::Key_Return), [this] { m_details->openWindow(); });
    add(QKeySequence(Qt::CTRL | Qt::Key_Enter), [this] { m_details->openWindow(); });
    add(Qt::Key_J, [this] { m_details->move(1); });
    add(Qt::Key_K, [this] { m_details->move(-1); });
    add(Qt::Key_C, [this] {
        const QModelIndex current = m_table->currentIndex();
        if (current.isValid())
            QGuiApplication::clipboard()->setText(current.data(CellRole::Id).toString());
    });
    add(QKeySequence(Qt::CTRL | Qt::Key_E), [this] { m_export->button()->showMenu(); });
}

void RequestsPage::setFilter(const QString &filter)
{
    m_field->setText(filter);
    if (!filter.isEmpty() || m_model->filter() != filter)
        applyFilter();
}

void RequestsPage::setRange(const QString &range)
{
    // Live rows keep the page up to date also while it is hidden.
    if (range == m_range && m_model->isCurrent())
        return;
    m_range = range;
    applyFilter();
}

void RequestsPage::openRequest(const QString &id)
{
    m_openWhenLoaded = id;
    setFilter(u"id:%1"_s.arg(id));
}

void RequestsPage::refresh()
{
    applyFilter();
}

void RequestsPage::applyFilter()
{
    const QString filter = m_field->text().simplified();
    m_model->ask(filter, namesASpan(filter) ? QString() : m_range);
}

void RequestsPage::showState()
{
    using State = StatePanel::State;
    const bool offline = m_client.state() == Api::AdminClient::State::Offline;
    if (m_model->state() == RequestsModel::State::Failed && !m_model->hasData()) {
        if (!m_waited && !offline)
            return;
        m_state->setError(
            tr("The requests could not be read."),
            offline ? tr("The gateway does not answer. Start it, or check the "
                         "connection, and try again.")
                    : tr("The gateway answered with an error: %1.").arg(m_model->error().detail));
        m_state->setState(State::Error);
    } else if (m_model->hasData()
               && (offline || m_model->state() == RequestsModel::State::Failed)) {
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(m_client.lastContactMs());
        m_state->setNotice(
            m_client.lastContactMs() > 0
                ? tr("The gateway does not answer. You see the requests as of %1.")
                      .arg(Format::timeOfDay(at, QTimeZone::systemTimeZone()))
                : tr("The gateway does not answer. You see the last requests read."));
        m_state->setState(State::Stale);
    } else if (m_model->hasData() && m_model->rowCount() == 0) {
        if (m_state->state() != State::Empty && !m_model->filter().isEmpty())
            m_histogram->askUnfilteredTotal();
        if (m_table->hasFocus())
            m_field->setFocus(); // the table goes
        m_state->setState(State::Empty);
    } else if (m_model->hasData()) {
        m_state->setNotice(m_missing);
        m_state->setState(m_missing.isEmpty() ? State::Ready : State::Partial);
    }
    showSummary();
    showReady();
}

//! Everything the page shows at first has come, so that a picture of it is whole.
void RequestsPage::showReady()
{
    const bool first =
        !m_ready && m_state->state() != StatePanel::State::Loading && m_histogram->isAnswered();
    if (!first)
        return;
    m_ready = true;
    Q_EMIT readyChanged();
}

void RequestsPage::showSummary()
{
    const qint64 total = m_histogram->histogram().total;
    static const QHash<QString, const char *> ranges{
        {u"1h"_s, QT_TR_N_NOOP("%Ln requests in the last hour")},
        {u"24h"_s, QT_TR_N_NOOP("%Ln requests in the last 24 hours")},
        {u"7d"_s, QT_TR_N_NOOP("%Ln requests in the last 7 days")},
        {u"30d"_s, QT_TR_N_NOOP("%Ln requests in the last 30 days")},
    };
    const QString &range = m_model->range();
    const bool allTime = range.isEmpty() && !namesASpan(m_model->filter());
    const char *text = allTime
        ? QT_TR_N_NOOP("%Ln requests in all time")
        : ranges.value(range, QT_TR_N_NOOP("%Ln requests in the range of the filter"));
    const std::optional<ChosenSpan> span = chosenSpan(range);
    QString summary = span ? tr("%Ln requests, %1", nullptr, int(total)).arg(span->words())
                           : tr(text, nullptr, int(total));
    if (m_model->isFull())
        summary = tr("%1. The table holds the newest %2, narrow the filter to see older ones.")
                      .arg(summary, Format::count(qint64(RequestsModel::maxRows)));
    m_summary->setText(summary);
    m_allTime->setVisible(!range.isEmpty() && !m_model->filter().isEmpty());
    m_empty->showFor(!m_model->filter().isEmpty(), range.isEmpty(), m_histogram->unfilteredTotal());
}

void RequestsPage::narrowTo(const QDateTime &from, const QDateTime &to)
{
    const QString span = u"since:%1 until:%2"_s.arg(from.toUTC().toString(Qt::ISODate),
                                                    to.toUTC().toString(Qt::ISODate));
    setFilter(withFilterWord(m_model->filter(), {u"since"_s, u"until"_s}, span));
}

//! In a low window the details need the height of the bars.
void RequestsPage::showHistogram()
{
    m_chart->setVisible(!m_details->isOpen() || height() >= bothFrom);
}

void RequestsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showHistogram();
}

void RequestsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model->setActive(true);
}

void RequestsPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_model->setActive(false);
}

void RequestsPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_details->isOpen())
        m_details->close();
    else if (event->key() == Qt::Key_Escape && !m_field->text().isEmpty())
        setFilter({});
    else if (event->key() == Qt::Key_Space)
        m_live->toggle();
    else
        QWidget::keyPressEvent(event);
}

bool RequestsPage::eventFilter(QObject *watched, QEvent *event)
{
    const bool isSpace = watched == m_table && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space;
    if (isSpace) {
        m_live->toggle(); // a table would select the row with it
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void RequestsPage::setJobs(JobList &jobs)
{
    m_export->setJobs(jobs, [this] { return m_histogram->histogram().total; });
}

void RequestsPage::loadStatus()
{
    connect(m_client.get(u"/status"_s), &Api::AdminCall::finished, this,
            [this](Api::AdminCall *call) {
                if (call->succeeded())
                    takeStatus(call->reply().body);
            });
}

void RequestsPage::takeStatus(const QJsonObject &status)
{
    m_baseUrl = status.value("base_url"_L1).toString();
    m_details->setBaseUrl(m_baseUrl);
    m_empty->setBaseUrl(m_baseUrl);
    const QString missing = missingRecords(parseProblems(status.value("problems"_L1).toArray()));
    if (missing == m_missing)
        return;
    m_missing = missing;
    showState();
}

} // namespace Gatehouse::Ui
