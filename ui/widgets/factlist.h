// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

class QGridLayout;

namespace Gatehouse::Ui {

//! What is known of an object, a name and a value in each line. Values wrap and can be selected.
class FactList : public QWidget
{
    Q_OBJECT

public:
    explicit FactList(QWidget *parent = nullptr);

    void clear();
    //! Nothing when \a value is empty.
    void add(const QString &name, const QString &value);

private:
    QGridLayout *m_grid; //!< a QFormLayout (6.4) gives values of several lines too little height
    int m_rows = 0;
};

} // namespace Gatehouse::Ui
