// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/quantities.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/tableview.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSortFilterProxyModel>
#include <QtCore/QTemporaryDir>
#include <QtGui/QClipboard>
#include <QtGui/QContextMenuEvent>
#include <QtGui/QStandardItemModel>
#include <QtTest/QtTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

class Memory : public TableMemory
{
public:
    using TableMemory::TableMemory;

    std::optional<TableColumns> columns(const QString &table) const override
    {
        return m_kept.contains(table) ? std::optional(m_kept.value(table)) : std::nullopt;
    }
    void setColumns(const QString &table, const TableColumns &columns) override
    {
        m_kept.insert(table, columns);
    }

private:
    QHash<QString, TableColumns> m_kept;
};

} // namespace

class TableViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void copiesTabSeparatedAndJson();
    void copiesACell();
    void findsByTheKeyColumn();
    void headerMenuHidesAndMoves();
    void keyColumnCannotBeHidden();
    void remembersColumns();
    void sortsByHeaderAndMenuAndRemembers();
    void exportsValuesForOtherPrograms();
    void exportsByKeyAndMenu();
    void filtersItsRows();
    void judgesRowsThatCome();
    void exportsWhatPassesTheFilter();

private:
    std::unique_ptr<TableView> makeTable(QWidget *parent = nullptr);
    void trigger(QMenu *menu, const QString &name) const;
    QLineEdit *openFilter(TableView &table) const;
    static QStringList shownNames(const TableView &table);

    QStandardItemModel m_model;
};

void TableViewTest::init()
{
    m_model.clear();
    m_model.setHorizontalHeaderLabels({u"Name"_s, u"Spent"_s, u"State"_s});
    const QStringList keys{u"name"_s, u"spent"_s, u"state"_s};
    for (int column = 0; column < 3; ++column)
        m_model.setHeaderData(column, Qt::Horizontal, keys.at(column), CellRole::Id);
    for (const QString &name : {u"alpha"_s, u"beta"_s, u"gamma"_s})
        m_model.appendRow(
            {new QStandardItem(name), new QStandardItem(u"$1"_s), new QStandardItem(u"gone"_s)});
}

std::unique_ptr<TableView> TableViewTest::makeTable(QWidget *parent)
{
    auto table = std::make_unique<TableView>(parent);
    table->setObjectName(u"test.table"_s);
    table->setModel(&m_model);
    table->resize(500, 240);
    table->show();
    return table;
}

QLineEdit *TableViewTest::openFilter(TableView &table) const
{
    table.setFocus();
    QTest::keySequence(&table, QKeySequence::Find);
    return table.findChild<QLineEdit *>(u"test.table.filterField"_s);
}

QStringList TableViewTest::shownNames(const TableView &table)
{
    QStringList names;
    for (int row = 0; row < table.model()->rowCount(); ++row)
        if (!table.isRowHidden(row))
            names.append(table.model()->index(row, 0).data().toString());
    return names;
}

void TableViewTest::filtersItsRows()
{
    auto table = makeTable();
    QVERIFY(QTest::qWaitForWindowActive(table.get()));
    QLineEdit *field = openFilter(*table);
    QVERIFY(field && field->isVisible() && field->hasFocus());
    QTest::keyClicks(field, u"gone A"_s); // every word, in any cell
    QCOMPARE(shownNames(*table), (QStringList{u"alpha"_s, u"beta"_s, u"gamma"_s}));
    QTest::keyClicks(field, u"m"_s);
    QCOMPARE(shownNames(*table), QStringList{u"gamma"_s});
    QCOMPARE(table->findChild<QLabel *>(u"test.table.filterCountLabel"_s)->text(), u"1 of 3"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(table->hasFocus());
    QCOMPARE(table->currentIndex().data().toString(), u"gamma"_s);
    openFilter(*table);
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!field->isVisible() && table->hasFocus());
    QCOMPARE(shownNames(*table).size(), 3);
}

