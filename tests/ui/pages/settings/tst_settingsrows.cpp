// SPDX-License-Identifier: GPL-3.0-or-later
//! Rows of the settings that do more than hold a value: updates, currency, moves, schedules.

#include "tests/ui/pages/settings/settingsbench.h"
#include "ui/pages/settings/backupsection.h"
#include "ui/pages/settings/ratefile.h"
#include "ui/pages/settings/regionsection.h"
#include "ui/widgets/formfield.h"

#include <QtCore/QBuffer>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialog>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QListView>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

#include <algorithm>

namespace Gatehouse::Ui {

namespace {

const QByteArray ratesOfNovember =
    "<?xml version='1.0' encoding='UTF-8'?>"
    "<gesmes:Envelope xmlns:gesmes='http://www.gesmes.org/xml/2002-08-01'>"
    "<Cube><Cube time='2026-11-20'><Cube currency='USD' rate='1.25'/>"
    "<Cube currency='CHF' rate='0.95'/></Cube>"
    "<Cube time='2026-11-19'><Cube currency='USD' rate='2'/></Cube></Cube></gesmes:Envelope>";

RateFile read(QByteArray text)
{
    QBuffer buffer(&text);
    buffer.open(QIODevice::ReadOnly);
    return readRateFile(buffer);
}

//! A list of releases on this computer; keeps what it was asked.
class FakeFeed : public QObject
{
public:
    FakeFeed(int status, const QByteArray &body)
    {
        m_server.listen(QHostAddress::LocalHost);
        connect(&m_server, &QTcpServer::newConnection, this, [this, status, body] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket, status, body] {
                request += socket->readAll();
                if (!request.endsWith("\r\n\r\n"))
                    return;
                ++count;
                socket->write("HTTP/1.1 " + QByteArray::number(status)
                              + " X\r\nConnection: close\r\nContent-Length: "
                              + QByteArray::number(body.size()) + "\r\n\r\n" + body);
                socket->disconnectFromHost();
            });
        });
    }
    QString address() const { return u"http://127.0.0.1:%1/releases"_s.arg(m_server.serverPort()); }

    QByteArray request;
    int count = 0;

private:
    QTcpServer m_server;
};

QByteArray release(const char *tag)
{
    return QByteArray("{\"tag_name\":\"") + tag
        + "\",\"html_url\":\"https://example.org/notes\",\"draft\":false,\"prerelease\":false}";
}

void choose(const Bench &bench, const QString &name, const QVariant &data)
{
    auto *combo = bench.find<QComboBox>(name);
    QVERIFY2(combo && combo->isVisible(), qPrintable(name));
    const int index = combo->findData(data);
    QVERIFY2(index >= 0, qPrintable(name));
    combo->setFocus();
    combo->setCurrentIndex(index);
    Q_EMIT combo->activated(index);
}

FormField *rowOf(const Bench &bench, const QString &control)
{
    return bench.find<FormField>(QString(control + u".row"_s));
}

} // namespace

class tst_SettingsRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void readsReleases_data();
    void readsReleases();
    void takesOnlySafeFeeds();
    void looksForUpdatesWhenAsked();
    void saysWhatWentWrong_data();
    void saysWhatWentWrong();
    void needsAFeedForUpdates();
    void looksOnceADay();
    void readsExchangeRates();
    void showsMoneyInACurrency();
    void importsRates();
    void choosesTheNumberFormat();
    void choosesTheTrayIcon();
    void movesTheRequestLog();
    void schedulesBackups();
    void refusesAFolderThatIsNoPath();
    void tellsWhenBackupsAreMade();
    void showsWhatARestoreChanges();
    void tellsThatTheGatewayIsBack();
    void findsTheRows_data();
    void findsTheRows();
    void locksWhatAFileSets();
    void saysWhereAFileSetsIt();
    void resetsRows();
    void remembersTheSection();
};

