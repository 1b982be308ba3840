// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/audit/auditpage.h"

#include "ui/models/auditexport.h"
#include "ui/models/auditmodel.h"
#include "ui/models/statusmodel.h"
#include "ui/models/timerange.h"
#include "ui/pages/audit/auditdetail.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/daystrip.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/format.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/tableview.h"

#include <QtCore/QJsonArray>
#include <QtCore/QTimer>
#include <QtGui/QShortcut>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSplitter>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int objectCharacters = 8;
constexpr int detailMinimum = 344;
constexpr auto typingPause = std::chrono::milliseconds(250);

void askForFile(QWidget *parent, const QString &suggested,
                const std::function<void(const QString &)> &chosen)
{
    auto *dialog = new QFileDialog(parent, AuditPage::tr("Export the audit log"));
    dialog->setObjectName(u"audit.exportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(suggested);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, chosen);
    dialog->open();
}

//! Days without a record stand between those with one.
QList<DayStrip::Day> filled(const QJsonArray &items)
{
    constexpr qsizetype mostDays = 400;
    QList<DayStrip::Day> days;
    for (const QJsonValue &item : items) {
        const QDate day = QDate::fromString(item["day"_L1].toString(), Qt::ISODate);
        if (!day.isValid())
            continue;
        while (!days.isEmpty() && days.size() < mostDays && days.back().day.addDays(1) < day)
            days.append({days.back().day.addDays(1), 0});
        days.append({day, item["records"_L1].toInteger()});
    }
    return days;
}

} // namespace

AuditPage::AuditPage(Api::AdminClient &client, StatusModel &status, QWidget *parent)
    : QWidget(parent)
    , m_client(client)
    , m_status(status)
    , m_model(new AuditModel(client, this))
{
    setObjectName(u"page.audit"_s);
    setAccessibleName(tr("Audit log"));
    setProperty("ready", false);
    m_chooseFile = [this](const QString &name, const std::function<void(const QString &)> &chosen) {
        askForFile(this, name, chosen);
    };
    m_broken = new Banner(Tone::Err, this);
    m_broken->setObjectName(u"audit.brokenBanner"_s);
    m_broken->hide();
    m_state = new StatePanel(makeContent(), this);
    m_state->setObjectName(u"audit.state"_s);
    m_state->setEmpty(new EmptyState(u"shield-check"_s, tr("No record matches."),
                                     tr("Widen the range or change the filter."), this));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 0, 24, 16);
    layout->setSpacing(12);
    layout->addLayout(makeToolbar());
    layout->addWidget(m_broken);
    layout->addWidget(m_state, 1);
    connect(m_state, &StatePanel::retryRequested, this, &AuditPage::refresh);
    connect(m_model, &AuditModel::loaded, this, &AuditPage::showLoaded);
    connect(m_model, &AuditModel::failed, this, &AuditPage::showFailure);
    auto *check = new QShortcut(Qt::Key_V, this, this, &AuditPage::verify);
    check->setContext(Qt::WidgetWithChildrenShortcut);
    auto *escape = new QShortcut(Qt::Key_Escape, this, this, &AuditPage::closeDetail);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    auto *find = new QShortcut(QKeySequence::Find, this, m_filter, qOverload<>(&QWidget::setFocus));
    find->setContext(Qt::WidgetWithChildrenShortcut);
}

