// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/providers/editorsection.h"

#include "ui/widgets/labels.h"

#include <QtGui/QFocusEvent>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QSpinBox>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr double msInSecond = 1000;
constexpr int rowGap = 12;

//! Shows "5" instead of "5.000".
class NumberSpin : public QDoubleSpinBox
{
public:
    using QDoubleSpinBox::QDoubleSpinBox;

protected:
    QString textFromValue(double value) const override
    {
        return locale().toString(value, 'f', QLocale::FloatingPointShortest);
    }
};

} // namespace

EditorSection::EditorSection(Form &form, QWidget *parent)
    : QWidget(parent)
    , m_form(form)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(2, 14, 14, 14);
    m_column->setSpacing(rowGap);
}

FormField *EditorSection::makeField(const QString &path, const QString &name, const QString &label,
                                    QWidget *control, const QString &help)
{
    control->setObjectName(u"providers.editor.%1"_s.arg(name));
    control->installEventFilter(this);
    m_paths.insert(control, path);
    auto *field = new FormField(label, control, help, this);
    m_form.add(path, field);
    return field;
}

bool EditorSection::eventFilter(QObject *watched, QEvent *event)
{
    // A letter in a list of choices looks for one and is no shortcut of the page.
    if (event->type() == QEvent::ShortcutOverride && qobject_cast<QComboBox *>(watched)
        && !static_cast<QKeyEvent *>(event)->text().trimmed().isEmpty()
        && static_cast<QKeyEvent *>(event)->modifiers() == Qt::NoModifier) {
        event->accept();
        return true;
    }
    const bool left = event->type() == QEvent::FocusOut
        && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason
        && static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason;
    if (left && m_paths.contains(watched))
        Q_EMIT fieldLeft(m_paths.value(watched));
    return QWidget::eventFilter(watched, event);
}

QLineEdit *EditorSection::makeLine()
{
    auto *line = new QLineEdit(this);
    connect(line, &QLineEdit::textEdited, this, &EditorSection::edited);
    return line;
}

QSpinBox *EditorSection::makeWhole(const Api::Field &field)
{
    auto *spin = new QSpinBox(this);
    spin->setRange(int(field.minimum), int(field.maximum));
    spin->setGroupSeparatorShown(true);
    connect(spin, &QSpinBox::valueChanged, this, &EditorSection::edited);
    return spin;
}

QDoubleSpinBox *EditorSection::makeNumber(double minimum, double maximum, int decimals)
{
    auto *spin = new NumberSpin(this);
    spin->setDecimals(decimals);
    spin->setRange(minimum, maximum);
    connect(spin, &QDoubleSpinBox::valueChanged, this, &EditorSection::edited);
    return spin;
}

double EditorSection::seconds(std::chrono::milliseconds time)
{
    return double(time.count()) / msInSecond;
}

std::chrono::milliseconds EditorSection::milliseconds(const QDoubleSpinBox *field)
{
    return std::chrono::milliseconds(qRound64(field->value() * msInSecond));
}

QDoubleSpinBox *EditorSection::makeSeconds(const Api::Field &field)
{
    QDoubleSpinBox *spin = makeNumber(field.minimum / msInSecond, field.maximum / msInSecond, 3);
    spin->setSuffix(tr(" s", "seconds, after a number"));
    return spin;
}

QComboBox *EditorSection::makeCombo()
{
    auto *combo = new QComboBox(this);
    connect(combo, &QComboBox::activated, this, &EditorSection::edited);
    return combo;
}

QCheckBox *EditorSection::makeCheck(const QString &text, const QString &name)
{
    auto *check = new QCheckBox(text, this);
    check->setObjectName(u"providers.editor.%1"_s.arg(name));
    check->setAccessibleName(text);
    connect(check, &QCheckBox::clicked, this, &EditorSection::edited);
    return check;
}

void EditorSection::addTitle(const QString &text)
{
    if (m_column->count() > 0)
        m_column->addSpacing(rowGap / 2);
    m_column->addWidget(makeLabel(text, u"section"_s, this));
}

void EditorSection::add(QWidget *widget)
{
    m_column->addWidget(widget);
}

void EditorSection::addRow(const QList<QWidget *> &widgets)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(rowGap);
    for (QWidget *widget : widgets)
        row->addWidget(widget, 1, Qt::AlignTop);
    m_column->addLayout(row);
}

} // namespace Gatehouse::Ui
