// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/providers/policysection.h"

#include "core/api/documents/documentjson.h"
#include "ui/pages/providers/powerfields.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

PolicySection::PolicySection(Form &form, QWidget *parent)
    : EditorSection(form, parent)
{
    addLimits();
    addRegion();
    addPrice();
    column()->addStretch(1);
}

void PolicySection::addLimits()
{
    m_maxInFlight = makeWhole(fieldOf(Api::providerTable(), u"max_in_flight"));
    m_maxInFlight->setSpecialValueText(tr("No limit"));
    m_maxWaiting = makeWhole(fieldOf(Api::providerQueueTable(), u"max_waiting"));
    m_maxWaiting->setSpecialValueText(tr("None, refuse at once"));
    m_maxWait = makeSeconds(fieldOf(Api::providerQueueTable(), u"max_wait"));
    addTitle(tr("Limits"));
    add(makeField(u"max_in_flight"_s, u"maxInFlightSpin"_s, tr("Requests at the same time"),
                  m_maxInFlight, tr("More than that wait for a free place.")));
    m_adaptive = makeCheck(tr("Find out how many it takes at the same time"), u"adaptiveCheck"_s);
    m_adaptive->setToolTip(tr("Learned from its refusals and from how long first words take; never "
                              "above the limit."));
    add(m_adaptive);
    addRow({makeField(u"queue.max_waiting"_s, u"maxWaitingSpin"_s, tr("Requests that may wait"),
                      m_maxWaiting),
            makeField(u"queue.max_wait"_s, u"maxWaitSpin"_s, tr("Longest wait"), m_maxWait)});
    m_retryBudget = makeWhole(fieldOf(Api::providerTable(), u"retry_budget"));
    m_retryBudget->setSuffix(tr(" %", "percent, after a number"));
    add(makeField(u"retry_budget"_s, u"retryBudgetSpin"_s, tr("Second tries"), m_retryBudget,
                  tr("Of its requests. More of them would not help a provider that is down.")));
}

void PolicySection::addRegion()
{
    m_region = makeLine();
    m_region->setPlaceholderText(tr("For example us or eu, on-prem"));
    m_selfHosted = makeCheck(tr("Runs on machines of your own"), u"selfHostedCheck"_s);
    connect(m_selfHosted, &QCheckBox::clicked, this, &PolicySection::showSelfHosted);
    addTitle(tr("Region and data use"));
    add(makeField(
        u"region"_s, u"regionField"_s, tr("Region tags"), m_region,
        tr("Routes and teams with a residency rule send their data only to providers with "
           "one of their tags.")));
    m_personalData =
        makeCheck(tr("What is sent to it may hold personal data"), u"personalDataCheck"_s);
    m_personalData->setToolTip(
        tr("A mark for people: the list of providers shows it. Without a region tag it is warned "
           "of."));
    m_retention = makeLine();
    m_retention->setPlaceholderText(tr("For example 30 days, then deleted"));
    add(m_personalData);
    add(makeField(u"retention"_s, u"retentionField"_s, tr("How long it keeps what it is sent"),
                  m_retention, tr("A note from its contract, shown with the provider.")));
    add(m_selfHosted);
}

void PolicySection::addPrice()
{
    const Api::Field multiplier = fieldOf(Api::providerTable(), u"price_multiplier");
    m_multiplier = makeNumber(multiplier.minimum, multiplier.maximum, 4);
    m_multiplier->setSingleStep(0.05);
    addTitle(tr("Price"));
    add(makeField(u"price_multiplier"_s, u"priceMultiplierSpin"_s, tr("Multiplier on list prices"),
                  m_multiplier, tr("0.85 is a discount of 15 %.")));
    m_hostedBox = makeHostedBox();
    add(m_hostedBox);
}

