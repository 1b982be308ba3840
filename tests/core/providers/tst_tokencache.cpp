// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/providers/tokencache.h"
#include "tests/support/fakeclock.h"

#include <QtTest/QTest>

#include <array>
#include <thread>

using namespace Gatehouse;
using namespace Gatehouse::Providers;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

//! Keeps each question until the test answers it.
class FakeExchange final : public TokenExchange
{
public:
    void send(const TokenRequest &request, Done done) override
    {
        urls.append(request.url);
        waiting.push_back(std::move(done));
    }
    //! Answers the oldest question.
    void answer(TokenReply reply)
    {
        const Done done = std::move(waiting.front());
        waiting.erase(waiting.begin());
        done(std::move(reply));
    }
    void give(const QByteArray &token, int seconds = 3600)
    {
        answer({.status = 200,
                .body = R"({"token_type":"Bearer","access_token":")" + token + R"(","expires_in":)"
                    + QByteArray::number(seconds) + '}',
                .problem = {}});
    }
    void fail() { answer({.status = 503, .body = {}, .problem = {}}); }

    QList<QByteArray> urls;
    std::vector<Done> waiting;
};

TokenGrant grantOf(const QByteArray &url)
{
    return [url](WallTime) -> Result<TokenRequest> {
        return TokenRequest{.url = url, .form = "x=1", .fields = {}};
    };
}

struct Fixture {
    FakeClock clock;
    FakeExchange exchange;
    QList<bool> outcomes;
    TokenCache cache{clock, exchange, [this](const QByteArray &, const Result<void> &outcome) {
                         outcomes.append(outcome.has_value());
                     }};
    std::shared_ptr<const TokenCell> cell = cache.keep("v/1", "print", grantOf("https://t"));

    QByteArray token() const
    {
        const auto now = cell->token(clock.wall());
        return now ? now->reveal().toByteArray() : "none: " + now.error().detail.toUtf8();
    }
    std::chrono::milliseconds after(std::chrono::microseconds time)
    {
        clock.advance(time);
        return cache.work();
    }
};

} // namespace

class TokenCacheTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void buysAtOnce();
    void renewsFiveMinutesBefore();
    void renewsShortTokensAtHalf();
    void asksOnceAtATime();
    void keepsTheOldTokenWhenRenewalFails();
    void triesAgainMoreAndMoreSlowly();
    void renewsARefusedTokenOnce();
    void leavesARefusedReplacementForAWhile();
    void keepsTokensOverPublications();
    void forgets();
    void reportsBadGrants();
    void readsReplies_data();
    void readsReplies();
    void isReadWhileItIsWritten();
};

void TokenCacheTest::buysAtOnce()
{
    Fixture f;
    QVERIFY(f.token().startsWith("none: "));
    QVERIFY(f.cache.work() > 0ms);
    QCOMPARE(f.exchange.urls, QList{"https://t"_ba});
    f.exchange.give("one");
    QCOMPARE(f.token(), "one"_ba);
    QCOMPARE(f.outcomes, QList{true});
}

void TokenCacheTest::renewsFiveMinutesBefore()
{
    Fixture f;
    f.cache.work();
    f.exchange.give("one", 3600);
    QCOMPARE(f.cache.work(), 55min);
    QVERIFY(f.after(55min - 1s) == 1s);
    QVERIFY(f.exchange.waiting.empty());
    f.after(1s);
    QCOMPARE(f.exchange.waiting.size(), std::size_t(1));
    QCOMPARE(f.token(), "one"_ba); // serves while the next is on its way
    f.exchange.give("two");
    QCOMPARE(f.token(), "two"_ba);
}

void TokenCacheTest::renewsShortTokensAtHalf()
{
    Fixture f;
    f.cache.work();
    f.exchange.give("one", 60);
    QCOMPARE(f.cache.work(), 30s);
}

void TokenCacheTest::asksOnceAtATime()
{
    Fixture f;
    for (int i = 0; i < 100; ++i) {
        f.cache.work();
        f.cache.renew("v/1");
    }
    QCOMPARE(f.exchange.urls.size(), 1);
    f.exchange.give("one");
    f.clock.advance(57min);
    for (int i = 0; i < 100; ++i) {
        f.cache.renew("v/1");
        f.cache.work();
    }
    QCOMPARE(f.exchange.urls.size(), 2);
}

void TokenCacheTest::keepsTheOldTokenWhenRenewalFails()
{
    Fixture f;
    f.cache.work();
    f.exchange.give("one", 3600);
    f.after(55min);
    f.exchange.fail();
    QCOMPARE(f.token(), "one"_ba);
    QVERIFY(f.cell->state()->problem.has_value());
    QCOMPARE(f.outcomes, (QList{true, false}));
    f.clock.advance(5min);
    QCOMPARE(f.token(), "none: the token endpoint answered 503"_ba);
    f.cache.work();
    f.exchange.give("two");
    QCOMPARE(f.token(), "two"_ba);
    QVERIFY(!f.cell->state()->problem);
}

void TokenCacheTest::triesAgainMoreAndMoreSlowly()
{
    Fixture f;
    f.cache.work();
    for (const auto pause : {5s, 10s, 20s, 40s, 60s, 60s}) {
        f.exchange.fail();
        QCOMPARE(f.cache.work(), pause);
        f.cache.renew("v/1");
        QCOMPARE(f.after(pause - 1s), 1s);
        f.after(1s);
        QCOMPARE(f.exchange.waiting.size(), std::size_t(1));
    }
    f.exchange.give("one");
    f.after(55min);
    f.exchange.fail();
    QCOMPARE(f.cache.work(), 5s); // from the beginning
}

