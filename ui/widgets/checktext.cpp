// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/checktext.h"

#include "ui/widgets/checklist.h"
#include "ui/widgets/format.h"

#include <QtCore/QHash>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

//! "tools, structured output" in the words of the screen.
QString abilityNames(const QString &told)
{
    static const QHash<QString, const char *> names{
        {u"chat"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::CheckList", "chat")},
        {u"messages"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::CheckList", "messages")},
        {u"streaming"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::CheckList", "streaming")},
        {u"tools"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::CheckList", "tools")},
        {u"structured output"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::CheckList", "structured output")},
        {u"images"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::CheckList", "images")},
        {u"responses"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::CheckList", "responses")},
        {u"embeddings"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::CheckList", "embeddings")},
        {u"rerank"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::CheckList", "rerank")},
    };
    QStringList list = told.split(u", "_s, Qt::SkipEmptyParts);
    for (QString &name : list)
        if (const char *known = names.value(name, nullptr))
            name = CheckList::tr(known);
    return list.join(u", "_s);
}

} // namespace

QString resultText(const QJsonObject &check)
{
    const QString code = check.value("code"_L1).toString();
    const QJsonArray arguments = check.value("arguments"_L1).toArray();
    const QString first = arguments.at(0).toString();
    const QString second = arguments.at(1).toString();
    if (code == "models_listed"_L1)
        return CheckList::tr("%n models", nullptr, first.toInt());
    if (code == "answered"_L1)
        return CheckList::tr("%1, %n tokens", nullptr, second.toInt()).arg(first);
    if (code == "first_token"_L1)
        return CheckList::tr("First token after %1").arg(Format::duration(first.toDouble()));
    if (code == "abilities"_L1)
        return second.isEmpty()
            ? abilityNames(first)
            : CheckList::tr("%1; not %2").arg(abilityNames(first), abilityNames(second));
    static const QHash<QString, const char *> texts{
        {u"not_reached"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::CheckList", "Not reached")},
        {u"key_accepted"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::CheckList", "Accepted")},
        {u"key_refused"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::CheckList", "The provider refused the key (%1)")},
        {u"no_access_token"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::CheckList", "No access token for this key")},
        {u"token_service_unreachable"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::CheckList", "The token service was not reached")},
        {u"lists_no_models"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::CheckList", "This provider lists no models")},
        {u"models_not_listed"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::CheckList", "Not listed")},
        {u"not_possible"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::CheckList", "Not possible")},
        {u"failed_with"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::CheckList", "Failed (%1)")},
        {u"failed"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::CheckList", "Failed")},
        {u"not_tested"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::CheckList", "Not tested")},
    };
    const char *text = texts.value(code, nullptr);
    if (!text)
        return check.value("text"_L1).toString();
    const QString translated = CheckList::tr(text);
    return translated.contains("%1"_L1) ? translated.arg(first) : translated;
}

QString remedyText(const QJsonObject &check)
{
    static const QHash<QString, const char *> texts{
        {u"check_host"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::CheckList", "Check the host name in the address.")},
        {u"check_certificate"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::CheckList",
                           "Check the certificate, or give the CA file of your own authority.")},
        {u"check_proxy"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::CheckList", "Check the proxy's address.")},
        {u"use_allowed_address"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::CheckList", "Use an address that may be called.")},
        {u"check_server"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::CheckList",
                           "Check the address and that the server is running.")},
        {u"check_account"_s,
         QT_TRANSLATE_NOOP(
             "Gatehouse::Ui::CheckList",
             "Check the account's file or secret, and that the account may use the API.")},
        {u"check_token_service"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::CheckList",
                           "Check the network, and that the token service may be called.")},
        {u"add_models_by_hand"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::CheckList", "Add the models by hand.")},
        {u"check_key"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::CheckList",
                           "Check that it was copied in full and is not revoked.")},
        {u"check_credit"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::CheckList", "Check the account's credit and limits.")},
        {u"try_other_model"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::CheckList",
                           "Try another model, or look at the provider's own words.")},
    };
    const char *text = texts.value(check.value("fix_code"_L1).toString(), nullptr);
    return text ? CheckList::tr(text) : check.value("fix"_L1).toString();
}

} // namespace Gatehouse::Ui
