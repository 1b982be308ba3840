// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/access/limitfields.h"

#include "ui/widgets/form.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/replacedwords.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QSpinBox>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int highest = 2'000'000'000;

std::optional<int> limitOf(const QSpinBox &spin)
{
    return spin.value() > 0 ? std::optional(spin.value()) : std::nullopt;
}

} // namespace

LimitFields::LimitFields(const QString &area, const QString &path, Form &form, QWidget *parent)
    : QWidget(parent)
    , m_rpm(makeCount(u"%1.rpmSpin"_s.arg(area)))
    , m_tpm(makeCount(u"%1.tpmSpin"_s.arg(area)))
    , m_parallel(makeCount(u"%1.parallelSpin"_s.arg(area)))
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(12);
    const auto add = [&](const QString &name, const QString &label, QSpinBox *control) {
        auto *field = new FormField(label, control, {}, this);
        form.add(path + u'.' + name, field);
        line->addWidget(field, 1, Qt::AlignTop);
    };
    add(u"rpm"_s, tr("Requests a minute"), m_rpm);
    add(u"tpm"_s, tr("Tokens a minute"), m_tpm);
    add(u"max_in_flight"_s, tr("At the same time"), m_parallel);
}

QSpinBox *LimitFields::makeCount(const QString &name)
{
    auto *spin = new QSpinBox(this);
    spin->setObjectName(name);
    spin->setRange(0, highest);
    spin->setGroupSeparatorShown(true);
    spin->setSpecialValueText(tr("No limit"));
    replaceWordsByTyping(*spin);
    return spin;
}

void LimitFields::setLimits(const Api::KeyLimits &limits)
{
    m_rpm->setValue(limits.rpm.value_or(0));
    m_tpm->setValue(limits.tpm.value_or(0));
    m_parallel->setValue(limits.maxInFlight.value_or(0));
}

Api::KeyLimits LimitFields::limits() const
{
    return {.rpm = limitOf(*m_rpm), .tpm = limitOf(*m_tpm), .maxInFlight = limitOf(*m_parallel)};
}

} // namespace Gatehouse::Ui
