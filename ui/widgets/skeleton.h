// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtWidgets/QWidget>

#include <functional>

namespace Gatehouse::Ui {

//! Grey blocks where the content will be, so that a loading page is never blank.
class Skeleton : public QWidget
{
    Q_OBJECT

public:
    using Blocks = std::function<QList<QRectF>(QSizeF)>;

    //! \a blocks tells the places for a size of the widget; rows of a table when not given.
    explicit Skeleton(QWidget *parent = nullptr);
    Skeleton(Blocks blocks, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Blocks m_blocks;
};

} // namespace Gatehouse::Ui
