// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/routes/targetdelegate.h"

#include "core/api/documents/documentjson.h"
#include "ui/models/targetsmodel.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QCompleter>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

QLineEdit *makeModelEditor(const QStringList &models, QWidget *parent)
{
    auto *field = new QLineEdit(parent);
    auto *completer = new QCompleter(models, field);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    field->setCompleter(completer);
    return field;
}

QDoubleSpinBox *makeWeightEditor(QWidget *parent)
{
    const Api::Fields fields = Api::routeTargetTable().fields();
    const auto weight = std::find_if(fields.cbegin(), fields.cend(),
                                     [](const auto &field) { return field.key == "weight"_L1; });
    auto *spin = new QDoubleSpinBox(parent);
    spin->setRange(weight->minimum, weight->maximum);
    spin->setDecimals(2);
    spin->setButtonSymbols(QAbstractSpinBox::NoButtons);
    spin->setAlignment(Qt::AlignRight);
    return spin;
}

} // namespace

QWidget *TargetDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                      const QModelIndex &index) const
{
    QWidget *editor = nullptr;
    if (index.column() == TargetsModel::Provider) {
        auto *combo = new QComboBox(parent);
        combo->addItems(m_providers);
        connect(combo, &QComboBox::activated, this, [this, combo] {
            Q_EMIT const_cast<TargetDelegate *>(this)->commitData(combo);
            Q_EMIT const_cast<TargetDelegate *>(this)->closeEditor(combo);
        });
        editor = combo;
    } else if (index.column() == TargetsModel::Model) {
        const auto *model = qobject_cast<const TargetsModel *>(index.model());
        editor = makeModelEditor(model ? model->modelsFor(index.row()) : QStringList(), parent);
    } else {
        editor = makeWeightEditor(parent);
    }
    editor->setObjectName(u"routes.targetsTable.editor"_s);
    editor->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
    return editor;
}

void TargetDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    const auto *line = editor->findChild<QLineEdit *>();
    const auto *self = qobject_cast<QLineEdit *>(editor);
    if ((line && line->isModified()) || (self && self->isModified()))
        return; // the table was told anew while a person types
    const QVariant value = index.data(Qt::EditRole);
    if (auto *combo = qobject_cast<QComboBox *>(editor))
        combo->setCurrentIndex(combo->findText(value.toString()));
    else if (auto *field = qobject_cast<QLineEdit *>(editor))
        field->setText(value.toString());
    else if (auto *spin = qobject_cast<QDoubleSpinBox *>(editor))
        spin->setValue(value.toDouble());
}

void TargetDelegate::setModelData(QWidget *editor, QAbstractItemModel *model,
                                  const QModelIndex &index) const
{
    if (auto *combo = qobject_cast<QComboBox *>(editor))
        model->setData(index, combo->currentText());
    else if (auto *field = qobject_cast<QLineEdit *>(editor))
        model->setData(index, field->text());
    else if (auto *spin = qobject_cast<QDoubleSpinBox *>(editor)) {
        spin->interpretText();
        model->setData(index, spin->value());
    }
}

} // namespace Gatehouse::Ui
