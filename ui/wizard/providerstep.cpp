// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/providerstep.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/searchfield.h"
#include "ui/wizard/providertile.h"

#include <QtCore/QJsonArray>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int tileColumns = 3;
constexpr int seriesCount = 8;

KnownProvider otherProvider()
{
    return {.kind = u"other"_s,
            .name = ProviderStep::tr("Other OpenAI-compatible address"),
            .dialect = u"openai"_s};
}

QString modelCount(int count)
{
    return count == 1 ? ProviderStep::tr("One model")
                      : ProviderStep::tr("%n models", nullptr, count);
}

void clear(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        std::unique_ptr<QLayoutItem> gone(item);
    }
}

} // namespace

ProviderStep::ProviderStep(Api::AdminClient &client, QWidget *parent)
    : WizardPage(u"wizard.provider"_s, parent)
    , m_client(client)
    , m_search(new SearchField(this))
    , m_message(makeLabel({}, u"error"_s, this))
    , m_retry(makeButton(tr("Try again"), u"link"_s, u"wizard.provider.retryButton"_s, this))
    , m_sampleData(makeButton(tr("Look around with sample data"), u"link"_s,
                              u"wizard.provider.sampleDataButton"_s, this))
    , m_gateway(makeButton(tr("Connect to a gateway that already runs"), u"link"_s,
                           u"wizard.provider.gatewayButton"_s, this))
    , m_another(
          makeButton(tr("Another provider"), u"link"_s, u"wizard.provider.anotherButton"_s, this))
    , m_offers(new QWidget(this))
    , m_tiles(new QWidget)
    , m_grid(new QGridLayout(m_tiles))
{
    setTitle(tr("Choose a provider"),
             tr("Where should the gateway send requests first? You can add more at any time."));
    m_search->setObjectName(u"wizard.provider.searchField"_s);
    m_search->setAccessibleName(tr("Search providers"));
    m_search->setPlaceholderText(tr("Search providers"));
    connect(m_search, &QLineEdit::textChanged, this, &ProviderStep::rebuildTiles);
    connect(m_retry, &QPushButton::clicked, this, &ProviderStep::load);
    auto *offers = new QVBoxLayout(m_offers);
    offers->setContentsMargins(0, 0, 0, 0);
    offers->setSpacing(8);
    m_offers->hide();
    m_message->setWordWrap(true);
    m_message->hide();
    m_retry->hide();
    connect(m_sampleData, &QPushButton::clicked, this, &ProviderStep::sampleDataRequested);
    m_sampleData->hide();
    connect(m_gateway, &QPushButton::clicked, this, &ProviderStep::gatewayRequested);
    m_gateway->hide();
    m_another->setToolTip(
        tr("Azure OpenAI, Amazon Bedrock, Google Vertex AI and every other kind"));
    connect(m_another, &QPushButton::clicked, this, [this] { Q_EMIT formRequested({}); });
    m_grid->setContentsMargins(0, 0, 4, 0);
    m_grid->setSpacing(8);
    auto *area = new QScrollArea(this);
    area->setObjectName(u"wizard.provider.area"_s);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->viewport()->setAutoFillBackground(false);
    area->setWidget(m_tiles);
    m_tiles->setAutoFillBackground(false);
    content()->addWidget(m_search);
    content()->addWidget(m_message);
    content()->addWidget(m_retry, 0, Qt::AlignLeft);
    content()->addWidget(m_offers);
    content()->addWidget(area, 1);
    auto *links = new QHBoxLayout;
    links->setSpacing(16);
    links->addWidget(m_another);
    links->addWidget(m_gateway);
    links->addWidget(m_sampleData);
    links->addStretch(1);
    content()->addLayout(links);
    setFocusProxy(m_search);
}

void ProviderStep::focusSearch()
{
    m_search->setFocus();
}

void ProviderStep::offerSampleData(bool offered)
{
    m_sampleData->setVisible(offered);
}

void ProviderStep::offerGateways(bool offered)
{
    m_gateway->setVisible(offered);
}

void ProviderStep::load()
{
    m_message->hide();
    m_retry->hide();
    connect(m_client.get(u"/providers/known"_s), &Api::AdminCall::finished, this,
            [this](Api::AdminCall *call) {
                if (call->succeeded())
                    return takeKnown(call->reply().body);
                m_message->setText(tr("The gateway did not answer, so its list of providers is "
                                      "missing. Check that it runs."));
                m_message->show();
                m_retry->show();
            });
    connect(m_client.get(u"/discovery"_s), &Api::AdminCall::finished, this,
            [this](Api::AdminCall *call) {
                if (call->succeeded())
                    takeDiscovery(call->reply().body);
            });
}

void ProviderStep::takeKnown(const QJsonObject &body)
{
    m_known.clear();
    for (const QJsonValue &item : body.value("items"_L1).toArray())
        m_known.append(parseKnownProvider(item.toObject()));
    takeDiscovery(m_discovery);
}

