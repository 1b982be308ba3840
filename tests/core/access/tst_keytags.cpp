// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/keytags.h"

#include <QtTest/QTest>

using namespace Gatehouse;

class TestKeyTags : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void joins_data();
    void joins();
};

void TestKeyTags::joins_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("tags");
    const auto row = [](const char *name, const char *key, const char *request, const char *tags) {
        QTest::newRow(name) << QByteArray(key) << QByteArray(request) << QByteArray(tags);
    };
    row("nothing", "", "", "");
    row("of the request", "", "app=mail,step=2", "app=mail,step=2");
    row("of the key", "project=a", "", "project=a");
    row("both", "project=a", "app=mail", "project=a,app=mail");
    row("the key's hold", "project=a,stage=live", "stage=test, app=mail",
        "project=a,stage=live,app=mail");
    row("another name that ends alike", "project=a", "subproject=b", "project=a,subproject=b");
    row("no tag", "project=a", "noise,,=x", "project=a");
    row("whole tags only", "project=a", "long=0123456789012345,b=2", "project=a,b=2");
}

void TestKeyTags::joins()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, request);
    QTEST(Access::joinedTags(key, request, 30), "tags");
}

QTEST_GUILESS_MAIN(TestKeyTags)
#include "tst_keytags.moc"
