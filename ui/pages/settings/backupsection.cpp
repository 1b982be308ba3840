// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/backupsection.h"

#include "ui/models/cellsmodel.h"
#include "ui/pages/settings/configurationfile.h"
#include "ui/pages/settings/restoredialog.h"
#include "ui/widgets/card.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/format.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tableview.h"

#include <QtCore/QFileInfo>
#include <QtCore/QLocale>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr qsizetype mostShown = 8;

constexpr int folderCharacters = 26;
constexpr int mostKept = 1000;
constexpr int lastHour = 23;

QString timeText(const QDateTime &time)
{
    return Format::moment(time);
}

void say(QLabel *label, const QString &text, bool good)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
    setStyleProperty(label, "tone", good ? u"ok"_s : u"error"_s);
}

} // namespace

BackupSection::BackupSection(GatewayDraft &draft, ConfigurationModel &configuration,
                             StatusModel &status, UpkeepModel &upkeep, QWidget *parent)
    : GatewaySettingsSection(u"backup"_s, tr("Backup"), u"archive"_s, draft, parent)
    , m_status(status)
    , m_upkeep(upkeep)
    , m_last(makeLabel({}, u"muted"_s, this))
    , m_entries(new CellsModel({{u"time"_s, tr("Made"), CellKind::Text},
                                {u"kind"_s, tr("Kind"), CellKind::Text},
                                {u"path"_s, tr("Place"), CellKind::TwoLine},
                                {u"bytes"_s, tr("Size"), CellKind::Number}},
                               this))
    , m_table(new TableView(this))
    , m_now(makeButton(tr("Back up now"), u"primary"_s, rowName(u"backupButton"), this))
    , m_elsewhere(makeButton(tr("Back up to…"), {}, rowName(u"backupToButton"), this))
    , m_restore(makeButton(tr("Restore…"), {}, rowName(u"restoreButton"), this))
    , m_backupState(makeLabel({}, u"caption"_s, this))
    , m_scheduleState(makeLabel({}, u"caption"_s, this))
    , m_file(new ConfigurationFile(configuration, status, upkeep, u"settings.backup"_s, this))
{
    addGroup(tr("Databases"));
    addBackups();
    addGroup(tr("Schedule"));
    addSchedule();
    addGroup(tr("Configuration file"));
    addPart(m_file, tr("Export configuration, import configuration, YAML, JSON, file"));
    connect(&status, &StatusModel::changed, this, &BackupSection::watchRestart);
    showDraft();
}

void BackupSection::addBackups()
{
    m_last->setObjectName(rowName(u"lastLabel"));
    m_backupState->setObjectName(rowName(u"backupStateLabel"));
    m_backupState->setWordWrap(true);
    m_backupState->hide();
    m_table->setObjectName(rowName(u"backupsTable"));
    m_table->setAccessibleName(tr("Backups"));
    m_table->setModel(m_entries);
    m_table->setFitsRows(true);
    m_table->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    m_table->setColumnText(0, Format::moment(QDateTime::currentDateTime()));
    m_table->setColumnText(1, tr("Configuration only"));
    m_table->setColumnCharacters(3, 10);
    auto *buttons = new QWidget(this);
    auto *flow = new FlowLayout(buttons, 8, 8);
    flow->addWidget(m_now);
    flow->addWidget(m_elsewhere);
    flow->addWidget(m_restore);
    QLabel *what = makeLabel(tr("A copy of both databases in one file, made while the gateway goes "
                                "on. Provider keys are not in it: they stay in the secret store."),
                             u"caption"_s, this);
    what->setWordWrap(true);
    auto *part = new QWidget(this);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_last);
    column->addWidget(buttons);
    column->addWidget(m_backupState);
    column->addWidget(m_table);
    column->addWidget(what);
    addPart(part, tr("Back up now, last backup, place, databases, restore"));
    connect(m_now, &QPushButton::clicked, this, [this] { backUp({}); });
    connect(m_elsewhere, &QPushButton::clicked, this, &BackupSection::chooseBackup);
    connect(m_restore, &QPushButton::clicked, this, &BackupSection::chooseRestore);
}

