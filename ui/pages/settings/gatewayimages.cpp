// SPDX-License-Identifier: GPL-3.0-or-later
//! The rows of the Gateway section about images that requests name by address.
#include "ui/pages/settings/gatewaysection.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/switch.h"

#include <QtCore/QRegularExpression>
#include <QtWidgets/QLineEdit>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr qint64 mib = 1024 * 1024;
constexpr int mostMib = 256;
constexpr qint64 msPerSecond = 1000;
constexpr int mostSeconds = 300;

QStringList hostsIn(const QString &text)
{
    static const QRegularExpression separators(u"[,;\\s]+"_s);
    return text.split(separators, Qt::SkipEmptyParts);
}

} // namespace

void GatewaySection::addImages()
{
    const auto isOn = [](auto &settings) -> auto &
    {
        return settings.fetchImages.enabled;
    };
    auto *toggle = new Switch(this);
    toggle->setObjectName(rowName(u"fetchImagesSwitch"));
    FormField *row = addRow(tr("Fetch images"), toggle,
                            tr("Some providers want an image itself, not its address. The gateway "
                               "then loads it from where the request says; else such requests are "
                               "refused."));
    bind(row, u"fetch_images.enabled"_s, isOn,
         [this, toggle] { toggle->setChecked(draft().settings().fetchImages.enabled); });
    connect(toggle, &Switch::clicked, this, [this](bool on) {
        draft().edit([on](Settings &settings) { settings.fetchImages.enabled = on; });
        showOffered();
    });
    m_imageRows = {
        addNumber([](auto &settings) -> auto & { return settings.fetchImages.maxBytes; },
                  u"fetch_images.max_bytes"_s,
                  {.row = u"imageSizeSpin"_s,
                   .label = tr("Largest image"),
                   .help = tr("Larger ones are not fetched."),
                   .suffix = tr(" MiB"),
                   .lowest = 1,
                   .highest = mostMib,
                   .unit = mib}),
        addNumber([](auto &settings) -> auto & { return settings.fetchImages.timeout; },
                  u"fetch_images.timeout"_s,
                  {.row = u"imageTimeSpin"_s,
                   .label = tr("Wait for an image"),
                   .help = tr("How long an image may take to arrive, redirections included."),
                   .suffix = tr(" s"),
                   .lowest = 1,
                   .highest = mostSeconds,
                   .unit = msPerSecond}),
        addHosts(&Api::ImageFetching::allowedHosts, u"allowed_hosts"_s, u"imageHostsField"_s,
                 tr("Only from these hosts"),
                 tr("Separated by commas; *.example.com stands for all below it. Empty: any public "
                    "host."),
                 u"*.example.com"_s),
        addHosts(&Api::ImageFetching::privateHosts, u"private_hosts"_s, u"imagePrivateHostsField"_s,
                 tr("Hosts of your own network"),
                 tr("Private addresses are never asked but these, which may also speak plain "
                    "http."),
                 u"files.office.lan"_s)};
}

FormField *GatewaySection::addHosts(QStringList Api::ImageFetching::*member, const QString &key,
                                    const QString &row, const QString &label, const QString &help,
                                    const QString &sample)
{
    const QString whole = u"fetch_images."_s + key;
    const auto hosts = [member](auto &settings) -> auto &
    {
        return settings.fetchImages.*member;
    };
    auto *field = new QLineEdit(this);
    field->setObjectName(rowName(row));
    field->setPlaceholderText(sample);
    FormField *form = addRow(label, field, help);
    bind(form, whole, hosts, [this, field, hosts] {
        const QStringList &said = hosts(draft().settings());
        if (hostsIn(field->text()) != said) // the person's way of writing them stands
            field->setText(said.join(u", "_s));
    });
    connect(field, &QLineEdit::textEdited, this, [this, hosts](const QString &text) {
        draft().edit([&](Settings &settings) { hosts(settings) = hostsIn(text); });
    });
    connect(field, &QLineEdit::editingFinished, this,
            [this, whole] { draft().check(path(whole)); });
    return form;
}

} // namespace Gatehouse::Ui
