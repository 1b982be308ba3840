// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/backupsection.h"

#include "core/api/documents/documentjson.h"
#include "ui/models/cellsmodel.h"
#include "ui/pages/settings/importdialog.h"
#include "ui/pages/settings/restoredialog.h"
#include "ui/widgets/card.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tableview.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QLocale>
#include <QtCore/QSaveFile>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr qsizetype mostShown = 8;

bool isJson(const QString &file)
{
    return file.endsWith(".json"_L1, Qt::CaseInsensitive);
}

void say(QLabel *label, const QString &text, bool good)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
    setStyleProperty(label, "tone", good ? u"ok"_s : u"error"_s);
}

} // namespace

BackupSection::BackupSection(ConfigurationModel &configuration, StatusModel &status,
                             UpkeepModel &upkeep, QWidget *parent)
    : SettingsSection(u"backup"_s, tr("Backup"), u"archive"_s, parent)
    , m_configuration(configuration)
    , m_status(status)
    , m_upkeep(upkeep)
    , m_last(makeLabel({}, u"muted"_s, this))
    , m_entries(new CellsModel({{u"time"_s, tr("Made"), CellKind::Text},
                                {u"kind"_s, tr("Kind"), CellKind::Text},
                                {u"path"_s, tr("Place"), CellKind::Code},
                                {u"bytes"_s, tr("Size"), CellKind::Number}},
                               this))
    , m_table(new TableView(this))
    , m_now(makeButton(tr("Back up now"), u"primary"_s, rowName(u"backupButton"), this))
    , m_elsewhere(makeButton(tr("Back up to…"), {}, rowName(u"backupToButton"), this))
    , m_restore(makeButton(tr("Restore…"), {}, rowName(u"restoreButton"), this))
    , m_import(makeButton(tr("Import configuration…"), {}, rowName(u"importButton"), this))
    , m_backupState(makeLabel({}, u"caption"_s, this))
    , m_fileState(makeLabel({}, u"caption"_s, this))
{
    addGroup(tr("Databases"));
    addBackups();
    addGroup(tr("Configuration file"));
    addConfiguration();
    const auto follow = [this] { m_import->setEnabled(m_status.status().managedBy.isEmpty()); };
    connect(&status, &StatusModel::changed, this, follow);
    follow();
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
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setColumnText(0,
                           QLocale().toString(QDateTime::currentDateTime(), QLocale::ShortFormat));
    m_table->setColumnText(1, tr("Every day"));
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

void BackupSection::addConfiguration()
{
    m_fileState->setObjectName(rowName(u"fileStateLabel"));
    m_fileState->setWordWrap(true);
    m_fileState->hide();
    QPushButton *save = makeButton(tr("Export configuration…"), {}, rowName(u"exportButton"), this);
    auto *buttons = new QWidget(this);
    auto *flow = new FlowLayout(buttons, 8, 8);
    flow->addWidget(save);
    flow->addWidget(m_import);
    QLabel *how =
        makeLabel(tr("Secrets are written as references. An import shows its differences first."),
                  u"caption"_s, this);
    how->setWordWrap(true);
    auto *part = new QWidget(this);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(buttons);
    column->addWidget(how);
    column->addWidget(m_fileState);
    addPart(part, tr("Export configuration, import configuration, YAML, JSON, file"));
    connect(save, &QPushButton::clicked, this, &BackupSection::chooseExport);
    connect(m_import, &QPushButton::clicked, this, &BackupSection::chooseImport);
}

void BackupSection::refresh()
{
    m_upkeep.backups(this, [this](const QList<BackupEntry> &entries, const QString &problem) {
        if (problem.isEmpty())
            showBackups(entries);
        else
            say(m_backupState, problem, false);
    });
}

void BackupSection::showBackups(const QList<BackupEntry> &entries)
{
    const QLocale locale;
    const auto when = [&locale](const BackupEntry &entry) {
        return locale.toString(entry.time.toLocalTime(), QLocale::ShortFormat);
    };
    m_last->setText(entries.isEmpty() ? tr("No backup yet.")
                                      : tr("Last backup: %1").arg(when(entries.first())));
    QList<CellsModel::Row> rows;
    for (const BackupEntry &entry : entries.first(std::min(entries.size(), mostShown)))
        rows.append({.id = entry.path,
                     .cells = {{.text = when(entry)},
                               {.text = entry.automatic ? tr("Every day") : tr("Whole")},
                               {.text = entry.path},
                               {.text = locale.formattedDataSize(entry.bytes, 1)}}});
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
            say(m_backupState,
                tr("The backup is sound. Quit Gatehouse and start it again to put it in place."),
                true);
            dialog->accept();
        });
    });
    dialog->open();
}

void BackupSection::chooseExport()
{
    auto *dialog = new QFileDialog(window(), tr("Export configuration"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("YAML (*.yaml)"), tr("JSON (*.json)")});
    dialog->setDefaultSuffix(u"yaml"_s);
    dialog->selectFile(u"gatehouse.yaml"_s);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains("json"_L1) ? u"json"_s : u"yaml"_s);
    });
    connect(dialog, &QFileDialog::fileSelected, this, &BackupSection::exportTo);
    dialog->open();
}

void BackupSection::exportTo(const QString &name)
{
    QSaveFile file(name);
    const QByteArray text = isJson(name)
        ? QJsonDocument(Api::toJson(m_configuration.document())).toJson()
        : Api::toYaml(m_configuration.document());
    const bool written =
        file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
    say(m_fileState,
        written ? tr("Written to %1").arg(name)
                : tr("%1 cannot be written: %2").arg(name, file.errorString()),
        written);
}

void BackupSection::chooseImport()
{
    auto *dialog = new QFileDialog(window(), tr("Import configuration"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Configuration (*.json *.yaml *.yml)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &BackupSection::importFrom);
    dialog->open();
}

void BackupSection::importFrom(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return say(m_fileState, tr("%1 cannot be read: %2").arg(name, file.errorString()), false);
    const QString text = QString::fromUtf8(file.readAll());
    m_upkeep.checkImport(text, isJson(name), this,
                         [this, name, text](const QStringList &sentences, const QString &problem) {
                             if (problem.isEmpty())
                                 return openImport(name, text, sentences);
                             say(m_fileState, tr("This file cannot be imported. %1").arg(problem),
                                 false);
                         });
}

void BackupSection::openImport(const QString &name, const QString &text,
                               const QStringList &sentences)
{
    say(m_fileState, {}, true);
    auto *dialog = new ImportDialog(name, sentences, window());
    connect(dialog, &ImportDialog::applyRequested, this, [this, dialog, name, text] {
        const QJsonObject body{{u"text"_s, text},
                               {u"format"_s, isJson(name) ? u"json"_s : u"yaml"_s}};
        m_configuration.change("PUT", u"/config"_s, body, tr("Imported %1").arg(name), dialog,
                               [dialog](const std::optional<Refusal> &refusal) {
                                   if (refusal)
                                       dialog->showProblem(refusal->error.detail);
                                   else
                                       dialog->accept();
                               });
    });
    dialog->open();
}

} // namespace Gatehouse::Ui
