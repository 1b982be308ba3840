// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/access/routepicker.h"

#include "ui/widgets/searchfield.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QtCore/QSortFilterProxyModel>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QListView>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int rowsShown = 6;

//! Routes first, then each provider as a whole and its models.
QList<ChoiceModel::Choice> choicesOf(const QStringList &names)
{
    QList<ChoiceModel::Choice> routes;
    QList<ChoiceModel::Choice> models;
    QStringList providers;
    for (const QString &name : names) {
        if (!name.contains(u'/')) {
            routes.append({.id = name, .text = {}});
            continue;
        }
        const QString provider = name.section(u'/', 0, 0);
        if (!providers.contains(provider)) {
            providers.append(provider);
            models.append({.id = u"%1/*"_s.arg(provider),
                           .text = RoutePicker::tr("All models of %1").arg(provider)});
        }
        models.append({.id = name, .text = {}});
    }
    return routes + models;
}

} // namespace

RoutePicker::RoutePicker(const QString &area, QWidget *parent)
    : QWidget(parent)
    , m_model(new ChoiceModel(this))
    , m_filter(new QSortFilterProxyModel(this))
    , m_choice(new SegmentedControl(this))
    , m_search(new SearchField(this))
    , m_list(new QListView(this))
{
    setObjectName(u"%1.routes"_s.arg(area));
    m_choice->setObjectName(u"%1.routesChoice"_s.arg(area));
    m_choice->addSegment(u"all"_s, tr("All"), tr("All models and routes"));
    m_choice->addSegment(u"chosen"_s, tr("Only these"), tr("Only chosen models and routes"));
    m_choice->setCurrent(u"all"_s);
    m_search->setObjectName(u"%1.routesFilterField"_s.arg(area));
    m_search->setAccessibleName(tr("Find a model or route"));
    m_search->setPlaceholderText(tr("Find a model or route"));
    m_filter->setSourceModel(m_model);
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_list->setObjectName(u"%1.routesList"_s.arg(area));
    m_list->setAccessibleName(tr("Models and routes that may be called"));
    m_list->setModel(m_filter);
    m_list->setUniformItemSizes(true);
    m_list->setProperty("kind", u"choices"_s);
    m_list->setMinimumHeight(rowsShown * (fontMetrics().height() + 10));
    connect(m_choice, &SegmentedControl::currentChanged, this, [this] {
        showList();
        Q_EMIT edited();
    });
    connect(m_model, &ChoiceModel::edited, this, &RoutePicker::edited);
    connect(m_search, &QLineEdit::textChanged, m_filter,
            &QSortFilterProxyModel::setFilterFixedString);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_choice, 0, Qt::AlignLeft);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    setFocusProxy(m_search);
    showList();
}

void RoutePicker::setNames(const QStringList &names)
{
    m_model->setChoices(choicesOf(names));
}

void RoutePicker::setRoutes(const QStringList &routes)
{
    const bool all = routes.isEmpty() || routes.contains(u"*"_s);
    m_choice->setCurrent(all ? u"all"_s : u"chosen"_s);
    m_model->setChosen(all ? QStringList() : routes);
    showList();
}

bool RoutePicker::isAll() const
{
    return m_choice->current() == "all"_L1;
}

QStringList RoutePicker::chosen() const
{
    return isAll() ? QStringList() : m_model->chosen();
}

void RoutePicker::showList()
{
    m_search->setVisible(!isAll());
    m_list->setVisible(!isAll());
    setFocusProxy(isAll() ? static_cast<QWidget *>(m_choice) : m_search);
}

} // namespace Gatehouse::Ui