void TokenCacheTest::renewsARefusedTokenOnce()
{
    Fixture f;
    f.cache.work();
    f.exchange.give("one");
    f.cache.renew("other");
    f.cache.work();
    QVERIFY(f.exchange.waiting.empty());
    f.clock.advance(1s); // however young
    f.cell->reportRefusal();
    f.cache.work();
    QCOMPARE(f.exchange.waiting.size(), std::size_t(1));
    QCOMPARE(f.token(), "one"_ba);
    f.exchange.give("two");
    QCOMPARE(f.token(), "two"_ba);
    QCOMPARE(f.exchange.urls.size(), 2);
}

void TokenCacheTest::leavesARefusedReplacementForAWhile()
{
    Fixture f;
    f.cache.work();
    f.exchange.give("one");
    f.cache.renew("v/1");
    f.cache.work();
    f.exchange.give("two");
    for (int second = 0; second < 29; ++second) { // refused again and again
        f.clock.advance(1s);
        f.cell->reportRefusal();
        f.cache.work();
        QVERIFY(!f.cell->mayBeRenewed(f.clock.wall()));
    }
    QCOMPARE(f.exchange.urls.size(), 2);
    f.clock.advance(1s);
    QVERIFY(f.cell->mayBeRenewed(f.clock.wall()));
    f.cell->reportRefusal();
    f.cache.work();
    QCOMPARE(f.exchange.urls.size(), 3);
    f.exchange.give("three");
    f.after(55min); // by the clock: the next one replaces nothing refused
    f.exchange.give("four");
    QVERIFY(f.cell->mayBeRenewed(f.clock.wall()));
}

void TokenCacheTest::keepsTokensOverPublications()
{
    Fixture f;
    f.cache.work();
    f.exchange.give("one");
    QCOMPARE(f.cache.keep("v/1", "print", grantOf("https://new")), f.cell);
    const auto changed = f.cache.keep("v/1", "other print", grantOf("https://new"));
    QVERIFY(changed != f.cell);
    QVERIFY(!changed->token(f.clock.wall()));
    QCOMPARE(f.token(), "one"_ba); // exchanges that run end with what they began with
    f.cache.work();
    QCOMPARE(f.exchange.urls.last(), "https://new"_ba);
}

void TokenCacheTest::forgets()
{
    Fixture f;
    f.cache.work();
    const std::array names{"w/1"_ba};
    f.cache.retain(names);
    f.exchange.give("late"); // nobody waits
    QVERIFY(f.token().startsWith("none: "));
    QVERIFY(f.outcomes.isEmpty());
    f.after(2h);
    QVERIFY(f.exchange.waiting.empty());
}

void TokenCacheTest::reportsBadGrants()
{
    Fixture f;
    const auto cell = f.cache.keep("v/2", "p", [](WallTime) -> Result<TokenRequest> {
        return Error{ErrorCode::InvalidArgument, u"no key"_s};
    });
    f.cache.work();
    QCOMPARE(f.outcomes, QList{false});
    QCOMPARE(cell->token(f.clock.wall()).error().detail, u"no key"_s);
}

void TokenCacheTest::readsReplies_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("code"); // -1: a token
    const auto row = [](const char *name, int status, const char *body, int code) {
        QTest::newRow(name) << status << QByteArray(body) << code;
    };
    row("token", 200, R"({"access_token":"a.b-c","expires_in":3599,"token_type":"Bearer"})", -1);
    row("life as text", 200, R"({"access_token":"a","expires_in":"3599"})", -1);
    row("refused", 400, R"({"error":"invalid_grant","error_description":"Invalid JWT"})",
        int(ErrorCode::PermissionDenied));
    row("refused by a page", 403, "<html>no</html>", int(ErrorCode::PermissionDenied));
    row("busy", 429, "{}", int(ErrorCode::Unavailable));
    row("broken", 500, "", int(ErrorCode::Unavailable));
    row("silent", 0, "", int(ErrorCode::Unavailable));
    row("no token", 200, R"({"expires_in":3599})", int(ErrorCode::Corrupt));
    row("no life", 200, R"({"access_token":"a"})", int(ErrorCode::Corrupt));
    row("negative life", 200, R"({"access_token":"a","expires_in":-1})", int(ErrorCode::Corrupt));
    row("smuggled field", 200, R"({"access_token":"a\r\nx: y","expires_in":60})",
        int(ErrorCode::Corrupt));
    row("page", 200, "<html></html>", int(ErrorCode::Corrupt));
}

void TokenCacheTest::readsReplies()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, code);
    const FakeClock clock;
    const auto token =
        readTokenReply({.status = status, .body = body, .problem = u"reset"_s}, clock.wall());
    QCOMPARE(token ? -1 : int(token.error().code), code);
    if (token)
        QVERIFY(token->expires == clock.wall() + 3599s);
}

void TokenCacheTest::isReadWhileItIsWritten()
{
    TokenCell cell;
    const FakeClock clock;
    std::atomic<bool> stop = false;
    std::atomic<int> wrong = 0;
    std::vector<std::thread> readers;
    for (int i = 0; i < 2; ++i)
        readers.emplace_back([&] {
            while (!stop) {
                const auto token = cell.token(clock.wall());
                if (token && token->reveal() != "even" && token->reveal() != "odd")
                    ++wrong;
            }
        });
    for (int i = 0; i < 2000; ++i)
        cell.publish({.token = AccessToken{.value = Secrets::Secret(i % 2 == 0 ? "even" : "odd"),
                                           .expires = clock.wall() + 1h},
                      .problem = {}});
    stop = true;
    for (std::thread &reader : readers)
        reader.join();
    QCOMPARE(wrong.load(), 0);
}

QTEST_GUILESS_MAIN(TokenCacheTest)
#include "tst_tokencache.moc"
