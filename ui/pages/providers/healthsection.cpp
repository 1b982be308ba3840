// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/providers/healthsection.h"

#include "ui/pages/providers/probestrip.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/format.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

HealthSection::HealthSection(QWidget *parent)
    : QWidget(parent)
    , m_facts(new FactList(this))
    , m_stripTitle(makeLabel(tr("Latest checks"), u"section"_s, this))
    , m_strip(new ProbeStrip(this))
    , m_requests(
          makeButton(tr("Show requests"), u"link"_s, u"providers.editor.requestsButton"_s, this))
    , m_checks(new CheckList(this))
    , m_used(makeLabel({}, u"caption"_s, this))
    , m_message(makeLabel({}, u"muted"_s, this))
{
    m_strip->hide();
    m_stripTitle->hide();
    m_checks->setObjectName(u"providers.editor.testResults"_s);
    m_checks->setAccessibleName(tr("Checks of the last test"));
    m_message->setObjectName(u"providers.editor.testLabel"_s);
    m_message->setWordWrap(true);
    m_used->setWordWrap(true);
    connect(m_requests, &QPushButton::clicked, this, &HealthSection::requestsRequested);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2, 14, 14, 14);
    layout->setSpacing(12);
    layout->addWidget(m_facts);
    layout->addWidget(m_stripTitle);
    layout->addWidget(m_strip);
    layout->addWidget(m_requests, 0, Qt::AlignLeft);
    layout->addWidget(makeLabel(tr("Test"), u"section"_s, this));
    layout->addWidget(m_message);
    layout->addWidget(m_checks);
    layout->addWidget(m_used);
    layout->addStretch(1);
    clearTest();
}

void HealthSection::setProvider(const ProviderRow *provider)
{
    m_facts->clear();
    m_facts->setVisible(provider != nullptr);
    m_requests->setVisible(provider != nullptr);
    m_strip->setChecks(provider ? provider->checks : QList<ProviderRow::Check>());
    m_stripTitle->setVisible(!m_strip->checks().isEmpty());
    if (!provider)
        return;
    m_facts->add(tr("Health"), healthSentence(*provider, QTimeZone::systemTimeZone()));
    m_facts->add(tr("Known"), healthSource(*provider, QDateTime::currentDateTimeUtc()));
    m_facts->add(tr("Success"),
                 provider->success ? Format::percent(*provider->success, 2) : Format::unknown());
    m_facts->add(tr("Last success"),
                 provider->lastSuccess.isValid() ? Format::wordLocale().toString(
                     provider->lastSuccess.toLocalTime(), tr("d MMM yyyy HH:mm:ss"))
                                                 : tr("None since the gateway started"));
    if (const QString engine = engineSentence(*provider); !engine.isEmpty())
        m_facts->add(tr("Engine"), engine);
    QStringList capacities;
    for (const ProviderRow::Capacity &one : provider->capacities)
        capacities.append(capacitySentence(one));
    if (!capacities.isEmpty())
        m_facts->add(tr("At the same time"), capacities.join(u'\n'));
    QStringList limits;
    const bool hasKeys = provider->keys.size() > 1;
    for (const Headroom &one : provider->headroom) {
        const QString sentence = headroomSentence(one, QDateTime::currentDateTimeUtc());
        limits.append(hasKeys ? tr("%1, %2").arg(one.key, sentence) : sentence);
    }
    m_facts->add(tr("Rate limits"), limits.join(u'\n'));
    if (const QString said = dataSentence(*provider); !said.isEmpty())
        m_facts->add(tr("Data"), said);
    m_facts->add(tr("Used by"),
                 provider->usedBy.isEmpty() ? tr("No route") : provider->usedBy.join(u", "_s));
}

void HealthSection::clearTest()
{
    m_checks->setChecks({});
    m_used->hide();
    m_message->setText(
        tr("A test sends a few small requests to see what works. It has not run yet."));
}

void HealthSection::showTesting()
{
    m_checks->setChecks(waitingChecks());
    m_used->hide();
    m_message->setText(tr("Testing…"));
}

void HealthSection::showTest(const QJsonObject &result)
{
    m_checks->setChecks(parseChecks(result.value("checks"_L1).toArray()));
    const bool accepted = result.value("key_accepted"_L1).toBool();
    m_message->setText(accepted ? tr("The provider answers.")
                                : tr("The provider did not answer as it should."));
    const qint64 tokens = result.value("tokens"_L1).toInteger();
    const QJsonValue cost = result.value("cost_nano_usd"_L1);
    m_used->setText(cost.isDouble()
                        ? tr("This test used %1 tokens, %2.")
                              .arg(Format::count(tokens), Format::money(cost.toInteger()))
                        : tr("This test used %1 tokens.").arg(Format::count(tokens)));
    m_used->setVisible(tokens > 0);
}

void HealthSection::showProblem(const QString &text)
{
    m_checks->setChecks({});
    m_used->hide();
    m_message->setText(text);
}

} // namespace Gatehouse::Ui
