// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bodies/bodytable.h"
#include "core/bodies/recorder.h"
#include "tests/support/databasefiles.h"
#include "tests/support/fakeclock.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <functional>

using namespace Gatehouse;
using namespace Gatehouse::Bodies;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

//! Of now, as the fake clock begins.
RecordedBody body(const QByteArray &id, const QByteArray &key = "k", const QByteArray &route = "r")
{
    RecordedBody body{.id = id,
                      .time = FakeClock().wall(),
                      .key = key,
                      .route = route,
                      .request = {},
                      .answer = {}};
    body.request.append("What is 2 + 2?");
    body.answer.append("4");
    return body;
}

} // namespace

class TestRecorder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void routesAndKeysOnlyNarrow_data();
    void routesAndKeysOnlyNarrow();
    void readsThePolicyOfADocument();
    void recordsForAWhile();
    void neverMeansNever();
    void endsByTime();
    void writesNothingWhileOff();
    void keepsBeginningsAndTakesSecretsOut();
    void dropsWhatIsOldOrTooMuch();
    void deletesOneAndAll();
    void whatIsDeletedIsInNoFile_data();
    void whatIsDeletedIsInNoFile();
    void followsANewRetentionAtOnce();
    void keepsNothingWithoutATime();

private:
    //! Everything that is recorded, by id.
    QList<QByteArray> recorded(const Recorder &recorder, const QList<QByteArray> &ids)
    {
        recorder.store().flush();
        auto table = BodyTable::open(recorder.store().path());
        QList<QByteArray> found;
        for (const QByteArray &id : ids) {
            if (table && (*table)->has(id).value_or(false))
                found.append(id);
        }
        return found;
    }
    QString file() const { return m_folder.filePath(u"%1.db"_s.arg(qrand())); }
    static int qrand()
    {
        static int next = 0;
        return ++next;
    }

    QTemporaryDir m_folder;
    PatternRedactor m_redactor;
    FakeClock m_clock;
};

void TestRecorder::routesAndKeysOnlyNarrow_data()
{
    QTest::addColumn<QString>("gateway");
    QTest::addColumn<QString>("route");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("mode");
    QTest::newRow("off stays off") << u"never"_s << u"all"_s << u"all"_s << u"never"_s;
    QTest::newRow("as the gateway says") << u"all"_s << QString() << QString() << u"all"_s;
    QTest::newRow("a route narrows") << u"all"_s << u"errors"_s << QString() << u"errors"_s;
    QTest::newRow("a route does not widen") << u"errors"_s << u"all"_s << QString() << u"errors"_s;
    QTest::newRow("a key narrows") << u"all"_s << u"errors"_s << u"never"_s << u"never"_s;
}

void TestRecorder::routesAndKeysOnlyNarrow()
{
    QFETCH(const QString, gateway);
    QFETCH(const QString, route);
    QFETCH(const QString, key);
    QFETCH(const QString, mode);
    Policy policy{.gateway = *parseMode(gateway), .routes = {}, .keys = {}};
    if (const auto word = parseMode(route))
        policy.routes.insert("r", *word);
    if (const auto word = parseMode(key))
        policy.keys.insert("k", *word);
    QCOMPARE(policy.of("k", "r"), *parseMode(mode));
}

void TestRecorder::readsThePolicyOfADocument()
{
    Api::Document document;
    document.gateway.recordBodies = u"errors"_s;
    Api::Route route;
    route.id = u"fast"_s;
    route.other.insert(u"record_bodies"_s, u"never"_s);
    document.routes.append(route);
    const Policy policy = policyOf(document);
    QCOMPARE(policy.of("any", "other"), Mode::Errors);
    QCOMPARE(policy.of("any", "fast"), Mode::Never);
}

