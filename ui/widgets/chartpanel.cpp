// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chartpanel.h"

#include "ui/widgets/chartdatamodel.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tableview.h"

#include <QtCore/QSaveFile>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int timeCharacters = 14;
constexpr int valueCharacters = 9;

void askForFile(QWidget *parent, const std::function<void(const QString &)> &chosen)
{
    auto *dialog = new QFileDialog(parent, ChartPanel::tr("Export this chart as CSV"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, chosen);
    dialog->open();
}

} // namespace

ChartPanel::ChartPanel(ChartView *chart, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_chart(chart)
    , m_legend(new LegendBar(this))
    , m_toggle(makeButton(tr("Data"), u"ghost"_s, name + u"DataToggle"_s, this))
    , m_resetZoom(makeButton(tr("Reset zoom"), u"link"_s, name + u"ResetZoomButton"_s, this))
    , m_menu(new QMenu(this))
    , m_table(new TableView(this))
    , m_data(new ChartDataModel(*chart, this))
    , m_body(new QWidget(this))
{
    m_chart->setObjectName(name + u"Chart"_s);
    m_legend->setObjectName(name + u"Legend"_s);
    m_table->setObjectName(name + u"DataTable"_s);
    m_table->setModel(m_data);
    m_menu->setObjectName(name + u"Menu"_s);
    m_toggle->setCheckable(true);
    m_toggle->setIcon(themeIcon(u"table"_s));
    m_toggle->setToolTip(tr("Show the same numbers as a table (T)"));
    m_resetZoom->hide();
    m_chooseFile = [this](const std::function<void(const QString &)> &chosen) {
        askForFile(this, chosen);
    };
    layOut();
    addMenuActions();
    setTabOrder(m_toggle, m_resetZoom); // as they are read
    setTabOrder(m_resetZoom, m_chart);
    setTabOrder(m_chart, m_table);
    connect(m_legend, &LegendBar::hiddenChanged, m_chart, &ChartView::setHidden);
    connect(m_toggle, &QPushButton::toggled, this, &ChartPanel::setDataShown);
    connect(m_resetZoom, &QPushButton::clicked, m_chart, &ChartView::resetZoom);
    connect(m_chart, &ChartView::zoomChanged, this, &ChartPanel::showZoom);
    connect(m_chart, &ChartView::tableRequested, this, [this] {
        m_toggle->setChecked(true);
        m_table->setFocus();
    });
    connect(m_data, &QAbstractItemModel::modelReset, this, &ChartPanel::sizeTable);
    connect(m_table, &TableView::rowActivated, this, [this](const QModelIndex &index) {
        const int point = m_chart->firstPoint() + index.row();
        Q_EMIT requestsRequested(point, point);
    });
}

void ChartPanel::layOut()
{
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_legend, 1);
    line->addWidget(m_resetZoom, 0, Qt::AlignTop);
    m_stack = new QStackedLayout(m_body);
    m_stack->addWidget(m_chart);
    m_stack->addWidget(m_table);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(line);
    layout->addWidget(m_body, 1);
}

void ChartPanel::addMenuActions()
{
    const auto add = [this](const QString &name, const QString &text, auto run) {
        QAction *action = m_menu->addAction(text);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, run);
    };
    add(u"action.copyChartImage"_s, tr("Copy image"), [this] { copyImage(); });
    add(u"action.copyChartData"_s, tr("Copy data"),
        [this] { QGuiApplication::clipboard()->setText(m_data->text()); });
    add(u"action.exportChartCsv"_s, tr("Export CSV…"), [this] { exportCsv(); });
    m_menu->addSeparator();
    add(u"action.openChartRequests"_s, tr("Open requests"),
        [this] { Q_EMIT requestsRequested(m_chart->firstPoint(), m_chart->lastPoint()); });
    m_chart->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_chart, &QWidget::customContextMenuRequested, this, &ChartPanel::showMenu);
}

void ChartPanel::showMenu(const QPoint &place)
{
    m_menu->popup(m_chart->mapToGlobal(place));
}

void ChartPanel::copyImage() const
{
    m_chart->setCurrentPoint(-1); // without crosshair
    QPixmap picture(m_chart->size() * m_chart->devicePixelRatioF());
    picture.setDevicePixelRatio(m_chart->devicePixelRatioF());
    picture.fill(palette().color(QPalette::Base));
    static_cast<QWidget *>(m_chart)->render(&picture, {}, {}, DrawChildren);
    QGuiApplication::clipboard()->setPixmap(picture);
}

void ChartPanel::setLegend(const QList<LegendEntry> &entries)
{
    m_legend->setEntries(entries);
}

void ChartPanel::setTitle(const QString &title)
{
    m_title = title;
    m_chart->setAccessibleName(title);
    m_toggle->setAccessibleName(tr("%1: numbers as a table").arg(title));
    m_resetZoom->setAccessibleName(tr("%1: reset zoom").arg(title));
    m_table->setAccessibleName(tr("%1: numbers").arg(title));
}

void ChartPanel::setDataShown(bool shown)
{
    m_toggle->setChecked(shown);
    m_stack->setCurrentWidget(shown ? static_cast<QWidget *>(m_table) : m_chart);
}

void ChartPanel::setBodyHeight(int height)
{
    for (QWidget *part : {m_body, static_cast<QWidget *>(m_chart), static_cast<QWidget *>(m_table)})
        part->setFixedHeight(height);
}

void ChartPanel::sizeTable()
{
    for (int column = 0; column < m_data->columnCount(); ++column) {
        m_table->setColumnCharacters(column, column == 0 ? timeCharacters : valueCharacters);
        const int title = m_table->horizontalHeader()->sectionSizeHint(column);
        m_table->setColumnWidth(column, std::max(m_table->columnWidth(column), title));
    }
}

void ChartPanel::showZoom()
{
    if (!m_chart->isZoomed() && m_resetZoom->hasFocus())
        m_chart->setFocus(); // the button goes
    m_resetZoom->setVisible(m_chart->isZoomed());
}

QByteArray ChartPanel::csv() const
{
    return m_data->csv();
}

void ChartPanel::exportCsv()
{
    m_chooseFile([this](const QString &path) {
        QSaveFile file(path);
        if (file.open(QIODevice::WriteOnly) && file.write(csv()) >= 0)
            file.commit();
    });
}

} // namespace Gatehouse::Ui