void BackupSection::addSchedule()
{
    addChoice(
        &Settings::backupSchedule, u"backup_schedule"_s, u"scheduleCombo"_s,
        tr("Back up by itself"),
        tr("The first is made at once; one that was missed, as soon as the gateway runs."),
        {{u"off"_s, tr("Off")}, {u"daily"_s, tr("Every day")}, {u"weekly"_s, tr("Every week")}});
    m_hourRow = addNumber(&Settings::backupHour, u"backup_hour"_s,
                          {.row = u"hourSpin"_s,
                           .label = tr("Hour"),
                           .help = tr("In the reporting time zone; each week on its first day."),
                           //: after an hour: "3:00"
                           .suffix = tr(":00"),
                           .lowest = 0,
                           .highest = lastHour});
    addFolder();
    m_keepRow =
        addNumber(&Settings::backupKeep, u"backup_keep"_s,
                  {.row = u"keepSpin"_s,
                   .label = tr("Keep"),
                   .help = tr("Older scheduled backups are removed; those made by hand stay."),
                   .suffix = tr(" backups"),
                   .lowest = 1,
                   .highest = mostKept});
    m_scheduleState->setObjectName(rowName(u"scheduleLabel"));
    m_scheduleState->setWordWrap(true);
    addPart(m_scheduleState, tr("Next scheduled backup"));
}

void BackupSection::addFolder()
{
    m_folder = new QLineEdit(this);
    m_folder->setObjectName(rowName(u"folderField"));
    m_folder->setPlaceholderText(tr("Beside the data"));
    m_folder->setMinimumWidth(fontMetrics().averageCharWidth() * folderCharacters);
    m_folderRow = addRow(tr("Folder of scheduled backups"), m_folder,
                         tr("Another disk keeps them when this one fails."));
    auto *browse = makeIconButton(u"folder"_s, tr("Choose a folder"),
                                  rowName(u"folderField.browseButton"), this);
    m_folderRow->addBeside(browse);
    bind(m_folderRow, u"backup_folder"_s, &Settings::backupFolder, [this, browse] {
        const QString folder = draft().settings().backupFolder;
        if (m_folder->text().trimmed() != folder)
            m_folder->setText(folder);
        browse->setEnabled(!m_folder->isReadOnly());
    });
    connect(m_folder, &QLineEdit::textEdited, this, &BackupSection::setFolder);
    connect(m_folder, &QLineEdit::editingFinished, this,
            [this] { draft().check(path(u"backup_folder"_s)); });
    connect(browse, &QToolButton::clicked, this, &BackupSection::chooseFolder);
}

void BackupSection::setFolder(const QString &folder)
{
    draft().edit([&folder](Settings &settings) { settings.backupFolder = folder.trimmed(); });
}

void BackupSection::chooseFolder()
{
    auto *dialog = new QFileDialog(window(), tr("Folder of scheduled backups"), m_folder->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &BackupSection::setFolder);
    dialog->open();
}

bool BackupSection::isOffered(const QWidget *part) const
{
    const bool isOn = draft().settings().backupSchedule != "off"_L1;
    const bool ofSchedule = part == m_hourRow || part == m_folderRow || part == m_keepRow;
    return part == m_scheduleState ? isOn && !m_scheduleState->text().isEmpty()
                                   : isOn || !ofSchedule;
}

void BackupSection::showDraft()
{
    GatewaySettingsSection::showDraft();
    showOffered();
    if (std::exchange(m_saved, draft().saved().backupSchedule) != m_saved && isVisible())
        refresh(); // the first backup follows
}

void BackupSection::refresh()
{
    m_upkeep.backups(this, [this](const BackupState &state, const QString &problem) {
        if (!problem.isEmpty())
            return say(m_backupState, problem, false);
        showBackups(state.entries);
        showSchedule(state);
    });
}

void BackupSection::showSchedule(const BackupState &state)
{
    const bool failed = !state.problem.isEmpty();
    const QString next = state.nextScheduled.isValid() ? timeText(state.nextScheduled) : QString();
    setStyleProperty(m_scheduleState, "tone", failed ? u"error"_s : u"muted"_s);
    if (failed)
        m_scheduleState->setText(
            tr("The last scheduled backup was not made. %1").arg(state.problem));
    else if (next.isEmpty())
        m_scheduleState->clear();
    else
        m_scheduleState->setText(
            state.lastScheduled.isValid()
                ? tr("Next: %1. Last: %2.").arg(next, timeText(state.lastScheduled))
                : tr("Next: %1.").arg(next));
    showOffered();
}

