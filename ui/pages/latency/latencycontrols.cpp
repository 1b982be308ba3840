// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/latency/latencycontrols.h"

#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int gap = 20;

QWidget *labelled(const QString &text, QWidget *control, QWidget *parent)
{
    auto *pair = new QWidget(parent);
    auto *layout = new QHBoxLayout(pair);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    QLabel *label = makeLabel(text, u"caption"_s, pair);
    label->setBuddy(control);
    layout->addWidget(label);
    layout->addWidget(control);
    return pair;
}

} // namespace

LatencyControls::LatencyControls(QWidget *parent)
    : QWidget(parent)
    , m_measure(new QComboBox(this))
    , m_group(new QComboBox(this))
    , m_streamed(new SegmentedControl(this))
    , m_scale(new SegmentedControl(this))
    , m_excludeCache(new QCheckBox(tr("Exclude cache hits"), this))
    , m_narrowedRow(new QWidget(this))
{
    auto *flow = new FlowLayout(this, gap, 8);
    addMeasures(*flow);
    addSwitches(*flow);
    addNarrowing(*flow);
    connectParts();
}

void LatencyControls::addMeasures(FlowLayout &flow)
{
    m_measure->setObjectName(u"latency.measureCombo"_s);
    m_measure->setAccessibleName(tr("Measure"));
    m_measure->addItem(tr("Time to first token"), u"first_token"_s);
    m_measure->addItem(tr("Total time"), u"total"_s);
    m_measure->addItem(tr("Tokens per second"), u"speed"_s);
    m_measure->addItem(tr("Gateway's own time"), u"gateway"_s);
    flow.addWidget(labelled(tr("Measure"), m_measure, this));
    m_group->setObjectName(u"latency.groupCombo"_s);
    m_group->setAccessibleName(tr("Group by"));
    m_group->addItem(tr("Provider"), u"provider"_s);
    m_group->addItem(tr("Model"), u"model"_s);
    m_group->addItem(tr("Route"), u"route"_s);
    flow.addWidget(labelled(tr("Group by"), m_group, this));
}

void LatencyControls::addSwitches(FlowLayout &flow)
{
    m_streamed->setObjectName(u"latency.streamedControl"_s);
    m_streamed->setAccessibleName(tr("Streamed or not"));
    m_streamed->addSegment(u"both"_s, tr("All"), tr("Streamed and not streamed"));
    m_streamed->addSegment(u"yes"_s, tr("Streamed"));
    m_streamed->addSegment(u"no"_s, tr("Not streamed"));
    m_streamed->setCurrent(u"both"_s);
    flow.addWidget(m_streamed);
    m_scale->setObjectName(u"latency.scaleControl"_s);
    m_scale->setAccessibleName(tr("Scale"));
    m_scale->addSegment(u"linear"_s, tr("Linear"), tr("Linear scale"));
    m_scale->addSegment(u"log"_s, tr("Log"), tr("Logarithmic scale"));
    m_scale->setCurrent(u"linear"_s);
    m_excludeCache->setObjectName(u"latency.excludeCacheCheck"_s);
    m_excludeCache->setAccessibleName(m_excludeCache->text());
    m_excludeCache->setChecked(true);
    auto *last = new QWidget(this); // they wrap as one, so that the switch is not left alone
    auto *pair = new FlowLayout(last, gap, 8);
    pair->addWidget(m_scale);
    pair->addWidget(m_excludeCache);
    flow.addWidget(last);
}

void LatencyControls::addNarrowing(FlowLayout &flow)
{
    auto *narrowed = new QHBoxLayout(m_narrowedRow);
    narrowed->setContentsMargins(0, 0, 0, 0);
    m_narrowed = makeLabel({}, u"muted"_s, m_narrowedRow);
    narrowed->addWidget(m_narrowed);
    QPushButton *clear =
        makeButton(tr("Clear"), u"link"_s, u"latency.clearFilterButton"_s, m_narrowedRow);
    clear->setAccessibleName(tr("Clear the filter"));
    narrowed->addWidget(clear);
    connect(clear, &QPushButton::clicked, this, &LatencyControls::narrowingCleared);
    m_narrowedRow->hide();
    flow.addWidget(m_narrowedRow);
}

void LatencyControls::connectParts()
{
    connect(m_measure, &QComboBox::currentIndexChanged, this,
            [this] { Q_EMIT parameterChosen(u"measure"_s, m_measure->currentData().toString()); });
    connect(m_group, &QComboBox::currentIndexChanged, this,
            [this] { Q_EMIT parameterChosen(u"by"_s, m_group->currentData().toString()); });
    connect(m_streamed, &SegmentedControl::currentChanged, this,
            [this](const QString &id) { Q_EMIT parameterChosen(u"streamed"_s, id); });
    connect(m_excludeCache, &QCheckBox::toggled, this, [this](bool exclude) {
        Q_EMIT parameterChosen(u"cache"_s, exclude ? QString() : u"include"_s);
    });
    connect(m_scale, &SegmentedControl::currentChanged, this,
            [this](const QString &id) { Q_EMIT scaleChosen(id == "log"_L1); });
}

void LatencyControls::setNarrowed(const QString &filter)
{
    m_narrowed->setText(tr("Only %1").arg(filter));
    m_narrowedRow->setVisible(!filter.isEmpty());
}

void LatencyControls::toggleScale()
{
    m_scale->setCurrent(m_scale->current() == "linear"_L1 ? u"log"_s : u"linear"_s);
    Q_EMIT scaleChosen(m_scale->current() == "log"_L1);
}

} // namespace Gatehouse::Ui