void tst_SettingsRows::readsReleases_data()
{
    using Outcome = UpdateCheck::Outcome;
    QTest::addColumn<QByteArray>("feed");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<QString>("version");
    QTest::newRow("newer") << release("v9.1.0") << Outcome::Newer << u"9.1.0"_s;
    QTest::newRow("same") << release("v1.2.0") << Outcome::Newest << u"1.2.0"_s;
    QTest::newRow("older") << release("1.0") << Outcome::Newest << u"1.0"_s;
    QTest::newRow("the newest of several")
        << QByteArray("[" + release("1.3.0") + "," + release("1.10.0") + "]") << Outcome::Newer
        << u"1.10.0"_s;
    QTest::newRow("drafts and tries do not count")
        << QByteArray("[{\"tag_name\":\"v3\",\"draft\":true},"
                      "{\"tag_name\":\"v4\",\"prerelease\":true}]")
        << Outcome::NoReleases << QString();
    QTest::newRow("empty") << QByteArray("[]") << Outcome::NoReleases << QString();
    QTest::newRow("a page") << QByteArray("<html>") << Outcome::Unreadable << QString();
    QTest::newRow("other JSON") << QByteArray("{\"message\":\"no\"}") << Outcome::Unreadable
                                << QString();
}

void tst_SettingsRows::readsReleases()
{
    QFETCH(QByteArray, feed);
    QFETCH(UpdateCheck::Outcome, outcome);
    QFETCH(QString, version);
    const UpdateCheck::Finding found = UpdateCheck::read(feed, u"1.2.0"_s);
    QCOMPARE(int(found.outcome), int(outcome));
    QCOMPARE(found.version, version);
}

void tst_SettingsRows::takesOnlySafeFeeds()
{
    QVERIFY(UpdateCheck::isFeedAddress(u"https://example.org/releases"_s));
    QVERIFY(UpdateCheck::isFeedAddress(u"http://127.0.0.1:8/x"_s));
    QVERIFY(UpdateCheck::isFeedAddress(u"http://localhost/x"_s));
    for (const QString &bad : {u""_s, u"example.org"_s, u"http://example.org/x"_s, u"file:///etc"_s,
                               u"https://me:secret@example.org/x"_s})
        QVERIFY2(!UpdateCheck::isFeedAddress(bad), qPrintable(bad));
}

void tst_SettingsRows::looksForUpdatesWhenAsked()
{
    FakeFeed feed(200, release("v9.1.0"));
    Bench bench;
    bench.open(u"general"_s);
    bench.type(u"settings.general.feedField"_s, feed.address());
    bench.click(u"settings.general.checkNowButton"_s);
    const auto help = [&bench] {
        return rowOf(bench, u"settings.general.checkNowButton"_s)->help();
    };
    QTRY_VERIFY2(help().contains(u"9.1.0 is available"_s), qPrintable(help()));
    QVERIFY(bench.find<QPushButton>(u"settings.general.releaseButton"_s)->isVisible());
    QCOMPARE(feed.count, 1);
    QVERIFY(feed.request.startsWith("GET /releases HTTP/1.1\r\n"));
    QVERIFY(!feed.request.contains("Cookie"));
    QVERIFY(!feed.request.contains(GATEHOUSE_VERSION));
    QVERIFY(!feed.request.contains("Mozilla"));
    QVERIFY(!bench.preferences.checksUpdates()); // asking once switches nothing on
    bench.updates.checkWhenDue();
    QVERIFY(!bench.updates.isChecking());
}

void tst_SettingsRows::saysWhatWentWrong_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("words");
    QTest::newRow("wrong address") << 404 << QByteArray("no") << u"nothing at this address"_s;
    QTest::newRow("too often") << 403 << QByteArray("no") << u"refused (403)"_s;
    QTest::newRow("a page") << 200 << QByteArray("<html>") << u"no list of releases"_s;
    QTest::newRow("nothing yet") << 200 << QByteArray("[]") << u"holds no release"_s;
    QTest::newRow("up to date") << 200 << release("v0.0.1") << u"is the newest version"_s;
}

