// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/topbar.h"

#include "ui/models/timerange.h"
#include "ui/shell/gatewaycolours.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/plaintextlabel.h"
#include "ui/widgets/searchbutton.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

const auto customId = u"custom"_s;

} // namespace

TopBar::TopBar(QWidget *parent)
    : QWidget(parent)
    , m_title(new PlainTextLabel({}, u"pageTitle"_s, this))
    , m_colour(new QLabel(this))
    , m_url(new PlainTextLabel({}, u"muted"_s, this))
    , m_copy(new CopyButton(tr("Copy base URL"), this))
    , m_currency(makeLabel({}, u"muted"_s, this))
    , m_range(new SegmentedControl(this))
    , m_primary(makeButton({}, u"primary"_s, u"topbar.primaryButton"_s, this))
{
    setObjectName(u"topbar"_s);
    m_title->setObjectName(u"topbar.titleLabel"_s);
    m_colour->setObjectName(u"topbar.gatewayColourLabel"_s);
    m_colour->hide();
    m_url->setObjectName(u"topbar.baseUrlLabel"_s);
    m_copy->setObjectName(u"topbar.copyUrlButton"_s);
    m_copy->setProperty("kind", u"inline"_s);
    QSizePolicy keepsItsPlace = m_copy->sizePolicy();
    keepsItsPlace.setRetainSizeWhenHidden(true);
    m_copy->setSizePolicy(keepsItsPlace);
    m_copy->hide();
    m_currency->setObjectName(u"topbar.currencyLabel"_s);
    m_currency->hide();
    m_range->setObjectName(u"topbar.rangeToggle"_s);
    m_range->addSegment(u"1h"_s, tr("1 h"), tr("Last hour"));
    m_range->addSegment(u"24h"_s, tr("24 h"), tr("Last 24 hours"));
    m_range->addSegment(u"7d"_s, tr("7 d"), tr("Last 7 days"));
    m_range->addSegment(u"30d"_s, tr("30 d"), tr("Last 30 days"));
    m_range->addSegment(customId, tr("Custom…"), tr("Choose a range of time"));
    setPrimaryAction({}, {});
    auto *search = new SearchButton(tr("Search or run a command"), tr("Ctrl K"), this);
    search->setObjectName(u"topbar.commandButton"_s);
    search->setToolTip(tr("Search or run a command"));

    auto *address = new QHBoxLayout;
    address->setSpacing(5);
    address->addWidget(m_url);
    address->addWidget(m_copy);
    address->addWidget(m_currency);
    address->addStretch(1);
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    auto *title = new QHBoxLayout;
    title->setSpacing(8);
    title->addWidget(m_colour);
    title->addWidget(m_title, 1);
    names->addLayout(title);
    names->addLayout(address);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(24, 13, 24, 11);
    layout->setSpacing(10);
    layout->addLayout(names, 1);
    m_signs = new QHBoxLayout;
    layout->addLayout(m_signs);
    layout->addWidget(search);
    layout->addWidget(m_range);
    layout->addWidget(m_primary);
    connect(search, &SearchButton::clicked, this, &TopBar::commandRequested);
    connect(m_range, &SegmentedControl::currentChanged, this, [this](const QString &range) {
        if (range != customId) {
            Q_EMIT rangeChosen(range);
            return;
        }
        setRange(m_shownRange); // until another one is chosen
        Q_EMIT customRangeRequested();
    });
    connect(m_primary, &QPushButton::clicked, this, &TopBar::primaryRequested);
}

void TopBar::addSign(QWidget *sign)
{
    m_signs->addWidget(sign);
}

void TopBar::setTitle(const QString &title)
{
    m_title->setFullText(title);
}

void TopBar::setGatewayColour(int colour, const QString &gateway)
{
    m_colour->setVisible(colour >= 0);
    m_colour->setToolTip(gateway);
    m_colour->setAccessibleName(gateway);
    if (colour >= 0)
        m_colour->setPixmap(colourLabel(colour, devicePixelRatioF()));
}

void TopBar::setBaseUrl(const QString &url)
{
    m_url->setFullText(url);
    m_copy->setCopyText(url);
    m_copy->setVisible(!url.isEmpty());
}

void TopBar::setCurrency(const Format::Currency &currency)
{
    m_currency->setVisible(!currency.isDollar());
    m_currency->setText(tr("≈ %1").arg(currency.code));
    m_currency->setToolTip(tr("Amounts are shown in %1: %2. Prices, limits and budgets count in US "
                              "dollars.")
                               .arg(currency.code, currency.rateText()));
    m_currency->setAccessibleDescription(m_currency->toolTip());
}

void TopBar::setRange(const QString &range)
{
    m_shownRange = range;
    const std::optional<ChosenSpan> span = chosenSpan(range);
    m_range->setCurrent(span ? customId : range);
    if (span)
        m_range->setText(customId, span->days(),
                         tr("%1, choose another range of time").arg(span->words()));
    else
        m_range->setText(customId, tr("Custom…"), tr("Choose a range of time"));
}

void TopBar::setRangeVisible(bool visible)
{
    m_range->setVisible(visible);
}

void TopBar::setPrimaryAction(const QString &text, const QString &iconName)
{
    m_primary->setVisible(!text.isEmpty());
    m_primary->setText(text);
    m_primary->setAccessibleName(text);
    if (!text.isEmpty())
        m_primary->setIcon(themeIcon(iconName, Ink::AccentText));
}

bool TopBar::isPrimaryEnabled() const
{
    return m_primary->isEnabled();
}

void TopBar::setPrimaryEnabled(bool enabled)
{
    m_primary->setEnabled(enabled);
    m_primary->setToolTip(enabled ? QString() : tr("The gateway does not answer now."));
}

} // namespace Gatehouse::Ui
