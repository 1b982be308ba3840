// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/providers/powerfields.h"

#include "core/api/documents/documentjson.h"
#include "ui/models/commandtext.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int shownLines = 3;

//! What nobody touched stays as it was written.
QStringList commandIn(const QPlainTextEdit *field, const QStringList &shown)
{
    if (field->toPlainText() == commandText(shown))
        return shown;
    return parseCommand(field->toPlainText()).value_or(QStringList());
}

} // namespace

PowerFields::PowerFields(Form &form, QWidget *parent)
    : EditorSection(form, parent)
{
    column()->setContentsMargins({});
    m_wake = makeCommand(u"systemctl --user start llama"_s);
    m_sleep = makeCommand(u"systemctl --user stop llama"_s);
    m_idleTime = makeSeconds(fieldOf(Api::enginePowerTable(), u"idle_time"));
    m_idleTime->setSpecialValueText(tr("Never"));
    m_wakeTime = makeSeconds(fieldOf(Api::enginePowerTable(), u"wake_time"));
    const QString howTo = tr("One argument a line, or one line with quotes. No shell.");
    add(makeField(u"power.wake"_s, u"wakeField"_s, tr("Command that starts the engine"), m_wake,
                  howTo));
    add(makeField(u"power.sleep"_s, u"sleepField"_s, tr("Command that stops it"), m_sleep, howTo));
    addRow({makeField(u"power.idle_time"_s, u"idleTimeSpin"_s, tr("Stop it after"), m_idleTime,
                      tr("Seconds without a request.")),
            makeField(u"power.wake_time"_s, u"wakeTimeSpin"_s, tr("Starting may take"), m_wakeTime,
                      tr("Requests wait so long for it."))});
}

QPlainTextEdit *PowerFields::makeCommand(const QString &example)
{
    auto *field = new QPlainTextEdit(this);
    field->setTabChangesFocus(true);
    field->setLineWrapMode(QPlainTextEdit::NoWrap);
    field->setPlaceholderText(example);
    field->setFixedHeight(field->fontMetrics().lineSpacing() * shownLines + 24);
    connect(field, &QPlainTextEdit::textChanged, this, &EditorSection::edited);
    return field;
}

void PowerFields::showDraft(const ProviderDraft &draft)
{
    const Api::EnginePower &power = draft.provider.power;
    m_shownWake = power.wake;
    m_shownSleep = power.sleep;
    m_wake->setPlainText(commandText(power.wake));
    m_sleep->setPlainText(commandText(power.sleep));
    m_idleTime->setValue(seconds(power.idleTime));
    m_wakeTime->setValue(seconds(power.wakeTime));
}

void PowerFields::readDraft(ProviderDraft &draft) const
{
    draft.provider.power = {.wake = commandIn(m_wake, m_shownWake),
                            .sleep = commandIn(m_sleep, m_shownSleep),
                            .idleTime = milliseconds(m_idleTime),
                            .wakeTime = milliseconds(m_wakeTime)};
}

Api::Findings PowerFields::findings() const
{
    Api::Findings all;
    const auto check = [&all](const QPlainTextEdit *field, const QString &path) {
        if (const auto command = parseCommand(field->toPlainText()); !command)
            all.append({.severity = Api::Severity::Error,
                        .path = path,
                        .message = command.error().detail});
    };
    check(m_wake, u"power.wake"_s);
    check(m_sleep, u"power.sleep"_s);
    return all;
}

} // namespace Gatehouse::Ui