void tst_SettingsRows::saysWhatWentWrong()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, words);
    FakeFeed feed(status, body);
    Bench bench;
    bench.preferences.setReleaseFeed(feed.address());
    bench.open(u"general"_s);
    bench.click(u"settings.general.checkNowButton"_s);
    const auto help = [&bench] {
        return rowOf(bench, u"settings.general.checkNowButton"_s)->help();
    };
    QTRY_VERIFY2(help().contains(words), qPrintable(help()));
}

void tst_SettingsRows::needsAFeedForUpdates()
{
    Bench bench;
    bench.open(u"general"_s);
    bench.type(u"settings.general.feedField"_s, u"http://example.org/x"_s);
    bench.click(u"settings.general.updatesToggle"_s);
    QVERIFY(!bench.preferences.checksUpdates());
    QVERIFY(!bench.find<QAbstractButton>(u"settings.general.updatesToggle"_s)->isChecked());
    QVERIFY(rowOf(bench, u"settings.general.feedField"_s)->message().contains(u"address"_s));
    bench.click(u"settings.general.feedField.resetButton"_s);
    QCOMPARE(bench.preferences.releaseFeed(), Preferences::usualReleaseFeed());
}

void tst_SettingsRows::looksOnceADay()
{
    FakeFeed feed(200, release("v9.1.0"));
    Bench bench;
    bench.preferences.setReleaseFeed(feed.address());
    bench.open(u"general"_s);
    QSignalSpy news(&bench.updates, &UpdateCheck::newVersionFound);
    bench.click(u"settings.general.updatesToggle"_s);
    QVERIFY(bench.preferences.checksUpdates());
    QTRY_COMPARE(news.count(), 1); // at once: nobody has looked yet
    bench.updates.checkWhenDue();
    QVERIFY(!bench.updates.isChecking()); // today it was
    QJsonObject old = bench.preferences.lastUpdateCheck();
    old.insert(u"time"_s, u"2026-01-01T00:00:00Z"_s);
    bench.preferences.setLastUpdateCheck(old);
    UpdateCheck later(bench.preferences, bench.clock);
    later.checkWhenDue();
    QVERIFY(later.isChecking());
    QTRY_VERIFY(!later.isChecking());
}

void tst_SettingsRows::readsExchangeRates()
{
    const RateFile rates = read(ratesOfNovember);
    QCOMPARE(rates.problem, QString());
    QCOMPARE(rates.date, u"2026-11-20"_s); // the newest day of several
    QCOMPARE(*rates.forDollar(u"EUR"_s), 0.8);
    QCOMPARE(*rates.forDollar(u"CHF"_s), 0.76);
    QVERIFY(!rates.forDollar(u"JPY"_s));
    QVERIFY(!read("no xml").problem.isEmpty());
    QVERIFY(!read("<a><Cube currency='EUR' rate='1'/></a>").problem.isEmpty());
    for (qsizetype cut = 0; cut < ratesOfNovember.size(); ++cut) {
        const RateFile part = read(ratesOfNovember.left(cut)); // never a rate out of nothing
        QVERIFY(!part.problem.isEmpty() || qFuzzyCompare(*part.forDollar(u"EUR"_s), 0.8));
    }
}

