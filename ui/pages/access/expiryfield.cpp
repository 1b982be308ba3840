// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/access/expiryfield.h"

#include "ui/widgets/calendar.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QDateEdit>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int defaultDays = 30;

QComboBox *makeCombo(const QString &area)
{
    auto *combo = new QComboBox;
    combo->setObjectName(u"%1.expiryCombo"_s.arg(area));
    return combo;
}

} // namespace

ExpiryField::ExpiryField(const QString &area, QWidget *parent)
    : FormField(tr("Expires"), makeCombo(area), {}, parent)
    , m_combo(static_cast<QComboBox *>(control()))
    , m_date(new QDateEdit(this))
{
    m_combo->addItem(tr("Never"), int(Choice::Never));
    m_combo->addItem(tr("In 30 days"), int(Choice::Days30));
    m_combo->addItem(tr("In 90 days"), int(Choice::Days90));
    m_combo->addItem(tr("On a day…"), int(Choice::Day));
    m_date->setObjectName(u"%1.expiryDate"_s.arg(area));
    m_date->setAccessibleName(tr("First day the key no longer works"));
    m_date->setToolTip(tr("The first day the key no longer works"));
    m_date->setMinimumDate(QDate::currentDate().addDays(1));
    m_date->setDate(QDate::currentDate().addDays(defaultDays));
    addCalendar(*m_date);
    addBeside(m_date);
    connect(m_combo, &QComboBox::currentIndexChanged, this, &ExpiryField::showDate);
    showDate();
}

void ExpiryField::showDate()
{
    m_date->setVisible(m_combo->currentIndex() == int(Choice::Day));
}

void ExpiryField::setExpiry(const QDateTime &expires)
{
    m_kept = expires;
    m_combo->setCurrentIndex(int(expires.isValid() ? Choice::Day : Choice::Never));
    if (!expires.isValid())
        return;
    m_date->setMinimumDate(std::min(m_date->minimumDate(), expires.toLocalTime().date()));
    m_date->setDate(expires.toLocalTime().date());
}

void ExpiryField::chooseDays(int days)
{
    m_combo->setCurrentIndex(int(days > defaultDays ? Choice::Days90 : Choice::Days30));
}

QDateTime ExpiryField::expiry() const
{
    switch (Choice(m_combo->currentIndex())) {
    case Choice::Never:
        break;
    case Choice::Days30:
        return QDateTime::currentDateTimeUtc().addDays(30);
    case Choice::Days90:
        return QDateTime::currentDateTimeUtc().addDays(90);
    case Choice::Day:
        return m_kept.isValid() && m_kept.toLocalTime().date() == m_date->date()
            ? m_kept
            : m_date->date().startOfDay();
    }
    return {};
}

} // namespace Gatehouse::Ui
