// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/providers/replacedialog.h"

#include "ui/widgets/dialogheight.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/labels.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int dialogWidth = 460;

} // namespace

ReplaceDialog::ReplaceDialog(const QString &name, const QStringList &routes,
                             const QList<std::pair<QString, QString>> &others, QWidget *parent)
    : QDialog(parent)
    , m_others(new QComboBox(this))
{
    setObjectName(u"providers.deleteDialog"_s);
    setWindowTitle(tr("Delete %1").arg(name));
    setAccessibleName(windowTitle());
    setMinimumWidth(dialogWidth);
    auto *title = makeLabel(tr("%1 is still used").arg(name), u"dialogTitle"_s, this);
    const QString names = routes.join(tr(", ", "between route names"));
    auto *text = makeLabel(
        routes.size() == 1
            ? tr("The route %1 sends requests to it.").arg(names)
            : tr("%n routes send requests to it: %1.", nullptr, int(routes.size())).arg(names),
        u"body"_s, this);
    text->setObjectName(u"providers.deleteDialog.routesLabel"_s);
    text->setWordWrap(true);
    m_others->setObjectName(u"providers.deleteDialog.replaceCombo"_s);
    for (const auto &[id, otherName] : others)
        m_others->addItem(otherName, id);
    auto *field = new FormField(
        tr("Replace with"), m_others,
        tr("The routes keep their model names. It is one change that can be undone."), this);
    auto *replace = makeButton(tr("Replace and delete"), u"danger"_s,
                               u"providers.deleteDialog.replaceButton"_s, this);
    auto *cancel =
        makeButton(tr("Keep %1").arg(name), {}, u"providers.deleteDialog.cancelButton"_s, this);
    replace->setEnabled(!others.isEmpty());
    if (others.isEmpty()) {
        m_others->setEnabled(false);
        field->setHelp(tr("There is no other provider. Add one, or take this one out of the routes "
                          "first."));
    }
    cancel->setDefault(true);
    connect(replace, &QPushButton::clicked, this, &QDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(replace);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(title);
    layout->addWidget(text);
    layout->addWidget(field);
    layout->addLayout(buttons);
    fitHeight(*this, dialogWidth);
}

QString ReplaceDialog::replacement() const
{
    return m_others->currentData().toString();
}

} // namespace Gatehouse::Ui