void tst_SettingsRows::showsMoneyInACurrency()
{
    Bench bench;
    bench.open(u"region"_s);
    QVERIFY(!bench.find<QDoubleSpinBox>(u"settings.region.currencyRateSpin"_s)->isVisible());
    choose(bench, u"settings.region.currencyCombo"_s, u"EUR"_s);
    auto *rate = bench.find<QDoubleSpinBox>(u"settings.region.currencyRateSpin"_s);
    QVERIFY(rate->isVisible());
    rate->setFocus();
    rate->selectAll();
    QTest::keyClicks(rate, u"0.5"_s);
    QTest::keyClick(rate, Qt::Key_Tab);
    const QString preview = bench.text(u"settings.region.formatPreviewLabel"_s);
    QVERIFY2(preview.startsWith(u"≈\u00a0€617.28"_s), qPrintable(preview));
    const QString before = QDate::currentDate().toString(Qt::ISODate);
    bench.click(u"settings.saveButton"_s);
    QTRY_COMPARE(bench.savedGateway().value("currency"_L1).toString(), u"EUR"_s);
    QCOMPARE(bench.savedGateway().value("currency_rate"_L1).toDouble(), 0.5);
    const QString day = bench.savedGateway().value("currency_rate_date"_L1).toString();
    QVERIFY(day >= before && day <= QDate::currentDate().toString(Qt::ISODate));
}

void tst_SettingsRows::importsRates()
{
    Bench bench;
    const QString name = bench.folder.filePath(u"eurofxref-daily.xml"_s);
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(ratesOfNovember);
    file.close();
    bench.open(u"region"_s);
    choose(bench, u"settings.region.currencyCombo"_s, u"JPY"_s);
    auto *section = bench.page->findChild<RegionSection *>();
    section->importRates(name);
    QVERIFY(rowOf(bench, u"settings.region.rateFileButton"_s)->message().contains(u"JPY"_s));
    choose(bench, u"settings.region.currencyCombo"_s, u"CHF"_s); // the file is remembered
    QCOMPARE(bench.find<QDoubleSpinBox>(u"settings.region.currencyRateSpin"_s)->value(), 0.76);
    bench.click(u"settings.saveButton"_s);
    QTRY_COMPARE(bench.savedGateway().value("currency_rate_source"_L1).toString(), u"ECB"_s);
    QCOMPARE(bench.savedGateway().value("currency_rate_date"_L1).toString(), u"2026-11-20"_s);
    section->importRates(bench.folder.filePath(u"desktop.ini"_s));
    QVERIFY(!rowOf(bench, u"settings.region.rateFileButton"_s)->message().isEmpty());
}

void tst_SettingsRows::choosesTheNumberFormat()
{
    Bench bench;
    bench.open(u"region"_s);
    QSignalSpy chosen(bench.page.get(), &SettingsPage::numberFormatChosen);
    choose(bench, u"settings.region.numberFormatCombo"_s, u"de_DE"_s);
    QCOMPARE(bench.preferences.numberFormat(), u"de_DE"_s);
    QCOMPARE(chosen.count(), 1);
    QVERIFY(!bench.page->hasUnsavedChanges()); // of this desktop
    bench.click(u"settings.region.numberFormatCombo.resetButton"_s);
    QVERIFY(bench.preferences.numberFormat().isEmpty());
}

void tst_SettingsRows::choosesTheTrayIcon()
{
    Bench bench;
    bench.open(u"appearance"_s);
    QSignalSpy chosen(bench.page.get(), &SettingsPage::trayStyleChosen);
    auto *combo = bench.find<QComboBox>(u"settings.appearance.trayCombo"_s);
    combo->setFocus();
    QTest::keyClick(combo, Qt::Key_Down);
    QCOMPARE(int(bench.preferences.trayStyle()), int(Preferences::TrayStyle::Light));
    QTest::keyClick(combo, Qt::Key_End);
    QCOMPARE(int(bench.preferences.trayStyle()), int(Preferences::TrayStyle::Automatic));
    QCOMPARE(chosen.count(), 2);
    bench.click(u"settings.appearance.trayCombo.resetButton"_s);
    QCOMPARE(int(bench.preferences.trayStyle()), int(Preferences::TrayStyle::Coloured));
}

