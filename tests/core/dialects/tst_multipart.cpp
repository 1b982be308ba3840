// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/multipart.h"
#include "tests/core/dialects/codecruns.h"

using namespace Gatehouse;
using namespace Gatehouse::Dialects;
using namespace Qt::StringLiterals;

namespace {

QByteArray field(const QByteArray &name, const QByteArray &value)
{
    return "--XyZ\r\nContent-Disposition: form-data; name=\""_ba + name + "\"\r\n\r\n" + value
        + "\r\n";
}

//! A file whose bytes look like a boundary, with a name outside of ASCII.
QByteArray file()
{
    QByteArray bytes("\x00\x01\r\n--Xy\r\n\xff\xfe\r\n\r\n--", 17);
    return "--XyZ\r\nContent-Disposition: form-data; name=\"file\"; filename=\"Gr\xc3\xbc\xc3\x9f"
           "e \\\"1\\\".wav\"\r\nContent-Type: audio/wav\r\n\r\n"_ba
        + bytes + "\r\n";
}

QByteArray form()
{
    return file() + field("model"_ba, "whisper"_ba) + field("prompt"_ba, ""_ba)
        + field("include[]"_ba, "a"_ba) + field("include[]"_ba, "b"_ba) + "--XyZ--\r\n";
}

Result<MultipartForm> read(const QByteArray &body, const MultipartLimits &limits = {})
{
    return readMultipart(body, "XyZ", limits);
}

QByteArray joined(const std::vector<QByteArray> &pieces)
{
    QByteArray all;
    for (const QByteArray &piece : pieces)
        all += piece;
    return all;
}

} // namespace

class MultipartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsBoundaries_data();
    void readsBoundaries();
    void takesFormsApart();
    void changesOnlyTheModel();
    void dropsALengthThatIsNoLongerTrue();
    void refusesModelsThatEndTheirPart();
    void refusesBodiesCutAnywhere();
    void refusesAmbiguousForms_data();
    void refusesAmbiguousForms();
    void keepsToItsLimits();
    void checksTheModel_data();
    void checksTheModel();
    void survivesChanges();
};

void MultipartTest::readsBoundaries_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("boundary"); // empty: refused
    QTest::newRow("bare") << "multipart/form-data; boundary=abc"_ba
                          << "abc"_ba;
    QTest::newRow("quoted") << "Multipart/Form-Data;charset=utf-8; Boundary=\"a b:c\""_ba
                            << "a b:c"_ba;
    QTest::newRow("none") << "multipart/form-data"_ba
                          << ""_ba;
    QTest::newRow("empty") << "multipart/form-data; boundary="_ba
                           << ""_ba;
    QTest::newRow("two") << "multipart/form-data; boundary=a; boundary=b"_ba
                         << ""_ba;
    QTest::newRow("mixed") << "multipart/mixed; boundary=a"_ba
                           << ""_ba;
    QTest::newRow("long") << "multipart/form-data; boundary="_ba + QByteArray(71, 'a') << ""_ba;
    QTest::newRow("characters") << "multipart/form-data; boundary=a<b"_ba
                                << ""_ba;
    QTest::newRow("open quote") << "multipart/form-data; boundary=\"a"_ba
                                << ""_ba;
}

void MultipartTest::readsBoundaries()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, boundary);
    const auto found = multipartBoundary(type);
    QCOMPARE(found.has_value(), !boundary.isEmpty());
    if (found)
        QCOMPARE(*found, boundary);
}

void MultipartTest::takesFormsApart()
{
    const QByteArray body = form();
    const auto parts = read(body);
    QVERIFY(parts);
    QCOMPARE(parts->parts.size(), 5U);
    QCOMPARE(parts->parts[0].name, "file"_ba);
    QVERIFY(parts->parts[0].isFile);
    QCOMPARE(parts->parts[0].value.end - parts->parts[0].value.begin, 17);
    QCOMPARE(parts->text("model", body), QByteArrayView("whisper"));
    QVERIFY(parts->text("prompt", body).isEmpty() && parts->find("prompt"));
    QVERIFY(parts->text("file", body).isEmpty());
    QVERIFY(!parts->find("language"));
    QCOMPARE(formModel(*parts, body).value(), "whisper"_ba);
    QVERIFY(read(form().chopped(2))); // the last line end may be missing
}

void MultipartTest::changesOnlyTheModel()
{
    const QByteArray body = form();
    const auto parts = read(body);
    QVERIFY(parts);
    const auto changed = replaceFormModel(body, *parts, "gpt-4o-transcribe"_ba);
    QVERIFY(changed);
    QByteArray expected = form();
    expected.replace("whisper", "gpt-4o-transcribe");
    QCOMPARE(joined(*changed), expected);
    QCOMPARE(changed->front().constData(), body.constData()); // shared, not copied
}

void MultipartTest::dropsALengthThatIsNoLongerTrue()
{
    const QByteArray body = "--XyZ\r\ncontent-length: 7\r\nContent-Disposition: form-data; "
                            "name=model\r\n\r\nwhisper\r\n"_ba
        + file() + "--XyZ--";
    const auto parts = read(body);
    QVERIFY(parts);
    const auto changed = replaceFormModel(body, *parts, "other"_ba);
    QVERIFY(changed);
    QCOMPARE(joined(*changed), QByteArray(field("model"_ba, "other"_ba) + file() + "--XyZ--"));
}

void MultipartTest::refusesModelsThatEndTheirPart()
{
    const QByteArray body = form();
    const auto parts = read(body);
    QVERIFY(parts);
    QVERIFY(!replaceFormModel(body, *parts, "a\r\n--XyZ--"_ba));
    QVERIFY(!replaceFormModel(body, MultipartForm(), "a"_ba));
}

