// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/routes/publishdialog.h"

#include "ui/widgets/formfield.h"
#include "ui/widgets/labels.h"

#include <QtCore/QStringListModel>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int dialogWidth = 520;
constexpr int leastListHeight = 64;
constexpr int mostListHeight = 240;
constexpr int lineHeight = 28;

} // namespace

PublishDialog::PublishDialog(const QStringList &difference, int warnings, QWidget *parent)
    : QDialog(parent)
    , m_reason(new QLineEdit(this))
{
    setObjectName(u"routes.publishDialog"_s);
    setWindowTitle(tr("Publish the draft"));
    setMinimumWidth(dialogWidth);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(makeLabel(tr("Publish %n changes?", nullptr, int(difference.size())),
                                u"dialogTitle"_s, this));
    auto *body = makeLabel(tr("New requests follow the new routes at once; running ones end as "
                              "they began. You can undo this."),
                           u"muted"_s, this);
    body->setWordWrap(true);
    layout->addWidget(body);
    auto *list = new QListView(this);
    list->setObjectName(u"routes.publishDialog.differenceList"_s);
    list->setAccessibleName(tr("What will change"));
    list->setProperty("kind", u"sentences"_s);
    list->setModel(new QStringListModel(difference, list));
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setWordWrap(true);
    list->setTextElideMode(Qt::ElideNone);
    list->setResizeMode(QListView::Adjust);
    list->setSpacing(2);
    list->setFixedHeight(
        qBound(leastListHeight, int(difference.size()) * lineHeight + 12, mostListHeight));
    layout->addWidget(list);
    if (warnings > 0)
        layout->addWidget(makeLabel(
            tr("The check has %n warnings. They do not stop publishing.", nullptr, warnings),
            u"warning"_s, this));
    m_reason->setObjectName(u"routes.publishDialog.reasonField"_s);
    m_reason->setMaxLength(200);
    layout->addWidget(new FormField(tr("Reason (optional)"), m_reason,
                                    tr("Kept with the version, for those who come after."), this));
    auto *cancel = makeButton(tr("Cancel"), {}, u"routes.publishDialog.cancelButton"_s, this);
    auto *publish =
        makeButton(tr("Publish"), u"primary"_s, u"routes.publishDialog.publishButton"_s, this);
    publish->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(publish);
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(publish, &QPushButton::clicked, this, &QDialog::accept);
    m_reason->setFocus();
}

QString PublishDialog::reason() const
{
    return m_reason->text().trimmed();
}

} // namespace Gatehouse::Ui
