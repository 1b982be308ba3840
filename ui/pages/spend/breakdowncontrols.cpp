// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spend/breakdowncontrols.h"

#include "ui/models/timerange.h"
#include "ui/pages/spend/breakdowngroups.h"
#include "ui/pages/spend/breakdownpane.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labels.h"

#include <QtCore/QJsonArray>
#include <QtGui/QShortcut>
#include <QtGui/QStandardItemModel>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int gap = 16;
constexpr qint64 secondsPerDay = 24 * 3600;
constexpr qint64 toldByHours = 2 * secondsPerDay;
constexpr qint64 mostByHours = 7 * secondsPerDay;

qint64 secondsOf(const QString &range)
{
    if (const std::optional<ChosenSpan> span = chosenSpan(range))
        return span->from.secsTo(span->to);
    if (range == "1h"_L1 || range == "24h"_L1)
        return secondsPerDay;
    return range == "7d"_L1 ? mostByHours : 30 * secondsPerDay;
}

} // namespace

BreakdownControls::BreakdownControls(Api::AdminClient &client, QWidget *parent)
    : QWidget(parent)
    , m_client(client)
{
    auto *flow = new FlowLayout(this, gap, 8);
    flow->addWidget(addCombo(m_measure, u"spend.measureCombo"_s, BreakdownPane::tr("Measure")));
    flow->addWidget(addCombo(m_group, u"spend.groupCombo"_s, BreakdownPane::tr("Group by")));
    flow->addWidget(addCombo(m_then, u"spend.thenCombo"_s, BreakdownPane::tr("Then by")));
    flow->addWidget(addCombo(m_bucket, u"spend.bucketCombo"_s, BreakdownPane::tr("Per")));
    flow->addWidget(addCombo(m_kind, u"spend.chartCombo"_s, BreakdownPane::tr("Chart")));
    fill();
    m_compare =
        addCheck(u"spend.compareCheck"_s, BreakdownPane::tr("Compare with the period before"));
    m_asShare = addCheck(u"spend.shareCheck"_s, BreakdownPane::tr("Show as share"));
    m_expects = addCheck(u"spend.forecastCheck"_s, BreakdownPane::tr("Forecast"));
    m_expects->setChecked(true);
    m_export = makeButton(BreakdownPane::tr("Export"), {}, u"spend.exportButton"_s, this);
    addExports();
    flow->addWidget(makeRest());
    for (QComboBox *combo : {m_measure, m_group, m_then, m_bucket})
        connect(combo, &QComboBox::currentIndexChanged, this, &BreakdownControls::questionChanged);
    for (QComboBox *combo : {m_measure, m_bucket, m_kind})
        connect(combo, &QComboBox::currentIndexChanged, this, &BreakdownControls::lookChanged);
    for (QCheckBox *check : {m_compare, m_asShare, m_expects})
        connect(check, &QCheckBox::toggled, this, &BreakdownControls::lookChanged);
    addShortcuts();
}

QWidget *BreakdownControls::addCombo(QComboBox *&combo, const QString &name, const QString &label)
{
    combo = new QComboBox(this);
    combo->setObjectName(name);
    combo->setAccessibleName(label);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto *pair = new QWidget(this);
    auto *layout = new QHBoxLayout(pair);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    QLabel *caption = makeLabel(label, u"caption"_s, pair);
    caption->setBuddy(combo);
    layout->addWidget(caption);
    layout->addWidget(combo);
    return pair;
}

QCheckBox *BreakdownControls::addCheck(const QString &name, const QString &label)
{
    auto *check = new QCheckBox(label, this);
    check->setObjectName(name);
    check->setAccessibleName(label);
    return check;
}

//! The switches and the export wrap to the next line as one, so that none is left alone.
QWidget *BreakdownControls::makeRest()
{
    auto *rest = new QWidget(this);
    auto *flow = new FlowLayout(rest, gap, 4);
    for (QCheckBox *check : {m_compare, m_asShare, m_expects})
        flow->addWidget(check);
    flow->addWidget(m_export);
    return rest;
}