void MultipartTest::refusesBodiesCutAnywhere()
{
    const QByteArray whole = form();
    for (qsizetype size = 0; size < whole.size() - 2; ++size)
        QVERIFY2(!read(whole.first(size)), qPrintable(QString::number(size)));
}

void MultipartTest::refusesAmbiguousForms_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("path");
    const auto part = [](const char *head) -> QByteArray {
        return "--XyZ\r\n"_ba + head + "\r\n\r\nx\r\n--XyZ--\r\n";
    };
    const QByteArray model = field("model"_ba, "a"_ba);
    QTest::newRow("two models") << model + field("model"_ba, "b"_ba) + "--XyZ--" << u"model"_s;
    QTest::newRow("a model and a file") << model
            + "--XyZ\r\nContent-Disposition: form-data; name=model; filename=a\r\n\r\nx\r\n--XyZ--"
                                        << u"model"_s;
    QTest::newRow("preamble") << "hello\r\n"_ba + model + "--XyZ--" << QString();
    QTest::newRow("epilogue") << model + "--XyZ--\r\nmore" << QString();
    QTest::newRow("empty") << "--XyZ--\r\n"_ba << QString();
    QTest::newRow("longer boundary") << model + "--XyZa\r\n\r\nx\r\n--XyZ--" << QString();
    QTest::newRow("bare line ends")
        << QByteArray(model).replace("\r\n", "\n") + "--XyZ--" << QString();
    QTest::newRow("no name") << part("Content-Disposition: form-data") << QString();
    QTest::newRow("no disposition") << part("Content-Type: text/plain") << QString();
    QTest::newRow("attachment") << part("Content-Disposition: attachment; name=a") << QString();
    QTest::newRow("two names") << part("Content-Disposition: form-data; name=a; name=b")
                               << QString();
    QTest::newRow("extended name")
        << part("Content-Disposition: form-data; name=a; name*=b") << QString();
    QTest::newRow("two dispositions")
        << part("Content-Disposition: form-data; name=a\r\nContent-Disposition: form-data; name=b")
        << QString();
    QTest::newRow("open quote") << part("Content-Disposition: form-data; name=\"a") << QString();
    QTest::newRow("behind a quote")
        << part("Content-Disposition: form-data; name=\"a\"b") << QString();
    QTest::newRow("folded") << part("Content-Disposition: form-data;\r\n name=a") << QString();
    QTest::newRow("encoded") << part(
        "Content-Disposition: form-data; name=a\r\nContent-Transfer-Encoding: base64")
                             << QString();
    QTest::newRow("no colon") << part("Content-Disposition: form-data; name=a\r\nx") << QString();
    QTest::newRow("no empty line")
        << "--XyZ\r\nContent-Disposition: form-data; name=a\r\n\r\n--XyZ--"_ba << u"a"_s;
}

void MultipartTest::refusesAmbiguousForms()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, path);
    const auto parts = read(body);
    QVERIFY(!parts);
    QCOMPARE(parts.error().code, ErrorCode::InvalidArgument);
    QCOMPARE(parts.error().path, path);
}

void MultipartTest::keepsToItsLimits()
{
    QByteArray many;
    for (int index = 0; index < 4; ++index)
        many += field("f"_ba + QByteArray::number(index), "x"_ba);
    many += "--XyZ--";
    QVERIFY(read(many, {.parts = 4}));
    QVERIFY(!read(many, {.parts = 3}));
    QVERIFY(read(many, {.head = 49}));
    QVERIFY(!read(many, {.head = 20}));
    QCOMPARE(read(field("f"_ba, "xxxx"_ba) + "--XyZ--", {.text = 3}).error().path, u"f"_s);
    QVERIFY(read(file() + "--XyZ--", {.text = 3}));
}

void MultipartTest::checksTheModel_data()
{
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("absent") << field("other"_ba, "a"_ba);
    QTest::newRow("empty") << field("model"_ba, ""_ba);
    QTest::newRow("long") << field("model"_ba, QByteArray(257, 'a'));
    QTest::newRow("control") << field("model"_ba, "a\nb"_ba);
    QTest::newRow("encoding") << field("model"_ba, "\xff"_ba);
    QTest::newRow("file")
        << "--XyZ\r\nContent-Disposition: form-data; name=model; filename=a\r\n\r\nx\r\n"_ba;
}

void MultipartTest::checksTheModel()
{
    QFETCH(QByteArray, part);
    const QByteArray body = part + "--XyZ--";
    const auto parts = read(body);
    QVERIFY(parts);
    const auto model = formModel(*parts, body);
    QVERIFY(!model);
    QCOMPARE(model.error().path, u"model"_s);
}

void MultipartTest::survivesChanges()
{
    Runs::mutate(form(), 6000, [](const QByteArray &changed) {
        const auto parts = read(changed);
        if (!parts)
            return;
        qsizetype end = 0;
        for (const FormPart &part : parts->parts) {
            QVERIFY(part.head.begin >= end && part.value.begin == part.head.end);
            QVERIFY(part.value.end >= part.value.begin && part.value.end <= changed.size());
            end = part.value.end;
        }
        const auto replaced = replaceFormModel(changed, *parts, "another"_ba);
        if (!replaced)
            return;
        const QByteArray body = joined(*replaced);
        const auto again = read(body);
        QVERIFY(again);
        QCOMPARE(again->text("model", body), QByteArrayView("another"));
        QCOMPARE(again->parts.size(), parts->parts.size());
    });
}

QTEST_GUILESS_MAIN(MultipartTest)
#include "tst_multipart.moc"