QWidget *PolicySection::makeHostedBox()
{
    const Api::Field hourly = fieldOf(Api::providerTable(), u"hourly_cost_usd");
    m_hourly = makeNumber(hourly.minimum, hourly.maximum, 4);
    Format::setDollars(*m_hourly);
    m_engine = makeCombo();
    m_engine->addItem(tr("Another one"), QString());
    for (const QString &engine : Api::providerTable().choices(u"engine"_s))
        m_engine->addItem(engine, engine);
    auto *whole = new QWidget(this);
    auto *line = new QHBoxLayout;
    line->setSpacing(12);
    line->addWidget(makeField(u"engine"_s, u"engineCombo"_s, tr("Server program"), m_engine,
                              tr("Its load is read from it where it tells.")),
                    1, Qt::AlignTop);
    line->addWidget(makeField(u"hourly_cost_usd"_s, u"hourlyCostSpin"_s, tr("Cost of an hour"),
                              m_hourly, tr("For machines of your own.")),
                    1, Qt::AlignTop);
    m_schedule = makeLine();
    m_schedule->setPlaceholderText(tr("Always, or mon-fri 08:00-18:00"));
    m_hourlyFrom = makeLine();
    m_hourlyFrom->setPlaceholderText(tr("Its first request"));
    m_costBy = makeCombo();
    m_costBy->addItem(tr("Tokens"), u"tokens"_s);
    m_costBy->addItem(tr("Time they hold it"), u"time"_s);
    auto *box = new QVBoxLayout(whole);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(12);
    box->addLayout(line);
    auto *more = new QHBoxLayout;
    more->setSpacing(12);
    more->addWidget(makeField(u"hourly_schedule"_s, u"hourlyScheduleField"_s, tr("Paid hours"),
                              m_schedule, tr("Hours that nobody uses are shown as idle.")),
                    1, Qt::AlignTop);
    more->addWidget(makeField(u"hourly_from"_s, u"hourlyFromField"_s, tr("Paid from"), m_hourlyFrom,
                              tr("For example 2026-03-31.")),
                    1, Qt::AlignTop);
    box->addLayout(more);
    box->addWidget(makeField(u"cost_by"_s, u"costByCombo"_s, tr("Requests are booked by"), m_costBy,
                             tr("By time, each costs its share of the hour: one of as many places "
                                "as it takes requests at a time.")));
    m_power = new PowerFields(form(), whole);
    connect(m_power, &EditorSection::edited, this, &EditorSection::edited);
    connect(m_power, &EditorSection::fieldLeft, this, &EditorSection::fieldLeft);
    box->addWidget(makeLabel(tr("Starting and stopping its server program"), u"section"_s, whole));
    box->addWidget(m_power);
    return whole;
}

void PolicySection::showSelfHosted()
{
    m_hostedBox->setVisible(m_selfHosted->isChecked());
}

void PolicySection::showDraft(const ProviderDraft &draft)
{
    const Api::Provider &provider = draft.provider;
    m_maxInFlight->setValue(provider.maxInFlight);
    m_adaptive->setChecked(provider.adaptive);
    m_maxWaiting->setValue(provider.queue.maxWaiting);
    m_maxWait->setValue(double(provider.queue.maxWait.count()) / 1000);
    m_region->setText(provider.region.join(u", "_s));
    m_personalData->setChecked(provider.personalData);
    m_retention->setText(provider.retention);
    m_selfHosted->setChecked(provider.selfHosted);
    m_multiplier->setValue(provider.priceMultiplier);
    m_engine->setCurrentIndex(std::max(0, m_engine->findData(provider.engine)));
    m_hourly->setValue(provider.hourlyCostUsd);
    m_schedule->setText(provider.hourlySchedule);
    m_hourlyFrom->setText(provider.hourlyFrom);
    m_costBy->setCurrentIndex(std::max(0, m_costBy->findData(provider.costBy)));
    m_retryBudget->setValue(provider.retryBudget);
    m_power->showDraft(draft);
    showSelfHosted();
}

Api::Findings PolicySection::findings() const
{
    return m_power->findings();
}

void PolicySection::readDraft(ProviderDraft &draft) const
{
    Api::Provider &provider = draft.provider;
    provider.maxInFlight = m_maxInFlight->value();
    provider.adaptive = m_adaptive->isChecked();
    provider.queue.maxWaiting = m_maxWaiting->value();
    provider.queue.maxWait = std::chrono::milliseconds(qRound64(m_maxWait->value() * 1000));
    provider.region = parseTags(m_region->text());
    provider.personalData = m_personalData->isChecked();
    provider.retention = m_retention->text().trimmed();
    provider.selfHosted = m_selfHosted->isChecked();
    provider.priceMultiplier = m_multiplier->value();
    provider.engine = m_engine->currentData().toString();
    provider.hourlyCostUsd = m_hourly->value();
    provider.hourlySchedule = m_schedule->text().trimmed();
    provider.hourlyFrom = m_hourlyFrom->text().trimmed();
    provider.costBy = m_costBy->currentData().toString();
    provider.retryBudget = m_retryBudget->value();
    m_power->readDraft(draft);
}

void PolicySection::setLocked(bool locked)
{
    m_adaptive->setEnabled(!locked);
    m_personalData->setEnabled(!locked);
    m_selfHosted->setEnabled(!locked);
}

} // namespace Gatehouse::Ui
