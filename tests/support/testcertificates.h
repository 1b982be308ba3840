// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QProcess>
#include <QtCore/QString>
#include <QtCore/QStringList>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

namespace Gatehouse {

//! Certificates made for one test run with the openssl program, in a folder that vanishes: an
//! authority, and server certificates (EC P-256) signed by it or by themselves.
class TestCertificates
{
public:
    struct Server {
        QString certificate;
        QString key;
    };

    TestCertificates() { makeAuthority(QStringLiteral("ca")); }

    bool isValid() const { return m_isValid; }
    QString authority() const { return path(QStringLiteral("ca.pem")); }
    QString path(const QString &file) const { return m_folder.filePath(file); }

    //! \a names: for subjectAltName, "DNS:localhost,IP:127.0.0.1". \a days may be negative.
    Server server(const QString &name, const QString &names, int days = 30,
                  const QString &issuer = QStringLiteral("ca"))
    {
        const Server made = {path(name + QStringLiteral(".pem")),
                             path(name + QStringLiteral(".key"))};
        const QString request = path(name + QStringLiteral(".csr"));
        const QString extensions = path(name + QStringLiteral(".ext"));
        QFile file(extensions);
        m_isValid = m_isValid && file.open(QIODevice::WriteOnly);
        file.write(QStringLiteral("subjectAltName=%1\n").arg(names).toLatin1());
        file.close();
        run({QStringLiteral("req"), QStringLiteral("-new"), QStringLiteral("-subj"),
             QStringLiteral("/CN=") + name, QStringLiteral("-newkey"), QStringLiteral("ec"),
             QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:P-256"),
             QStringLiteral("-nodes"), QStringLiteral("-keyout"), made.key, QStringLiteral("-out"),
             request});
        run({QStringLiteral("x509"), QStringLiteral("-req"), QStringLiteral("-in"), request,
             QStringLiteral("-CA"), path(issuer + QStringLiteral(".pem")), QStringLiteral("-CAkey"),
             path(issuer + QStringLiteral(".key")), QStringLiteral("-CAcreateserial"),
             QStringLiteral("-days"), QString::number(days), QStringLiteral("-extfile"), extensions,
             QStringLiteral("-out"), made.certificate});
        return made;
    }

    Server selfSigned(const QString &name) { return makeAuthority(name); }

private:
    Server makeAuthority(const QString &name)
    {
        const Server made = {path(name + QStringLiteral(".pem")),
                             path(name + QStringLiteral(".key"))};
        run({QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-subj"),
             QStringLiteral("/CN=localhost"), QStringLiteral("-addext"),
             QStringLiteral("subjectAltName=DNS:localhost"), QStringLiteral("-newkey"),
             QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
             QStringLiteral("ec_paramgen_curve:P-256"), QStringLiteral("-nodes"),
             QStringLiteral("-days"), QStringLiteral("30"), QStringLiteral("-keyout"), made.key,
             QStringLiteral("-out"), made.certificate});
        return made;
    }

    void run(const QStringList &arguments)
    {
        QProcess openssl;
        openssl.setProcessChannelMode(QProcess::MergedChannels);
        openssl.start(QStringLiteral("openssl"), arguments);
        const bool done = openssl.waitForFinished() && openssl.exitCode() == 0;
        if (!done)
            qWarning("openssl: %s", openssl.readAll().constData());
        m_isValid = m_isValid && done;
    }

    QTemporaryDir m_folder;
    bool m_isValid = true;
};

} // namespace Gatehouse
