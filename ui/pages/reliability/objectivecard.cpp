// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reliability/objectivecard.h"

#include "ui/models/reportmodel.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/meter.h"
#include "ui/widgets/theme.h"

#include <QtCore/QJsonObject>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr double worryBelow = 0.25; //!< of the budget left

QString burnText(const QJsonObject &burn, QLatin1StringView window)
{
    const std::optional<double> rate = maybeNumber(burn.value(window));
    return rate ? QLocale().toString(*rate, 'f', 1) : Format::unknown();
}

QString targetText(double target)
{
    const double percent = target * 100;
    const int decimals = std::abs(percent * 10 - std::round(percent * 10)) < 1e-6 ? 1 : 3;
    return Format::percent(target, decimals);
}

} // namespace

ObjectiveCard::ObjectiveCard(const QString &id, QWidget *parent)
    : Card(QString(), parent)
    , m_rate(makeLabel({}, {}, this))
    , m_budget(makeLabel({}, u"caption"_s, this))
    , m_burn(makeLabel({}, u"caption"_s, this))
    , m_meter(new Meter(this))
{
    setObjectName(u"reliability.objectiveCard.%1"_s.arg(id));
    m_rate->setFont(roleFont(FontRole::Kpi));
    m_meter->setMinimumHeight(14);
    auto *edit = makeIconButton(u"pencil"_s, tr("Change the objective"),
                                u"reliability.editObjectiveButton.%1"_s.arg(id), this);
    m_failures =
        makeButton({}, u"link"_s, u"reliability.objectiveFailuresButton.%1"_s.arg(id), this);
    addHeaderWidget(edit);
    auto *figures = new QHBoxLayout;
    figures->addWidget(m_rate);
    figures->addStretch(1);
    figures->addWidget(m_failures);
    content()->setSpacing(4);
    content()->addLayout(figures);
    content()->addWidget(m_meter);
    content()->addWidget(m_budget);
    content()->addWidget(m_burn);
    connect(edit, &QToolButton::clicked, this, &ObjectiveCard::editRequested);
    connect(m_failures, &QPushButton::clicked, this, &ObjectiveCard::failuresRequested);
    if (Theme *theme = Theme::current())
        connect(theme, &Theme::changed, this, [this] { m_rate->setFont(roleFont(FontRole::Kpi)); });
}

void ObjectiveCard::setObjective(const QJsonObject &objective)
{
    const QString title = objective.value("title"_L1).toString();
    const QString target = targetText(objective.value("target"_L1).toDouble());
    const int days = objective.value("days"_L1).toInt();
    const std::optional<double> success = maybeNumber(objective.value("success"_L1));
    const std::optional<double> left = maybeNumber(objective.value("budget_left"_L1));
    const qint64 failed = objective.value("failed"_L1).toInteger();
    const QJsonObject burn = objective.value("burn"_L1).toObject();
    setTitle(title);
    setToolTip(tr("%1: %2 of requests answered over %n days", nullptr, days).arg(title, target));
    m_rate->setText(success ? Format::percent(*success, 2) : Format::unknown());
    m_failures->setText(tr("%n failed", nullptr, int(failed)));
    m_failures->setAccessibleName(tr("%1: show the failed requests").arg(title));
    m_failures->setVisible(failed > 0);
    m_meter->setValue(std::clamp(left.value_or(0), 0.0, 1.0));
    m_meter->setFill(!left || *left <= 0      ? Meter::Fill::Err
                         : *left < worryBelow ? Meter::Fill::Warn
                                              : Meter::Fill::Ok);
    m_budget->setText(
        !left ? tr("No requests yet; objective %1").arg(target)
            : *left > 0
            ? tr("%1 of the error budget left, objective %2").arg(Format::percent(*left), target)
            : tr("Error budget used up, objective %1").arg(target));
    const QString burnLine =
        tr("Burn %1 in 1 h, %2 in 6 h, %3 in 3 d")
            .arg(burnText(burn, "1h"_L1), burnText(burn, "6h"_L1), burnText(burn, "3d"_L1));
    m_burn->setText(burnLine);
    m_burn->setToolTip(tr("1 uses the whole budget up in %n days; more is faster.", nullptr, days));
    m_meter->setAccessibleName(tr("Error budget of %1").arg(title));
    m_meter->setAccessibleDescription(m_budget->text());
}

} // namespace Gatehouse::Ui
