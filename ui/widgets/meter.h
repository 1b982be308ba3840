// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include <optional>

class QPainter;

namespace Gatehouse::Ui {

//! A filled share of a track, with an optional forecast: a paler fill up to a mark.
class Meter : public QWidget
{
    Q_OBJECT

public:
    enum class Fill { Series, Ok, Warn, Err };

    explicit Meter(QWidget *parent = nullptr);

    //! Shares of 1; more than 1 shows as full.
    void setValue(double share, std::optional<double> forecast = std::nullopt);
    void setFill(Fill fill);
    double value() const { return m_value; }

    QSize sizeHint() const override { return {160, 14}; }

    //! The bare bar, for table cells: \a colour over the track of the theme.
    static void paintBar(QPainter *painter, const QRectF &rect, double share, const QColor &colour);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QColor fillColour() const;

    double m_value = 0;
    std::optional<double> m_forecast;
    Fill m_fill = Fill::Series;
};

} // namespace Gatehouse::Ui
