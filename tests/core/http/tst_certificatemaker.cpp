// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/certificatemaker.h"
#include "core/http/tlscontext.h"

#include <QtCore/QDateTime>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtNetwork/QSslCertificate>
#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Http;
using namespace Qt::StringLiterals;

class TestCertificateMaker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesAPairThatBelongsTogether();
    void namesHostsAndAddresses();
    void keepsItsAuthority();
    void replacesABrokenAuthority();
    void refusesWhatIsNoName_data();
    void refusesWhatIsNoName();
    void knowsThisComputer();

private:
    MadeCertificate make(const QStringList &names = {u"office"_s}) const
    {
        return makeOfficeCertificate(m_folder.filePath(u"tls"_s), names, m_clock)
            .value_or(MadeCertificate());
    }

    SystemClock m_clock;
    QTemporaryDir m_folder;
};

void TestCertificateMaker::makesAPairThatBelongsTogether()
{
    const MadeCertificate made = make();
    const auto context = TlsContext::server(made.certificate, made.key);
    QVERIFY(context);
    QCOMPARE((*context)->certificate()->subject, u"office"_s);
    QVERIFY((*context)->warning(m_clock).isEmpty());
    QVERIFY(TlsContext::client(made.authority));
    QVERIFY(!(QFile::permissions(made.key) & (QFile::ReadGroup | QFile::ReadOther)));
}

void TestCertificateMaker::namesHostsAndAddresses()
{
    const MadeCertificate made = make({u"office"_s, u"192.0.2.7"_s, u"2001:db8::7"_s});
    const auto chain = QSslCertificate::fromPath(made.certificate);
    QCOMPARE(chain.size(), 2);
    const auto names = chain.first().subjectAlternativeNames();
    QCOMPARE(names.values(QSsl::DnsEntry), QStringList{u"office"_s});
    QCOMPARE(names.values(QSsl::IpAddressEntry).size(), 2);
    QCOMPARE(chain.first().issuerInfo(QSslCertificate::CommonName),
             chain.last().subjectInfo(QSslCertificate::CommonName));
    const auto days = QDateTime::currentDateTime().daysTo(chain.first().expiryDate());
    QVERIFY(days > 800 && days <= 825);
}

void TestCertificateMaker::keepsItsAuthority()
{
    const MadeCertificate first = make();
    const MadeCertificate second = make({u"other"_s});
    QCOMPARE(second.fingerprint, first.fingerprint);
    QCOMPARE(second.fingerprint.size(), 32 * 3 - 1);
}

void TestCertificateMaker::replacesABrokenAuthority()
{
    const MadeCertificate first = make();
    QFile key(m_folder.filePath(u"tls/authority.key"_s));
    QVERIFY(key.open(QIODevice::WriteOnly | QIODevice::Truncate));
    key.close();
    const MadeCertificate second = make();
    QVERIFY(second.fingerprint != first.fingerprint);
    QVERIFY(TlsContext::server(second.certificate, second.key));
}

void TestCertificateMaker::refusesWhatIsNoName_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::newRow("none") << QStringList();
    QTest::newRow("empty") << QStringList{QString()};
    QTest::newRow("a comma") << QStringList{u"office,DNS:bank.example"_s};
    QTest::newRow("a line break") << QStringList{u"office\nbank"_s};
    QTest::newRow("too long") << QStringList{QString(300, u'a')};
}

void TestCertificateMaker::refusesWhatIsNoName()
{
    QFETCH(QStringList, names);
    const auto made = makeOfficeCertificate(m_folder.filePath(u"refused"_s), names, m_clock);
    QVERIFY(!made);
    QCOMPARE(made.error().path, u"names"_s);
    QVERIFY(!QFile::exists(m_folder.filePath(u"refused"_s)));
}

void TestCertificateMaker::knowsThisComputer()
{
    QVERIFY(namesOfThisComputer().contains(u"localhost"_s));
    QVERIFY(make(namesOfThisComputer()).certificate.endsWith(u"gateway.pem"_s));
}

QTEST_GUILESS_MAIN(TestCertificateMaker)
#include "tst_certificatemaker.moc"