void BreakdownControls::fill()
{
    m_measure->addItem(BreakdownPane::tr("Cost"), u"cost"_s);
    m_measure->addItem(BreakdownPane::tr("Tokens"), u"tokens"_s);
    m_measure->addItem(BreakdownPane::tr("Requests"), u"requests"_s);
    m_then->addItem(BreakdownPane::tr("Nothing"), QString());
    for (const BreakdownGroup &group : breakdownGroups()) {
        m_group->addItem(group.title, group.id);
        m_then->addItem(group.title, group.id);
    }
    m_bucket->addItem(BreakdownPane::tr("Hour"), u"hour"_s);
    m_bucket->addItem(BreakdownPane::tr("Day"), u"day"_s);
    m_bucket->addItem(BreakdownPane::tr("Week"), u"week"_s);
    m_bucket->addItem(BreakdownPane::tr("Month"), u"month"_s);
    m_bucket->setCurrentIndex(1);
    m_kind->addItem(BreakdownPane::tr("Stacked bars"), u"bars"_s);
    m_kind->addItem(BreakdownPane::tr("Stacked area"), u"area"_s);
    m_kind->addItem(BreakdownPane::tr("Lines"), u"lines"_s);
    m_kind->addItem(BreakdownPane::tr("Cumulative"), u"cumulative"_s);
}

void BreakdownControls::addExports()
{
    auto *menu = new QMenu(m_export);
    menu->setObjectName(u"spend.exportMenu"_s);
    const auto add = [this, menu](const QString &name, const QString &text,
                                  const QString &extension) {
        QAction *action = menu->addAction(text);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this,
                [this, extension] { Q_EMIT exportRequested(extension); });
    };
    add(u"spend.exportCsv"_s, BreakdownPane::tr("Rows as CSV…"), u"csv"_s);
    add(u"spend.exportJson"_s, BreakdownPane::tr("Rows as JSON…"), u"json"_s);
    add(u"spend.exportPdf"_s, BreakdownPane::tr("Report as PDF…"), u"pdf"_s);
    menu->addSeparator();
    QAction *chargeback = menu->addAction(BreakdownPane::tr("Chargeback report…"));
    chargeback->setObjectName(u"spend.chargeback"_s);
    connect(chargeback, &QAction::triggered, this, &BreakdownControls::chargebackRequested);
    m_export->setMenu(menu);
}

void BreakdownControls::addShortcuts()
{
    const auto add = [this](Qt::Key key, const auto &action) {
        auto *shortcut = new QShortcut(QKeySequence(key), parentWidget());
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    add(Qt::Key_G, [this] { m_group->showPopup(); });
    add(Qt::Key_E, [this] {
        if (m_export->isEnabled())
            m_export->showMenu();
    });
    add(Qt::Key_F, [this] { m_expects->toggle(); });
}

QString BreakdownControls::measure() const
{
    return m_measure->currentData().toString();
}

QString BreakdownControls::by() const
{
    return m_group->currentData().toString();
}

QString BreakdownControls::then() const
{
    const QString group = m_then->currentData().toString();
    return group == by() ? QString() : group;
}

QString BreakdownControls::bucket() const
{
    return m_bucket->currentData().toString();
}

QString BreakdownControls::kind() const
{
    return m_kind->currentData().toString();
}

bool BreakdownControls::compares() const
{
    return m_compare->isChecked();
}

bool BreakdownControls::asShare() const
{
    return m_asShare->isChecked();
}

bool BreakdownControls::expects() const
{
    return m_expects->isChecked();
}

void BreakdownControls::setExportable(bool exportable)
{
    m_export->setEnabled(exportable);
}

void BreakdownControls::setRange(const QString &range)
{
    const qint64 seconds = secondsOf(range);
    const bool isShort = seconds <= toldByHours;
    const int hour = m_bucket->findData(u"hour"_s);
    const bool mayBeHours = seconds <= mostByHours;
    if (auto *items = qobject_cast<QStandardItemModel *>(m_bucket->model()))
        items->item(hour)->setEnabled(mayBeHours);
    if (isShort != std::exchange(m_isShort, isShort) || (isHourly() && !mayBeHours))
        m_bucket->setCurrentIndex(isShort ? hour : m_bucket->findData(u"day"_s));
}

void BreakdownControls::readTags()
{
    QUrlQuery query;
    query.addQueryItem(u"field"_s, u"tag"_s);
    query.addQueryItem(u"limit"_s, u"1000"_s);
    connect(m_client.get(u"/requests/values"_s, query), &Api::AdminCall::finished, this,
            [this](Api::AdminCall *call) {
                QStringList tags;
                for (const QJsonValue &value : call->reply().body.value("items"_L1).toArray())
                    tags.append(value.toString());
                for (QComboBox *combo : {m_group, m_then})
                    addTagGroups(combo, tags);
            });
}

} // namespace Gatehouse::Ui
