// SPDX-License-Identifier: GPL-3.0-or-later
//! The desktop program.

#include "app/gatehouse/program.h"
#include "app/gatehouse/singleinstance.h"
#include "app/node/logging.h"
#include "app/node/unixsignals.h"
#include "core/secrets/processhardening.h"

#include <QtWidgets/QApplication>

using namespace Gatehouse;

namespace {

//! Pictures need no display.
void preferOffscreenForPictures(int argc, char *argv[])
{
    for (int i = 1; i < argc; ++i) {
        if (QByteArrayView(argv[i]).startsWith("--screenshot")
            && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
            qputenv("QT_QPA_PLATFORM", "offscreen");
    }
}

} // namespace

int main(int argc, char *argv[])
{
    preferOffscreenForPictures(argc, argv);
    Secrets::hardenProcess();
    QApplication application(argc, argv);
    QApplication::setApplicationVersion(QString::fromLatin1(GATEHOUSE_VERSION));
    Node::installLogging(Node::LogFormat::Text);
    const Options options = Options::read(QApplication::arguments());

    SingleInstance instance(options.dataFolder);
    if (options.raisesFirstWindow() && instance.handOver(options.page))
        return 0;

    Program program(options);
    QObject::connect(&instance, &SingleInstance::raiseRequested, &program, &Program::raise);
    Node::UnixSignals signals;
    QObject::connect(&signals, &Node::UnixSignals::terminate, &program,
                     [&program] { program.leave(0); });
    program.start();
    return QApplication::exec();
}
