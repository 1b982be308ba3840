// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/priceimportdialog.h"

#include "ui/widgets/calendar.h"
#include "ui/widgets/labels.h"

#include <QtCore/QFileInfo>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QDateEdit>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int dialogWidth = 460;

} // namespace

PriceImportDialog::PriceImportDialog(const QList<Api::PriceOverride> &prices, const QString &file,
                                     const QDate &today, QWidget *parent)
    : QDialog(parent)
    , m_prices(prices)
    , m_dated(new QCheckBox(tr("They hold from this day on:"), this))
    , m_from(new QDateEdit(today, this))
{
    setObjectName(u"settings.prices.importDialog"_s);
    setWindowTitle(tr("Import own prices"));
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_DeleteOnClose);
    QLabel *count = makeLabel(
        tr("%n prices in %1.", nullptr, int(prices.size())).arg(QFileInfo(file).fileName()),
        u"muted"_s, this);
    count->setWordWrap(true);
    m_dated->setObjectName(u"settings.prices.importDialog.datedCheck"_s);
    m_from->setObjectName(u"settings.prices.importDialog.fromEdit"_s);
    m_from->setAccessibleName(tr("First day"));
    addCalendar(*m_from);
    m_from->setEnabled(false);
    connect(m_dated, &QCheckBox::toggled, m_from, &QWidget::setEnabled);
    auto *day = new QHBoxLayout;
    day->setSpacing(8);
    day->addWidget(m_dated);
    day->addWidget(m_from);
    day->addStretch(1);
    QLabel *help = makeLabel(tr("Without a day they also hold for the past when it is "
                                "recalculated. A day in the file comes first."),
                             u"caption"_s, this);
    help->setWordWrap(true);
    QPushButton *cancel =
        makeButton(tr("Cancel"), {}, u"settings.prices.importDialog.cancelButton"_s, this);
    QPushButton *import = makeButton(tr("Import"), u"primary"_s,
                                     u"settings.prices.importDialog.importButton"_s, this);
    import->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(import);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(makeLabel(windowTitle(), u"dialogTitle"_s, this));
    layout->addWidget(count);
    layout->addLayout(day);
    layout->addWidget(help);
    layout->addLayout(buttons);
    setFixedWidth(dialogWidth);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(import, &QPushButton::clicked, this, &PriceImportDialog::submit);
}

void PriceImportDialog::submit()
{
    for (Api::PriceOverride &price : m_prices) {
        if (m_dated->isChecked() && price.from.isEmpty())
            price.from = m_from->date().toString(Qt::ISODate);
    }
    Q_EMIT entered(m_prices);
    accept();
}

} // namespace Gatehouse::Ui