QString BackupSection::kindText(BackupEntry::Kind kind)
{
    switch (kind) {
    case BackupEntry::Kind::Manual:
        return tr("By hand");
    case BackupEntry::Kind::Scheduled:
        return tr("Scheduled");
    case BackupEntry::Kind::Automatic:
        return tr("Configuration only");
    }
    Q_UNREACHABLE();
}

void BackupSection::showBackups(const QList<BackupEntry> &entries)
{
    const auto whole = std::find_if(entries.cbegin(), entries.cend(), [](const BackupEntry &entry) {
        return entry.kind != BackupEntry::Kind::Automatic;
    });
    m_last->setText(whole == entries.cend() ? tr("No full backup yet.")
                                            : tr("Last backup: %1").arg(timeText(whole->time)));
    QList<CellsModel::Row> rows;
    for (const BackupEntry &entry : entries.first(std::min(entries.size(), mostShown))) {
        const QFileInfo file(entry.path);
        rows.append(
            {.id = entry.path,
             .cells = {{.text = timeText(entry.time)},
                       {.text = kindText(entry.kind)},
                       {.text = file.fileName(), .toolTip = entry.path, .detail = file.path()},
                       {.text = QLocale().formattedDataSize(entry.bytes, 1)}}});
    }
    m_entries->setRows(rows);
    m_table->updateGeometry();
}

void BackupSection::backUp(const QString &file)
{
    for (QPushButton *button : {m_now, m_elsewhere})
        button->setEnabled(false);
    m_now->setText(tr("Backing up…"));
    m_upkeep.makeBackup(file, this, [this](const BackupEntry &made, const QString &problem) {
        for (QPushButton *button : {m_now, m_elsewhere})
            button->setEnabled(true);
        m_now->setText(tr("Back up now"));
        say(m_backupState,
            problem.isEmpty() ? tr("Backed up to %1").arg(made.path)
                              : tr("No backup was made. %1").arg(problem),
            problem.isEmpty());
        refresh();
    });
}

void BackupSection::chooseBackup()
{
    auto *dialog = new QFileDialog(window(), tr("Back up to"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Backups (*.tar)")});
    dialog->setDefaultSuffix(u"tar"_s);
    dialog->selectFile(
        u"gatehouse-backup-%1.tar"_s.arg(QDate::currentDate().toString(Qt::ISODate)));
    connect(dialog, &QFileDialog::fileSelected, this, &BackupSection::backUp);
    dialog->open();
}

void BackupSection::chooseRestore()
{
    auto *dialog = new QFileDialog(window(), tr("Restore backup"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Backups (*.tar)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &BackupSection::restoreFrom);
    dialog->open();
}

void BackupSection::restoreFrom(const QString &file)
{
    m_upkeep.inspectBackup(file, this,
                           [this](const BackupContents &backup, const QString &problem) {
                               if (problem.isEmpty())
                                   openRestore(backup);
                               else
                                   say(m_backupState, problem, false);
                           });
}

void BackupSection::openRestore(const BackupContents &backup)
{
    say(m_backupState, {}, true);
    auto *dialog = new RestoreDialog(backup, m_status.status().revision, window());
    connect(dialog, &RestoreDialog::restoreRequested, this, [this, dialog, backup] {
        dialog->setBusy(true);
        m_upkeep.restoreBackup(backup.path, dialog, [this, dialog](const QString &problem) {
            dialog->setBusy(false);
            dialog->showProblem(problem);
            if (!problem.isEmpty())
                return;
            m_restart = Restart::Asked;
            say(m_backupState,
                tr("The gateway restarts with this backup. Running requests end first."), true);
            dialog->accept();
        });
    });
    dialog->open();
}

//! After a restore the gateway goes and comes back.
void BackupSection::watchRestart()
{
    const bool isThere = m_status.connection() == Api::AdminClient::State::Connected;
    if (m_restart == Restart::Asked && !isThere)
        m_restart = Restart::Gone;
    if (m_restart != Restart::Gone || !isThere)
        return;
    m_restart = Restart::None;
    say(m_backupState, tr("The backup is in place and the gateway runs with it."), true);
    refresh();
}

} // namespace Gatehouse::Ui
