// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QSet>
#include <QtWidgets/QWidget>

namespace Gatehouse::Ui {

//! How a series is drawn, in its legend and in tooltips.
enum class SwatchShape { Square, Line, Dashes };

void paintSwatch(QPainter *painter, const QRectF &rect, SwatchShape shape, const QColor &colour);

//! One series in a legend.
struct LegendEntry {
    QString id;
    QString name;
    QString total;
    int series = 0; //!< index of the theme's series colours, negative for "Other", or failureSeries
    SwatchShape shape = SwatchShape::Square;

    bool operator==(const LegendEntry &) const = default;
};

//! The series of a chart with their totals. A click isolates one, a second click shows all again,
//! Ctrl+click toggles one.
class LegendBar : public QWidget
{
    Q_OBJECT

public:
    explicit LegendBar(QWidget *parent = nullptr);

    void setEntries(const QList<LegendEntry> &entries);
    //! Ids of the series not drawn now.
    const QSet<QString> &hiddenIds() const { return m_hidden; }

Q_SIGNALS:
    void hiddenChanged(const QSet<QString> &ids);

private:
    void rebuild();
    void choose(const QString &id, bool toggle);

    QList<LegendEntry> m_entries;
    QSet<QString> m_hidden;
};

} // namespace Gatehouse::Ui
