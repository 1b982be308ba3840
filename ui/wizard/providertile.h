// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QPushButton>

namespace Gatehouse::Ui {

//! A provider to choose: its mark, its name, a caption, and "Found" for servers that answered.
class ProviderTile : public QPushButton
{
    Q_OBJECT

public:
    //! \a series chooses the colour of the mark; \a iconName replaces the first letter.
    ProviderTile(const QString &name, const QString &caption, int series,
                 const QString &iconName = {}, QWidget *parent = nullptr);

    //! A pill at the end of the tile.
    void setFound(const QString &text);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintMark(QPainter *painter, const QRectF &rect) const;

    QString m_name;
    QString m_caption;
    QString m_iconName;
    QString m_found;
    int m_series;
};

} // namespace Gatehouse::Ui
