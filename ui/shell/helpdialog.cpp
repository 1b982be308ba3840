// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/helpdialog.h"

#include "ui/shell/helptopics.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QtCore/QStringListModel>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListView>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int listCharacters = 24;
constexpr int dialogCharacters = 92;
constexpr int dialogLines = 24;

} // namespace

HelpDialog::HelpDialog(const QString &id, QWidget *parent)
    : QDialog(parent)
    , m_list(new QListView(this))
    , m_title(makeLabel({}, u"dialogTitle"_s, this))
    , m_text(makeLabel({}, u"muted"_s, this))
{
    setObjectName(u"help.dialog"_s);
    setWindowTitle(tr("Help"));
    setAttribute(Qt::WA_DeleteOnClose);
    const QFontMetrics body(roleFont(FontRole::Body));
    resize(QSize(dialogCharacters * body.averageCharWidth(), dialogLines * body.lineSpacing())
               .boundedTo(parent->size() - QSize(48, 48)));
    QStringList titles;
    int first = 0;
    for (const HelpTopic &topic : helpTopics()) {
        if (topic.id == id)
            first = int(titles.size());
        titles.append(topic.title);
    }
    m_list->setObjectName(u"help.topicsList"_s);
    m_list->setAccessibleName(tr("Topics"));
    m_list->setModel(new QStringListModel(titles, this));
    m_list->setItemDelegate(new CellDelegate(m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFixedWidth(listCharacters * body.averageCharWidth() + 48);
    m_title->setObjectName(u"help.titleLabel"_s);
    m_text->setObjectName(u"help.textLabel"_s);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    QPushButton *shortcuts =
        makeButton(tr("Keyboard shortcuts"), u"link"_s, u"help.shortcutsButton"_s, this);
    QPushButton *close = makeButton(tr("Close"), {}, u"help.closeButton"_s, this);
    connect(shortcuts, &QPushButton::clicked, this, &HelpDialog::shortcutsRequested);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) { showTopic(current.row()); });
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(shortcuts);
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto *right = new QVBoxLayout;
    right->setSpacing(12);
    right->addWidget(m_title);
    right->addWidget(m_text, 1);
    right->addLayout(buttons);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 20, 24, 16);
    layout->setSpacing(24);
    layout->addWidget(m_list);
    layout->addLayout(right, 1);
    m_list->setCurrentIndex(m_list->model()->index(first, 0));
}

void HelpDialog::showTopic(int row)
{
    const HelpTopic topic = helpTopics().value(row);
    m_title->setText(topic.title);
    m_text->setText(topic.text);
}

} // namespace Gatehouse::Ui