void TestRecorder::recordsForAWhile()
{
    BodyStore store(file(), m_redactor, m_clock);
    Recorder recorder(store, m_clock);
    QVERIFY(!recorder.isOn());
    recorder.begin({.key = "k", .route = {}, .left = 2, .until = m_clock.wall() + 15min});
    QVERIFY(recorder.isOn());
    recorder.offer(body("1"), false);
    recorder.offer(body("2", "another"), false);
    recorder.offer(body("3"), false);
    recorder.offer(body("4"), false);
    QVERIFY(!recorder.isOn());
    QCOMPARE(recorder.takeEnded()->key, "k"_ba);
    QVERIFY(!recorder.takeEnded());
    QCOMPARE(recorded(recorder, {"1", "2", "3", "4"}), (QList<QByteArray>{"1", "3"}));
}

void TestRecorder::neverMeansNever()
{
    BodyStore store(file(), m_redactor, m_clock);
    Recorder recorder(store, m_clock);
    recorder.setPolicy({.gateway = Mode::All, .routes = {}, .keys = {{"secret", Mode::Never}}});
    recorder.begin({.key = {}, .route = "r", .left = 9, .until = m_clock.wall() + 15min});
    recorder.offer(body("1", "secret"), true);
    recorder.offer(body("2", "open"), true);
    QCOMPARE(recorded(recorder, {"1", "2"}), QList<QByteArray>{"2"});
    QCOMPARE(recorder.session()->left, 8);
}

void TestRecorder::endsByTime()
{
    BodyStore store(file(), m_redactor, m_clock);
    Recorder recorder(store, m_clock);
    recorder.begin({.key = "k", .route = {}, .left = 9, .until = m_clock.wall() + 15min});
    m_clock.advance(15min);
    recorder.offer(body("1"), false);
    QVERIFY(!recorder.isOn());
    QVERIFY(!recorder.session());
    QVERIFY(recorder.takeEnded());
    recorder.begin({.key = "k", .route = {}, .left = 9, .until = m_clock.wall() + 15min});
    QVERIFY(recorder.end());
    QVERIFY(!recorder.takeEnded()); // somebody ended it
}

void TestRecorder::writesNothingWhileOff()
{
    const QString path = file();
    {
        BodyStore store(path, m_redactor, m_clock);
        Recorder recorder(store, m_clock);
        recorder.offer(body("1"), true);
        store.flush();
    }
    QVERIFY(!QFile::exists(path));
}

void TestRecorder::keepsBeginningsAndTakesSecretsOut()
{
    const QString path = file();
    BodyStore store(path, m_redactor, m_clock);
    RecordedBody spoken = body("1");
    spoken.time = m_clock.wall();
    const QByteArray key = "sk-" + QByteArray(40, 'a');
    spoken.request.append(" my key is ");
    spoken.request.append(key);
    spoken.answer.append(QByteArray(longestKept, 'x'));
    store.save(spoken);
    store.flush();
    QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
    auto table = BodyTable::open(path);
    const auto found = (*table)->load("1");
    QVERIFY(found);
    QVERIFY(!found->request.text.contains(key));
    QCOMPARE(found->redactions, 1);
    QCOMPARE(found->answer.text.size(), longestKept);
    QCOMPARE(found->answer.size, longestKept + 1);
    QVERIFY(found->answer.isCut() && !found->request.isCut());
}

