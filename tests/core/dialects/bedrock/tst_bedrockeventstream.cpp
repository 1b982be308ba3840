// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/bedrock/eventstream.h"

#include <QtCore/QtEndian>
#include <QtTest/QTest>

#include <array>

using namespace Gatehouse::Dialects;
using namespace Qt::StringLiterals;

namespace {

struct Frames {
    QList<QPair<QByteArray, QByteArray>> taken;
    bool sound = true;

    bool operator==(const Frames &) const = default;
};

//! What a reader takes when \a bytes come in the pieces that end at \a cuts.
Frames read(const QByteArray &bytes, const QList<qsizetype> &cuts, qsizetype limit = 1 << 20)
{
    Frames frames;
    EventStreamReader reader(limit);
    qsizetype begin = 0;
    for (const qsizetype end : cuts + QList<qsizetype>{bytes.size()}) {
        frames.sound =
            reader.feed(QByteArrayView(bytes).sliced(begin, end - begin),
                        [&](QByteArrayView name, QByteArrayView payload) {
                            frames.taken.append({name.toByteArray(), payload.toByteArray()});
                        });
        begin = end;
    }
    return frames;
}

QByteArray threeFrames()
{
    return eventStreamEvent("messageStart", R"({"role":"assistant"})")
        + eventStreamEvent("contentBlockDelta", QByteArray(300, 'x'))
        + eventStreamException("throttlingException", R"({"message":"slow"})");
}

//! A frame whose header block is \a fields as it stands.
QByteArray rawFrame(const QByteArray &fields, const QByteArray &payload = {})
{
    const auto be = [](quint32 value) {
        value = qToBigEndian(value);
        return QByteArray(reinterpret_cast<const char *>(&value), 4);
    };
    QByteArray frame =
        be(quint32(16 + fields.size() + payload.size())) + be(quint32(fields.size()));
    frame += be(crc32(frame));
    frame += fields + payload;
    return frame + be(crc32(frame));
}

} // namespace

class BedrockEventStreamTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void computesTheStandardChecksum();
    void readsAFrameOfTheDocumentation();
    void takesFramesCutAnywhere();
    void skipsEveryHeaderType();
    void marksFailures();
    void refusesEveryFlippedBit();
    void refusesImpossibleFrames_data();
    void refusesImpossibleFrames();
    void refusesLongFramesEarly();
    void survivesRandomBytes();
};

void BedrockEventStreamTest::computesTheStandardChecksum()
{
    QCOMPARE(crc32("123456789"), 0xcbf43926U);
    QCOMPARE(crc32("56789", crc32("1234")), 0xcbf43926U);
    QCOMPARE(crc32(""), 0U);
    QCOMPARE(crc32("The quick brown fox jumps over the lazy dog"), 0x414fa339U);
    QCOMPARE(crc32(QByteArray(32, '\0')), 0x190a55adU);
}

//! An empty message, as AWS SDKs keep it among their test vectors.
void BedrockEventStreamTest::readsAFrameOfTheDocumentation()
{
    const QByteArray empty = QByteArray::fromHex("000000100000000005c248eb7d98c8ff");
    QCOMPARE(rawFrame({}), empty);
    const QByteArray payload =
        QByteArray::fromHex("0000001d00000000fd528c5a7b27666f6f273a27626172277dc3653936");
    QCOMPARE(rawFrame({}, "{'foo':'bar'}"), payload);
    QVERIFY(read(empty + payload, {}).sound);
}

void BedrockEventStreamTest::takesFramesCutAnywhere()
{
    const QByteArray bytes = threeFrames();
    const Frames whole = read(bytes, {});
    QVERIFY(whole.sound);
    QCOMPARE(whole.taken.size(), 3);
    QCOMPARE(whole.taken[0].first, "messageStart"_ba);
    QCOMPARE(whole.taken[0].second, R"({"role":"assistant"})"_ba);
    QCOMPARE(whole.taken[1].second, QByteArray(300, 'x'));
    QList<qsizetype> everywhere;
    for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
        QVERIFY(read(bytes, {cut}) == whole);
        everywhere.append(cut);
    }
    QVERIFY(read(bytes, everywhere) == whole);
}

