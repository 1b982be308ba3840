// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/doctor.h"

#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Admin;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QJsonObject withProblem(QJsonObject status, const QString &code)
{
    status.insert(u"problems"_s,
                  QJsonArray{QJsonObject{{u"code"_s, code}, {u"detail"_s, u"the reason"_s}}});
    return status;
}

DoctorFacts soundFacts()
{
    return {.status = {{u"version"_s, u"1.0"_s},
                       {u"state"_s, u"running"_s},
                       {u"time_zone"_s, u"Europe/Berlin"_s},
                       {u"listen"_s, QJsonArray{u"127.0.0.1:4417"_s}},
                       {u"secrets"_s,
                        QJsonObject{{u"state"_s, u"ready"_s}, {u"label"_s, u"Sealed file"_s}}},
                       {u"ledger"_s, QJsonObject{{u"waiting"_s, 3}}}},
            .dataFolder = u"/var/lib/gatehouse"_s,
            .writable = true,
            .permissions = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner,
            .freeBytes = 50'000'000'000,
            .now = WallTime(1'000'000s),
            .newestRequest = WallTime(999'990s),
            .providers = {{u"openai"_s, u"healthy"_s, u"from traffic"_s}},
            .books = {{u"ok"_s, true}, {u"days"_s, 2}, {u"requests"_s, 12}}};
}

QString stateOf(const DoctorFacts &facts, const QString &id)
{
    for (const QJsonValue &check : doctorChecks(facts))
        if (check["id"_L1].toString() == id)
            return check["state"_L1].toString();
    return {};
}

} // namespace

class TestDoctor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsNothing();
    void findsTrouble_data();
    void findsTrouble();
};

void TestDoctor::findsNothing()
{
    const QJsonArray checks = doctorChecks(soundFacts());
    QCOMPARE(checks.size(), 10);
    QCOMPARE(checks[0]["id"_L1], u"engine"_s);
    for (const QJsonValue &check : checks) {
        QCOMPARE(check["state"_L1], u"passed"_s);
        QCOMPARE(check["fix"_L1], QString());
    }
    QVERIFY(isSound(checks));
}

void TestDoctor::findsTrouble_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("state");
    QTest::addColumn<std::function<void(DoctorFacts &)>>("spoil");
    const auto row = [](const char *name, const QString &id, const QString &state,
                        const std::function<void(DoctorFacts &)> &spoil) {
        QTest::newRow(name) << id << state << spoil;
    };
    row("sums", u"sums"_s, u"failed"_s, [](DoctorFacts &facts) {
        facts.books = {{u"ok"_s, false},
                       {u"differences"_s,
                        QJsonArray{QJsonObject{{u"day"_s, u"2026-11-20"_s},
                                               {u"between"_s, u"rows and sums by day"_s}}}}};
    });
    row("folder", u"data_folder"_s, u"failed"_s, [](auto &f) { f.writable = false; });
    row("rights", u"data_folder"_s, u"warning"_s,
        [](auto &f) { f.permissions |= QFileDevice::ReadOther; });
    row("little space", u"disk"_s, u"warning"_s, [](auto &f) { f.freeBytes = 500'000'000; });
    row("no space", u"disk"_s, u"failed"_s, [](auto &f) { f.freeBytes = 1000; });
    row("unknown space", u"disk"_s, u"warning"_s, [](auto &f) { f.freeBytes = -1; });
    row("clock", u"clock"_s, u"failed"_s, [](auto &f) { f.newestRequest = f.now + 1h; });
    row("port", u"ports"_s, u"failed"_s,
        [](auto &f) { f.status = withProblem(f.status, u"cannot_listen"_s); });
    row("stopped", u"ports"_s, u"warning"_s,
        [](auto &f) { f.status.insert(u"state"_s, u"stopped"_s); });
    row("finding", u"configuration"_s, u"warning"_s, [](auto &f) {
        f.findings.append({.severity = Api::Severity::Warning, .path = u"keys"_s});
    });
    row("file", u"configuration"_s, u"failed"_s,
        [](auto &f) { f.status = withProblem(f.status, u"file_refused"_s); });
    row("locked", u"secrets"_s, u"failed"_s, [](auto &f) {
        f.status = withProblem(f.status, u"secrets_locked"_s);
        f.status.insert(u"secrets"_s, QJsonObject{{u"state"_s, u"locked"_s}});
    });
    row("unused store", u"secrets"_s, u"warning"_s, [](auto &f) {
        f.status.insert(u"secrets"_s, QJsonObject{{u"state"_s, u"unavailable"_s}});
    });
    row("backlog", u"books"_s, u"warning"_s, [](auto &f) {
        f.status.insert(u"ledger"_s, QJsonObject{{u"waiting"_s, 20'000}});
    });
    row("lost", u"books"_s, u"failed"_s,
        [](auto &f) { f.status = withProblem(f.status, u"records_lost"_s); });
    row("down", u"provider:openai"_s, u"failed"_s,
        [](auto &f) { f.providers.first().health = u"down"_s; });
    row("degraded", u"provider:openai"_s, u"warning"_s,
        [](auto &f) { f.providers.first().health = u"degraded"_s; });
}

void TestDoctor::findsTrouble()
{
    QFETCH(QString, id);
    QFETCH(QString, state);
    QFETCH(std::function<void(DoctorFacts &)>, spoil);
    DoctorFacts facts = soundFacts();
    spoil(facts);
    QCOMPARE(stateOf(facts, id), state);
    QCOMPARE(isSound(doctorChecks(facts)), state != "failed"_L1);
}

QTEST_GUILESS_MAIN(TestDoctor)
#include "tst_doctor.moc"
