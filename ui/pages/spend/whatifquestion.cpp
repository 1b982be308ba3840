// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spend/whatifquestion.h"

#include "ui/pages/spend/whatifpane.h"
#include "ui/widgets/amountspin.h"
#include "ui/widgets/format.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/labels.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr double mostDollars = 1e9;
constexpr qint64 mostBytes = 4 * 1024 * 1024;

void askForFile(QWidget *parent, bool saves, const QString &suggested,
                const std::function<void(const QString &)> &chosen)
{
    auto *dialog = new QFileDialog(
        parent, saves ? WhatIfPane::tr("Save") : WhatIfPane::tr("Choose a configuration"));
    dialog->setObjectName(u"spend.whatIf.fileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(saves ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    dialog->setFileMode(saves ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
    dialog->selectFile(suggested);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, chosen);
    dialog->open();
}

} // namespace

WhatIfQuestion::WhatIfQuestion(QWidget *parent)
    : Card(WhatIfPane::tr("Replay past traffic under another configuration"), parent)
{
    m_chooseFile = [this](bool saves, const QString &name,
                          const std::function<void(const QString &)> &chosen) {
        askForFile(this, saves, name, chosen);
    };
    setCaption(WhatIfPane::tr("Nothing is sent to providers."));
    makeFields();
    layOut();
    connect(m_run, &QPushButton::clicked, this, &WhatIfQuestion::runRequested);
    connect(m_cancel, &QPushButton::clicked, this, &WhatIfQuestion::cancelRequested);
    connect(m_choose, &QPushButton::clicked, this, &WhatIfQuestion::chooseFile);
}

QComboBox *WhatIfQuestion::makeCombo(const QString &name, bool editable)
{
    auto *box = new QComboBox(this);
    box->setObjectName(name);
    box->setEditable(editable);
    box->setMinimumContentsLength(10);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    return box;
}

void WhatIfQuestion::makeFields()
{
    m_span = makeCombo(u"spend.whatIf.spanCombo"_s, false);
    m_span->addItem(WhatIfPane::tr("Last 24 hours"), u"24h"_s);
    m_span->addItem(WhatIfPane::tr("Last 7 days"), u"7d"_s);
    m_span->addItem(WhatIfPane::tr("Last 30 days"), u"30d"_s);
    m_span->addItem(WhatIfPane::tr("Last 90 days"), u"90d"_s);
    m_span->setCurrentIndex(1);
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(u"spend.whatIf.trafficField"_s);
    m_filter->setPlaceholderText(u"team:research"_s);
    m_from = makeCombo(u"spend.whatIf.fromCombo"_s, false);
    m_to = makeCombo(u"spend.whatIf.toCombo"_s, true);
    m_provider = makeCombo(u"spend.whatIf.providerCombo"_s, false);
    m_multiplier = new QDoubleSpinBox(this);
    m_multiplier->setObjectName(u"spend.whatIf.multiplierSpin"_s);
    m_multiplier->setRange(0, 100);
    m_multiplier->setDecimals(3);
    m_multiplier->setSingleStep(0.05);
    m_multiplier->setValue(1);
    m_scope = makeCombo(u"spend.whatIf.scopeCombo"_s, true);
    m_amount = new AmountSpin(this);
    m_amount->setObjectName(u"spend.whatIf.amountSpin"_s);
    m_amount->setRange(0, mostDollars);
    m_amount->setDecimals(2);
    Format::setDollars(*m_amount);
    m_amount->setGroupSeparatorShown(true);
    m_choose = makeButton(WhatIfPane::tr("Use a file…"), {}, u"spend.whatIf.fileButton"_s, this);
    m_fileName = makeLabel({}, u"caption"_s, this);
    m_fileName->setObjectName(u"spend.whatIf.fileName"_s);
    m_run = makeButton(WhatIfPane::tr("Run"), u"primary"_s, u"spend.whatIf.runButton"_s, this);
    m_cancel = makeButton(WhatIfPane::tr("Cancel"), {}, u"spend.whatIf.cancelButton"_s, this);
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(u"spend.whatIf.progress"_s);
    m_progress->setAccessibleName(WhatIfPane::tr("Progress"));
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
}

