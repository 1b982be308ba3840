// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/gateway.h"
#include "tests/support/fakeclock.h"
#include "tests/support/publishedfixture.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <semaphore>

using namespace Gatehouse;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestGateway : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsAWorkerThatIsSilent();
};

namespace {

class NoSecrets final : public Redactor
{
public:
    QByteArray redacted(QByteArrayView text) const override { return text.toByteArray(); }
};

//! What a worker refuses by itself, because nobody has this key.
Bodies::Replay refused()
{
    Bodies::Replay replay;
    replay.key = "nobody";
    replay.request.head = "POST /v1/chat/completions\r\n";
    replay.request.type = "application/json";
    replay.request.text = R"({"model":"fast","messages":[{"role":"user","content":"hi"}]})";
    replay.request.size = replay.request.text.size();
    return replay;
}

} // namespace

void TestGateway::tellsAWorkerThatIsSilent()
{
    FakeClock clock;
    const NoSecrets redactor;
    const QTemporaryDir folder;
    const PublishedFixture fixture(twoProviders());
    Gateway::Gateway gateway(clock, redactor);
    QVERIFY(gateway.start({.listen = {}, .journalFolder = folder.path(), .limits = {}, .tls = {}},
                          std::make_shared<const Gateway::Published>(fixture.published)));
    QCOMPARE(gateway.longestSilence(), 0ns);
    clock.advance(1min);
    QTRY_COMPARE(gateway.longestSilence(), 0ns);

    std::binary_semaphore blocked(0);
    std::binary_semaphore released(0);
    gateway.replay(refused(), [&](const Result<Bodies::Replayed> &) {
        blocked.release();
        released.acquire();
    });
    blocked.acquire();
    gateway.longestSilence(); // asks, unless it still waits for an answer
    clock.advance(7s);
    QVERIFY(gateway.longestSilence() >= 7s);
    released.release();
    QTRY_COMPARE(gateway.longestSilence(), 0ns);
}

QTEST_GUILESS_MAIN(TestGateway)
#include "tst_gateway.moc"