void TableViewTest::judgesRowsThatCome()
{
    auto table = makeTable();
    QVERIFY(QTest::qWaitForWindowActive(table.get()));
    QTest::keyClicks(openFilter(*table), u"et"_s);
    m_model.appendRow({new QStandardItem(u"zeta"_s), new QStandardItem(u"$2"_s)});
    m_model.appendRow({new QStandardItem(u"omega"_s), new QStandardItem(u"$2"_s)});
    QCOMPARE(shownNames(*table), (QStringList{u"beta"_s, u"zeta"_s}));
    m_model.item(0)->setText(u"theta"_s);
    QCOMPARE(shownNames(*table), (QStringList{u"theta"_s, u"beta"_s, u"zeta"_s}));
}

void TableViewTest::exportsWhatPassesTheFilter()
{
    auto table = makeTable();
    QVERIFY(QTest::qWaitForWindowActive(table.get()));
    QTest::keyClicks(openFilter(*table), u"beta"_s);
    QCOMPARE(tableAsCsv(*table, TableScope::Shown).count('\n'), 2); // with the head
    QCOMPARE(tableAsCsv(*table, TableScope::All).count('\n'), 4);
}

void TableViewTest::trigger(QMenu *menu, const QString &name) const
{
    Q_EMIT menu->aboutToShow();
    auto *action = menu->findChild<QAction *>(name);
    QVERIFY2(action, qPrintable(name));
    action->trigger();
}