void WhatIfQuestion::layOut()
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(12);
    grid->setContentsMargins(0, 4, 0, 12);
    const auto put = [&](int row, int column, const QString &label, QWidget *control) {
        grid->addWidget(new FormField(label, control, {}, this), row, column, Qt::AlignTop);
        grid->setColumnStretch(column, 1);
    };
    put(0, 0, WhatIfPane::tr("Traffic"), m_span);
    put(0, 1, WhatIfPane::tr("Only requests (optional)"), m_filter);
    put(0, 2, WhatIfPane::tr("Replace the model"), m_from);
    put(0, 3, WhatIfPane::tr("by"), m_to);
    put(1, 0, WhatIfPane::tr("Price of"), m_provider);
    put(1, 1, WhatIfPane::tr("List price times"), m_multiplier);
    put(1, 2, WhatIfPane::tr("Budget per month of"), m_scope);
    put(1, 3, WhatIfPane::tr("Amount"), m_amount);
    content()->addLayout(grid);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_choose);
    line->addWidget(m_fileName, 1);
    line->addWidget(m_progress, 1);
    line->addWidget(m_cancel);
    line->addWidget(m_run);
    content()->addLayout(line);
}

void WhatIfQuestion::fillChoices(const Api::Document &document)
{
    const auto fill = [](QComboBox *box, const QString &nothing, const QStringList &values) {
        const QString chosen = box->currentText();
        box->clear();
        box->addItem(nothing, QString());
        for (const QString &value : values)
            box->addItem(value, value);
        const int place = box->findText(chosen);
        box->setCurrentIndex(std::max(place, 0));
        if (place < 0 && box->isEditable() && !chosen.isEmpty())
            box->setCurrentText(chosen);
    };
    const QStringList targets = targetsOf(document);
    QStringList providers;
    QStringList scopes{u"gateway"_s};
    for (const Api::Provider &provider : document.providers)
        providers.append(provider.id);
    for (const Api::Team &team : document.teams)
        scopes.append(u"team:"_s + team.id);
    fill(m_from, WhatIfPane::tr("No model"), targets);
    fill(m_to, {}, targets);
    fill(m_provider, WhatIfPane::tr("No provider"), providers);
    fill(m_scope, {}, scopes);
}

WhatIfChange WhatIfQuestion::entered() const
{
    WhatIfChange change{.from = m_from->currentData().toString(),
                        .to = m_to->currentText().trimmed(),
                        .provider = m_provider->currentData().toString()};
    if (!change.provider.isEmpty())
        change.multiplier = m_multiplier->value();
    if (const QString scope = m_scope->currentText().trimmed(); !scope.isEmpty()) {
        Api::Budget budget;
        budget.scope = scope;
        budget.limit = qRound64(m_amount->value() * 100) * 10'000'000;
        change.budget = budget;
    }
    return change;
}

void WhatIfQuestion::readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > mostBytes) {
        Q_EMIT fileRefused(file.isOpen()
                               ? WhatIfPane::tr("The file is too large to be a configuration.")
                               : file.errorString());
        return;
    }
    m_file = path;
    m_fileText = QString::fromUtf8(file.readAll());
    Q_EMIT fileChanged();
}

void WhatIfQuestion::chooseFile()
{
    if (!hasFile()) {
        m_chooseFile(false, {}, [this](const QString &path) { readFile(path); });
        return;
    }
    m_file.clear();
    m_fileText.clear();
    Q_EMIT fileChanged();
}

QJsonObject WhatIfQuestion::body() const
{
    QJsonObject body{{u"since"_s, m_span->currentData().toString()},
                     {u"filter"_s, m_filter->text().trimmed()}};
    if (hasFile()) {
        body.insert(u"text"_s, m_fileText);
        body.insert(u"format"_s, m_file.endsWith(u".json"_s) ? u"json"_s : u"yaml"_s);
    }
    return body;
}

void WhatIfQuestion::setRange(const QString &range)
{
    if (const int place = m_span->findData(range); place >= 0)
        m_span->setCurrentIndex(place);
}

void WhatIfQuestion::setProgress(double progress)
{
    m_progress->setValue(int(progress * m_progress->maximum()));
}

void WhatIfQuestion::setRunning(bool isRunning, bool may)
{
    m_run->setEnabled(may && !isRunning);
    m_cancel->setVisible(isRunning);
    m_progress->setVisible(isRunning);
    m_fileName->setVisible(!isRunning);
    m_fileName->setText(hasFile() ? QFileInfo(m_file).fileName()
                                  : WhatIfPane::tr("In place of these changes."));
    m_choose->setText(hasFile() ? WhatIfPane::tr("Without the file")
                                : WhatIfPane::tr("Use a file…"));
    for (QWidget *field :
         QList<QWidget *>{m_from, m_to, m_provider, m_multiplier, m_scope, m_amount})
        field->setEnabled(!hasFile());
}

} // namespace Gatehouse::Ui
