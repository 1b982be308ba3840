// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/providers/modelssection.h"

#include "ui/models/capabilitymodel.h"
#include "ui/models/modelchoicemodel.h"
#include "ui/widgets/format.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tableview.h"

#include <QtCore/QJsonArray>
#include <QtGui/QAction>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int shownModels = 7;
constexpr int leastNameCharacters = 18;
constexpr int shownCapabilities = 9;

constexpr int scrollBarHeight = 14;

int heightOf(const TableView *table, int rows)
{
    return table->horizontalHeader()->height()
        + rows * table->verticalHeader()->defaultSectionSize() + 2;
}

} // namespace

ModelsSection::ModelsSection(Api::AdminClient &client, Form &form, QWidget *parent)
    : EditorSection(form, parent)
    , m_client(client)
    , m_models(new ModelChoiceModel(this))
    , m_capabilities(new CapabilityModel(this))
{
    addChoice();
    addByHand();
    addMatrix();
    column()->addStretch(1);
    connect(m_models, &ModelChoiceModel::choiceChanged, this, [this] {
        showChoice();
        Q_EMIT edited();
    });
    showChoice();
}

void ModelsSection::addChoice()
{
    m_all = makeCheck(tr("Offer every model the provider lists"), u"allModelsCheck"_s);
    m_sync = makeButton(tr("Ask again"), {}, u"providers.editor.syncButton"_s, this);
    m_sync->setIcon(themeIcon(u"refresh-cw"_s));
    m_sync->setToolTip(tr("Asks the provider which models it has now"));
    m_summary = makeLabel({}, u"caption"_s, this);
    m_summary->setObjectName(u"providers.editor.modelsLabel"_s);
    m_summary->setWordWrap(true);
    m_table = new TableView(this);
    m_table->setModel(m_models);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setColumnCharacters(ModelChoiceModel::Alias, 13);
    m_table->setColumnCharacters(ModelChoiceModel::Context, 8);
    m_table->setColumnCharacters(ModelChoiceModel::Price, 15);
    m_table->setColumnCharacters(ModelChoiceModel::Source, 20);
    m_table->setYielding(ModelChoiceModel::Model, leastNameCharacters,
                         {ModelChoiceModel::Price, ModelChoiceModel::Context,
                          ModelChoiceModel::Alias, ModelChoiceModel::Source});
    connect(m_table, &TableView::rowActivated, this, [this](const QModelIndex &index) {
        if (index.column() == ModelChoiceModel::Price)
            Q_EMIT pricesRequested(m_provider, index.data(CellRole::Id).toString());
    });
    connect(m_table, &TableView::menuAboutToShow, this,
            [this](QMenu *menu, const QModelIndex &index) {
                const QString model = index.data(CellRole::Id).toString();
                QAction *action = menu->addAction(tr("Prices of %1").arg(model));
                action->setObjectName(u"action.showModelPrices"_s);
                connect(action, &QAction::triggered, this,
                        [this, model] { Q_EMIT pricesRequested(m_provider, model); });
            });
    connect(m_all, &QCheckBox::clicked, m_models, &ModelChoiceModel::setOffersAll);
    connect(m_sync, &QPushButton::clicked, this, &ModelsSection::sync);
    auto *line = new QHBoxLayout;
    line->addWidget(m_all);
    line->addStretch(1);
    line->addWidget(m_sync);
    column()->addLayout(line);
    add(makeField(u"models"_s, u"modelsTable"_s, tr("Models"), m_table));
    add(m_summary);
}

void ModelsSection::addByHand()
{
    m_byHand = new QLineEdit(this);
    m_byHand->setPlaceholderText(u"llama-3.1-8b"_s);
    m_byHand->setObjectName(u"providers.editor.modelField"_s);
    m_addModel = makeButton(tr("Add"), {}, u"providers.editor.addModelButton"_s, this);
    m_addModel->setAccessibleName(tr("Add this model"));
    m_addModel->setEnabled(false);
    connect(m_byHand, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_addModel->setEnabled(!m_locked && !text.trimmed().isEmpty());
    });
    connect(m_byHand, &QLineEdit::returnPressed, this, &ModelsSection::takeName);
    connect(m_addModel, &QPushButton::clicked, this, &ModelsSection::takeName);
    auto *row = new FormField(tr("Add a model that is not listed"), m_byHand, {}, this);
    row->addBeside(m_addModel);
    add(row);
}