void tst_SettingsRows::movesTheRequestLog()
{
    Bench bench;
    bench.engine->answer("POST /storage/move",
                         {{"error"_L1, QJsonObject{{"message"_L1, u"no room"_s}}}}, 507);
    bench.open(u"storage"_s);
    const QString field = u"settings.storage.ledgerFolderField"_s;
    QTRY_COMPARE(bench.find<QLineEdit>(field)->text(), u"/data"_s);
    QVERIFY(!bench.find<QPushButton>(u"settings.storage.moveButton"_s)->isEnabled());
    bench.type(field, u"/mnt/big"_s);
    bench.click(u"settings.storage.moveButton"_s);
    QTRY_COMPARE(rowOf(bench, field)->message(), u"no room"_s);
    QCOMPARE(bench.engine->lastOf("POST /storage/move").body.value("folder"_L1).toString(),
             u"/mnt/big"_s);
    bench.engine->answer("POST /storage/move",
                         {{"data_dir"_L1, u"/data"_s}, {"ledger_dir"_L1, u"/mnt/big"_s}});
    QTest::keyClick(bench.find<QLineEdit>(field), Qt::Key_Return);
    QTRY_COMPARE(bench.engine->countOf("POST /storage/move"), 2);
    QTRY_VERIFY(rowOf(bench, field)->message().isEmpty());
    QTRY_VERIFY(!bench.find<QPushButton>(u"settings.storage.moveButton"_s)->isEnabled());
}

void tst_SettingsRows::schedulesBackups()
{
    Bench bench;
    bench.open(u"backup"_s);
    QVERIFY(!bench.find<QSpinBox>(u"settings.backup.hourSpin"_s)->isVisible());
    choose(bench, u"settings.backup.scheduleCombo"_s, u"weekly"_s);
    bench.enterNumber(u"settings.backup.hourSpin"_s, u"5"_s);
    bench.enterNumber(u"settings.backup.keepSpin"_s, u"4"_s);
    bench.type(u"settings.backup.folderField"_s, u"/mnt/copies"_s);
    bench.click(u"settings.saveButton"_s);
    QTRY_COMPARE(bench.savedGateway().value("backup_schedule"_L1).toString(), u"weekly"_s);
    QCOMPARE(bench.savedGateway().value("backup_hour"_L1).toInt(), 5);
    QCOMPARE(bench.savedGateway().value("backup_keep"_L1).toInt(), 4);
    QCOMPARE(bench.savedGateway().value("backup_folder"_L1).toString(), u"/mnt/copies"_s);
}

void tst_SettingsRows::refusesAFolderThatIsNoPath()
{
    Bench bench;
    bench.open(u"backup"_s);
    choose(bench, u"settings.backup.scheduleCombo"_s, u"daily"_s);
    bench.type(u"settings.backup.folderField"_s, u"copies"_s);
    QTest::keyClick(bench.find<QLineEdit>(u"settings.backup.folderField"_s), Qt::Key_Tab);
    QVERIFY(rowOf(bench, u"settings.backup.folderField"_s)->message().contains(u"begins with /"_s));
    bench.click(u"settings.saveButton"_s);
    QCOMPARE(bench.engine->countOf("PUT /config"), 0);
}

void tst_SettingsRows::tellsWhenBackupsAreMade()
{
    Bench bench;
    bench.answerConfig(7, {{u"backup_schedule"_s, u"daily"_s}});
    QJsonObject schedule{{"schedule"_L1, u"daily"_s},
                         {"next"_L1, u"2026-11-23T02:00:00Z"_s},
                         {"last"_L1, u"2026-11-22T02:00:00Z"_s}};
    const QJsonObject made{{"path"_L1, u"/data/backups/one.tar"_s},
                           {"time"_L1, u"2026-11-22T02:00:00Z"_s},
                           {"bytes"_L1, 4096},
                           {"kind"_L1, u"scheduled"_s}};
    bench.engine->answer("GET /backups",
                         {{"items"_L1, QJsonArray{made}}, {"schedule"_L1, schedule}});
    bench.open(u"backup"_s);
    QTRY_VERIFY(bench.text(u"settings.backup.scheduleLabel"_s).startsWith(u"Next: "_s));
    QVERIFY(bench.text(u"settings.backup.lastLabel"_s).startsWith(u"Last backup"_s));
    schedule.insert(u"problem"_s, u"the folder /mnt/x cannot be made"_s);
    bench.engine->answer("GET /backups",
                         {{"items"_L1, QJsonArray{made}}, {"schedule"_L1, schedule}});
    bench.page->refresh();
    QTRY_VERIFY(bench.text(u"settings.backup.scheduleLabel"_s).contains(u"/mnt/x"_s));
    QVERIFY(bench.find<QLabel>(u"settings.backup.scheduleLabel"_s)->isVisible());
}

