// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/configurationfile.h"

#include "core/api/documents/documentjson.h"
#include "ui/pages/settings/importdialog.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labels.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QSaveFile>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

bool isJson(const QString &file)
{
    return file.endsWith(".json"_L1, Qt::CaseInsensitive);
}

} // namespace

ConfigurationFile::ConfigurationFile(ConfigurationModel &configuration, StatusModel &status,
                                     UpkeepModel &upkeep, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_configuration(configuration)
    , m_upkeep(upkeep)
    , m_import(makeButton(tr("Import configuration…"), {}, u"%1.importButton"_s.arg(name), this))
    , m_state(makeLabel({}, u"caption"_s, this))
{
    m_state->setObjectName(u"%1.fileStateLabel"_s.arg(name));
    m_state->setWordWrap(true);
    m_state->hide();
    QPushButton *save =
        makeButton(tr("Export configuration…"), {}, u"%1.exportButton"_s.arg(name), this);
    auto *buttons = new QWidget(this);
    auto *flow = new FlowLayout(buttons, 8, 8);
    flow->addWidget(save);
    flow->addWidget(m_import);
    QLabel *how =
        makeLabel(tr("Secrets are written as references. An import shows its differences first."),
                  u"caption"_s, this);
    how->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(buttons);
    column->addWidget(how);
    column->addWidget(m_state);
    connect(save, &QPushButton::clicked, this, &ConfigurationFile::chooseExport);
    connect(m_import, &QPushButton::clicked, this, &ConfigurationFile::chooseImport);
    const auto follow = [this, &status] {
        m_import->setEnabled(status.status().managedBy.isEmpty());
    };
    connect(&status, &StatusModel::changed, this, follow);
    follow();
}

void ConfigurationFile::say(const QString &text, bool good)
{
    m_state->setText(text);
    m_state->setVisible(!text.isEmpty());
    setStyleProperty(m_state, "tone", good ? u"ok"_s : u"error"_s);
}

void ConfigurationFile::chooseExport()
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
    connect(dialog, &QFileDialog::fileSelected, this, &ConfigurationFile::exportTo);
    dialog->open();
}

void ConfigurationFile::exportTo(const QString &name)
{
    QSaveFile file(name);
    const QByteArray text = isJson(name)
        ? QJsonDocument(Api::toJson(m_configuration.document())).toJson()
        : Api::toYaml(m_configuration.document());
    const bool written =
        file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
    say(written ? tr("Written to %1").arg(name)
                : tr("%1 cannot be written: %2").arg(name, file.errorString()),
        written);
}

void ConfigurationFile::chooseImport()
{
    auto *dialog = new QFileDialog(window(), tr("Import configuration"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Configuration (*.json *.yaml *.yml)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ConfigurationFile::importFrom);
    dialog->open();
}

void ConfigurationFile::importFrom(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return say(tr("%1 cannot be read: %2").arg(name, file.errorString()), false);
    const QString text = QString::fromUtf8(file.readAll());
    m_upkeep.checkImport(text, isJson(name), this,
                         [this, name, text](const QStringList &sentences, const QString &problem) {
                             if (problem.isEmpty())
                                 return openImport(name, text, sentences);
                             say(tr("This file cannot be imported. %1").arg(problem), false);
                         });
}

void ConfigurationFile::openImport(const QString &name, const QString &text,
                                   const QStringList &sentences)
{
    say({}, true);
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