void BedrockEventStreamTest::skipsEveryHeaderType()
{
    const auto field = [](char type, const QByteArray &value) -> QByteArray {
        return QByteArray("\x01"
                          "a")
            + type + value;
    };
    QByteArray fields = field(0, {}) + field(1, {}) + field(2, "b") + field(3, "sh")
        + field(4, "int4") + field(5, "longlong") + field(6, "\0\x03xyz"_ba) + field(8, "12345678")
        + field(9, QByteArray(16, 'u'));
    const QByteArray type = "\x0d:message-type\x07"_ba;
    fields += type + QByteArray("\0\x05", 2) + "event";
    fields += "\x0b:event-type\x07"_ba + QByteArray("\0\x04", 2) + "ping";
    const Frames frames = read(rawFrame(fields, "{}"), {});
    QVERIFY(frames.sound);
    QCOMPARE(frames.taken.size(), 1);
    QCOMPARE(frames.taken[0].first, "ping"_ba);
}

void BedrockEventStreamTest::marksFailures()
{
    Frames frames = read(eventStreamException("validationException", R"({"message":"m"})"), {});
    QCOMPARE(frames.taken[0].first, ":validationException"_ba);
    const std::array headers{EventStreamHeader{":message-type", "error"},
                             EventStreamHeader{":error-code", "InternalError"},
                             EventStreamHeader{":error-message", "a \"bad\" day"}};
    frames = read(eventStreamFrame(headers, {}), {});
    QCOMPARE(frames.taken[0].first, ":InternalError"_ba);
    QCOMPARE(frames.taken[0].second, R"({"message":"a \"bad\" day"})"_ba);
    const std::array other{EventStreamHeader{":message-type", "novelty"}};
    QVERIFY(read(eventStreamFrame(other, "{}"), {}).taken.isEmpty());
}

//! One wrong bit anywhere: never taken as something else.
void BedrockEventStreamTest::refusesEveryFlippedBit()
{
    const QByteArray frame = eventStreamEvent("messageStop", R"({"stopReason":"end_turn"})");
    for (qsizetype at = 0; at < frame.size(); ++at) {
        for (int bit = 0; bit < 8; ++bit) {
            QByteArray wrong = frame;
            wrong[at] = char(wrong[at] ^ (1 << bit));
            const Frames frames = read(wrong, {});
            QVERIFY(!frames.sound && frames.taken.isEmpty());
        }
    }
}

void BedrockEventStreamTest::refusesImpossibleFrames_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::newRow("no name") << QByteArray("\0\x07\0\0", 4);
    QTest::newRow("name too long") << "\x09x"_ba;
    QTest::newRow("no type") << "\x01x"_ba;
    QTest::newRow("unknown type") << "\x01x\x0a"_ba;
    QTest::newRow("no length") << "\x01x\x07"_ba;
    QTest::newRow("half a length") << QByteArray("\x01x\x07\0", 4);
    QTest::newRow("value too long") << QByteArray("\x01x\x07\0\x09y", 6);
    QTest::newRow("number too short") << "\x01x\x05yy"_ba;
}

void BedrockEventStreamTest::refusesImpossibleFrames()
{
    QFETCH(QByteArray, fields);
    QVERIFY(!read(rawFrame(fields, "{}"), {}).sound);
}

void BedrockEventStreamTest::refusesLongFramesEarly()
{
    const QByteArray frame = eventStreamEvent("messageStop", QByteArray(1000, 'x'));
    QVERIFY(read(frame, {}, frame.size()).sound);
    QVERIFY(!read(frame, {}, frame.size() - 1).sound);
    EventStreamReader reader(100);
    const auto take = [](QByteArrayView, QByteArrayView) {};
    QVERIFY(reader.feed(frame.first(11), take));
    QVERIFY(reader.isInsideFrame());
    QVERIFY(!reader.feed(frame.sliced(11, 1), take));
    QVERIFY(!reader.feed(frame, take));
}

void BedrockEventStreamTest::survivesRandomBytes()
{
    const QByteArray good = threeFrames();
    quint32 seed = 1;
    const auto random = [&seed] { return (seed = seed * 1664525U + 1013904223U) >> 8; };
    for (int round = 0; round < 2000; ++round) {
        QByteArray bytes = good;
        for (quint32 i = 0; i <= random() % 4; ++i)
            bytes[qsizetype(random() % quint32(bytes.size()))] = char(random());
        bytes.truncate(qsizetype(random() % quint32(bytes.size() + 1)));
        const qsizetype cut = qsizetype(random() % quint32(bytes.size() + 1));
        QVERIFY(read(bytes, {cut}) == read(bytes, {}));
    }
}

QTEST_GUILESS_MAIN(BedrockEventStreamTest)
#include "tst_bedrockeventstream.moc"
