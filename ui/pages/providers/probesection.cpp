// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/providers/probesection.h"

#include "core/api/documents/documentjson.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/optionalspin.h"

#include <QtCore/QJsonArray>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QSpinBox>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr double secondsInDay = 86'400;
constexpr double nanoInDollar = 1e9;
//! As the gateway reckons one question: ten tokens there, one back.
constexpr double promptTokens = 10;
constexpr double tokensInMillion = 1e6;

//! Nano-dollars of one question, after the provider's discount; empty without a price.
std::optional<double> costOfQuestion(const QJsonObject &price)
{
    const QJsonValue input = price.value("input_nano_per_mtok"_L1);
    const QJsonValue output = price.value("output_nano_per_mtok"_L1);
    if (!input.isDouble() || !output.isDouble())
        return {};
    const double tokens = (promptTokens * input.toDouble() + output.toDouble()) / tokensInMillion;
    const double whole = tokens + price.value("request_nano_usd"_L1).toDouble();
    return whole * price.value("multiplier"_L1).toDouble(1)
        * (1 - price.value("discount_percent"_L1).toDouble() / 100);
}

} // namespace

ProbeSection::ProbeSection(Api::AdminClient &client, Form &form, QWidget *parent)
    : EditorSection(form, parent)
    , m_client(client)
{
    column()->setContentsMargins(2, 0, 14, 14);
    addProbe();
    addBreaker();
    column()->addStretch(1);
    showCost();
}

void ProbeSection::addProbe()
{
    const auto &table = Api::probePolicyTable();
    m_mode = makeCombo();
    m_mode->addItem(tr("From traffic only"), u"traffic"_s);
    m_mode->addItem(tr("List its models"), u"models"_s);
    m_mode->addItem(tr("Ask a model for one token"), u"token"_s);
    m_interval = makeSeconds(fieldOf(table, u"interval"));
    m_model = makeLine();
    m_model->setPlaceholderText(tr("The first of its models"));
    m_dailyLimit = new OptionalSpin(fieldOf(table, u"daily_limit_usd"), tr("No limit"), this);
    Format::setDollars(*m_dailyLimit);
    m_cost = makeLabel({}, u"caption"_s, this);
    m_cost->setObjectName(u"providers.editor.probeCostLabel"_s);
    m_cost->setWordWrap(true);
    connect(m_mode, &QComboBox::activated, this, &ProbeSection::showCost);
    connect(m_mode, &QComboBox::activated, this, &ProbeSection::loadPrices);
    connect(m_interval, &QDoubleSpinBox::valueChanged, this, &ProbeSection::showCost);
    connect(m_model, &QLineEdit::textChanged, this, &ProbeSection::showCost);
    connect(m_dailyLimit, &QDoubleSpinBox::valueChanged, this, &EditorSection::edited);
    addTitle(tr("Checks without traffic"));
    addRow({makeField(u"probe.mode"_s, u"probeCombo"_s, tr("How health is found out"), m_mode),
            makeField(u"probe.interval"_s, u"probeIntervalSpin"_s, tr("Every"), m_interval)});
    m_tokenBox = new QWidget(this);
    auto *line = new QHBoxLayout(m_tokenBox);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(12);
    line->addWidget(makeField(u"probe.model"_s, u"probeModelField"_s, tr("Model"), m_model), 1,
                    Qt::AlignTop);
    line->addWidget(makeField(u"probe.daily_limit_usd"_s, u"probeLimitSpin"_s,
                              tr("At most on a day"), m_dailyLimit),
                    1, Qt::AlignTop);
    add(m_tokenBox);
    add(m_cost);
}

void ProbeSection::addBreaker()
{
    const auto &table = Api::breakerPolicyTable();
    const Api::Field share = fieldOf(table, u"failure_share");
    m_failures = makeWhole(fieldOf(table, u"failures"));
    m_share = makeNumber(share.minimum, share.maximum, 4);
    m_share->setSuffix(tr(" %", "percent, after a number"));
    m_least = makeWhole(fieldOf(table, u"least_requests"));
    m_window = makeSeconds(fieldOf(table, u"window"));
    m_rest = makeSeconds(fieldOf(table, u"rest"));
    m_longestRest = makeSeconds(fieldOf(table, u"longest_rest"));
    m_slowStart = makeSeconds(fieldOf(table, u"slow_start"));
    addTitle(tr("When a model of it is left alone"));
    addRow({makeField(u"breaker.failures"_s, u"breakerFailuresSpin"_s, tr("Failures in a row"),
                      m_failures),
            makeField(u"breaker.failure_share"_s, u"breakerShareSpin"_s, tr("Or share of failures"),
                      m_share)});
    addRow({makeField(u"breaker.window"_s, u"breakerWindowSpin"_s, tr("Within"), m_window),
            makeField(u"breaker.least_requests"_s, u"breakerLeastSpin"_s,
                      tr("Of at least so many requests"), m_least)});
    addRow({makeField(u"breaker.rest"_s, u"breakerRestSpin"_s, tr("First rest"), m_rest,
                      tr("Doubled while it does not recover.")),
            makeField(u"breaker.longest_rest"_s, u"breakerLongestRestSpin"_s, tr("Longest rest"),
                      m_longestRest)});
    add(makeField(u"breaker.slow_start"_s, u"breakerSlowStartSpin"_s,
                  tr("From its return to its full share"), m_slowStart));
}

