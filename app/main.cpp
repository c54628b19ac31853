// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gapreport.h"
#include "app/signalwatch.h"
#include "core/redis/replymemory.h"
#include "core/redis/standarddescriptors.h"
#include "core/report/clocktext.h"
#include "ui/dialogs/filechooser.h"
#include "ui/settings/keychainstore.h"
#include "ui/settings/keys.h"
#include "ui/store/fileflow.h"
#include "ui/text/translations.h"
#include "ui/theme/theme.h"
#include "ui/window/mainwindow.h"
#include "ui/window/watchdog.h"
#include "ui/window/windowprobe.h"

#include <QApplication>
#include <QCommandLineParser>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>

using namespace arbscope;
using namespace std::chrono_literals;

namespace {

constexpr int WrongUsage = 2;

struct Wishes
{
    bool demo = false;
    bool reportGaps = false;
    std::optional<StoreTarget> target;
    QString file;
};

std::optional<StoreTarget> parseTarget(const QString &text)
{
    auto url = RedisUrl::parse(text);
    if (!url) {
        std::fprintf(stderr, "arbscope: %s\n", qPrintable(url.error()));
        return std::nullopt;
    }
    if (url->password.isEmpty())
        url->password = qEnvironmentVariable("ARBSCOPE_PASSWORD");
    return StoreTarget{*url, {}};
}

/// Ends the program for --help, --version and wrong usage.
class CommandLine
{
public:
    CommandLine();
    /// Answers --help and --version, which need no display.
    void answer(int argc, char **argv);
    [[nodiscard]] Wishes wishes(const QStringList &arguments);

private:
    QCommandLineParser m_parser;
    QCommandLineOption m_demo{QStringLiteral("demo"), QStringLiteral("Open a private store with sample trades.")};
    QCommandLineOption m_gaps{
        QStringLiteral("report-gaps"),
        QStringLiteral(
            "Print how long the first trades took, what is shown when, and the event loop's gaps, as JSON lines.")};
    QCommandLineOption m_help;
    QCommandLineOption m_version;
};

CommandLine::CommandLine()
    : m_help(m_parser.addHelpOption())
    , m_version(m_parser.addVersionOption())
{
    m_parser.setApplicationDescription(QStringLiteral(
        "Shows the execution reports of arbitrage bots that are kept in Redis, or those of a file (a Redis\n"
        "dump, or JSON lines), read-only.\n"
        "The address comes from the command line or ARBSCOPE_URL, a password also from "
        "ARBSCOPE_PASSWORD."));
    m_parser.addOptions({m_demo, m_gaps});
    m_parser.addPositionalArgument(QStringLiteral("URL"),
                                   QStringLiteral("redis://[user[:password]@]host[:port][/db], rediss://…, "
                                                  "unix:///path.sock[?db=N], or the path of a file"),
                                   QStringLiteral("[URL|FILE]"));
}

void CommandLine::answer(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    m_parser.parse(arguments); // what it does not know may be Qt's own: see wishes()
    const bool help = m_parser.isSet(m_help);
    if (!help && !m_parser.isSet(m_version))
        return;
    const QCoreApplication console(argc, argv); // for the program's name in the usage line
    if (help)
        m_parser.showHelp();
    m_parser.showVersion();
}

Wishes CommandLine::wishes(const QStringList &arguments)
{
    if (!m_parser.parse(arguments)) {
        std::fprintf(stderr, "arbscope: %s\n", qPrintable(m_parser.errorText()));
        std::exit(WrongUsage);
    }
    const QStringList urls = m_parser.positionalArguments();
    Wishes wishes{m_parser.isSet(m_demo), m_parser.isSet(m_gaps), {}, {}};
    if (urls.size() > 1 || (wishes.demo && !urls.isEmpty())) {
        std::fprintf(stderr, "arbscope: one address or file, or --demo\n");
        std::exit(WrongUsage);
    }
    const QString url = urls.isEmpty() ? qEnvironmentVariable("ARBSCOPE_URL") : urls.first();
    if (!wishes.demo && !url.isEmpty() && !url.contains(QStringLiteral("://"))) {
        wishes.file = url;
    } else if (!wishes.demo && !url.isEmpty()) {
        wishes.target = parseTarget(url);
        if (!wishes.target)
            std::exit(WrongUsage);
    }
    return wishes;
}

} // namespace

int main(int argc, char *argv[])
{
    occupyStandardDescriptors();
    QElapsedTimer sinceStart;
    sinceStart.start();
    keepMemoryForReplies();
    if (!settleLocalTimeZone())
        std::fprintf(stderr, "arbscope: the time zone of $TZ is not known: local times are UTC\n");
    QApplication::setApplicationName(QStringLiteral("arbscope"));
    QApplication::setApplicationVersion(QStringLiteral(ARBSCOPE_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.arbscope.ArbScope"));
    CommandLine commandLine;
    commandLine.answer(argc, argv);
    QApplication application(argc, argv);
    const Wishes wishes = commandLine.wishes(QApplication::arguments());

    installTranslations(application);
    settleNumberFormat();
    Settings settings;
    applyTheme(application, settings.value(keys::Colors));
    DialogFileChooser files;
    KeychainStore keychain;
    MainWindow window(settings, files, &keychain);
    const SignalWatch signalWatch;
    QObject::connect(&signalWatch, &SignalWatch::quitRequested, &window, &QWidget::close);

    std::unique_ptr<WindowProbe> probe;
    std::optional<GapReport> report;
    std::optional<Watchdog> watchdog;
    if (wishes.reportGaps) {
        probe = window.makeProbe();
        report.emplace(sinceStart, *probe);
        QObject::connect(&window, &MainWindow::firstRowsPainted, &*report, &GapReport::firstRows);
        QObject::connect(&signalWatch, &SignalWatch::lapRequested, &*report, &GapReport::lap);
    } else {
        watchdog.emplace(20ms);
    }

    StoreFlow &flow = window.storeFlow();
    if (wishes.demo)
        flow.openDemo();
    else if (!wishes.file.isEmpty())
        window.fileFlow().open(wishes.file);
    else if (wishes.target)
        flow.open(*wishes.target);
    else
        flow.openLast();
    window.show();
    const int status = QApplication::exec();
    if (report)
        report->finish();
    return status;
}
