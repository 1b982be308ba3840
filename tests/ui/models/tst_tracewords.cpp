// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/tracewords.h"

#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtCore/QTranslator>
#include <QtTest/QtTest>

using namespace Gatehouse;
using namespace Qt::StringLiterals;

namespace {

//! Marks what is looked up, as a language would.
class Marks final : public QTranslator
{
public:
    QString translate(const char *, const char *source, const char *, int) const override
    {
        return u'<' + QString::fromUtf8(source) + u'>';
    }
    bool isEmpty() const override { return false; }
};

} // namespace

class tst_TraceWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsSentences_data();
    void knowsSentences();
    void knowsEveryReasonOfTheEngine();
    void keepsWhatItDoesNotKnow();
    void namesScopesOfBudgets();
};

void tst_TraceWords::knowsSentences_data()
{
    QTest::addColumn<QString>("told");
    QTest::addColumn<QString>("words");
    QTest::newRow("plain") << u"no price is known"_s << u"<no price is known>"_s;
    QTest::newRow("two places") << u"fewest in flight for its weight (3 at weight 60)"_s
                                << u"<fewest in flight for its weight (3 at weight 60)>"_s;
    QTest::newRow("quoted") << u"fallback route \"eu\""_s << u"<fallback route \"eu\">"_s;
    QTest::newRow("the order of places")
        << u"waited 12 ms for gpu"_s << u"<waited 12 ms for gpu>"_s;
}

void tst_TraceWords::knowsSentences()
{
    QFETCH(QString, told);
    Marks marks;
    QCoreApplication::installTranslator(&marks);
    QTEST(Ui::traceText(told), "words");
}

//! A reason that is new in the engine needs its words here.
void tst_TraceWords::knowsEveryReasonOfTheEngine()
{
    QFile source(QStringLiteral(GATEHOUSE_SOURCE_DIR) + u"/core/routing/plan.cpp"_s);
    QVERIFY(source.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(source.readAll());
    const QString body =
        text.mid(text.indexOf(u"QString Candidate::why"_s)).section(u"Q_UNREACHABLE"_s, 0, 0);
    static const QRegularExpression literal(u"u\"((?:[^\"\\\\]|\\\\.)+)\"_s"_s);
    Marks marks;
    QCoreApplication::installTranslator(&marks);
    int known = 0;
    for (auto it = literal.globalMatch(body); it.hasNext();) {
        QString reason = it.next().captured(1);
        reason.replace("\\\""_L1, "\""_L1);
        if (reason.contains("drawn"_L1)) // made of two parts
            reason.replace("%1"_L1, "no time known yet"_L1);
        reason.replace("%1"_L1, "7"_L1).replace("%2"_L1, "8"_L1);
        QVERIFY2(Ui::traceText(reason).startsWith(u'<'), qPrintable(reason));
        ++known;
    }
    QVERIFY(known > 25);
}

void tst_TraceWords::keepsWhatItDoesNotKnow()
{
    Marks marks;
    QCoreApplication::installTranslator(&marks);
    QCOMPARE(Ui::traceText(u"something a newer gateway says"_s),
             u"something a newer gateway says"_s);
    QCOMPARE(Ui::traceStep(u"newer"_s), u"newer"_s);
    QCOMPARE(Ui::traceStep(u"budgets"_s), u"<Budgets>"_s);
}

void tst_TraceWords::namesScopesOfBudgets()
{
    QCOMPARE(Ui::stepText(u"budgets"_s, u"team:research"_s), u"Team research"_s);
    QCOMPARE(Ui::stepText(u"key"_s, u"team:research"_s), u"team:research"_s);
}

QTEST_GUILESS_MAIN(tst_TraceWords)
#include "tst_tracewords.moc"
