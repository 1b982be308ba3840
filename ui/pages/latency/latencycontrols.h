// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

class QCheckBox;
class QComboBox;
class QLabel;

namespace Gatehouse::Ui {

class FlowLayout;
class SegmentedControl;

//! What the Latency page is asked for: measure, groups, streamed or not, scale, cache hits, and
//! what it is narrowed to.
class LatencyControls : public QWidget
{
    Q_OBJECT

public:
    explicit LatencyControls(QWidget *parent = nullptr);

    //! Says what the page is narrowed to; nothing when empty.
    void setNarrowed(const QString &filter);
    void toggleScale();

Q_SIGNALS:
    //! A parameter of the question; empty takes it out.
    void parameterChosen(const QString &name, const QString &value);
    void scaleChosen(bool logarithmic);
    void narrowingCleared();

private:
    void addMeasures(FlowLayout &flow);
    void addSwitches(FlowLayout &flow);
    void addNarrowing(FlowLayout &flow);
    void connectParts();

    QComboBox *m_measure;
    QComboBox *m_group;
    SegmentedControl *m_streamed;
    SegmentedControl *m_scale;
    QCheckBox *m_excludeCache;
    QLabel *m_narrowed = nullptr;
    QWidget *m_narrowedRow;
};

} // namespace Gatehouse::Ui