void ModelsSection::addMatrix()
{
    m_matrixBox = new QWidget(this);
    m_matrix = new TableView(m_matrixBox);
    m_matrix->setObjectName(u"providers.editor.capabilityMatrix"_s);
    m_matrix->setAccessibleName(tr("What each model can do"));
    m_matrix->setModel(m_capabilities);
    m_matrix->setColumnCharacters(0, 18);
    for (int column = 1; column < m_capabilities->columnCount(); ++column)
        m_matrix->setColumnText(column, tr("Declared"));
    m_matrix->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_matrix, &TableView::customContextMenuRequested, this,
            [this](const QPoint &place) { askOverride(m_matrix->indexAt(place)); });
    connect(m_matrix, &TableView::activated, this, &ModelsSection::askOverride);
    connect(m_capabilities, &CapabilityModel::overridesChanged, this, &ModelsSection::edited);
    auto *help =
        makeLabel(tr("Declared by the built-in model list, or tested here since the gateway "
                     "started. A dash is not tested. Double-click a cell to say it yourself."),
                  u"caption"_s, m_matrixBox);
    help->setWordWrap(true);
    auto *layout = new QVBoxLayout(m_matrixBox);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(makeLabel(tr("What they can do"), u"section"_s, m_matrixBox));
    layout->addWidget(help);
    layout->addWidget(m_matrix);
    add(m_matrixBox);
}

void ModelsSection::askOverride(const QModelIndex &index)
{
    if (m_locked || !index.isValid() || index.column() == 0)
        return;
    auto *menu = new QMenu(m_matrix);
    menu->setObjectName(u"providers.editor.capabilityMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto offer = [this, menu, cell = QPersistentModelIndex(index)](const QString &text,
                                                                         std::optional<bool> can) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(m_capabilities->overrideAt(cell) == can);
        connect(action, &QAction::triggered, m_capabilities,
                [this, cell, can] { m_capabilities->setOverride(cell, can); });
    };
    offer(tr("As listed and tested"), std::nullopt);
    offer(tr("Yes, it can"), true);
    offer(tr("No, it cannot"), false);
    menu->popup(m_matrix->viewport()->mapToGlobal(m_matrix->visualRect(index).bottomLeft()));
}

void ModelsSection::setProvider(const QString &id)
{
    m_provider = id;
    delete m_priceCall;
    m_prices.clear();
    m_contexts.clear();
    m_hasPrices = false;
    if (isVisible())
        loadPrices();
    delete m_syncCall;
    m_sync->setVisible(!id.isEmpty());
    m_capabilities->setAnswer({});
    refreshCapabilities();
}

void ModelsSection::setListed(const QStringList &models)
{
    m_models->setListed(models);
    showChoice();
}

void ModelsSection::refreshCapabilities()
{
    delete m_capabilityCall;
    m_matrixBox->setVisible(m_capabilities->rowCount() > 0);
    if (m_provider.isEmpty())
        return;
    m_capabilityCall = m_client.get(u"/providers/%1/capabilities"_s.arg(m_provider));
    connect(m_capabilityCall, &Api::AdminCall::finished, this, [this](Api::AdminCall *call) {
        if (!call->succeeded())
            return;
        m_capabilities->setAnswer(call->reply().body);
        for (const QJsonValue &item : call->reply().body.value("items"_L1).toArray())
            if (item["context"_L1].isDouble())
                m_contexts.insert(item["model"_L1].toString(), item["context"_L1].toDouble());
        showFacts();
        const int rows = m_capabilities->rowCount();
        m_matrixBox->setVisible(rows > 0);
        m_matrix->setFixedHeight(heightOf(m_matrix, std::min(rows, shownCapabilities))
                                 + scrollBarHeight);
    });
}