void tst_SettingsRows::showsWhatARestoreChanges()
{
    Bench bench;
    bench.engine->answer("POST /backups/inspect",
                         {{"path"_L1, u"/data/one.tar"_s},
                          {"time"_L1, u"2026-11-22T10:00:00Z"_s},
                          {"version"_L1, u"0.1.0"_s},
                          {"revision"_L1, 5},
                          {"requests"_L1, 1234},
                          {"requests_now"_L1, 2000},
                          {"diff"_L1, QJsonArray{u"Team \"later\" goes"_s}}});
    bench.open(u"backup"_s);
    bench.page->findChild<BackupSection *>()->restoreFrom(u"/data/one.tar"_s);
    QTRY_VERIFY(bench.find<QDialog>(u"settings.backup.restoreDialog"_s));
    auto *changes = bench.find<QPlainTextEdit>(u"settings.backup.restoreDialog.changesText"_s);
    QVERIFY(changes);
    QVERIFY(changes->toPlainText().contains(u"later"_s));
    const auto labels =
        bench.find<QDialog>(u"settings.backup.restoreDialog"_s)->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
        return label->text().contains(u"2,000 now, 1,234 afterwards"_s);
    }));
}

void tst_SettingsRows::tellsThatTheGatewayIsBack()
{
    Bench bench;
    const QJsonObject held{{"path"_L1, u"/data/one.tar"_s}, {"revision"_L1, 5}};
    bench.engine->answer("POST /backups/inspect", held);
    bench.engine->answer("POST /backups/restore", held);
    bench.client.start();
    bench.open(u"backup"_s);
    bench.engine->connectEvents();
    bench.page->findChild<BackupSection *>()->restoreFrom(u"/data/one.tar"_s);
    QTRY_VERIFY(bench.find<QDialog>(u"settings.backup.restoreDialog"_s));
    QTest::keyClicks(bench.find<QLineEdit>(u"settings.backup.restoreDialog.wordField"_s),
                     u"restore"_s);
    bench.click(u"settings.backup.restoreDialog.restoreButton"_s);
    QTRY_VERIFY(bench.text(u"settings.backup.backupStateLabel"_s).contains(u"restarts"_s));
    bench.engine->loseEvents();
    bench.engine->connectEvents();
    QTRY_VERIFY(bench.text(u"settings.backup.backupStateLabel"_s).contains(u"in place"_s));
}

void tst_SettingsRows::findsTheRows_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("control");
    QTest::newRow("updates") << u"for updates"_s << u"settings.general.updatesToggle"_s;
    QTest::newRow("tray") << u"icon in the tray"_s << u"settings.appearance.trayCombo"_s;
    QTest::newRow("currency") << u"marked with"_s << u"settings.region.currencyCombo"_s;
    QTest::newRow("numbers") << u"number format"_s << u"settings.region.numberFormatCombo"_s;
    QTest::newRow("move") << u"request log"_s << u"settings.storage.ledgerFolderField"_s;
    QTest::newRow("schedule") << u"back up by itself"_s << u"settings.backup.scheduleCombo"_s;
}

void tst_SettingsRows::findsTheRows()
{
    QFETCH(QString, words);
    QFETCH(QString, control);
    Bench bench;
    bench.open(u"about"_s);
    bench.type(u"settings.search"_s, words);
    QTRY_VERIFY(bench.find<QWidget>(control)->isVisible());
}

