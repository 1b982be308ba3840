// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/responses/responsestore.h"
#include "tests/support/databasefiles.h"
#include "tests/support/fakeclock.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <functional>

using namespace Gatehouse;
using namespace Gatehouse::Responses;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Owner mine{"key-1", "research"};
const Owner colleague{"key-2", "research"};
const Owner stranger{"key-3", {}};

StoredResponse sample(const QByteArray &id, const QByteArray &previous = {}, WallTime created = {})
{
    return {.id = id,
            .owner = mine,
            .created = created,
            .model = "fast",
            .previous = previous,
            .input = "{\"in\":\"" + id + "\"}",
            .output = "{\"out\":\"" + id + "\"}",
            .response = "{\"id\":\"" + id + "\"}",
            .provider = "",
            .providerKey = ""};
}

std::unique_ptr<ResponseTable> tableIn(const QTemporaryDir &folder)
{
    auto table = ResponseTable::open(folder.filePath(u"responses.db"_s));
    return table ? *std::move(table) : nullptr;
}

bool has(ResponseTable &table, const QByteArray &id)
{
    return table.load(id, mine).has_value();
}

} // namespace

class TestResponseStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatItIsGiven();
    void showsNothingToStrangers();
    void putsConversationsTogether();
    void missesWhatIsGone();
    void leavesProvidersTheirOwn();
    void deletesWhatIsOld();
    void deletesWhatIsTooMuch();
    void whatIsDeletedIsInNoFile_data();
    void whatIsDeletedIsInNoFile();
    void answersInOrder();
    void forgetsEverythingAtAgeZero();
    void beginsADamagedFileAnew();
};

void TestResponseStore::keepsWhatItIsGiven()
{
    const QTemporaryDir folder;
    const auto table = tableIn(folder);
    QVERIFY(table);
    QVERIFY(table->save(sample("resp_1")));
    const auto found = table->load("resp_1", mine);
    QVERIFY(found);
    QCOMPARE(*found, sample("resp_1"));
    StoredResponse changed = sample("resp_1");
    changed.output = "{}";
    QVERIFY(table->save(changed));
    QCOMPARE(table->load("resp_1", mine)->output, "{}"_ba);
}

void TestResponseStore::showsNothingToStrangers()
{
    const QTemporaryDir folder;
    const auto table = tableIn(folder);
    QVERIFY(table->save(sample("resp_1")));
    QVERIFY(table->load("resp_1", colleague));
    QCOMPARE(table->load("resp_1", stranger).error().code, ErrorCode::NotFound);
    QCOMPARE(table->remove("resp_1", stranger).error().code, ErrorCode::NotFound);
    QCOMPARE(table->conversation("resp_1", stranger).error().code, ErrorCode::NotFound);
    QVERIFY(table->remove("resp_1", colleague));
    QVERIFY(!has(*table, "resp_1"));
}

void TestResponseStore::putsConversationsTogether()
{
    const QTemporaryDir folder;
    const auto table = tableIn(folder);
    StoredResponse silent = sample("resp_2", "resp_1");
    silent.output.clear();
    for (const StoredResponse &one : {sample("resp_1"), silent, sample("resp_3", "resp_2")})
        QVERIFY(table->save(one));
    const auto all = table->conversation("resp_3", mine);
    QVERIFY(all);
    QCOMPARE(all->last.id, "resp_3"_ba);
    QCOMPARE(
        all->items,
        R"({"in":"resp_1"},{"out":"resp_1"},{"in":"resp_2"},{"in":"resp_3"},{"out":"resp_3"})"_ba);
}

void TestResponseStore::missesWhatIsGone()
{
    const QTemporaryDir folder;
    const auto table = tableIn(folder);
    QVERIFY(table->save(sample("resp_1")));
    QVERIFY(table->save(sample("resp_2", "resp_1")));
    QVERIFY(table->remove("resp_1", mine));
    QVERIFY(has(*table, "resp_2"));
    QCOMPARE(table->conversation("resp_2", mine).error().code, ErrorCode::NotFound);
}

void TestResponseStore::leavesProvidersTheirOwn()
{
    const QTemporaryDir folder;
    const auto table = tableIn(folder);
    StoredResponse pinned = sample("resp_1", "resp_0");
    pinned.provider = "openai";
    QVERIFY(table->save(pinned));
    const auto found = table->conversation("resp_1", mine);
    QVERIFY(found && found->last.isPinned() && found->items.isEmpty());
}

void TestResponseStore::deletesWhatIsOld()
{
    const QTemporaryDir folder;
    const auto table = tableIn(folder);
    FakeClock clock;
    const WallTime now = clock.wall();
    QVERIFY(table->save(sample("resp_old", {}, now - 48h)));
    QVERIFY(table->save(sample("resp_used", {}, now - 48h)));
    QVERIFY(table->save(sample("resp_new", "resp_used", now - 1h))); // its base counts as used now
    while (*table->sweep({.age = 24h}, now)) { }
    QVERIFY(!has(*table, "resp_old"));
    QVERIFY(has(*table, "resp_used") && has(*table, "resp_new"));
}

