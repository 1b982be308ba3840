// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/pricessection.h"

#include "ui/models/cellsmodel.h"
#include "ui/pages/settings/pricedialog.h"
#include "ui/pages/settings/priceimport.h"
#include "ui/pages/settings/priceimportdialog.h"
#include "ui/widgets/card.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tableview.h"

#include <QtCore/QFile>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int modelCharacters = 17;

QString idOf(const Api::PriceOverride &price)
{
    return u"%1/%2"_s.arg(price.provider, price.model);
}

//! Prices are in dollars, whatever currency the screens show.
QString priceText(std::optional<qint64> nanoUsd)
{
    return nanoUsd ? Format::dollars(*nanoUsd) : Format::unknown();
}

} // namespace

PricesSection::PricesSection(ConfigurationModel &configuration, StatusModel &status,
                             UpkeepModel &upkeep, QWidget *parent)
    : SettingsSection(u"prices"_s, tr("Prices"), u"circle-dollar-sign"_s, parent)
    , m_configuration(configuration)
    , m_status(status)
    , m_upkeep(upkeep)
{
    addUnpriced();
    addOwn();
    addList();
    connect(&configuration, &ConfigurationModel::changed, this, [this] {
        showOwn();
        if (isVisible())
            refresh();
    });
    connect(&status, &StatusModel::changed, this, &PricesSection::updateButtons);
    showOwn();
    showOffered();
}

TableView *PricesSection::makeTable(CellsModel *model, const QString &row, const QString &name)
{
    auto *table = new TableView(this);
    table->setObjectName(rowName(row));
    table->setAccessibleName(name);
    table->setModel(model);
    table->setFitsRows(true);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setColumnCharacters(0, 16);
    table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    connect(table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &PricesSection::updateButtons);
    return table;
}

void PricesSection::addUnpriced()
{
    addGroup(tr("Models without a price"));
    m_unpriced = new CellsModel({{u"provider"_s, tr("Provider"), CellKind::Strong},
                                 {u"model"_s, tr("Model"), CellKind::Text}},
                                this);
    m_unpricedTable = makeTable(m_unpriced, u"unpricedTable"_s, tr("Models without a price"));
    m_set = makeButton(tr("Set price…"), {}, rowName(u"setPriceButton"), this);
    auto *line = new QHBoxLayout;
    QLabel *meaning =
        makeLabel(tr("Their requests are counted as unpriced, not as free."), u"caption"_s, this);
    meaning->setWordWrap(true);
    line->addWidget(meaning, 1);
    line->addWidget(m_set);
    m_unpricedPart = new QWidget(this);
    auto *column = new QVBoxLayout(m_unpricedPart);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_unpricedTable);
    column->addLayout(line);
    addPart(m_unpricedPart, tr("Models without a price, unpriced, set price"));
    connect(m_set, &QPushButton::clicked, this, &PricesSection::setUnpriced);
    connect(m_unpricedTable, &TableView::rowActivated, this, &PricesSection::setUnpriced);
}

void PricesSection::addOwn()
{
    addGroup(tr("Own prices"));
    const auto number = [](const QString &key, const QString &title) {
        return CellsModel::Column{key, title, CellKind::Number};
    };
    m_own = new CellsModel({{u"model"_s, tr("Model"), CellKind::TwoLine},
                            number(u"input"_s, tr("Input")),
                            number(u"output"_s, tr("Output")),
                            number(u"cacheRead"_s, tr("Cache read")),
                            number(u"cacheWrite"_s, tr("Cache write"))},
                           this);
    m_ownTable = makeTable(m_own, u"ownTable"_s, tr("Own prices"));
    for (int column = 1; column < m_own->columnCount(); ++column)
        m_ownTable->setColumnText(column, Format::money(888'800'000));
    m_ownTable->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Interactive);
    m_ownTable->setYielding(0, modelCharacters, {1, 2, 3, 4});
    m_add = makeButton(tr("Add price…"), {}, rowName(u"addPriceButton"), this);
    m_edit = makeButton(tr("Edit…"), {}, rowName(u"editPriceButton"), this);
    m_remove = makeButton(tr("Remove"), {}, rowName(u"removePriceButton"), this);
    m_import = makeButton(tr("Import…"), {}, rowName(u"importPricesButton"), this);
    auto *buttons = new QWidget(this);
    auto *line = new FlowLayout(buttons, 8, 8);
    for (QPushButton *button : {m_add, m_edit, m_remove, m_import})
        line->addWidget(button);
    m_problem = makeLabel({}, u"error"_s, this);
    m_problem->setObjectName(rowName(u"importProblemLabel"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *part = new QWidget(this);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_ownTable);
    column->addWidget(makeLabel(
        tr("Dollars per million tokens. They come before the built-in list."), u"caption"_s, part));
    column->addWidget(buttons);
    column->addWidget(m_problem);
    addPart(part, tr("Own prices, overrides, import, CSV, JSON"));
    connect(m_add, &QPushButton::clicked, this, [this] { openDialog({}); });
    connect(m_edit, &QPushButton::clicked, this, &PricesSection::editSelected);
    connect(m_ownTable, &TableView::rowActivated, this, &PricesSection::editSelected);
    connect(m_remove, &QPushButton::clicked, this, &PricesSection::removeSelected);
    connect(m_import, &QPushButton::clicked, this, &PricesSection::chooseFile);
}

void PricesSection::addList()
{
    addGroup(tr("Built-in list"));
    m_list = makeLabel({}, u"muted"_s, this);
    m_list->setObjectName(rowName(u"listLabel"));
    m_list->setWordWrap(true);
    addPart(m_list, tr("Built-in price list, version, date"));
}

