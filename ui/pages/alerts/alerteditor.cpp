// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/alerts/alerteditor.h"

#include "core/api/documents/alertmeasures.h"
#include "core/api/documents/documentjson.h"
#include "core/api/documents/validation.h"
#include "core/api/documents/values.h"
#include "ui/models/alertwords.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"

#include <QtCore/QJsonArray>
#include <QtCore/QUrl>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Ui {

namespace {

constexpr int dialogWidth = 680;
constexpr double mostThreshold = 1e9;
constexpr auto previewDelay = 300ms;
constexpr std::array holdTimes{0ms,       10'000ms,  60'000ms,    120'000ms,
                               300'000ms, 600'000ms, 1'800'000ms, 3'600'000ms};
constexpr std::array repeatTimes{0ms, 900'000ms, 3'600'000ms, 14'400'000ms, 86'400'000ms};

//! Chooses \a time, adding it where it is none of those offered.
void chooseTime(QComboBox &combo, std::chrono::milliseconds time)
{
    const auto ms = static_cast<qlonglong>(time.count());
    if (combo.findData(ms) < 0)
        combo.addItem(Format::duration(static_cast<double>(ms)), ms);
    combo.setCurrentIndex(combo.findData(ms));
}

template <typename Times>
void addTimes(QComboBox &combo, const QString &none, const Times &times)
{
    for (const std::chrono::milliseconds time : times) {
        const auto ms = static_cast<qlonglong>(time.count());
        combo.addItem(ms == 0 ? none : Format::duration(static_cast<double>(ms)), ms);
    }
}

//! "Spend over $5" as "spend-over-5", and a number behind it where that is taken.
QString freeId(const QString &name, const Api::Document &document)
{
    QString id;
    for (const QChar c : name.toLower()) {
        const bool plain = (c >= u'a' && c <= u'z') || c.isDigit();
        if (plain && c.unicode() < 0x80)
            id += c;
        else if (!id.isEmpty() && !id.endsWith(u'-'))
            id += u'-';
    }
    while (id.endsWith(u'-'))
        id.chop(1);
    if (id.isEmpty())
        id = u"alert"_s;
    const QList<Api::AlertRule> rules = Api::alertsInForce(document);
    const auto isTaken = [&rules](const QString &wanted) {
        return std::ranges::any_of(
            rules, [&wanted](const Api::AlertRule &rule) { return rule.id == wanted; });
    };
    QString free = id.left(60);
    for (int number = 2; isTaken(free); ++number)
        free = u"%1-%2"_s.arg(id.left(56)).arg(number);
    return free;
}

} // namespace

AlertEditor::AlertEditor(Api::AdminClient &client, const Api::AlertRule &rule,
                         const Api::Document &document, QWidget *parent)
    : QDialog(parent)
    , m_client(client)
    , m_rule(rule)
    , m_document(document)
    , m_isNew(rule.measure.isEmpty())
    , m_grid(new QGridLayout)
    , m_name(new QLineEdit(this))
    , m_measure(new QComboBox(this))
    , m_scope(new QComboBox(this))
    , m_comparison(new QComboBox(this))
    , m_threshold(new QDoubleSpinBox(this))
    , m_hold(new QComboBox(this))
    , m_recover(new QLineEdit(this))
    , m_severity(new QComboBox(this))
    , m_repeat(new QComboBox(this))
    , m_quiet(new QLineEdit(this))
    , m_preview(makeLabel({}, u"muted"_s, this))
    , m_test(makeButton(tr("Send a test"), {}, u"alerts.editor.testButton"_s, this))
{
    setObjectName(u"alerts.editor"_s);
    setWindowTitle(m_isNew ? tr("New alert") : tr("Edit alert"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(makeLabel(windowTitle(), u"dialogTitle"_s, this));
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(8);
    layout->addLayout(m_grid);
    buildFields(document);
    m_preview->setObjectName(u"alerts.editor.previewLabel"_s);
    m_preview->setWordWrap(true);
    m_preview->setMinimumHeight(m_preview->fontMetrics().lineSpacing() * 3);
    m_preview->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    layout->addWidget(m_preview);
    auto *cancel = makeButton(tr("Cancel"), {}, u"alerts.editor.cancelButton"_s, this);
    auto *save = makeButton(m_isNew ? tr("Create alert") : tr("Save"), u"primary"_s,
                            u"alerts.editor.saveButton"_s, this);
    for (QPushButton *button : {cancel, m_test})
        button->setAutoDefault(false);
    save->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_test);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, &AlertEditor::submit);
    connect(m_test, &QPushButton::clicked, this, &AlertEditor::testChannels);
    setFixedWidth(dialogWidth);
    m_delay.setSingleShot(true);
    m_delay.setInterval(previewDelay);
    connect(&m_delay, &QTimer::timeout, this, &AlertEditor::askPreview);
    fill();
    askPreview();
}

void AlertEditor::addField(const QString &path, const QString &label, QWidget *control,
                           const QString &help, int row, int column, int columns)
{
    auto *field = new FormField(label, control, help, this);
    m_form.add(path, field);
    m_grid->addWidget(field, row, column, 1, columns);
    m_grid->setColumnStretch(column, 1);
}

void AlertEditor::buildFields(const Api::Document &document)
{
    const std::array<std::pair<QWidget *, QString>, 10> names{{
        {m_name, u"alerts.editor.nameField"_s},
        {m_measure, u"alerts.editor.measureCombo"_s},
        {m_scope, u"alerts.editor.scopeCombo"_s},
        {m_comparison, u"alerts.editor.comparisonCombo"_s},
        {m_threshold, u"alerts.editor.thresholdField"_s},
        {m_hold, u"alerts.editor.holdCombo"_s},
        {m_recover, u"alerts.editor.recoverField"_s},
        {m_severity, u"alerts.editor.severityCombo"_s},
        {m_repeat, u"alerts.editor.repeatCombo"_s},
        {m_quiet, u"alerts.editor.quietField"_s},
    }};
    for (const auto &[control, name] : names)
        control->setObjectName(name);
    for (const Api::AlertMeasure &measure : Api::alertMeasureFacts())
        m_measure->addItem(measureName(measure.id), measure.id);
    m_scope->setEditable(true);
    m_comparison->addItem(tr("reaches or passes"), u"above"_s);
    m_comparison->addItem(tr("falls to or under"), u"below"_s);
    m_threshold->setRange(0, mostThreshold);
    m_threshold->setDecimals(2);
    addTimes(*m_hold, tr("at once"), holdTimes);
    addTimes(*m_repeat, tr("once"), repeatTimes);
    for (const QString &severity : {u"info"_s, u"warning"_s, u"critical"_s})
        m_severity->addItem(severityCell(severity).text, severity);
    m_quiet->setPlaceholderText(u"22:00-07:00"_s);
    addField(u"name"_s, tr("Name"), m_name, {}, 0, 0, 2);
    addField(u"measure"_s, tr("What is watched"), m_measure, {}, 1, 0);
    addField(u"scope"_s, tr("Of what"), m_scope, {}, 1, 1);
    addField(u"above"_s, tr("Fires when it"), m_comparison, {}, 2, 0);
    addField(u"threshold"_s, tr("This value"), m_threshold, {}, 2, 1);
    addField(u"for"_s, tr("For how long"), m_hold, {}, 3, 0);
    addField(u"recover"_s, tr("Ends at (optional)"), m_recover, {}, 3, 1);
    addField(u"severity"_s, tr("Severity"), m_severity, {}, 4, 0);
    addField(u"repeat"_s, tr("Told"), m_repeat, {}, 4, 1);
    addField(u"channels"_s, tr("Who is told"), makeChannels(document), {}, 5, 0);
    addField(u"quiet"_s, tr("Quiet hours (optional)"), m_quiet, {}, 5, 1);
    connect(m_measure, &QComboBox::currentIndexChanged, this, &AlertEditor::showMeasure);
    const auto later = [this] { m_delay.start(); };
    for (QComboBox *combo : {m_scope, m_comparison, m_hold})
        connect(combo, &QComboBox::currentTextChanged, this, later);
    connect(m_threshold, &QDoubleSpinBox::valueChanged, this, later);
    for (QLineEdit *line : {m_recover, m_name})
        connect(line, &QLineEdit::textChanged, this, later);
}

QWidget *AlertEditor::makeChannels(const Api::Document &document)
{
    auto *box = new QWidget(this);
    box->setObjectName(u"alerts.editor.channels"_s);
    auto *flow = new FlowLayout(box, 12, 4);
    const auto add = [&](const QString &id, const QString &text) {
        auto *check = new QCheckBox(text, box);
        check->setObjectName(u"alerts.editor.channelCheck.%1"_s.arg(id == "*"_L1 ? u"all"_s : id));
        check->setProperty("channel", id);
        flow->addWidget(check);
        m_channels.append(check);
    };
    add(u"*"_s, tr("All channels"));
    add(u"desktop"_s, tr("Desktop"));
    for (const Api::AlertChannel &channel : document.channels)
        add(channel.id, channel.id);
    connect(m_channels.first(), &QCheckBox::toggled, this, [this](bool all) {
        for (QCheckBox *check : m_channels.sliced(1))
            check->setEnabled(!all);
    });
    return box;
}

void AlertEditor::fillScopes()
{
    const Api::AlertMeasure *facts = Api::alertMeasure(m_measure->currentData().toString());
    const QString before = m_scope->currentText();
    m_scope->clear();
    m_scope->addItem(alertScope(u"gateway"_s), u"gateway"_s);
    const auto add = [&](Api::Scope::Kind kind, const QString &id) {
        if (facts && facts->scopes.contains(kind) && !id.isEmpty())
            m_scope->addItem(alertScope(Api::Scope{kind, id}.text(), m_document),
                             Api::Scope{kind, id}.text());
    };
    for (const Api::Budget &budget : m_document.budgets)
        add(Api::Scope::Kind::Budget,
            budget.id.isEmpty() ? QString(budget.scope + u'|' + budget.period) : budget.id);
    for (const Api::Team &team : m_document.teams)
        add(Api::Scope::Kind::Team, team.id);
    for (const Api::Route &route : m_document.routes)
        add(Api::Scope::Kind::Route, route.id);
    for (const Api::Provider &provider : m_document.providers)
        add(Api::Scope::Kind::Provider, provider.id);
    m_scope->setEnabled(facts && !facts->scopes.isEmpty());
    m_scope->setCurrentText(m_scope->isEnabled() && !before.isEmpty() ? before
                                                                      : alertScope(u"gateway"_s));
}

//! Another measure: its unit, its direction, and a threshold that fits it.
void AlertEditor::showMeasure()
{
    const QString measure = m_measure->currentData().toString();
    const Api::AlertMeasure *facts = Api::alertMeasure(measure);
    fillScopes();
    if (!facts)
        return;
    const bool isYesNo = facts->unit == Api::AlertMeasure::Unit::YesNo;
    m_comparison->setCurrentIndex(facts->firesBelow ? 1 : 0);
    m_threshold->setValue(facts->usual);
    const QString unit = unitText(measure);
    m_threshold->setPrefix(unit == u"$"_s ? unit : QString());
    m_threshold->setSuffix(unit.isEmpty() || unit == u"$"_s ? QString() : QString(u' ' + unit));
    for (QWidget *control : std::initializer_list<QWidget *>{m_comparison, m_threshold, m_recover})
        control->setEnabled(!isYesNo);
    m_delay.start();
}

void AlertEditor::fill()
{
    m_name->setText(m_isNew ? QString() : alertName(m_rule.id, m_rule.name));
    m_measure->setCurrentIndex(std::max(0, m_measure->findData(m_rule.measure)));
    showMeasure();
    m_scope->setCurrentText(alertScope(m_rule.scope, m_document));
    if (m_rule.above || m_rule.below) {
        m_comparison->setCurrentIndex(m_rule.below ? 1 : 0);
        m_threshold->setValue(m_rule.below ? *m_rule.below : *m_rule.above);
    }
    chooseTime(*m_hold, m_rule.holdTime);
    chooseTime(*m_repeat, m_rule.repeat);
    if (m_rule.recover)
        m_recover->setText(locale().toString(*m_rule.recover));
    m_severity->setCurrentIndex(std::max(0, m_severity->findData(m_rule.severity)));
    m_quiet->setText(m_rule.quiet);
    const QStringList channels = m_isNew ? QStringList{u"*"_s} : m_rule.channels;
    for (QCheckBox *check : m_channels)
        check->setChecked(channels.contains(check->property("channel").toString()));
}

QStringList AlertEditor::chosenChannels() const
{
    if (m_channels.first()->isChecked())
        return {u"*"_s};
    QStringList ids;
    for (const QCheckBox *check : m_channels) {
        if (check->isChecked())
            ids.append(check->property("channel").toString());
    }
    return ids;
}

Api::AlertRule AlertEditor::entered() const
{
    Api::AlertRule rule = m_rule;
    rule.name = m_name->text().trimmed();
    rule.measure = m_measure->currentData().toString();
    if (m_isNew)
        rule.id = freeId(rule.name.isEmpty() ? rule.measure : rule.name, m_document);
    const QString scope = m_scope->currentText().trimmed();
    const int known = m_scope->findText(scope);
    rule.scope = known < 0 ? scope : m_scope->itemData(known).toString();
    rule.above.reset();
    rule.below.reset();
    (m_comparison->currentIndex() == 1 ? rule.below : rule.above) = m_threshold->value();
    rule.holdTime = std::chrono::milliseconds(m_hold->currentData().toLongLong());
    rule.repeat = std::chrono::milliseconds(m_repeat->currentData().toLongLong());
    rule.recover.reset();
    bool isNumber = false;
    const double recover = locale().toDouble(m_recover->text().trimmed(), &isNumber);
    if (m_recover->isEnabled() && isNumber)
        rule.recover = recover;
    rule.severity = m_severity->currentData().toString();
    rule.channels = chosenChannels();
    rule.quiet = m_quiet->text().trimmed();
    return rule;
}

// --- preview ------------------------------------------------------------------------------------

void AlertEditor::askPreview()
{
    m_delay.stop();
    m_call = m_client.post(u"/alerts/preview"_s, Api::alertRuleTable().write(entered()));
    connect(m_call, &Api::AdminCall::finished, this, &AlertEditor::showPreview);
}

void AlertEditor::showPreview(Api::AdminCall *call)
{
    if (call != m_call)
        return; // an older question
    const QString measure = m_measure->currentData().toString();
    const QJsonObject &preview = call->reply().body;
    if (!call->succeeded()) {
        say(tr("No preview: %1").arg(call->error().detail));
        return;
    }
    QStringList sentences;
    const QJsonValue value = preview.value("value"_L1);
    const QString of = alertScope(preview.value("value_of"_L1).toString());
    if (value.isNull())
        sentences.append(tr("There is no value now."));
    else if (of.isEmpty())
        sentences.append(tr("Now: %1.").arg(alertValue(measure, value.toDouble())));
    else
        sentences.append(
            tr("Now: %1 (%2).").arg(alertValue(measure, value.toDouble()), alertScope(of)));
    const QJsonValue fired = preview.value("fired"_L1);
    if (!fired.isNull())
        sentences.append(
            preview.value("basis"_L1).toString() == "history"_L1
                ? tr("Alerts of this kind fired %n times in the last 7 days.", nullptr,
                     fired.toInt())
                : tr("It would have fired %n times in the last 7 days.", nullptr, fired.toInt()));
    sentences.append(tr("The message: “%1”").arg(preview.value("text"_L1).toString()));
    say(sentences.join(u'\n'));
}

//! The dialog grows with what is said, so that the fields keep their height.
void AlertEditor::say(const QString &text)
{
    m_preview->setText(text);
    layout()->activate();
    const int needed = layout()->totalHeightForWidth(width());
    if (needed > height())
        resize(width(), needed);
}

void AlertEditor::testChannels()
{
    QStringList ids = chosenChannels();
    if (ids.contains("*"_L1)) {
        ids = QStringList{u"desktop"_s};
        for (const Api::AlertChannel &channel : m_document.channels)
            ids.append(channel.id);
    }
    if (ids.isEmpty())
        say(tr("Choose a channel first."));
    m_test->setEnabled(ids.isEmpty());
    for (const QString &id : ids) {
        const QString path =
            u"/alerts/channels/%1/test"_s.arg(QString::fromLatin1(QUrl::toPercentEncoding(id)));
        connect(m_client.post(path), &Api::AdminCall::finished, this,
                [this, id](Api::AdminCall *call) {
                    const bool arrived =
                        call->succeeded() && call->reply().body.value("delivered"_L1).toBool();
                    const QString detail = call->succeeded()
                        ? call->reply().body.value("detail"_L1).toString()
                        : call->error().detail;
                    say(arrived ? tr("The test went out through %1.").arg(id)
                                : tr("%1 failed: %2").arg(id, detail));
                    m_test->setEnabled(true);
                });
    }
}

void AlertEditor::submit()
{
    Api::AlertRule rule = entered();
    Api::Findings findings = Api::validate(rule);
    const QString recover = m_recover->text().trimmed();
    if (!recover.isEmpty() && m_recover->isEnabled() && !rule.recover)
        findings.append({.severity = Api::Severity::Error,
                         .path = u"recover"_s,
                         .message = tr("Enter a number, for example 75, or leave it empty.")});
    m_form.show(findings);
    if (Api::hasErrors(findings))
        return;
    Q_EMIT saved(rule);
    accept();
}

} // namespace Gatehouse::Ui
