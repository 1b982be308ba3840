// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/gatewaysection.h"

#include "ui/pages/settings/portline.h"
#include "ui/pages/settings/tlspanel.h"
#include "ui/widgets/card.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/labels.h"

#include <QtCore/QRegularExpression>
#include <QtNetwork/QNetworkInterface>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr qint64 mib = 1024 * 1024;
constexpr qint64 msPerSecond = 1000;
constexpr int lowestPort = 1;
constexpr int highestPort = 65'535;
constexpr int longestSeconds = 86'400;

//! One address per line of people: "http://192.0.2.7:4417/v1" for each network of this computer.
QStringList baseUrls(const QStringList &listen, bool tls)
{
    const QString scheme = tls ? u"https"_s : u"http"_s;
    QStringList urls;
    for (const QString &address : listen) {
        const QString port = address.section(u':', -1);
        if (!address.startsWith("0.0.0.0:"_L1) && !address.startsWith("[::]:"_L1)) {
            urls.append(u"%1://%2/v1"_s.arg(scheme, address));
            continue;
        }
        for (const QHostAddress &own : QNetworkInterface::allAddresses())
            if (own.protocol() == QAbstractSocket::IPv4Protocol)
                urls.append(u"%1://%2:%3/v1"_s.arg(scheme, own.toString(), port));
    }
    urls.removeDuplicates();
    return urls;
}

} // namespace

GatewaySection::GatewaySection(GatewayDraft &draft, StatusModel &status, UpkeepModel &upkeep,
                               QWidget *parent)
    : GatewaySettingsSection(u"gateway"_s, tr("Gateway"), u"server"_s, draft, parent)
    , m_status(status)
{
    addGroup(tr("Address"));
    addListening(upkeep);
    addBaseUrls();
    addGroup(tr("Encryption"));
    addTls(upkeep);
    addGroup(tr("Limits"));
    addLimits();
    addGroup(tr("Images by address"));
    addImages();
    connect(&status, &StatusModel::changed, this, &GatewaySection::showOrigin);
    showDraft();
    showOrigin();
}

void GatewaySection::addListening(UpkeepModel &upkeep)
{
    m_reach = new QComboBox(this);
    m_reach->setObjectName(rowName(u"listenCombo"));
    m_reach->addItems({tr("This computer"), tr("Chosen addresses"), tr("All addresses")});
    m_reachRow = addRow(tr("Listen on"), m_reach, tr("Who can reach the gateway."));
    bind(m_reachRow, u"listen"_s, &Settings::listen, [] {});
    m_hosts = new QLineEdit(this);
    m_hosts->setObjectName(rowName(u"addressesField"));
    m_hosts->setPlaceholderText(u"127.0.0.1, 192.168.1.20"_s);
    m_hostsRow =
        addRow(tr("Addresses"), m_hosts, tr("Addresses of this computer, separated by commas."));
    m_warning = makeLabel({}, u"warning"_s, this);
    m_warning->setObjectName(rowName(u"listenWarningLabel"));
    m_warning->setWordWrap(true);
    addPart(m_warning, tr("Listen on all addresses, warning"));
    m_port = new QSpinBox(this);
    m_port->setObjectName(rowName(u"portSpin"));
    m_port->setRange(lowestPort, highestPort);
    m_portRow = addRow(tr("Port"), m_port, tr("Part of the address that clients use."));
    m_portLine = new PortLine(upkeep, this);
    addPart(m_portLine, tr("Port free, in use by"));
    connect(m_reach, &QComboBox::activated, this, &GatewaySection::chooseReach);
    connect(m_hosts, &QLineEdit::textEdited, this, &GatewaySection::storeListening);
    connect(m_hosts, &QLineEdit::editingFinished, this,
            [this] { draft().check(path(u"listen"_s)); });
    connect(m_port, &QSpinBox::valueChanged, this, &GatewaySection::storeListening);
    connect(m_portLine, &PortLine::portOffered, m_port, &QSpinBox::setValue);
}

void GatewaySection::addBaseUrls()
{
    auto *part = new QWidget(this);
    m_urls = new QVBoxLayout(part);
    m_urls->setContentsMargins(0, 0, 0, 0);
    m_urls->setSpacing(4);
    m_urls->addWidget(makeLabel(tr("Base URLs for clients"), u"strong"_s, part));
    addPart(part, tr("Base URLs for clients, copy"));
}

void GatewaySection::addTls(UpkeepModel &upkeep)
{
    m_tls = new TlsPanel(draft(), upkeep, this);
    FormField *row = addRow(tr("TLS"), m_tls->modeCombo(),
                            tr("Needed as soon as other computers use the gateway."));
    bind(row, u"tls"_s, &Settings::tls, [this] { m_tls->showDraft(); });
    addPart(m_tls, tr("Certificate, key, authority, fingerprint, office network, encryption"));
}