bool PricesSection::isOffered(const QWidget *part) const
{
    return part != m_unpricedPart || !m_facts.unpriced.isEmpty();
}

void PricesSection::refresh()
{
    m_upkeep.prices(this, [this](const PriceFacts &facts, const QString &problem) {
        if (problem.isEmpty())
            showFacts(facts);
        else
            m_list->setText(problem);
    });
}

void PricesSection::showFacts(const PriceFacts &facts)
{
    m_facts = facts;
    const QDate day = QDate::fromString(facts.listVersion, Qt::ISODate);
    m_list->setText(tr("Prices of %1 models as of %2, part of this version of the program.")
                        .arg(Format::count(facts.listModels),
                             day.isValid() ? Format::day(day) : facts.listVersion));
    QList<CellsModel::Row> rows;
    for (const PriceFacts::Unpriced &one : facts.unpriced)
        rows.append(
            {.id = u"%1/%2"_s.arg(one.provider, one.model),
             .cells = {{.text = m_configuration.providerName(one.provider)}, {.text = one.model}}});
    m_unpriced->setRows(rows);
    m_unpricedTable->updateGeometry();
    showOffered();
    updateButtons();
}

void PricesSection::showOwn()
{
    QList<CellsModel::Row> rows;
    for (const Api::PriceOverride &price : m_configuration.document().prices)
        rows.append({.id = idOf(price),
                     .cells = {{.text = price.model == u'*' ? tr("Every model") : price.model,
                                .detail = m_configuration.providerName(price.provider)},
                               {.text = priceText(price.input)},
                               {.text = priceText(price.output)},
                               {.text = priceText(price.cacheRead)},
                               {.text = priceText(price.cacheWrite)}}});
    m_own->setRows(rows);
    m_ownTable->updateGeometry();
    updateButtons();
}

void PricesSection::updateButtons()
{
    const bool managed = !m_status.status().managedBy.isEmpty();
    const bool free = !managed && !m_configuration.document().providers.isEmpty();
    const bool own = free && m_ownTable->selectionModel()->hasSelection();
    m_add->setEnabled(free);
    m_import->setEnabled(free);
    m_edit->setEnabled(own);
    m_remove->setEnabled(own);
    m_set->setEnabled(free && m_unpricedTable->selectionModel()->hasSelection());
    const QString why = managed ? tr("Set by %1").arg(m_status.status().managedBy)
        : free                  ? QString()
                                : tr("Add a provider first.");
    for (QPushButton *button : {m_add, m_import, m_edit, m_remove, m_set})
        button->setToolTip(why);
}

void PricesSection::setUnpriced()
{
    const int row = m_unpricedTable->currentIndex().row();
    if (!m_set->isEnabled() || row < 0 || row >= m_facts.unpriced.size())
        return;
    const PriceFacts::Unpriced &one = m_facts.unpriced.at(row);
    Api::PriceOverride price;
    price.provider = one.provider;
    price.model = one.model;
    openDialog(price);
}

void PricesSection::editSelected()
{
    if (m_edit->isEnabled())
        openDialog(m_configuration.document().prices.at(m_ownTable->currentIndex().row()));
}

void PricesSection::removeSelected()
{
    QList<Api::PriceOverride> prices = m_configuration.document().prices;
    const Api::PriceOverride removed = prices.takeAt(m_ownTable->currentIndex().row());
    save(prices, tr("Removed the price of %1").arg(idOf(removed)),
         [this](const std::optional<Refusal> &refusal) {
             say(refusal ? refusal->error.detail : QString());
         });
}

void PricesSection::openDialog(const Api::PriceOverride &price)
{
    QStringList providers;
    for (const Api::Provider &provider : m_configuration.document().providers)
        providers.append(provider.id);
    auto *dialog = new PriceDialog(price, providers, window());
    connect(dialog, &PriceDialog::entered, this, [=, this](const Api::PriceOverride &edited) {
        QList<Api::PriceOverride> prices = m_configuration.document().prices;
        prices.removeOne(price); // provider or model may have been changed
        save(mergePrices(prices, {edited}), tr("Set the price of %1").arg(idOf(edited)),
             [guard = QPointer(dialog)](const std::optional<Refusal> &refusal) {
                 if (guard && refusal)
                     guard->showProblem(refusal->findings, refusal->error.detail);
                 else if (guard)
                     guard->accept();
             });
    });
    dialog->open();
}

void PricesSection::chooseFile()
{
    auto *dialog = new QFileDialog(window(), tr("Import own prices"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Prices (*.csv *.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &PricesSection::import);
    dialog->open();
}

void PricesSection::import(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return say(tr("%1 cannot be read: %2").arg(name, file.errorString()));
    const auto prices = readPrices(file.readAll(), name.endsWith(".json"_L1, Qt::CaseInsensitive));
    if (!prices)
        return say(tr("No price was imported. %1").arg(prices.error().detail));
    auto *dialog = new PriceImportDialog(*prices, name, QDate::currentDate(), window());
    connect(dialog, &PriceImportDialog::entered, this,
            [this](const QList<Api::PriceOverride> &entered) {
                save(mergePrices(m_configuration.document().prices, entered),
                     tr("Imported %n prices", nullptr, int(entered.size())),
                     [this](const std::optional<Refusal> &refusal) {
                         say(refusal ? refusal->error.detail : QString());
                     });
            });
    dialog->open();
}

void PricesSection::save(const QList<Api::PriceOverride> &prices, const QString &sentence,
                         const ConfigurationModel::Done &done)
{
    Api::Document document = m_configuration.document();
    document.prices = prices;
    m_configuration.replace(document, sentence, this, done);
}

void PricesSection::say(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

} // namespace Gatehouse::Ui
