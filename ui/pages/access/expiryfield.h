// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/formfield.h"

#include <QtCore/QDateTime>

class QComboBox;
class QDateEdit;

namespace Gatehouse::Ui {

//! When a key ends: never, in 30 or 90 days, or on a day to choose.
class ExpiryField : public FormField
{
    Q_OBJECT

public:
    //! The parts are called "<area>.expiryCombo" and ".expiryDate".
    explicit ExpiryField(const QString &area, QWidget *parent = nullptr);

    //! An invalid time is never. A moment within a day is kept until another day is chosen.
    void setExpiry(const QDateTime &expires);
    QDateTime expiry() const;
    void chooseDays(int days);

private:
    enum class Choice { Never, Days30, Days90, Day };

    void showDate();

    QComboBox *m_combo;
    QDateEdit *m_date;
    QDateTime m_kept;
};

} // namespace Gatehouse::Ui
