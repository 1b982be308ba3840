// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gatehouse/leakscene.h"

#include "ui/pages/access/leakdialog.h"
#include "ui/widgets/celldelegate.h"

#include <QtCore/QPointer>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QPlainTextEdit>

#include <memory>

using namespace Qt::StringLiterals;

namespace Gatehouse {

namespace {

constexpr int oldSecretStays = 24 * 3600; //!< seconds: who sends sample requests has the old one

//! The text of a key, known after its rotation only.
struct Leak {
    QString secret;
    QPointer<Api::AdminCall> call;
};

void rotateFirst(const Ui::MainWindow &window, Api::AdminClient &client,
                 const std::shared_ptr<Leak> &leak)
{
    const auto *keys = window.findChild<QAbstractItemView *>(u"access.keysTable"_s);
    if (leak->call || !keys || !keys->model() || keys->model()->rowCount() == 0)
        return;
    const QString id = keys->model()->index(0, 0).data(Ui::CellRole::Id).toString();
    leak->call = client.post(u"/keys/%1/rotate"_s.arg(id), {{"overlap_s"_L1, oldSecretStays}});
    QObject::connect(leak->call, &Api::AdminCall::finished, leak->call,
                     [leak](Api::AdminCall *call) {
                         leak->secret = call->reply().body.value("secret"_L1).toString();
                     });
}

Ui::LeakDialog *openDialog(const Ui::MainWindow &window)
{
    auto *dialog = window.findChild<Ui::LeakDialog *>();
    return dialog && dialog->isVisible() ? dialog : nullptr;
}

bool hasFound(const Ui::LeakDialog &dialog)
{
    const auto *found = dialog.findChild<QAbstractItemView *>(u"access.leakDialog.foundTable"_s);
    return found && found->model()->rowCount() > 0;
}

void lookThrough(const Ui::MainWindow &window, const QString &secret)
{
    const Ui::LeakDialog *dialog = openDialog(window);
    if (!dialog)
        return;
    auto *text = dialog->findChild<QPlainTextEdit *>(u"access.leakDialog.textField"_s);
    text->setPlainText(u"OPENAI_API_KEY=%1"_s.arg(secret));
    clicked(window, u"access.leakDialog.searchButton"_s);
}

} // namespace

Opener findsLeakedKey()
{
    return [leak = std::make_shared<Leak>()](Ui::MainWindow &window, Api::AdminClient &client) {
        if (const Ui::LeakDialog *dialog = openDialog(window))
            return hasFound(*dialog);
        if (!hasTab(window, u"access.tabs"_s, 0))
            return false;
        if (leak->secret.isEmpty())
            rotateFirst(window, client, leak);
        else if (clicked(window, u"access.leakButton"_s))
            lookThrough(window, leak->secret);
        return false; // until the key is found
    };
}

} // namespace Gatehouse
