// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gatehouse/bookopeners.h"

#include "ui/pages/spend/invoicepane.h"
#include "ui/pages/spend/pricelistdialog.h"

#include <QtCore/QDir>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QTemporaryFile>
#include <QtWidgets/QAbstractItemView>

using namespace Qt::StringLiterals;

namespace Gatehouse {

namespace {

constexpr int pricesTab = 4;
constexpr int invoiceTab = 5;
constexpr int invoiceDays = 7;
constexpr double nanoPerDollar = 1e9;

bool hasRows(const Ui::MainWindow &window, const QString &table)
{
    const auto *view = window.findChild<QAbstractItemView *>(table);
    return view && view->isVisible() && view->model() && view->model()->rowCount() > 0;
}

bool wrote(QTemporaryFile &file, const QByteArray &text)
{
    return file.open() && file.write(text) == text.size() && file.flush();
}

QTemporaryFile *sampleFile(const QString &name, QObject *parent)
{
    return new QTemporaryFile(QDir::tempPath() + u'/' + name, parent);
}

void setPrice(QJsonObject &providers, const QString &provider, const QString &model,
              const QString &field, qint64 nanoPerMillion)
{
    QJsonObject models = providers.value(provider).toObject();
    QJsonObject prices = models.value(model).toObject();
    prices.insert(field, nanoPerMillion);
    models.insert(model, prices);
    providers.insert(provider, models);
}

//! The list that the program comes with, a few prices later.
QByteArray newerList()
{
    QFile file(u":/prices/catalogue.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QJsonObject list = QJsonDocument::fromJson(file.readAll()).object();
    QJsonObject providers = list.value("providers"_L1).toObject();
    setPrice(providers, u"openai"_s, u"gpt-4o"_s, u"input"_s, 2'250'000'000);
    setPrice(providers, u"openai"_s, u"gpt-4o"_s, u"output"_s, 9'000'000'000);
    setPrice(providers, u"openai"_s, u"gpt-5-preview"_s, u"input"_s, 1'250'000'000);
    setPrice(providers, u"openai"_s, u"gpt-5-preview"_s, u"output"_s, 10'000'000'000);
    setPrice(providers, u"mistral"_s, u"mistral-large-latest"_s, u"output"_s, 7'500'000'000);
    QJsonObject anthropic = providers.value("anthropic"_L1).toObject();
    anthropic.remove(u"claude-3-7-sonnet-20250219"_s);
    providers.insert(u"anthropic"_s, anthropic);
    list.insert(u"providers"_s, providers);
    list.insert(u"version"_s, QDate::currentDate().addDays(-3).toString(Qt::ISODate));
    return QJsonDocument(list).toJson(QJsonDocument::Compact);
}

QByteArray line(const QString &day, const QString &model, qint64 in, qint64 out, double cost)
{
    return u"%1,%2,%3,%4,%5\n"_s.arg(day, model)
        .arg(in)
        .arg(out)
        .arg(cost / nanoPerDollar, 0, 'f', 6)
        .toUtf8();
}

QByteArray invoiceHead()
{
    return "date,model,input_tokens,output_tokens,cost\n"_ba;
}

//! What the provider charges for one day of one model.
double charged(const QString &model, qint64 in, qint64 out, qint64 booked)
{
    if (model == "gpt-4o-mini"_L1)
        return double(booked) * 1.2; // it became dearer
    if (model == "gpt-5-preview"_L1)
        return double(in) * 1'250 + double(out) * 10'000; // has no price here
    return double(booked);
}

QByteArray invoiceFor(const QJsonArray &days)
{
    QByteArray text = invoiceHead();
    for (const QJsonValue &day : days) {
        const QString model = day["model"_L1].toString();
        const qint64 in = day["booked_tokens_in"_L1].toInteger();
        const qint64 out = day["booked_tokens_out"_L1].toInteger();
        if (in + out > 0)
            text += line(day["day"_L1].toString(), model, in, out,
                         charged(model, in, out, day["booked_nano_usd"_L1].toInteger()));
    }
    const QString last = days.last()["day"_L1].toString();
    return text + line(last, u"text-embedding-3-small"_s, 1'204'512, 0, 24'090'240);
}

//! Asks for the days that the books have: an invoice of nothing.
QByteArray emptyInvoice()
{
    QByteArray text = invoiceHead();
    const QDate today = QDateTime::currentDateTimeUtc().date();
    for (const int ago : {invoiceDays, 1})
        text += line(today.addDays(-ago).toString(Qt::ISODate), u"gpt-4o"_s, 0, 0, 0);
    return text;
}

void checkInvoice(Ui::MainWindow &window, Ui::InvoicePane *pane, const QJsonArray &days)
{
    QTemporaryFile *file = sampleFile(u"openai-XXXXXX.csv"_s, pane);
    if (days.isEmpty() || !wrote(*file, invoiceFor(days)))
        return;
    pane->setFileChooser([path = file->fileName()](const auto &chosen) { chosen(path); });
    clicked(window, u"spend.invoiceImportButton"_s);
}

} // namespace

Opener comparesPriceList()
{
    return [](Ui::MainWindow &window, Api::AdminClient &) {
        auto *dialog = window.findChild<Ui::PriceListDialog *>();
        if (dialog)
            return hasRows(window, u"spend.priceListDialog.table"_s);
        if (!hasTab(window, u"spend.tabs"_s, pricesTab)
            || !clicked(window, u"spend.prices.updateButton"_s))
            return false;
        dialog = window.findChild<Ui::PriceListDialog *>();
        QTemporaryFile *file = sampleFile(u"prices-XXXXXX.json"_s, dialog);
        if (dialog && wrote(*file, newerList()))
            dialog->readFile(file->fileName());
        return false; // until it is compared
    };
}

Opener comparesRecalculation()
{
    return [](Ui::MainWindow &window, Api::AdminClient &) {
        if (hasRows(window, u"spend.recalculateDialog.table"_s))
            return true;
        if (window.findChild<QWidget *>(u"spend.recalculateDialog"_s))
            clicked(window, u"spend.recalculateDialog.compareButton"_s); // not while it works
        else if (hasTab(window, u"spend.tabs"_s, pricesTab))
            clicked(window, u"spend.prices.recalculateButton"_s);
        return false;
    };
}

Opener checksInvoice()
{
    return [](Ui::MainWindow &window, Api::AdminClient &client) {
        static constexpr auto asked = "sceneAsked";
        auto *pane = window.findChild<Ui::InvoicePane *>();
        if (!hasTab(window, u"spend.tabs"_s, invoiceTab) || !pane || !pane->isVisible())
            return false;
        if (hasRows(window, u"spend.invoiceTable"_s) || pane->property(asked).toBool())
            return hasRows(window, u"spend.invoiceTable"_s);
        pane->setProperty(asked, true);
        Api::AdminCall *call = client.post(
            u"/invoices/check"_s,
            {{u"provider"_s, u"openai"_s}, {u"text"_s, QString::fromUtf8(emptyInvoice())}});
        QObject::connect(
            call, &Api::AdminCall::finished, pane, [&window, pane](Api::AdminCall *ended) {
                checkInvoice(window, pane, ended->reply().body.value("days"_L1).toArray());
            });
        return false; // until it is checked
    };
}

} // namespace Gatehouse
