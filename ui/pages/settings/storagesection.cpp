// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/storagesection.h"

#include "ui/models/cellsmodel.h"
#include "ui/widgets/card.h"
#include "ui/widgets/format.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tableview.h"

#include <QtCore/QLocale>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int folderCharacters = 26;
constexpr int longestDays = 36'500;
constexpr int longestResponseDays = 3'650;
constexpr int longestBodyHours = 87'600;
constexpr qint64 millisecondsOfHour = 3'600'000;
constexpr qint64 millisecondsOfDay = 24 * millisecondsOfHour;
constexpr int largestGib = 1024;
constexpr qint64 mib = 1024LL * 1024;
constexpr qint64 gib = 1024 * mib;

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1);
}

} // namespace

StorageSection::StorageSection(GatewayDraft &draft, UpkeepModel &upkeep, QWidget *parent)
    : GatewaySettingsSection(u"storage"_s, tr("Storage"), u"hard-drive"_s, draft, parent)
    , m_upkeep(upkeep)
    , m_place(makeLabel({}, u"code"_s, this))
    , m_summary(makeLabel({}, u"muted"_s, this))
    , m_files(new CellsModel(
          {{u"name"_s, tr("File"), CellKind::Code}, {u"bytes"_s, tr("Size"), CellKind::Number}},
          this))
    , m_table(new TableView(this))
    , m_compact(makeButton(tr("Compact now"), {}, rowName(u"compactButton"), this))
{
    addGroup(tr("Books"));
    addFiles();
    addLedgerFolder();
    addGroup(tr("Keep"));
    addRetention();
    showDraft();
}

void StorageSection::addFiles()
{
    m_place->setObjectName(rowName(u"placeLabel"));
    m_place->setWordWrap(true);
    m_place->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_summary->setObjectName(rowName(u"summaryLabel"));
    m_summary->setWordWrap(true);
    m_table->setObjectName(rowName(u"filesTable"));
    m_table->setAccessibleName(tr("Files of the data folder"));
    m_table->setModel(m_files);
    m_table->setFitsRows(true);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->setColumnCharacters(1, 14);
    auto *part = new QWidget(this);
    auto *line = new QHBoxLayout;
    QLabel *meaning = makeLabel(tr("Drops what is older than kept and gives the space back."),
                                u"caption"_s, part);
    meaning->setWordWrap(true);
    line->addWidget(meaning, 1);
    line->addWidget(m_compact);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_place);
    column->addWidget(m_summary);
    column->addWidget(m_table);
    column->addLayout(line);
    addPart(part, tr("Database place and size, oldest request, compact now"));
    connect(m_compact, &QPushButton::clicked, this, &StorageSection::compact);
}

void StorageSection::addLedgerFolder()
{
    m_folder = new QLineEdit(this);
    m_folder->setObjectName(rowName(u"ledgerFolderField"));
    m_folder->setMinimumWidth(fontMetrics().averageCharWidth() * folderCharacters);
    m_folderRow = addRow(tr("Folder of the request log"), m_folder,
                         tr("It is most of the data and can lie on another disk. Requests go on "
                            "while it moves."));
    auto *browse =
        makeIconButton(u"folder"_s, tr("Choose a folder"), rowName(u"ledgerFolderButton"), this);
    m_move = makeButton(tr("Move"), {}, rowName(u"moveButton"), this);
    m_folderRow->addBeside(browse);
    m_folderRow->addBeside(m_move);
    const auto follow = [this] {
        m_folderRow->setProblem(FormField::Problem::None, {});
        m_move->setEnabled(m_folder->isEnabled() && m_folder->text().trimmed() != m_ledgerFolder);
    };
    follow();
    connect(m_folder, &QLineEdit::textChanged, this, follow);
    connect(m_folder, &QLineEdit::returnPressed, m_move, &QPushButton::click);
    connect(browse, &QToolButton::clicked, this, &StorageSection::chooseFolder);
    connect(m_move, &QPushButton::clicked, this, &StorageSection::move);
}

void StorageSection::chooseFolder()
{
    auto *dialog = new QFileDialog(window(), tr("Move the request log to"), m_folder->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, m_folder, &QLineEdit::setText);
    dialog->open();
}

void StorageSection::move()
{
    const QString folder = m_folder->text().trimmed();
    m_folder->setEnabled(false);
    m_move->setEnabled(false);
    m_move->setText(tr("Moving…"));
    m_upkeep.moveLedger(folder, this, [this](const StorageState &state, const QString &problem) {
        m_folder->setEnabled(true);
        m_move->setText(tr("Move"));
        m_move->setEnabled(!problem.isEmpty()); // for another try
        m_folderRow->setProblem(FormField::Problem::Error, problem);
        if (problem.isEmpty())
            show(state, problem);
    });
}

