// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/settingssection.h"

#include "ui/widgets/card.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/labels.h"

#include <QtCore/QEvent>
#include <QtCore/QSet>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int rowGap = 16;
constexpr int cardGap = 12;

bool canEdit(const QWidget *control)
{
    const auto *line = qobject_cast<const QLineEdit *>(control);
    return line ? !line->isReadOnly() : control->isEnabled();
}

} // namespace

SettingsSection::SettingsSection(const QString &id, const QString &title, const QString &iconName,
                                 QWidget *parent)
    : QWidget(parent)
    , m_id(id)
    , m_title(title)
    , m_iconName(iconName)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(u"settings.%1"_s.arg(id));
    setAccessibleName(title);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(cardGap);
    m_layout->addStretch(1);
}

QString SettingsSection::rowName(QStringView row) const
{
    return u"settings.%1.%2"_s.arg(m_id, row);
}

Card *SettingsSection::addGroup(const QString &title)
{
    m_group = new Card(title.isEmpty() ? m_title : title, this);
    m_group->content()->setSpacing(rowGap);
    m_layout->insertWidget(m_layout->count() - 1, m_group);
    return m_group;
}

FormField *SettingsSection::addRow(const QString &label, QWidget *control, const QString &help)
{
    auto *field = new FormField(label, control, help, m_group, FormField::Shape::Beside);
    auto *reset = makeIconButton(u"rotate-ccw"_s, tr("Reset “%1” to its default").arg(label),
                                 u"%1.resetButton"_s.arg(control->objectName()), field);
    QSizePolicy policy = reset->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // controls stay in line
    reset->setSizePolicy(policy);
    reset->hide();
    field->addBefore(reset);
    control->setFocusPolicy(Qt::StrongFocus);
    control->installEventFilter(this);
    addPart(field, QString(label + u' ' + help));
    m_parts.last().label = label;
    return field;
}

void SettingsSection::addPart(QWidget *part, const QString &words)
{
    m_group->content()->addWidget(part);
    m_parts.append({.widget = part, .group = m_group, .words = words});
}

QList<SettingsSection::Row> SettingsSection::rows() const
{
    QList<Row> all;
    for (const Part &part : m_parts) {
        const auto *field = qobject_cast<const FormField *>(part.widget);
        if (field && !part.label.isEmpty() && isOffered(part.widget))
            all.append({field->control()->objectName().section(u'.', 1), part.label});
    }
    return all;
}

void SettingsSection::makeResettable(FormField *field, std::function<bool()> isDefault,
                                     const std::function<void()> &reset)
{
    auto *button =
        field->findChild<QToolButton *>(u"%1.resetButton"_s.arg(field->control()->objectName()));
    connect(button, &QToolButton::clicked, this, [this, reset] {
        reset();
        refreshResets();
    });
    m_resets.append(
        {.button = button, .control = field->control(), .isDefault = std::move(isDefault)});
    refreshResets();
}

void SettingsSection::refreshResets()
{
    for (const Reset &reset : std::as_const(m_resets))
        reset.button->setVisible(canEdit(reset.control) && !reset.isDefault());
}

//! Scrolling the page must not change what happens to lie under the pointer.
bool SettingsSection::eventFilter(QObject *watched, QEvent *event)
{
    const auto *control = qobject_cast<QWidget *>(watched);
    if (event->type() == QEvent::Wheel && control && !control->hasFocus()) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

bool SettingsSection::filter(const QString &text)
{
    m_filter = text;
    const bool all = text.isEmpty() || m_title.contains(text, Qt::CaseInsensitive);
    QSet<Card *> shown;
    for (const Part &part : std::as_const(m_parts)) {
        const bool found =
            isOffered(part.widget) && (all || part.words.contains(text, Qt::CaseInsensitive));
        part.widget->setVisible(found);
        if (found)
            shown.insert(part.group);
    }
    for (const Part &part : std::as_const(m_parts))
        part.group->setVisible(shown.contains(part.group));
    return !shown.isEmpty();
}

} // namespace Gatehouse::Ui