QLayout *AuditPage::makeToolbar()
{
    m_filter = new SearchField(this);
    m_filter->setObjectName(u"audit.filterField"_s);
    m_filter->setAccessibleName(tr("Filter the audit log"));
    m_filter->setPlaceholderText(tr("Find a person, an object or a value"));
    m_filter->setClearButtonEnabled(true);
    m_typing = new QTimer(this);
    m_typing->setSingleShot(true);
    m_typing->setInterval(typingPause);
    connect(m_filter, &QLineEdit::textChanged, m_typing, qOverload<>(&QTimer::start));
    connect(m_filter, &QLineEdit::returnPressed, this, &AuditPage::applyFilter);
    connect(m_typing, &QTimer::timeout, this, &AuditPage::applyFilter);
    m_kind = new QComboBox(this);
    m_kind->setObjectName(u"audit.kindCombo"_s);
    m_kind->setAccessibleName(tr("Kind of change"));
    for (const auto &[text, kind] : std::initializer_list<std::pair<QString, QString>>{
             {tr("All changes"), {}},
             {tr("Configuration"), u"configuration"_s},
             {tr("Keys"), u"key"_s},
             {tr("Secrets"), u"secret"_s},
             {tr("Budgets"), u"budget"_s},
             {tr("Gateway"), u"gateway"_s},
             {tr("Backups"), u"backup"_s}})
        m_kind->addItem(text, kind);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &AuditPage::applyFilter);
    m_verify = makeButton(tr("Verify chain"), {}, u"audit.verifyButton"_s, this);
    m_verify->setIcon(themeIcon(u"shield-check"_s));
    connect(m_verify, &QPushButton::clicked, this, &AuditPage::verify);
    m_exportButton = makeButton(tr("Export"), {}, u"audit.exportButton"_s, this);
    m_exportButton->setIcon(themeIcon(u"download"_s));
    connect(m_exportButton, &QPushButton::clicked, this, [this] {
        m_chooseFile(u"audit.jsonl"_s, [this](const QString &path) { exportTo(path); });
    });
    auto *layout = new QHBoxLayout;
    layout->setSpacing(8);
    layout->addWidget(m_filter, 1);
    layout->addWidget(m_kind);
    layout->addWidget(m_verify);
    layout->addWidget(m_exportButton);
    return layout;
}

QWidget *AuditPage::makeContent()
{
    m_splitter = new QSplitter(this);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(makeTable());
    m_detail = new AuditDetail(m_client, m_splitter);
    m_detail->setMinimumWidth(detailMinimum);
    m_detail->hide();
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(0, 1);
    connect(m_detail, &AuditDetail::closed, this, &AuditPage::closeDetail);
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(makeActivity());
    layout->addWidget(m_splitter, 1);
    return content;
}

QWidget *AuditPage::makeActivity()
{
    auto *card = new Card(this);
    m_result = makeLabel(tr("The chain was not verified in this window."), u"muted"_s, card);
    m_result->setObjectName(u"audit.verifyResult"_s);
    m_result->setWordWrap(true);
    m_copyHead = new CopyButton(tr("Copy the head hash"), card);
    m_copyHead->setObjectName(u"audit.copyHeadButton"_s);
    m_copyHead->hide();
    m_days = new DayStrip(card);
    m_days->setObjectName(u"audit.activityStrip"_s);
    m_days->setAccessibleName(tr("Records per day"));
    auto *line = new QHBoxLayout;
    line->addWidget(m_result, 1);
    line->addWidget(m_copyHead);
    card->content()->addWidget(m_days);
    card->content()->addLayout(line);
    return card;
}

QWidget *AuditPage::makeTable()
{
    m_table = new TableView(this);
    m_table->setObjectName(u"audit.table"_s);
    m_table->setAccessibleName(tr("Audit log, newest first"));
    m_table->setExportable(false); // the page exports the whole log
    m_table->setModel(m_model);
    m_table->setKeyColumn(AuditModel::Action);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setColumnCharacters(AuditModel::Sequence, 6);
    m_table->setColumnText(AuditModel::Time,
                           Format::moment(QDateTime(QDate(2028, 12, 28), QTime(22, 58))));
    m_table->setColumnCharacters(AuditModel::Who, 12);
    m_table->setColumnCharacters(AuditModel::Source, 12);
    m_table->setColumnCharacters(AuditModel::Action, 20);
    m_table->setColumnCharacters(AuditModel::Hash, 9);
    m_table->setYielding(AuditModel::Object, objectCharacters,
                         {AuditModel::Action, AuditModel::Time, AuditModel::Who, AuditModel::Source,
                          AuditModel::Sequence, AuditModel::Hash});
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &AuditPage::showSelected);
    auto *card = new Card(this);
    card->content()->setContentsMargins(2, 4, 2, 4);
    card->content()->addWidget(m_table, 1);
    return card;
}

void AuditPage::refresh()
{
    m_model->refresh();
    askDays();
}

void AuditPage::setRange(const QString &range)
{
    m_range = range;
    applyFilter();
}

void AuditPage::applyFilter()
{
    m_typing->stop();
    m_model->setFilter(m_filter->text().trimmed(), m_kind->currentData().toString(), m_range);
    askDays();
}