void ProviderStep::takeDiscovery(const QJsonObject &body)
{
    m_discovery = body;
    m_found.clear();
    for (const QJsonValue &item : body.value("local"_L1).toArray()) {
        KnownProvider provider = parseKnownProvider(item.toObject());
        provider.local = true;
        m_found.append(provider);
    }
    clear(m_offers->layout());
    m_offers->hide();
    for (const QJsonValue &item : body.value("environment"_L1).toArray())
        addOffer(item.toObject().value("kind"_L1).toString(),
                 item.toObject().value("variable"_L1).toString());
    rebuildTiles();
}

const KnownProvider *ProviderStep::byKind(const QString &kind) const
{
    const auto found =
        std::find_if(m_known.cbegin(), m_known.cend(),
                     [&kind](const KnownProvider &provider) { return provider.kind == kind; });
    return found == m_known.cend() ? nullptr : &*found;
}

void ProviderStep::addOffer(const QString &kind, const QString &variable)
{
    const KnownProvider *provider = byKind(kind);
    if (!provider)
        return;
    auto *row = new QWidget(m_offers);
    auto *icon = new QLabel(row);
    icon->setPixmap(themeIcon(u"key-round"_s, Ink::Accent).pixmap(16, 16));
    QLabel *text =
        makeLabel(tr("A key for %1 is set in your environment (%2).").arg(provider->name, variable),
                  u"muted"_s, row);
    text->setWordWrap(true);
    QPushButton *use =
        makeButton(tr("Use it"), {}, u"wizard.provider.useKeyButton.%1"_s.arg(kind), row);
    use->setAccessibleName(tr("Use the key for %1").arg(provider->name));
    connect(use, &QPushButton::clicked, this, [this, chosenProvider = *provider, variable] {
        Q_EMIT environmentKeyChosen(chosenProvider, variable);
    });
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 4, 0);
    layout->setSpacing(10);
    layout->addWidget(icon);
    layout->addWidget(text, 1);
    layout->addWidget(use);
    m_offers->layout()->addWidget(row);
    m_offers->show();
}

ProviderTile *ProviderStep::makeTile(const KnownProvider &provider, int series)
{
    const bool other = provider.kind == "other"_L1;
    const QString caption = provider.local && !provider.models.isEmpty()
        ? modelCount(int(provider.models.size()))
        : other          ? tr("Your own address")
        : provider.local ? tr("On this computer")
                         : provider.region.join(u", "_s).toUpper();
    auto *tile = new ProviderTile(other ? tr("Other address") : provider.name, caption, series,
                                  other ? u"link"_s : QString(), m_tiles);
    tile->setToolTip(other ? provider.name : provider.baseUrl);
    tile->setObjectName(u"wizard.provider.tile.%1"_s.arg(provider.kind));
    if (other)
        tile->setAccessibleName(provider.name);
    connect(tile, &QPushButton::clicked, this, [this, provider] { Q_EMIT chosen(provider); });
    return tile;
}

//! A kind that needs more than a key: project, region, deployment.
ProviderTile *ProviderStep::makeFormTile(const KnownProvider &provider, int series)
{
    auto *tile = new ProviderTile(provider.name, tr("Opens its form"), series, {}, m_tiles);
    tile->setObjectName(u"wizard.provider.tile.%1"_s.arg(provider.kind));
    connect(tile, &QPushButton::clicked, this,
            [this, kind = provider.kind] { Q_EMIT formRequested(kind); });
    return tile;
}

void ProviderStep::rebuildTiles()
{
    clear(m_grid);
    const QString wanted = m_search->text().trimmed();
    QList<ProviderTile *> tiles;
    QStringList foundKinds;
    int series = 0;
    for (const KnownProvider &provider : std::as_const(m_found)) {
        foundKinds.append(provider.kind);
        if (!provider.name.contains(wanted, Qt::CaseInsensitive))
            continue;
        tiles.append(makeTile(provider, series++ % seriesCount));
        tiles.constLast()->setFound(tr("Found"));
    }
    for (const KnownProvider &provider : std::as_const(m_known)) {
        const int colour = series++ % seriesCount;
        if (!foundKinds.contains(provider.kind)
            && provider.name.contains(wanted, Qt::CaseInsensitive))
            tiles.append(makeTile(provider, colour));
    }
    const QList<KnownProvider> all = withEveryKind(m_known);
    for (const KnownProvider &provider : all.sliced(m_known.size())) {
        const int colour = series++ % seriesCount;
        if (provider.name.contains(wanted, Qt::CaseInsensitive))
            tiles.append(makeFormTile(provider, colour));
    }
    tiles.append(makeTile(otherProvider(), -1));
    int place = 0;
    for (ProviderTile *tile : std::as_const(tiles)) {
        m_grid->addWidget(tile, place / tileColumns, place % tileColumns);
        m_grid->setRowMinimumHeight(place / tileColumns, tile->sizeHint().height());
        tile->show();
        ++place;
    }
    for (int column = 0; column < tileColumns; ++column)
        m_grid->setColumnStretch(column, 1);
    const int last = (place + tileColumns - 1) / tileColumns;
    for (int row = 0, rows = m_grid->rowCount(); row < rows; ++row) {
        m_grid->setRowStretch(row, 0);
        if (row >= last)
            m_grid->setRowMinimumHeight(row, 0);
    }
    m_grid->setRowStretch(last, 1);
}

} // namespace Gatehouse::Ui
