// SPDX-License-Identifier: GPL-3.0-or-later
//! Every text of the screens is there in every language, with the same placeholders.
#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtCore/QXmlStreamReader>
#include <QtTest/QtTest>

using namespace Qt::StringLiterals;

namespace {

struct Message {
    QString context;
    QString source;
    QString comment;
    QStringList translations; //!< several for plurals
    bool finished = true;

    QString key() const { return context + u'|' + comment + u'|' + source; }
};

void readTranslation(QXmlStreamReader &xml, Message &message)
{
    message.finished = xml.attributes().value("type"_L1) != "unfinished"_L1;
    QString text;
    while (xml.readNext() != QXmlStreamReader::EndElement) {
        if (xml.isStartElement())
            message.translations.append(xml.readElementText()); // <numerusform>
        else if (xml.isCharacters())
            text += xml.text();
    }
    if (message.translations.isEmpty())
        message.translations.append(text);
}

QList<Message> readMessages(const QString &path)
{
    QFile file(path);
    QList<Message> messages;
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == "name"_L1)
            context = xml.readElementText();
        else if (xml.name() == "message"_L1)
            messages.append({.context = context, .source = {}, .comment = {}, .translations = {}});
        else if (xml.name() == "source"_L1)
            messages.last().source = xml.readElementText();
        else if (xml.name() == "comment"_L1)
            messages.last().comment = xml.readElementText();
        else if (xml.name() == "translation"_L1)
            readTranslation(xml, messages.last());
    }
    return messages;
}

QStringList placeholders(const QString &text)
{
    static const QRegularExpression pattern(u"%(L?\\d|L?n)"_s);
    QStringList found;
    for (auto it = pattern.globalMatch(text); it.hasNext();)
        found.append(it.next().captured());
    found.removeDuplicates();
    found.sort();
    return found;
}

QString fileOf(const QString &language)
{
    return QStringLiteral(GATEHOUSE_SOURCE_DIR) + u"/translations/gatehouse_%1.ts"_s.arg(language);
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void markedTextsHaveTheContextTheyAreReadWith();
    void everyTextIsTranslated_data();
    void everyTextIsTranslated();
    void everyTextIsCollected();
};

void TestTranslations::everyTextIsTranslated_data()
{
    QTest::addColumn<QString>("language");
    for (const QString &language : {u"de"_s, u"zh_CN"_s, u"en"_s})
        QTest::newRow(qPrintable(language)) << language;
}

void TestTranslations::everyTextIsTranslated()
{
    QFETCH(QString, language);
    const QList<Message> messages = readMessages(fileOf(language));
    QVERIFY(messages.size() > 20);
    QStringList wrong;
    for (const Message &message : messages) {
        for (const QString &text : message.translations) {
            QStringList expected = placeholders(message.source);
            if (message.translations.size() > 1 && !text.contains("%n"_L1))
                expected.removeAll(u"%n"_s); // "One request is left."
            if (!message.finished || text.isEmpty() || placeholders(text) != expected)
                wrong.append(message.key());
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestTranslations::everyTextIsCollected()
{
    const QString lupdate = QStandardPaths::findExecutable(
        u"lupdate"_s, {u"/usr/lib/qt6/bin"_s, QLibraryInfo::path(QLibraryInfo::BinariesPath)});
    QVERIFY2(!lupdate.isEmpty(), "lupdate is missing; packaging/check installs it");
    const QTemporaryDir folder;
    const QString fresh = folder.filePath(u"fresh.ts"_s);
    QProcess process;
    process.setWorkingDirectory(QStringLiteral(GATEHOUSE_SOURCE_DIR));
    process.start(lupdate,
                  {u"-silent"_s, u"-I"_s, u"."_s, u"-locations"_s, u"none"_s, u"ui"_s,
                   u"app/gatehouse"_s, u"-extensions"_s, u"cpp,h"_s, u"-ts"_s, fresh});
    QVERIFY(process.waitForFinished(120'000));
    QSet<QString> known;
    for (const Message &message : readMessages(fileOf(u"de"_s)))
        known.insert(message.key());
    QStringList missing;
    for (const Message &message : readMessages(fresh)) {
        if (!known.contains(message.key()))
            missing.append(message.key());
    }
    QVERIFY2(missing.isEmpty(),
             qPrintable(u"run packaging/update-translations: "_s + missing.join(u'\n')));
}

//! A text that is only marked is read by translate() with the same words, or by tr() of a class,
//! whose context carries its namespace.
void TestTranslations::markedTextsHaveTheContextTheyAreReadWith()
{
    static const QRegularExpression marked(u"QT_TRANSLATE_NOOP\\(\\s*\"([^\"]+)\""_s);
    QDirIterator files(QStringLiteral(GATEHOUSE_SOURCE_DIR) + u"/ui"_s, {u"*.cpp"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    int found = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        for (const QRegularExpressionMatch &match : marked.globalMatch(text)) {
            const QString context = match.captured(1);
            ++found;
            QVERIFY2(context.startsWith("Gatehouse::"_L1)
                         || text.contains(u"translate(\"%1\""_s.arg(context)),
                     qPrintable(u"%1: %2"_s.arg(file.fileName(), context)));
        }
    }
    QVERIFY(found > 100);
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