void tst_SettingsRows::locksWhatAFileSets()
{
    Bench bench;
    QJsonObject status = statusObject();
    status.insert(u"managed_by"_s, u"/etc/gatehouse.yaml"_s);
    bench.engine->answer("GET /status", status);
    bench.answerConfig(7, {{u"backup_schedule"_s, u"daily"_s}, {u"currency"_s, u"EUR"_s}});
    bench.open(u"backup"_s);
    QTRY_VERIFY(!bench.find<QComboBox>(u"settings.backup.scheduleCombo"_s)->isEnabled());
    QVERIFY(bench.find<QLineEdit>(u"settings.backup.folderField"_s)->isReadOnly());
    QVERIFY(!bench.find<QWidget>(u"settings.backup.scheduleCombo.resetButton"_s)->isVisible());
    bench.page->openSection(u"region"_s);
    QVERIFY(!bench.find<QComboBox>(u"settings.region.currencyCombo"_s)->isEnabled());
    QVERIFY(!bench.find<QDoubleSpinBox>(u"settings.region.currencyRateSpin"_s)->isEnabled());
    QVERIFY(!bench.find<QPushButton>(u"settings.region.rateFileButton"_s)->isEnabled());
    QVERIFY(bench.find<QComboBox>(u"settings.region.numberFormatCombo"_s)->isEnabled());
}

void tst_SettingsRows::saysWhereAFileSetsIt()
{
    Bench bench;
    QJsonObject status = statusObject();
    status.insert(u"managed_by"_s, u"/etc/gatehouse.yaml"_s);
    bench.engine->answer("GET /status", status);
    bench.engine->answer("GET /config/lines",
                         {{u"lines"_s, QJsonObject{{u"gateway.backup_schedule"_s, 12}}}});
    bench.open(u"backup"_s);
    auto *row = bench.find<FormField>(u"settings.backup.scheduleCombo.row"_s);
    const auto says = [&row](const QString &text) {
        const auto labels = row->findChildren<QLabel *>();
        return std::ranges::any_of(labels,
                                   [&text](const QLabel *label) { return label->text() == text; });
    };
    QTRY_VERIFY(says(u"Set by /etc/gatehouse.yaml, line 12"_s));
    bench.click(u"settings.backup.scheduleCombo.copyNameButton"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"gateway.backup_schedule"_s);
    row = bench.find<FormField>(u"settings.backup.folderField.row"_s);
    QVERIFY(says(u"Default, because /etc/gatehouse.yaml does not set it"_s));
}

void tst_SettingsRows::resetsRows()
{
    Bench bench;
    bench.answerConfig(7,
                       {{u"backup_schedule"_s, u"daily"_s},
                        {u"backup_folder"_s, u"/mnt/copies"_s},
                        {u"backup_keep"_s, 30}});
    bench.open(u"backup"_s);
    bench.click(u"settings.backup.folderField.resetButton"_s);
    bench.click(u"settings.backup.keepSpin.resetButton"_s);
    bench.click(u"settings.backup.scheduleCombo.resetButton"_s);
    bench.click(u"settings.saveButton"_s);
    QTRY_COMPARE(bench.engine->countOf("PUT /config"), 1);
    for (const auto &key : {u"backup_schedule"_s, u"backup_folder"_s, u"backup_keep"_s})
        QVERIFY2(!bench.savedGateway().contains(key), qPrintable(key));
}

void tst_SettingsRows::remembersTheSection()
{
    Bench bench;
    bench.open(u"storage"_s);
    bench.page.reset();
    bench.make();
    QTRY_VERIFY(bench.find<QWidget>(u"settings.storage"_s)->isVisible());
}

} // namespace Gatehouse::Ui

QTEST_MAIN(Gatehouse::Ui::tst_SettingsRows)
#include "tst_settingsrows.moc"