void StorageSection::addRetention()
{
    addNumber(&Settings::keepRequestDays, u"keep_request_days"_s,
              {.row = u"keepRequestDaysSpin"_s,
               .label = tr("Request records"),
               .help = tr("Who asked what model when, tokens, cost and decisions. No prompts."),
               .suffix = tr(" days"),
               .lowest = 1,
               .highest = longestDays});
    addNumber(&Settings::keepRequestBytes, u"keep_request_bytes"_s,
              {.row = u"keepRequestBytesSpin"_s,
               .label = tr("Size of the request log"),
               .help = tr("Above it the oldest records go first. 0 sets no bound."),
               .suffix = tr(" GiB"),
               .lowest = 0,
               .highest = largestGib,
               .unit = gib,
               .special = tr("No bound")});
    addNumber(&Settings::keepRollupDays, u"keep_rollup_days"_s,
              {.row = u"keepRollupDaysSpin"_s,
               .label = tr("Daily sums"),
               .help = tr("Spend, requests and tokens per day; they outlive the records."),
               .suffix = tr(" days"),
               .lowest = 1,
               .highest = longestDays});
    addResponses();
    addBodies();
}

void StorageSection::addResponses()
{
    addNumber(&Settings::keepResponses, u"keep_responses"_s,
              {.row = u"keepResponsesSpin"_s,
               .label = tr("Stored responses"),
               .help = tr("OpenAI responses with their input, which apps continue by id. They hold "
                          "prompts; 0 keeps none."),
               .suffix = tr(" days"),
               .lowest = 0,
               .highest = longestResponseDays,
               .unit = millisecondsOfDay,
               .special = tr("None")});
    addNumber(&Settings::keepResponseBytes, u"keep_response_bytes"_s,
              {.row = u"keepResponseBytesSpin"_s,
               .label = tr("Size of the stored responses"),
               .help = tr("Above it the oldest responses go first. 0 sets no bound."),
               .suffix = tr(" GiB"),
               .lowest = 0,
               .highest = largestGib,
               .unit = gib,
               .special = tr("No bound")});
}

void StorageSection::addBodies()
{
    addNumber(&Settings::keepBodies, u"keep_bodies"_s,
              {.row = u"keepBodiesSpin"_s,
               .label = tr("Recorded bodies"),
               .help = tr("Requests and answers word by word, where recording was asked for. Off "
                          "deletes them and records none."),
               .suffix = tr(" hours"),
               .lowest = 0,
               .highest = longestBodyHours,
               .unit = millisecondsOfHour,
               .special = tr("Off")});
    addNumber(&Settings::keepBodyBytes, u"keep_body_bytes"_s,
              {.row = u"keepBodyBytesSpin"_s,
               .label = tr("Size of the recorded bodies"),
               .help = tr("Above it the oldest go first."),
               .suffix = tr(" MiB"),
               .lowest = 1,
               .highest = largestGib * 1024,
               .unit = mib});
}

void StorageSection::refresh()
{
    m_upkeep.storage(
        this, [this](const StorageState &state, const QString &problem) { show(state, problem); });
}

void StorageSection::show(const StorageState &state, const QString &problem)
{
    setStyleProperty(m_summary, "tone", problem.isEmpty() ? u"muted"_s : u"error"_s);
    if (!problem.isEmpty()) {
        m_summary->setText(problem);
        return;
    }
    m_place->setText(state.folder);
    m_ledgerFolder = state.ledgerFolder;
    if (!m_folder->hasFocus() || m_folder->text().isEmpty())
        m_folder->setText(m_ledgerFolder);
    m_summary->setText(state.oldest.isValid()
                           ? tr("%1 in all, %2 free on this disk. %3 requests, the oldest of %4.")
                                 .arg(sizeText(state.bytes), sizeText(state.freeBytes),
                                      Format::count(state.requests),
                                      Format::day(state.oldest.toLocalTime().date()))
                           : tr("%1 in all, %2 free on this disk. No requests yet.")
                                 .arg(sizeText(state.bytes), sizeText(state.freeBytes)));
    QList<CellsModel::Row> rows;
    for (const StorageState::File &file : state.files)
        rows.append(
            {.id = file.name, .cells = {{.text = file.name}, {.text = sizeText(file.bytes)}}});
    m_files->setRows(rows);
    m_table->updateGeometry();
}

void StorageSection::compact()
{
    m_compact->setEnabled(false);
    m_compact->setText(tr("Compacting…"));
    m_upkeep.compact(this, [this](const StorageState &state, const QString &problem) {
        m_compact->setEnabled(true);
        m_compact->setText(tr("Compact now"));
        show(state, problem);
    });
}

} // namespace Gatehouse::Ui