void GatewaySection::addLimits()
{
    addNumber(&Settings::bodyLimit, u"body_limit"_s,
              {.row = u"bodyLimitSpin"_s,
               .label = tr("Request body"),
               .help = tr("The largest request that is taken; images and files need room."),
               .suffix = tr(" MiB"),
               .lowest = 1,
               .highest = 4096,
               .unit = mib});
    addNumber(&Settings::drainTime, u"drain_time"_s,
              {.row = u"drainTimeSpin"_s,
               .label = tr("Time to finish at a stop"),
               .help = tr("Running requests get this long before they are cut."),
               .suffix = tr(" s"),
               .lowest = 1,
               .highest = longestSeconds,
               .unit = msPerSecond});
    addNumber(&Settings::headTime, u"head_time"_s,
              {.row = u"headTimeSpin"_s,
               .label = tr("Wait for the head"),
               .help = tr("How long the first lines of a request may take to arrive."),
               .suffix = tr(" s"),
               .lowest = 1,
               .highest = longestSeconds,
               .unit = msPerSecond});
    addNumber(&Settings::bodyTime, u"body_time"_s,
              {.row = u"bodyTimeSpin"_s,
               .label = tr("Wait for the body"),
               .help = tr("How long a body may take to arrive; large ones get longer."),
               .suffix = tr(" s"),
               .lowest = 1,
               .highest = longestSeconds,
               .unit = msPerSecond});
    addNumber(&Settings::idleTime, u"idle_time"_s,
              {.row = u"idleTimeSpin"_s,
               .label = tr("Keep idle connections"),
               .help = tr("How long a connection waits for its next request."),
               .suffix = tr(" s"),
               .lowest = 1,
               .highest = longestSeconds,
               .unit = msPerSecond});
    addNumber(&Settings::maxConnections, u"max_connections"_s,
              {.row = u"connectionsSpin"_s,
               .label = tr("Connections"),
               .help = tr("Open at once, over all clients."),
               .suffix = {},
               .lowest = 1,
               .highest = 1'000'000});
    addNumber(&Settings::maxConnectionsPerAddress, u"max_connections_per_address"_s,
              {.row = u"connectionsPerAddressSpin"_s,
               .label = tr("Connections per address"),
               .help = tr("Of one other computer; this computer has no bound of its own."),
               .suffix = {},
               .lowest = 0,
               .highest = 1'000'000,
               .special = tr("Usual (100)")});
}

void GatewaySection::refresh()
{
    m_portLine->setAddress(draft().settings().listen.value(0));
}

//! What the controls say.
ListenChoice GatewaySection::shownChoice() const
{
    static const QRegularExpression separators(u"[,;\\s]+"_s);
    return {.reach = ListenChoice::Reach(m_reach->currentIndex()),
            .port = m_port->value(),
            .hosts = m_hosts->text().split(separators, Qt::SkipEmptyParts)};
}

void GatewaySection::chooseReach()
{
    if (shownChoice().reach == ListenChoice::Reach::Chosen && shownChoice().hosts.isEmpty())
        m_hosts->setText(u"127.0.0.1"_s);
    storeListening();
    draft().check(path(u"listen"_s));
}

void GatewaySection::storeListening()
{
    const QStringList addresses = shownChoice().addresses();
    draft().edit([&addresses](Settings &settings) { settings.listen = addresses; });
    showOffered();
}

void GatewaySection::showDraft()
{
    GatewaySettingsSection::showDraft();
    const QStringList &listen = draft().settings().listen;
    // One address can be said in two ways; the person's way of saying it stands.
    if (shownChoice().addresses() != listen) {
        const ListenChoice choice = ListenChoice::of(listen);
        const QSignalBlocker quietReach(m_reach);
        const QSignalBlocker quietPort(m_port);
        m_reach->setCurrentIndex(int(choice.reach));
        m_port->setValue(choice.port);
        m_hosts->setText(choice.hosts.join(u", "_s));
    }
    m_warning->setText(
        draft().settings().tls
            ? tr("Every computer that can reach these addresses can send requests. A key stays "
                 "required.")
            : tr("Every computer that can reach these addresses can send requests. A key stays "
                 "required, but without TLS keys and prompts travel readable."));
    if (isVisible())
        m_portLine->setAddress(listen.value(0));
    m_tls->showDraft();
    showOrigin();
}

bool GatewaySection::isOffered(const QWidget *part) const
{
    if (part == m_hostsRow)
        return shownChoice().reach == ListenChoice::Reach::Chosen;
    if (part == m_warning)
        return ListenChoice::isOpen(draft().settings().listen);
    if (m_imageRows.contains(part))
        return draft().settings().fetchImages.enabled;
    return part != m_portLine || !isListeningLocked();
}

bool GatewaySection::isListeningLocked() const
{
    return !m_status.status().managedBy.isEmpty() || !m_status.status().listenOverride.isEmpty();
}

//! Where listening is set when it is not set here.
void GatewaySection::showOrigin()
{
    const GatewayStatus &status = m_status.status();
    const QString origin = !status.listenOverride.isEmpty()
        ? tr("Set by --listen %1").arg(status.listenOverride.join(u' '))
        : draft().originOf(path(u"listen"_s));
    for (FormField *row : {m_reachRow, m_hostsRow, m_portRow})
        row->setSettingName(path(u"listen"_s));
    m_reachRow->setLocked(origin);
    m_hostsRow->setLocked(origin);
    m_portRow->setLocked(origin);
    m_tls->setLocked(!status.managedBy.isEmpty());
    showOffered();
    showBaseUrls();
}

void GatewaySection::showBaseUrls()
{
    const QStringList urls =
        baseUrls(m_status.status().listen, m_status.status().baseUrl.startsWith("https:"_L1));
    if (urls == m_shownUrls)
        return;
    m_shownUrls = urls;
    while (m_urls->count() > 1) {
        const std::unique_ptr<QLayoutItem> item(m_urls->takeAt(1));
        item->widget()->deleteLater();
    }
    for (const QString &url : urls) {
        auto *row = new QWidget(this);
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        auto *copy = new CopyButton(tr("Copy %1").arg(url), row);
        copy->setObjectName(rowName(u"copyUrlButton.%1"_s.arg(url)));
        copy->setCopyText(url);
        line->addWidget(makeLabel(url, u"code"_s, row));
        line->addWidget(copy);
        line->addStretch(1);
        m_urls->addWidget(row);
    }
}

} // namespace Gatehouse::Ui