void TableViewTest::copiesTabSeparatedAndJson()
{
    const auto table = makeTable();
    table->selectRow(0);
    QTest::keyClick(table.get(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"alpha\t$1\tgone"_s);
    QTest::keyClick(table.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    const QJsonDocument json =
        QJsonDocument::fromJson(QGuiApplication::clipboard()->text().toUtf8());
    QCOMPARE(json.array().first().toObject().value("spent"_L1).toString(), u"$1"_s);
}

void TableViewTest::copiesACell()
{
    const auto table = makeTable();
    const QModelIndex cell = m_model.index(1, 0);
    table->setCurrentIndex(cell);
    const QPoint place = table->visualRect(cell).center();
    QContextMenuEvent event(QContextMenuEvent::Mouse, place, table->mapToGlobal(place));
    QCoreApplication::sendEvent(table->viewport(), &event);
    auto *menu = table->findChild<QMenu *>(u"test.table.menu"_s);
    QVERIFY(menu);
    menu->findChild<QAction *>(u"action.copyCell"_s)->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"beta"_s);
}

void TableViewTest::exportsValuesForOtherPrograms()
{
    const auto table = makeTable();
    QStandardItem *spent = m_model.item(0, 1);
    spent->setData(QVariant::fromValue(Money{1'234'500'000}), CellRole::Value);
    m_model.item(1, 1)->setText(u"–"_s);
    m_model.item(2, 1)->setData(QDateTime({2026, 11, 23}, {7, 30}, Qt::UTC), CellRole::Value);
    m_model.item(0, 2)->setText(u"=1+1, \"x\""_s);
    m_model.item(1, 2)->setData(u"below"_s, CellRole::Detail);
    m_model.item(0, 0)->setData(u"k1"_s, CellRole::Id);
    table->setColumnHidden(1, true);
    QCOMPARE(tableAsCsv(*table, TableScope::Shown),
             "id,name,state,state_detail\n"
             "k1,alpha,\"'=1+1, \"\"x\"\"\",\n"
             ",beta,gone,below\n"
             ",gamma,gone,\n"_ba);
    QCOMPARE(tableAsCsv(*table, TableScope::All).split('\n').first(4),
             (QByteArrayList{"id,name,spent,state,state_detail"_ba,
                             "k1,alpha,1.2345,\"'=1+1, \"\"x\"\"\","_ba, ",beta,,gone,below"_ba,
                             ",gamma,2026-11-23T07:30:00.000Z,gone,"_ba}));
}

void TableViewTest::exportsByKeyAndMenu()
{
    const QTemporaryDir folder;
    const auto table = makeTable();
    QString asked;
    table->setFileChooser([&](QWidget *, const QString &title, const auto &chosen) {
        asked = title;
        chosen(folder.filePath(u"rows.csv"_s));
    });
    const auto written = [&folder] {
        QFile file(folder.filePath(u"rows.csv"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QTest::keyClick(table.get(), Qt::Key_E, Qt::ControlModifier);
    QVERIFY(asked.contains(u"CSV"_s));
    QVERIFY(written().startsWith("name,spent,state\nalpha,$1,gone\n"));
    table->setColumnHidden(1, true);
    const std::unique_ptr<QMenu> menu(table->makeColumnsMenu(nullptr, 0));
    trigger(menu.get(), u"action.exportTable"_s);
    QVERIFY(written().startsWith("name,state\n"));
    trigger(menu.get(), u"action.exportWholeTable"_s);
    QVERIFY(written().startsWith("name,spent,state\n"));
    table->setExportable(false);
    asked.clear();
    QTest::keyClick(table.get(), Qt::Key_E, Qt::ControlModifier);
    QVERIFY(asked.isEmpty());
}

void TableViewTest::findsByTheKeyColumn()
{
    const auto table = makeTable();
    table->setCurrentIndex(m_model.index(0, 1)); // all "$1": the name decides
    QTest::keyClick(table.get(), Qt::Key_G);
    QCOMPARE(table->currentIndex().row(), 2);
}

void TableViewTest::headerMenuHidesAndMoves()
{
    const auto table = makeTable();
    QMenu *menu = table->makeColumnsMenu(table.get(), 1);
    trigger(menu, u"action.showColumn.state"_s);
    QVERIFY(table->isColumnHidden(2));
    trigger(menu, u"action.moveColumnLeft"_s);
    QCOMPARE(table->horizontalHeader()->visualIndex(1), 0);
    table->selectRow(0);
    QCOMPARE(table->selectedText(), u"$1\talpha"_s);
}

void TableViewTest::keyColumnCannotBeHidden()
{
    const auto table = makeTable();
    QMenu *menu = table->makeColumnsMenu(table.get());
    Q_EMIT menu->aboutToShow();
    QVERIFY(!menu->findChild<QAction *>(u"action.showColumn.name"_s)->isEnabled());
}

void TableViewTest::remembersColumns()
{
    QWidget window;
    Memory memory(&window);
    window.show();
    {
        const auto table = makeTable(&window);
        QMenu *menu = table->makeColumnsMenu(table.get(), 2);
        trigger(menu, u"action.showColumn.spent"_s);
        trigger(menu, u"action.moveColumnLeft"_s);
    }
    const auto again = makeTable(&window);
    QVERIFY(again->isColumnHidden(1));
    QVERIFY(!again->isColumnHidden(2));
    QCOMPARE(again->horizontalHeader()->visualIndex(2), 0);
}

void TableViewTest::sortsByHeaderAndMenuAndRemembers()
{
    QWidget window;
    Memory memory(&window);
    window.show();
    QSortFilterProxyModel sorted;
    sorted.setSourceModel(&m_model);
    const auto make = [&] {
        auto table = std::make_unique<TableView>(&window);
        table->setObjectName(u"test.table"_s);
        table->setModel(&sorted);
        table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
        table->setSortingEnabled(true);
        table->resize(400, 200);
        table->show();
        return table;
    };
    auto table = make();
    const QHeaderView *header = table->horizontalHeader();
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                      QPoint(header->sectionViewportPosition(0) + 5, 5));
    QCOMPARE(memory.columns(u"test.table"_s)->sort, u"name"_s);
    table->setCurrentIndex(sorted.index(0, 0));
    QContextMenuEvent menuKey(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QApplication::sendEvent(table->viewport(), &menuKey);
    auto *menu = table->findChild<QMenu *>(u"test.table.menu"_s);
    QVERIFY(menu);
    trigger(menu, u"action.sortByColumn"_s);
    QCOMPARE(sorted.index(0, 0).data().toString(), u"gamma"_s);
    QCOMPARE(memory.columns(u"test.table"_s)->sort, u"-name"_s);
    table.reset();
    sorted.sort(-1);
    table = make();
    QCOMPARE(sorted.index(0, 0).data().toString(), u"gamma"_s);
}

} // namespace Gatehouse::Ui

QTEST_MAIN(Gatehouse::Ui::TableViewTest)
#include "tst_tableview.moc"
