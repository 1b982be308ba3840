// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/attemptguard.h"
#include "core/access/authenticator.h"
#include "core/access/pepper.h"
#include "tests/support/fakeclock.h"

#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Access;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(CredentialFields)

namespace {

constexpr Pepper pepper{7};

KeyEntry entry(const QByteArray &id, const QByteArray &text)
{
    KeyEntry made;
    made.id = id;
    made.hash = KeyTable::hash(text, pepper);
    return made;
}

KeyTable sampleKeys(WallTime now)
{
    KeyEntry expired = entry("expired", "expired-key");
    expired.expires = now;
    KeyEntry lasting = entry("lasting", "lasting-key");
    lasting.expires = now + 1us;
    KeyEntry disabled = entry("disabled", "disabled-key");
    disabled.disabled = true;
    return KeyTable({entry("good", "good-key"), entry("other", "other-key"),
                     entry("long", QByteArray(256, 'a')), entry("longer", QByteArray(257, 'a')),
                     expired, lasting, disabled},
                    pepper);
}

CredentialFields bearer(QByteArrayView value, int count = 1)
{
    return {.authorization = {count, value}};
}

} // namespace

class TestAuthenticator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decides_data()
    {
        static const QByteArray longest = "Bearer " + QByteArray(256, 'a');
        static const QByteArray tooLong = "Bearer " + QByteArray(257, 'a');
        QTest::addColumn<CredentialFields>("fields");
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<Refusal>("refusal");
        const auto granted = [](const char *name, const CredentialFields &fields,
                                const QByteArray &id = "good"_ba) {
            QTest::newRow(name) << fields << id << Refusal::None;
        };
        const auto refused = [](const char *name, const CredentialFields &fields, Refusal why) {
            QTest::newRow(name) << fields << QByteArray() << why;
        };
        granted("bearer", bearer("Bearer good-key"));
        granted("scheme in any case", bearer("bEARER good-key"));
        granted("spaces after the scheme", bearer("Bearer   good-key"));
        granted("x-api-key", {.xApiKey = {1, "good-key"}});
        granted("api-key", {.apiKey = {1, "good-key"}});
        granted("x-goog-api-key", {.xGoogApiKey = {1, "good-key"}});
        granted("the same key twice",
                {.authorization = {1, "Bearer good-key"}, .xApiKey = {1, "good-key"}});
        granted("256 bytes", bearer(longest), "long"_ba);
        granted("not yet expired", bearer("Bearer lasting-key"), "lasting"_ba);
        refused("nothing", {}, Refusal::Missing);
        refused("repeated field", bearer("Bearer good-key", 2), Refusal::Malformed);
        refused("no scheme", bearer("good-key"), Refusal::Malformed);
        refused("scheme alone", bearer("Bearer"), Refusal::Malformed);
        refused("scheme and space", bearer("Bearer "), Refusal::Malformed);
        refused("scheme run together", bearer("Bearergood-key"), Refusal::Malformed);
        refused("other scheme", bearer("Basic good-key"), Refusal::Malformed);
        refused("two words", bearer("Bearer good-key good-key"), Refusal::Malformed);
        refused("control character", bearer("Bearer good-key\x01"), Refusal::Malformed);
        refused("not ASCII", bearer("Bearer good-k\xc3\xa9y"), Refusal::Malformed);
        refused("empty x-api-key", {.xApiKey = {1, ""}}, Refusal::Malformed);
        refused("empty beside a good one",
                {.authorization = {1, "Bearer good-key"}, .xApiKey = {1, ""}}, Refusal::Malformed);
        refused("257 bytes", bearer(tooLong), Refusal::Malformed);
        refused("two keys", {.authorization = {1, "Bearer good-key"}, .xApiKey = {1, "other-key"}},
                Refusal::Ambiguous);
        refused("unknown", bearer("Bearer no-key"), Refusal::Unknown);
        refused("case counts", bearer("Bearer Good-key"), Refusal::Unknown);
        refused("expired", bearer("Bearer expired-key"), Refusal::Expired);
        refused("disabled", bearer("Bearer disabled-key"), Refusal::Disabled);
    }
    void decides()
    {
        QFETCH(CredentialFields, fields);
        QFETCH(QByteArray, id);
        const FakeClock clock;
        const KeyTable keys = sampleKeys(clock.wall());
        SeenKeys seen;
        const Authentication result = authenticate(fields, keys, clock, seen);
        QTEST(result.refusal, "refusal");
        QCOMPARE(result.isGranted(), !id.isEmpty());
        QCOMPARE(result.isGranted() ? result.key->id : QByteArray(), id);
        // The books name the key that is out of force; a stranger's has no name.
        const bool isKnown = result.isGranted() || result.refusal == Refusal::Expired
            || result.refusal == Refusal::Disabled;
        QCOMPARE(result.key != nullptr, isKnown);
    }

    void bindsKeysToAddresses()
    {
        KeyEntry bound = entry("bound", "bound-key");
        bound.addresses = Api::parseNetworks({u"10.20.0.0/16"_s, u"2001:db8::/32"_s});
        const KeyTable keys({bound, entry("free", "free-key")}, pepper);
        const FakeClock clock;
        SeenKeys seen;
        const auto ask = [&](QByteArrayView key, QByteArrayView client) {
            return authenticate({.xApiKey = {1, key}}, keys, clock, seen, client);
        };
        QVERIFY(ask("bound-key", "10.20.3.4").isGranted());
        QVERIFY(ask("bound-key", "::ffff:10.20.3.4").isGranted());
        QVERIFY(ask("bound-key", "2001:db8::7").isGranted());
        for (const char *client : {"10.21.3.4", "2001:db9::7", "127.0.0.1", ""}) {
            const Authentication refused = ask("bound-key", client);
            QCOMPARE(refused.refusal, Refusal::Address);
            QCOMPARE(refused.key->id, "bound"_ba); // the books say which key was tried
        }
        QVERIFY(ask("free-key", "10.21.3.4").isGranted());
        QCOMPARE(replyTo(Refusal::Address).status, 401);
        QCOMPARE(replyTo(Refusal::Address).code, QByteArrayView("invalid_api_key"));
    }

    void unknownAndMalformedReadTheSame()
    {
        const RefusalReply unknown = replyTo(Refusal::Unknown);
        for (const Refusal refusal : {Refusal::Malformed, Refusal::Ambiguous}) {
            QCOMPARE(replyTo(refusal).message, unknown.message);
            QCOMPARE(replyTo(refusal).code, unknown.code);
            QCOMPARE(replyTo(refusal).status, unknown.status);
        }
        QCOMPARE(unknown.code, QByteArrayView("invalid_api_key"));
        QCOMPARE(unknown.status, 401);
    }
    void otherRefusalsHaveTheirCode()
    {
        QCOMPARE(replyTo(Refusal::Missing).code, QByteArrayView("invalid_api_key"));
        QCOMPARE(replyTo(Refusal::Expired).code, QByteArrayView("expired_api_key"));
        QCOMPARE(replyTo(Refusal::Disabled).code, QByteArrayView("disabled_api_key"));
    }

    void stopsAnAddressAfter20WrongKeysInAMinute()
    {
        FakeClock clock;
        AttemptGuard guard(clock);
        for (int i = 0; i < 19; ++i)
            guard.recordFailure("192.0.2.1");
        QCOMPARE(guard.waitingTime("192.0.2.1"), 0s);
        clock.advance(10s);
        guard.recordFailure("192.0.2.1");
        QCOMPARE(guard.waitingTime("192.0.2.1"), 50s);
        QCOMPARE(guard.waitingTime("192.0.2.2"), 0s);
        clock.advance(50s);
        QCOMPARE(guard.waitingTime("192.0.2.1"), 0s);
        guard.recordFailure("192.0.2.1");
        QCOMPARE(guard.waitingTime("192.0.2.1"), 0s);
    }
    void slowMistakesAreForgiven()
    {
        FakeClock clock;
        AttemptGuard guard(clock);
        for (int i = 0; i < 100; ++i) {
            guard.recordFailure("192.0.2.1");
            QCOMPARE(guard.waitingTime("192.0.2.1"), 0s);
            clock.advance(4s);
        }
    }
    void aFloodOfAddressesDoesNotFreeABlockedOne()
    {
        FakeClock clock;
        AttemptGuard guard(clock);
        for (int i = 0; i < 20; ++i)
            guard.recordFailure("192.0.2.1");
        for (int i = 0; i < AttemptGuard::mostAddresses + 100; ++i)
            guard.recordFailure("flood-" + QByteArray::number(i));
        QCOMPARE(guard.waitingTime("192.0.2.1"), 60s);
    }
};

QTEST_GUILESS_MAIN(TestAuthenticator)
#include "tst_authenticator.moc"
