// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/documents/documentjson.h"
#include "core/api/documents/networks.h"
#include "core/api/documents/validation.h"

#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Api;
using namespace Qt::StringLiterals;

class TestNetworks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void containsAddresses_data()
    {
        QTest::addColumn<QString>("network");
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<bool>("inside");
        const auto row = [](const char *network, const char *address, bool inside) {
            QTest::addRow("%s %s", network, address)
                << QString::fromLatin1(network) << QByteArray(address) << inside;
        };
        row("203.0.113.7", "203.0.113.7", true);
        row("203.0.113.7", "203.0.113.8", false);
        row("10.20.0.0/16", "10.20.255.1", true);
        row("10.20.0.0/16", "10.21.0.1", false);
        row("10.20.64.0/18", "10.20.127.255", true);
        row("10.20.64.0/18", "10.20.128.0", false);
        row("0.0.0.0/0", "198.51.100.1", true);
        row("0.0.0.0/0", "2001:db8::1", false);
        row("2001:db8::/32", "2001:db8:ffff::1", true);
        row("2001:db8::/32", "2001:db9::1", false);
        row("2001:db8::1", "2001:db8::1", true);
        row("::/0", "2001:db8::1", true);
        row("fe80::/10", "fe80::1%eth0", true);
        // A client over IPv4 on a socket for both is the same client.
        row("10.0.0.0/8", "::ffff:10.1.2.3", true);
        row("127.0.0.0/8", "127.0.0.1", true);
        row("127.0.0.1", "", false);
        row("127.0.0.1", "nonsense", false);
    }
    void containsAddresses()
    {
        QFETCH(QString, network);
        QFETCH(QByteArray, address);
        const Networks networks = parseNetworks({network});
        QCOMPARE(networks.size(), 1U);
        QTEST(contains(networks, address), "inside");
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *text, const char *words) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(words);
        };
        row("office", "no address or network");
        row("", "no address or network");
        row("10.1", "no address or network");
        row("10.1.2.3.4", "no address or network");
        row("10.1.0.0/33", "no address or network");
        row("10.1.0.0/-1", "no address or network");
        row("10.1.0.0/", "no address or network");
        row("2001:db8::/129", "no address or network");
        row("fe80::1%eth0", "no address or network");
        row("10.1.2.3/16", "write 10.1.0.0/16");
        row("2001:db8::1/32", "write 2001:db8::/32");
    }
    void saysWhatIsWrong()
    {
        QFETCH(QString, text);
        QFETCH(QString, words);
        const QString problem = networksProblem({u"127.0.0.1"_s, text});
        QVERIFY2(problem.contains(words), qPrintable(problem));
        DeclaredKey key{.id = u"ci"_s, .team = {}, .secret = u"env:CI_KEY"_s, .expires = {}};
        key.addresses = {text};
        const Findings findings = validate(key, u"keys[0]"_s);
        QVERIFY(hasErrors(findings));
        QVERIFY(findings.first().path.startsWith(u"keys[0].addresses"_s));
    }

    void takesGoodOnes()
    {
        QCOMPARE(networksProblem({u"10.1.0.0/16"_s, u"::1"_s, u"2001:db8::/32"_s}), QString());
        QVERIFY(networksProblem(QStringList(101, u"::1"_s)).contains(u"at most 100"_s));
    }
};

QTEST_GUILESS_MAIN(TestNetworks)
#include "tst_networks.moc"
