// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/unknownsettings.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

class UnknownSettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsThem_data();
    void keepsThem();
    void refusesToLoseThem();
};

namespace {

QJsonValue json(const QByteArray &text)
{
    const QJsonObject object = QJsonDocument::fromJson("{\"it\":" + text + "}").object();
    return object.value("it"_L1);
}

} // namespace

void UnknownSettingsTest::keepsThem_data()
{
    QTest::addColumn<QByteArray>("known");
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QByteArray>("mine");
    QTest::addColumn<QByteArray>("all");
    const auto row = [](const char *name, const char *known, const char *raw, const char *mine,
                        const char *all) {
        QTest::newRow(name) << QByteArray(known) << QByteArray(raw) << QByteArray(mine)
                            << QByteArray(all);
    };
    row("nothing unknown", R"({"a":1})", R"({"a":1})", R"({"a":2})", R"({"a":2})");
    row("a setting", R"({"a":1})", R"({"a":1,"x":9})", R"({"a":2})", R"({"a":2,"x":9})");
    row("a removed one stays so", R"({"a":1,"b":2})", R"({"a":1,"b":2,"x":9})", R"({"a":1})",
        R"({"a":1,"x":9})");
    row("within a group", R"({"g":{"a":1}})", R"({"g":{"a":1,"x":9}})", R"({"g":{"a":3}})",
        R"({"g":{"a":3,"x":9}})");
    row("within a group that was empty", R"({})", R"({"g":{"x":9}})", R"({"g":{"a":3}})",
        R"({"g":{"a":3,"x":9}})");
    row("a removed group takes it along", R"({"g":{"a":1}})", R"({"g":{"a":1,"x":9}})", R"({})",
        R"({})");
    row("in a list, reordered", R"([{"id":"p","a":1},{"id":"q"}])",
        R"([{"id":"p","a":1,"x":9},{"id":"q"}])", R"([{"id":"q"},{"id":"p","a":2}])",
        R"([{"id":"q"},{"id":"p","a":2,"x":9}])");
    row("in a list, added and deleted", R"([{"id":"p"},{"id":"q"}])",
        R"([{"id":"p","x":9},{"id":"q","x":8}])", R"([{"id":"q"},{"id":"r"}])",
        R"([{"id":"q","x":8},{"id":"r"}])");
    row("of targets", R"([{"provider":"o","model":"m","weight":1}])",
        R"([{"provider":"o","model":"m","weight":1,"x":9}])",
        R"([{"provider":"o","model":"m","weight":5}])",
        R"([{"provider":"o","model":"m","weight":5,"x":9}])");
    row("of items without a name, unchanged", R"([{"a":1},{"a":2}])", R"([{"a":1},{"a":2,"x":9}])",
        R"([{"a":2},{"a":1}])", R"([{"a":2,"x":9},{"a":1}])");
}

void UnknownSettingsTest::keepsThem()
{
    QFETCH(QByteArray, known);
    QFETCH(QByteArray, raw);
    QFETCH(QByteArray, mine);
    QFETCH(QByteArray, all);
    const auto found = withUnknown(json(known), json(raw), json(mine));
    QVERIFY(found);
    QCOMPARE(*found, json(all));
}

//! Which of them was changed cannot be told.
void UnknownSettingsTest::refusesToLoseThem()
{
    const QJsonValue known = json(R"([{"a":1},{"a":2}])");
    const QJsonValue raw = json(R"([{"a":1},{"a":2,"x":9}])");
    QVERIFY(!withUnknown(known, raw, json(R"([{"a":1},{"a":3}])")));
    QVERIFY(!withUnknown(known, json(R"([{"a":1},{"a":2,"x":9},{"a":4}])"), known));
}

} // namespace Gatehouse::Ui

QTEST_GUILESS_MAIN(Gatehouse::Ui::UnknownSettingsTest)
#include "tst_unknownsettings.moc"