void AuditPage::askDays()
{
    QUrlQuery query = m_model->query();
    if (m_range == "1h"_L1 || m_range == "24h"_L1 || m_range == "7d"_L1) {
        query.removeAllQueryItems(u"since"_s); // a bar or two would tell nothing
        query.addQueryItem(u"since"_s, u"30d"_s);
    }
    query.addQueryItem(u"zone"_s, QString::fromLatin1(QTimeZone::systemTimeZoneId()));
    connect(m_client.get(u"/audit/days"_s, query), &Api::AdminCall::finished, this,
            [this](Api::AdminCall *call) {
                m_daysMissing = !call->succeeded();
                if (call->succeeded())
                    m_days->setDays(filled(call->reply().body.value("items"_L1).toArray()));
                if (m_state->state() == StatePanel::State::Ready
                    || m_state->state() == StatePanel::State::Partial)
                    showLoaded();
            });
}

//! What was read before stays, and is told to be old.
void AuditPage::showFailure(const QString &detail)
{
    m_state->setError(tr("The audit log could not be read."), detail);
    m_state->setNotice(tr("The gateway does not answer. You see the last records."));
    m_state->setState(m_model->rowCount() > 0 ? StatePanel::State::Stale
                                              : StatePanel::State::Error);
    setProperty("ready", true);
}

void AuditPage::showLoaded()
{
    const bool isEmpty = m_model->rowCount() == 0;
    m_state->setNotice(tr("The records per day could not be read."));
    m_state->setState(isEmpty             ? StatePanel::State::Empty
                          : m_daysMissing ? StatePanel::State::Partial
                                          : StatePanel::State::Ready);
    setProperty("ready", true);
    if (m_wanted.isEmpty())
        return;
    const QModelIndexList found =
        m_model->match(m_model->index(0, 0), CellRole::Id, m_wanted, 1, Qt::MatchExactly);
    m_wanted.clear();
    if (!found.isEmpty())
        m_table->setCurrentIndex(found.front());
}

void AuditPage::openRecord(const QString &sequence)
{
    m_wanted = sequence;
    m_filter->clear();
    refresh();
}

void AuditPage::find(const QString &object)
{
    m_wanted.clear();
    m_filter->setText(object);
    applyFilter();
}

void AuditPage::showSelected()
{
    const QModelIndexList selected = m_table->selectionModel()->selectedRows();
    if (selected.isEmpty())
        return;
    m_detail->show(m_model->record(selected.front().row()));
    m_detail->setVisible(true);
}

void AuditPage::closeDetail()
{
    m_detail->hide();
    m_table->setFocus();
}

void AuditPage::verify()
{
    m_verify->setEnabled(false);
    m_result->setText(tr("Verifying every record…"));
    connect(m_client.post(u"/audit/verify"_s), &Api::AdminCall::finished, this,
            &AuditPage::takeVerification);
}

void AuditPage::takeVerification(Api::AdminCall *call)
{
    m_verify->setEnabled(true);
    if (!call->succeeded()) {
        m_result->setText(tr("The chain could not be verified: %1").arg(call->error().detail));
        return;
    }
    const QJsonObject &answer = call->reply().body;
    const qint64 sound = answer.value("records"_L1).toInteger();
    const QString head = answer.value("head"_L1).toString();
    const QJsonValue broken = answer.value("first_broken"_L1);
    m_copyHead->setCopyText(head);
    m_copyHead->setVisible(!head.isEmpty());
    m_broken->setVisible(!broken.isNull());
    if (broken.isNull()) {
        m_result->setText(tr("%n record(s), no gaps, head %1", nullptr, int(sound))
                              .arg(head.left(4) + u'…' + head.right(2)));
        return;
    }
    const QString told = tr("Record %1 does not match its hash. Records before it are sound.")
                             .arg(Format::count(broken.toInteger()));
    m_result->setText(told);
    m_broken->setText(tr("The audit log was altered."), told);
}

void AuditPage::exportTo(const QString &path)
{
    if (path.isEmpty())
        return;
    delete m_export;
    m_export = new AuditExport(m_client, path, m_model->query(), this);
    m_exportButton->setEnabled(false);
    connect(m_export, &AuditExport::finished, this, [this](qint64 records, const QString &error) {
        m_exportButton->setEnabled(true);
        m_export->deleteLater();
        m_result->setText(error.isEmpty() ? tr("%n record(s) exported", nullptr, int(records))
                                          : tr("The export ended without a file. %1").arg(error));
    });
    m_export->start();
}

} // namespace Gatehouse::Ui
