// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spend/pausedialog.h"

#include "ui/widgets/formfield.h"
#include "ui/widgets/labels.h"

#include <QtCore/QJsonArray>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int dialogWidth = 460;
constexpr int listHeight = 200;
constexpr int longestReason = 200;

} // namespace

PauseDialog::PauseDialog(Api::AdminClient &client, const Api::Document &document, QWidget *parent)
    : QDialog(parent)
    , m_list(new QListView(this))
    , m_reason(new QLineEdit(this))
    , m_consequence(makeLabel({}, u"caption"_s, this))
{
    setObjectName(u"spend.pauseDialog"_s);
    setWindowTitle(tr("Pause everything except…"));
    m_list->setObjectName(u"spend.pauseDialog.exceptList"_s);
    m_list->setProperty("kind", u"choices"_s);
    m_list->setModel(&m_model);
    m_list->setFixedHeight(listHeight);
    m_reason->setObjectName(u"spend.pauseDialog.reasonField"_s);
    m_reason->setMaxLength(longestReason);
    m_consequence->setObjectName(u"spend.pauseDialog.consequence"_s);
    m_consequence->setWordWrap(true);
    for (const Api::Team &team : document.teams)
        m_choices.append(
            {u"team:"_s + team.id, tr("Team %1").arg(team.name.isEmpty() ? team.id : team.name)});
    m_model.setChoices(m_choices);
    connect(&m_model, &ChoiceModel::edited, this, &PauseDialog::showConsequence);
    connect(client.get(u"/keys"_s), &Api::AdminCall::finished, this, [this](Api::AdminCall *call) {
        if (call->succeeded())
            takeKeys(call->reply().body);
    });
    auto *cancel = makeButton(tr("Cancel"), {}, u"spend.pauseDialog.cancelButton"_s, this);
    auto *pause = makeButton(tr("Pause"), u"primary"_s, u"spend.pauseDialog.pauseButton"_s, this);
    pause->setAutoDefault(false);
    cancel->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(pause);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(makeLabel(windowTitle(), u"dialogTitle"_s, this));
    layout->addWidget(
        new FormField(tr("Who may go on"), m_list, tr("Running requests end as they are."), this));
    layout->addWidget(
        new FormField(tr("Reason (optional)"), m_reason, tr("Kept in the audit log."), this));
    layout->addWidget(m_consequence);
    layout->addLayout(buttons);
    setFixedWidth(dialogWidth);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(pause, &QPushButton::clicked, this, [this] {
        Q_EMIT paused(m_model.chosen(), m_reason->text().trimmed());
        accept();
    });
    showConsequence();
}

void PauseDialog::takeKeys(const QJsonObject &answer)
{
    const QStringList chosen = m_model.chosen();
    const qsizetype teams = m_choices.size();
    for (const QJsonValue &value : answer.value("items"_L1).toArray()) {
        const QString id = value["id"_L1].toString();
        m_choices.append({u"key:"_s + id, tr("Key %1").arg(value["name"_L1].toString(id))});
    }
    std::sort(m_choices.begin() + teams, m_choices.end(), [](const auto &one, const auto &other) {
        return one.text.localeAwareCompare(other.text) < 0;
    });
    m_model.setChoices(m_choices);
    m_model.setChosen(chosen);
}

void PauseDialog::showConsequence()
{
    const int spared = int(m_model.chosen().size());
    m_consequence->setText(
        spared == 0 ? tr("Every request is refused until the pause is ended.")
                    : tr("Every request is refused until the pause is ended, except those of %Ln "
                         "teams and keys.",
                         nullptr, spared));
}

} // namespace Gatehouse::Ui