void TestResponseStore::whatIsDeletedIsInNoFile_data()
{
    using Delete = std::function<bool(ResponseTable &, WallTime)>;
    QTest::addColumn<Delete>("deleted");
    QTest::newRow("by its id") << Delete(
        [](ResponseTable &table, WallTime) { return bool(table.remove("resp_gone", mine)); });
    QTest::newRow("by age") << Delete(
        [](ResponseTable &table, WallTime now) { return bool(table.sweep({.age = 24h}, now)); });
    QTest::newRow("by size") << Delete([](ResponseTable &table, WallTime now) {
        return bool(table.sweep({.age = 9000h, .bytes = 2000}, now));
    });
}

void TestResponseStore::whatIsDeletedIsInNoFile()
{
    QFETCH(std::function<bool(ResponseTable &, WallTime)>, deleted);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"responses.db"_s);
    const auto table = tableIn(folder);
    const FakeClock clock;
    StoredResponse gone = sample("resp_gone", {}, clock.wall() - 48h);
    gone.output = QByteArray("\"the answer nobody may find\",").repeated(2000);
    QVERIFY(table->save(gone) && table->save(sample("resp_kept", {}, clock.wall())));
    QVERIFY(databaseBytes(path).contains("nobody may find"));
    QVERIFY(deleted(*table, clock.wall()));
    QVERIFY(!has(*table, "resp_gone") && has(*table, "resp_kept"));
    QVERIFY(!databaseBytes(path).contains("nobody may find"));
}

void TestResponseStore::deletesWhatIsTooMuch()
{
    const QTemporaryDir folder;
    const auto table = tableIn(folder);
    FakeClock clock;
    for (int i = 0; i < 10; ++i) {
        StoredResponse one = sample("resp_" + QByteArray::number(i), {}, clock.wall() + i * 1s);
        one.output = '"' + QByteArray(100'000, 'x') + '"';
        QVERIFY(table->save(one));
    }
    while (*table->sweep({.age = 24h, .bytes = 500'000}, clock.wall())) { }
    QVERIFY(!has(*table, "resp_0"));
    QVERIFY(has(*table, "resp_9"));
    QVERIFY(*table->database().integer("SELECT sum(length(output)) FROM response") <= 500'000);
}

namespace {

//! A store, and answers as soon as they are posted, on whatever thread.
struct Answers {
    ResponseStore::Post post = [this](const std::function<void()> &call) {
        const std::scoped_lock lock(mutex);
        calls.push_back(call);
    };
    int run()
    {
        std::vector<std::function<void()>> now;
        {
            const std::scoped_lock lock(mutex);
            now.swap(calls);
        }
        for (const auto &call : now)
            call();
        return int(now.size());
    }
    std::mutex mutex;
    std::vector<std::function<void()>> calls;
};

} // namespace

void TestResponseStore::answersInOrder()
{
    const QTemporaryDir folder;
    FakeClock clock;
    Answers answers;
    ResponseStore store(folder.filePath(u"r.db"_s), {}, clock);
    QVERIFY(store.isOn());
    QByteArrayList found;
    store.save(sample("resp_1", {}, clock.wall()));
    store.load("resp_1", mine, answers.post,
               [&found](const auto &response) { found += response ? response->id : "none"; });
    store.remove("resp_1", mine, answers.post,
                 [&found](const Result<void> &done) { found += done ? "removed" : "kept"; });
    store.conversation("resp_1", mine, answers.post,
                       [&found](const auto &all) { found += all ? all->last.id : "gone"; });
    QTRY_VERIFY((answers.run(), found.size() == 3));
    QCOMPARE(found, (QByteArrayList{"resp_1", "removed", "gone"}));
    QVERIFY(!databaseBytes(folder.filePath(u"r.db"_s)).contains("resp_1"));
}

void TestResponseStore::forgetsEverythingAtAgeZero()
{
    const QTemporaryDir folder;
    FakeClock clock;
    Answers answers;
    ResponseStore store(folder.filePath(u"r.db"_s), {}, clock);
    store.save(sample("resp_1", {}, clock.wall()));
    store.setRetention({.age = 0ms});
    QVERIFY(!store.isOn());
    bool isGone = false;
    const auto look = [&](const auto &response) { isGone = isGone || !response; };
    QTRY_VERIFY((store.load("resp_1", mine, answers.post, look), answers.run(), isGone));
}

void TestResponseStore::beginsADamagedFileAnew()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"r.db"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8192, 'x'));
    file.close();
    FakeClock clock;
    Answers answers;
    ResponseStore store(file.fileName(), {}, clock);
    store.save(sample("resp_1", {}, clock.wall()));
    std::optional<bool> found;
    store.load("resp_1", mine, answers.post,
               [&found](const auto &response) { found = response.has_value(); });
    QTRY_VERIFY((answers.run(), found.has_value()));
    QVERIFY(*found);
}

QTEST_GUILESS_MAIN(TestResponseStore)
#include "tst_responsestore.moc"
