// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/router.h"

#include <QtCore/QJsonArray>
#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Admin;
using namespace Qt::StringLiterals;

class TestAdmin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void routesByMethodAndPattern();
    void knowsPathsOfOtherMethods();
    void answersOnce();
    void tellsEveryFinding();
    void readsNumbersWithinBounds();
};

void TestAdmin::routesByMethodAndPattern()
{
    QStringList called;
    Router router;
    router.add("GET", u"/keys/{id}"_s, [&called](const AdminRequest &request, const Responder &) { called.append(u"show "_s + request.id()); });
    router.add("POST", u"/keys/{id}/disable"_s, [&called](const AdminRequest &request, const Responder &) { called.append(u"disable "_s + request.id()); });
    const Responder nowhere([](int, const Responder::Body &, qint64) { });
    for (const auto &[method, path] : {std::pair("GET"_ba, u"keys/k1"_s), std::pair("POST"_ba, u"keys/k2/disable"_s)}) {
        AdminRequest request;
        request.path = path.split(u'/');
        const Router::Match match = router.find(method, request.path);
        QVERIFY(match.handler);
        (*match.handler)(request, nowhere);
    }
    QCOMPARE(called, (QStringList {u"show k1"_s, u"disable k2"_s}));
}

void TestAdmin::knowsPathsOfOtherMethods()
{
    Router router;
    router.add("GET", u"/status"_s, [](const AdminRequest &, const Responder &) { });
    QVERIFY(router.find("POST", {u"status"_s}).pathExists);
    QVERIFY(!router.find("POST", {u"status"_s}).handler);
    QVERIFY(!router.find("GET", {u"nothing"_s}).pathExists);
    QCOMPARE(router.routes(), QStringList {u"GET /status"_s});
}

void TestAdmin::answersOnce()
{
    int answers = 0;
    int status = 0;
    const Responder responder([&](int code, const Responder::Body &, qint64) {
        ++answers;
        status = code;
    });
    const Responder copy = responder;
    copy.fail(Error {ErrorCode::Conflict, u"changed"_s});
    responder.reply({});
    QCOMPARE(answers, 1);
    QCOMPARE(status, 409);
}

void TestAdmin::tellsEveryFinding()
{
    QJsonObject body;
    int status = 0;
    const Responder responder([&](int code, const Responder::Body &answer, qint64) {
        status = code;
        body = answer.json;
    });
    responder.fail(Api::Findings {{Api::Severity::Warning, u"gateway"_s, 3, u"look"_s},
                                  {Api::Severity::Error, u"providers[0].base_url"_s, 9, u"wrong"_s}});
    QCOMPARE(status, 422);
    const QJsonObject error = body.value("error"_L1).toObject();
    QCOMPARE(error.value("path"_L1).toString(), u"providers[0].base_url"_s);
    QCOMPARE(error.value("findings"_L1).toArray().size(), 2);
}

void TestAdmin::readsNumbersWithinBounds()
{
    AdminRequest request;
    request.query.addQueryItem(u"limit"_s, u"50"_s);
    request.query.addQueryItem(u"big"_s, u"5000"_s);
    request.query.addQueryItem(u"word"_s, u"many"_s);
    QCOMPARE(request.number(u"limit"_s, 1, 1, 100).value_or(0), 50);
    QCOMPARE(request.number(u"absent"_s, 7, 1, 100).value_or(0), 7);
    QCOMPARE(request.number(u"big"_s, 1, 1, 100).error().path, u"big"_s);
    QVERIFY(!request.number(u"word"_s, 1, 1, 100));
}

QTEST_GUILESS_MAIN(TestAdmin)
#include "tst_admin.moc"