void TestRecorder::dropsWhatIsOldOrTooMuch()
{
    auto table = BodyTable::open(file());
    QVERIFY(table);
    const auto save = [&](const QByteArray &id, std::chrono::hours age, qsizetype size) {
        RecordedBody one = body(id);
        one.time = m_clock.wall() - age;
        one.answer.append(QByteArray(size, 'x'));
        return bool((*table)->save(one));
    };
    QVERIFY(save("old", 24h * 8, 1) && save("big", 3h, 5000) && save("mid", 2h, 5000)
            && save("new", 1h, 5000));
    QVERIFY((*table)->sweep({.age = 24h * 7, .bytes = 12'000}, m_clock.wall()));
    QCOMPARE((*table)->facts()->count, 2);
    QVERIFY(!(*table)->load("old") && !(*table)->load("big") && (*table)->load("new"));
}

void TestRecorder::deletesOneAndAll()
{
    const QString path = file();
    auto table = BodyTable::open(path);
    QVERIFY((*table)->save(body("1")) && (*table)->save(body("2")) && (*table)->save(body("3")));
    QVERIFY((*table)->remove("1"));
    QCOMPARE((*table)->remove("1").error().code, ErrorCode::NotFound);
    QCOMPARE((*table)->clear().value_or(-1), 2);
    QFile content(path);
    QVERIFY(content.open(QIODevice::ReadOnly));
    QVERIFY(!content.readAll().contains("What is 2 + 2?"));
}

void TestRecorder::whatIsDeletedIsInNoFile_data()
{
    using Delete = std::function<bool(BodyTable &, WallTime)>;
    QTest::addColumn<Delete>("deleted");
    QTest::newRow("by its id") << Delete(
        [](BodyTable &table, WallTime) { return bool(table.remove("1")); });
    QTest::newRow("by age") << Delete([](BodyTable &table, WallTime now) {
        return bool(table.sweep({.age = 1h, .bytes = 1'000'000}, now));
    });
    QTest::newRow("by size") << Delete([](BodyTable &table, WallTime now) {
        return bool(table.sweep({.age = 24h, .bytes = 600}, now));
    });
    QTest::newRow("with all") << Delete(
        [](BodyTable &table, WallTime) { return bool(table.clear()); });
}

void TestRecorder::whatIsDeletedIsInNoFile()
{
    QFETCH(std::function<bool(BodyTable &, WallTime)>, deleted);
    const QString path = file();
    auto table = BodyTable::open(path);
    RecordedBody one = body("1");
    one.time = m_clock.wall() - 2h;
    one.answer.append(QByteArray("The answer nobody may find. ").repeated(2000));
    QVERIFY((*table)->save(one));
    RecordedBody other = body("2");
    other.time = m_clock.wall();
    QVERIFY((*table)->save(other));
    QVERIFY(databaseBytes(path).contains("The answer nobody may find."));
    QVERIFY(deleted(**table, m_clock.wall()));
    QVERIFY(!(*table)->load("1"));
    QVERIFY(!databaseBytes(path).contains("nobody may find"));
}

void TestRecorder::followsANewRetentionAtOnce()
{
    BodyStore store(file(), m_redactor, m_clock);
    Recorder recorder(store, m_clock);
    recorder.setPolicy({.gateway = Mode::All, .routes = {}, .keys = {}});
    RecordedBody old = body("old");
    old.time = m_clock.wall() - 3h;
    recorder.offer(std::move(old), false);
    recorder.offer(body("new"), false);
    QCOMPARE(recorded(recorder, {"old", "new"}).size(), 2);
    store.setRetention({.age = 2h, .bytes = 1'000'000});
    QCOMPARE(recorded(recorder, {"old", "new"}), QList<QByteArray>{"new"});
}

void TestRecorder::keepsNothingWithoutATime()
{
    BodyStore store(file(), m_redactor, m_clock);
    Recorder recorder(store, m_clock);
    recorder.begin({.key = "k", .route = {}, .left = 9, .until = m_clock.wall() + 15min});
    recorder.offer(body("1"), false);
    QCOMPARE(recorded(recorder, {"1"}).size(), 1);
    store.setRetention({.age = 0h, .bytes = 1'000'000});
    recorder.cut();
    QVERIFY(!recorder.isOn());
    QVERIFY(recorder.takeEnded());
    QVERIFY(recorded(recorder, {"1"}).isEmpty());
    store.save(body("2"));
    QVERIFY(recorded(recorder, {"2"}).isEmpty());
}

QTEST_GUILESS_MAIN(TestRecorder)
#include "tst_recorder.moc"