void ProbeSection::showDraft(const ProviderDraft &draft)
{
    const Api::Provider &provider = draft.provider;
    m_mode->setCurrentIndex(std::max(0, m_mode->findData(provider.probe.mode)));
    m_interval->setValue(seconds(provider.probe.interval));
    m_model->setText(provider.probe.model);
    m_dailyLimit->setChosen(provider.probe.dailyLimit
                                ? std::optional(double(*provider.probe.dailyLimit) / nanoInDollar)
                                : std::nullopt);
    m_failures->setValue(provider.breaker.failures);
    m_share->setValue(provider.breaker.failureShare);
    m_least->setValue(provider.breaker.leastRequests);
    m_window->setValue(seconds(provider.breaker.window));
    m_rest->setValue(seconds(provider.breaker.rest));
    m_longestRest->setValue(seconds(provider.breaker.longestRest));
    m_slowStart->setValue(seconds(provider.breaker.slowStart));
    m_models = provider.models;
    if (std::exchange(m_provider, provider.id) != provider.id)
        m_prices.clear();
    showCost();
    if (isVisible())
        loadPrices();
}

void ProbeSection::readDraft(ProviderDraft &draft) const
{
    Api::Provider &provider = draft.provider;
    const std::optional<double> limit = m_dailyLimit->chosen();
    provider.probe = {.mode = m_mode->currentData().toString(),
                      .interval = milliseconds(m_interval),
                      .model = m_model->text().trimmed(),
                      .dailyLimit =
                          limit ? std::optional(qRound64(*limit * nanoInDollar)) : std::nullopt};
    provider.breaker = {.failures = m_failures->value(),
                        .failureShare = m_share->value(),
                        .leastRequests = m_least->value(),
                        .window = milliseconds(m_window),
                        .rest = milliseconds(m_rest),
                        .longestRest = milliseconds(m_longestRest),
                        .slowStart = milliseconds(m_slowStart)};
}

void ProbeSection::showEvent(QShowEvent *event)
{
    EditorSection::showEvent(event);
    loadPrices();
}

//! Only once it is looked at: the list is long.
void ProbeSection::loadPrices()
{
    if (!m_prices.isEmpty() || m_priceCall || m_mode->currentData() != u"token"_s)
        return;
    m_priceCall = m_client.get(u"/prices"_s);
    connect(m_priceCall, &Api::AdminCall::finished, this, [this](Api::AdminCall *call) {
        m_priceCall.clear();
        const QJsonArray items = call->reply().body.value("items"_L1).toArray();
        for (const QJsonValue &item : items)
            if (item["provider"_L1].toString() == m_provider)
                m_prices.insert(item["model"_L1].toString(), item.toObject());
        showCost();
    });
}

void ProbeSection::showCost()
{
    const QString mode = m_mode->currentData().toString();
    m_tokenBox->setVisible(mode == "token"_L1);
    m_interval->setEnabled(mode != "traffic"_L1);
    const auto checks = qint64(secondsInDay / m_interval->value());
    const QString typed = m_model->text().trimmed();
    const QString model = typed.isEmpty() ? m_models.value(0) : typed;
    const std::optional<double> each = costOfQuestion(m_prices.value(model));
    if (mode == "traffic"_L1)
        m_cost->setText(tr("Nothing is sent without a request. A provider that is down comes back "
                           "with the first request that tries it."));
    else if (mode == "models"_L1)
        m_cost->setText(tr("Up to %1 checks a day. They cost nothing.").arg(Format::count(checks)));
    else if (each)
        m_cost->setText(
            tr("Up to %1 checks a day, %2 in all.")
                .arg(Format::count(checks), Format::money(qRound64(*each * double(checks)))));
    else
        m_cost->setText(
            tr("Up to %1 checks a day. What they cost is not known: its model has no price.")
                .arg(Format::count(checks)));
}

} // namespace Gatehouse::Ui
