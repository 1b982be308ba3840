// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/routes/explaintab.h"

#include "ui/models/cellsmodel.h"
#include "ui/models/explainmodel.h"
#include "ui/models/routesmodel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/format.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/scrollarea.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/theme.h"

#include <QtCore/QJsonDocument>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QStackedWidget>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int inputWidth = 350;
constexpr int mostTokens = 1'000'000;
const QString chatPath = u"/v1/chat/completions"_s;
const QString messagesPath = u"/v1/messages"_s;

QComboBox *makeCombo(const QString &objectName, QWidget *parent)
{
    auto *combo = new QComboBox(parent);
    combo->setObjectName(objectName);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    return combo;
}

QScrollArea *makeScroll(QWidget *content, const QString &objectName, QWidget *parent)
{
    QScrollArea *scroll = makeScrollArea(content, parent);
    scroll->setObjectName(objectName);
    return scroll;
}

} // namespace

ExplainTab::ExplainTab(Api::AdminClient &client, RoutesModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_explain(new ExplainModel(client, this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(makeInput());
    layout->addWidget(makeResult(), 1);
    connect(m_explain, &ExplainModel::answered, this, &ExplainTab::showAnswer);
    connect(m_explain, &ExplainModel::requestRead, this,
            [this](const QString &name, const QString &key, qint64 tokens) {
                m_name->setEditText(name);
                m_key->setCurrentIndex(std::max(0, m_key->findData(key)));
                m_tokens->setValue(int(std::min<qint64>(tokens, mostTokens)));
                explain();
            });
    connect(m_explain, &ExplainModel::requestMissing, this,
            [this](const QString &detail) { m_problem->setText(detail); });
}

QWidget *ExplainTab::makeInput()
{
    auto *card = new Card(tr("Explain a request"), this);
    card->setFixedWidth(textScaled(inputWidth));
    m_how = new SegmentedControl(card);
    m_how->setObjectName(u"routes.explain.howControl"_s);
    m_how->setAccessibleName(tr("How to describe the request"));
    m_how->addSegment(u"form"_s, tr("Form"), tr("Describe it in a form"));
    m_how->addSegment(u"json"_s, tr("JSON"), tr("Paste its JSON"));
    m_how->setCurrent(u"form"_s);
    card->addHeaderWidget(m_how);
    m_dialect = makeCombo(u"routes.explain.dialectCombo"_s, card);
    m_dialect->addItem(tr("OpenAI chat"), chatPath);
    m_dialect->addItem(tr("Anthropic messages"), messagesPath);
    m_key = makeCombo(u"routes.explain.keyCombo"_s, card);
    m_json = new QPlainTextEdit(card);
    m_json->setObjectName(u"routes.explain.input"_s);
    m_json->setProperty("kind", u"code"_s);
    m_json->setTabChangesFocus(true);
    m_json->setPlaceholderText(u"{\"model\": \"fast\", \"messages\": […]}"_s);
    m_inputs = new QStackedWidget(card);
    m_inputs->addWidget(makeForm());
    m_inputs->addWidget(new FormField(tr("Request body"), m_json, {}, card));
    connect(m_how, &SegmentedControl::currentChanged, this,
            [this](const QString &how) { m_inputs->setCurrentIndex(how == "json"_L1 ? 1 : 0); });
    m_problem = makeLabel({}, u"error"_s, card);
    m_problem->setObjectName(u"routes.explain.problemLabel"_s);
    m_problem->setWordWrap(true);
    m_run = makeButton(tr("Explain"), u"primary"_s, u"routes.explain.runButton"_s, card);
    connect(m_run, &QPushButton::clicked, this, &ExplainTab::explain);
    auto *note = makeLabel(tr("Nothing is sent to any provider."), u"caption"_s, card);
    note->setWordWrap(true);
    auto *form = new QWidget(card);
    auto *fields = new QVBoxLayout(form);
    fields->setContentsMargins(0, 0, 6, 0);
    fields->setSpacing(12);
    fields->addWidget(m_inputs);
    fields->addWidget(new FormField(tr("Key"), m_key, {}, form));
    fields->addWidget(new FormField(tr("The app speaks"), m_dialect, {}, form));
    fields->addStretch(1);
    card->content()->setSpacing(10);
    card->content()->addWidget(makeScroll(form, u"routes.explain.formScroll"_s, card), 1);
    card->content()->addWidget(m_problem);
    auto *line = new QHBoxLayout;
    line->addWidget(m_run);
    line->addWidget(note, 1);
    card->content()->addLayout(line);
    return card;
}

QWidget *ExplainTab::makeForm()
{
    auto *form = new QWidget(this);
    m_name = makeCombo(u"routes.explain.modelCombo"_s, form);
    m_name->setEditable(true);
    m_name->lineEdit()->setObjectName(u"routes.explain.modelField"_s);
    m_name->lineEdit()->setAccessibleName(tr("Model or route"));
    m_tokens = new QSpinBox(form);
    m_tokens->setObjectName(u"routes.explain.tokensSpin"_s);
    m_tokens->setRange(1, mostTokens);
    m_tokens->setValue(500);
    m_tokens->setGroupSeparatorShown(true);
    m_tools = new QCheckBox(tr("Has tools"), form);
    m_tools->setObjectName(u"routes.explain.toolsCheck"_s);
    m_tools->setAccessibleName(m_tools->text());
    m_images = new QCheckBox(tr("Has images"), form);
    m_images->setObjectName(u"routes.explain.imagesCheck"_s);
    m_images->setAccessibleName(m_images->text());
    m_past = new QLineEdit(form);
    m_past->setObjectName(u"routes.explain.requestField"_s);
    m_past->setPlaceholderText(u"req_…"_s);
    auto *fill = makeButton(tr("Fill in"), {}, u"routes.explain.fillButton"_s, form);
    fill->setToolTip(tr("Take model, key and size of a past request"));
    connect(fill, &QPushButton::clicked, this, &ExplainTab::readPast);
    connect(m_past, &QLineEdit::returnPressed, this, &ExplainTab::readPast);
    connect(m_name->lineEdit(), &QLineEdit::returnPressed, this, &ExplainTab::explain);
    auto *past = new FormField(tr("Like a past request (optional)"), m_past, {}, form);
    past->addBeside(fill);
    auto *checks = new QHBoxLayout;
    checks->setSpacing(16);
    checks->addWidget(m_tools);
    checks->addWidget(m_images);
    checks->addStretch(1);
    auto *layout = new QVBoxLayout(form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(new FormField(tr("Model or route"), m_name, {}, form));
    layout->addWidget(new FormField(tr("Prompt size in tokens"), m_tokens, {}, form));
    layout->addLayout(checks);
    layout->addWidget(past);
    return form;
}

QWidget *ExplainTab::makeResult()
{
    auto *card = new Card(tr("Decision"), this);
    m_which = new SegmentedControl(card);
    m_which->setObjectName(u"routes.explain.whichControl"_s);
    m_which->setAccessibleName(tr("Which routes decide"));
    m_which->addSegment(u"live"_s, tr("In force"), tr("By the routes in force"));
    m_which->addSegment(u"draft"_s, tr("Draft"), tr("By the draft"));
    m_which->setCurrent(u"live"_s);
    m_which->hide();
    card->addHeaderWidget(m_which);
    connect(m_which, &SegmentedControl::currentChanged, this, &ExplainTab::showAnswer);
    m_hint = makeLabel(tr("Describe a request to see which steps it passes, which targets are "
                          "weighed, and the order in which they would be tried."),
                       u"muted"_s, card);
    m_hint->setWordWrap(true);
    m_result = new QWidget(card);
    m_refusal = new Banner(Tone::Err, m_result);
    m_refusal->setObjectName(u"routes.explain.refusalBanner"_s);
    m_refusal->setDismissable(false);
    m_plan = makeLabel({}, u"strong"_s, m_result);
    m_plan->setObjectName(u"routes.explain.planLabel"_s);
    m_plan->setWordWrap(true);
    m_plan->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_steps = new StepList(m_result);
    m_steps->setObjectName(u"routes.explain.steps"_s);
    m_candidates = new CellsModel({{u"target"_s, tr("Target"), CellKind::TwoLine},
                                   {u"fit"_s, tr("Fits"), CellKind::Pill},
                                   {u"score"_s, tr("Score"), CellKind::Number}},
                                  this);
    m_table = new TableView(m_result);
    m_table->setObjectName(u"routes.explain.candidatesTable"_s);
    m_table->setAccessibleName(tr("Targets weighed"));
    m_table->setModel(m_candidates);
    m_table->setColumnCharacters(1, 7);
    m_table->setColumnCharacters(2, 7);
    m_table->setYielding(0, 24, {1, 2});
    m_table->setFitsRows(true);
    auto *content = new QVBoxLayout(m_result);
    content->setContentsMargins(0, 0, 8, 0);
    content->setSpacing(10);
    content->addWidget(m_refusal);
    content->addWidget(makeLabel(tr("Plan"), u"section"_s, m_result));
    content->addWidget(m_plan);
    content->addWidget(makeLabel(tr("Steps"), u"section"_s, m_result));
    content->addWidget(m_steps);
    content->addWidget(makeLabel(tr("Targets weighed"), u"section"_s, m_result));
    content->addWidget(m_table);
    content->addStretch(1);
    card->content()->addWidget(m_hint);
    card->content()->addWidget(makeScroll(m_result, u"routes.explain.resultScroll"_s, card), 1);
    m_result->hide();
    return card;
}

void ExplainTab::startWith(const QString &name)
{
    showChoices();
    m_how->setCurrent(u"form"_s);
    m_inputs->setCurrentIndex(0);
    if (!name.isEmpty())
        m_name->setEditText(name);
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->lineEdit()->selectAll();
}

void ExplainTab::showChoices()
{
    QStringList names;
    for (const Api::Route &route : m_model.draft().routes())
        names.append(route.id);
    for (const DirectModel &direct : m_model.facts().models)
        names.append(direct.id);
    if (names != m_names) { // an open list stays as it is while nothing is new
        m_names = names;
        const QString name = m_name->currentText();
        m_name->clear();
        m_name->addItems(names);
        m_name->setEditText(name.isEmpty() ? names.value(0) : name);
    }
    if (m_model.facts().keys == m_keys && m_key->count() > 0)
        return;
    m_keys = m_model.facts().keys;
    const QString key = m_key->currentData().toString();
    m_key->clear();
    m_key->addItem(tr("Any key"), QString());
    for (const KeyAccess &one : std::as_const(m_keys))
        m_key->addItem(one.name, one.id);
    m_key->setCurrentIndex(std::max(0, m_key->findData(key)));
}

void ExplainTab::explain()
{
    const QString path = m_dialect->currentData().toString();
    ExplainRequest request{.path = path, .key = m_key->currentData().toString(), .body = {}};
    if (m_inputs->currentIndex() == 1) {
        QJsonParseError error;
        const QJsonDocument json = QJsonDocument::fromJson(m_json->toPlainText().toUtf8(), &error);
        if (!json.isObject()) {
            m_problem->setText(tr("This is no JSON object: %1 (character %2).")
                                   .arg(error.errorString())
                                   .arg(error.offset));
            m_json->setFocus();
            return;
        }
        request.body = json.object();
    } else {
        const ExplainShape shape{.model = m_name->currentText().trimmed(),
                                 .promptTokens = m_tokens->value(),
                                 .tools = m_tools->isChecked(),
                                 .images = m_images->isChecked()};
        request.body = shape.body(path == messagesPath);
    }
    m_problem->clear();
    m_run->setEnabled(false);
    m_explain->ask(request,
                   m_model.draft().isDirty() ? std::optional(m_model.draft().routes())
                                             : std::nullopt);
}

void ExplainTab::readPast()
{
    if (!m_past->text().trimmed().isEmpty())
        m_explain->readRequest(m_past->text().trimmed());
}

void ExplainTab::showAnswer()
{
    m_run->setEnabled(true);
    const bool compared = m_explain->draft().has_value();
    m_which->setVisible(compared);
    if (!compared)
        m_which->setCurrent(u"live"_s);
    show(compared && m_which->current() == "draft"_L1 ? *m_explain->draft() : m_explain->live());
    if (!compared)
        return;
    const QString arrow = u" → "_s;
    const QString nothing = tr("nothing");
    const auto chain = [&](const Explanation &one) {
        return one.plan.isEmpty() ? nothing : one.plan.join(arrow);
    };
    m_plan->setText(
        tr("In force: %1\nDraft: %2").arg(chain(m_explain->live()), chain(*m_explain->draft())));
}

void ExplainTab::show(const Explanation &explanation)
{
    m_hint->hide();
    m_result->show();
    m_refusal->setVisible(!explanation.refusal.isEmpty() || !explanation.error.isEmpty());
    if (!explanation.error.isEmpty())
        m_refusal->setText(tr("This cannot be explained."), explanation.error);
    else
        m_refusal->setText(tr("The request would be refused (%1).").arg(explanation.refusalStatus),
                           explanation.refusal);
    m_plan->setText(explanation.plan.isEmpty() ? tr("Nothing would be tried.")
                                               : explanation.plan.join(u" → "_s));
    m_steps->setSteps(explanation.steps);
    QList<CellsModel::Row> rows;
    for (const Explanation::Candidate &one : explanation.candidates) {
        const QString name = one.provider + u'/' + one.model;
        rows.append({.id = name,
                     .cells = {{.text = name, .toolTip = one.why, .detail = one.why},
                               {.text = one.fits ? tr("Yes") : tr("No"),
                                .tone = one.fits ? Tone::Ok : Tone::Err,
                                .icon = one.fits ? u"check"_s : u"x"_s},
                               {.text = one.score ? QLocale().toString(*one.score, 'g', 3)
                                                  : Format::unknown()}}});
    }
    m_candidates->setRows(rows);
    m_table->updateGeometry();
}

} // namespace Gatehouse::Ui