void ModelsSection::setAliases(const QHash<QString, QStringList> &aliases)
{
    m_aliases = aliases;
    showFacts();
}

void ModelsSection::showEvent(QShowEvent *event)
{
    EditorSection::showEvent(event);
    loadPrices();
}

void ModelsSection::loadPrices()
{
    if (m_hasPrices || m_priceCall || m_provider.isEmpty())
        return;
    m_priceCall = m_client.get(u"/prices"_s);
    connect(m_priceCall, &Api::AdminCall::finished, this, [this](Api::AdminCall *call) {
        m_priceCall.clear();
        m_hasPrices = call->succeeded();
        for (const QJsonValue &item : call->reply().body.value("items"_L1).toArray())
            if (item["provider"_L1].toString() == m_provider)
                m_prices.insert(item["model"_L1].toString(), item.toObject());
        showFacts();
    });
}

void ModelsSection::showFacts()
{
    const auto price = [this](const QString &model, QLatin1StringView key) {
        const QJsonValue nano = m_prices.value(model).value(key);
        return nano.isDouble() ? MaybeMoney(nano.toInteger()) : MaybeMoney();
    };
    QHash<QString, ModelChoiceModel::Facts> facts;
    for (int row = 0; row < m_models->rowCount(); ++row) {
        const QString model = m_models->index(row, 0).data(CellRole::Id).toString();
        const auto context = m_contexts.constFind(model);
        facts.insert(model,
                     {.aliases = m_aliases.value(model),
                      .context = context == m_contexts.cend() ? MaybeNumber() : *context,
                      .input = price(model, "input_nano_per_mtok"_L1),
                      .output = price(model, "output_nano_per_mtok"_L1)});
    }
    m_models->setFacts(facts);
}

void ModelsSection::sync()
{
    delete m_syncCall;
    m_sync->setEnabled(false);
    m_summary->setText(tr("Asking the provider…"));
    m_syncCall = m_client.post(u"/providers/%1/models"_s.arg(m_provider));
    connect(m_syncCall, &Api::AdminCall::finished, this, [this](Api::AdminCall *call) {
        m_sync->setEnabled(true);
        if (!call->succeeded()) {
            m_summary->setText(
                tr("The provider did not list its models. %1").arg(call->error().detail));
            return;
        }
        QStringList models;
        for (const QJsonValue &model : call->reply().body.value("models"_L1).toArray())
            models.append(model.toString());
        setListed(models);
        refreshCapabilities();
    });
}

void ModelsSection::takeName()
{
    const QString name = m_byHand->text().trimmed();
    if (name.isEmpty() || m_locked)
        return;
    m_models->add(name);
    m_byHand->clear();
}

void ModelsSection::showChoice()
{
    showFacts();
    const int rows = m_models->rowCount();
    m_all->setChecked(m_models->offersAll());
    m_table->setVisible(rows > 0);
    m_table->setFixedHeight(heightOf(m_table, std::min(rows, shownModels)));
    if (rows == 0)
        m_summary->setText(tr("No models known yet. Test the provider, or add models by name."));
    else if (m_models->offersAll())
        m_summary->setText(rows == 1 ? tr("Its only model is offered.")
                                     : tr("All %n models are offered.", nullptr, rows));
    else
        m_summary->setText(
            tr("%1 of %2 models are offered.")
                .arg(Format::count(qint64(m_models->offeredCount())), Format::count(qint64(rows))));
}

void ModelsSection::showDraft(const ProviderDraft &draft)
{
    m_models->setModels({}, draft.provider.models);
    m_capabilities->setOverrides(draft.provider.other.value("capabilities"_L1).toObject());
    m_byHand->clear();
    showChoice();
}

void ModelsSection::readDraft(ProviderDraft &draft) const
{
    draft.provider.models = m_models->chosen();
    const QJsonObject &own = m_capabilities->overrides();
    draft.provider.other.insert(
        "capabilities"_L1, own.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(own));
}

void ModelsSection::setLocked(bool locked)
{
    m_locked = locked;
    m_all->setEnabled(!locked);
    m_byHand->setReadOnly(locked);
}

} // namespace Gatehouse::Ui
