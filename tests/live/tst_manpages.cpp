// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/paths.h"
#include "tests/support/clirun.h"

#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

#include <map>

using namespace arbscope::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto CommonSection = "Options of every command"_L1;

/// Section of a page, or command of a program → what its options are called, with their values: "--from RANK".
using Options = std::map<QString, QStringList>;

QString pagePath(const QString &page)
{
    return QStringLiteral(ARBSCOPE_SOURCE_DIR "/packaging/man/") + page;
}

QStringList linesOf(const QString &page)
{
    QFile file(pagePath(page));
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("%s: %s", qPrintable(file.fileName()), qPrintable(file.errorString()));
    }
    return QString::fromUtf8(file.readAll()).split(u'\n');
}

/// The options that a page lists, by subsection; "Ss list Ar SERVER" is "list SERVER".
Options documented(const QString &page)
{
    static const QRegularExpression option(uR"(Fl (-?[\w-]+)(?: Ar (\w+))?)"_s);
    Options options;
    QString section;
    for (const QString &line : linesOf(page)) {
        if (line.startsWith(".Sh "_L1)) {
            section.clear();
        } else if (line.startsWith(".Ss "_L1)) {
            section = line.mid(4).remove(u"Ar "_s);
            section.truncate(QString(section + u" Op "_s).indexOf(u" Op "_s));
            options[section];
        } else if (line.startsWith(".It Fl "_L1)) {
            for (auto match = option.globalMatch(line); match.hasNext();) {
                const QRegularExpressionMatch found = match.next();
                options[section] << QString(u'-' + found.captured(1) + u' ' + found.captured(2)).trimmed();
            }
        }
    }
    for (auto &[name, list] : options) {
        list.sort();
    }
    return options;
}

/// The options under a title of a help text.
QStringList offered(const QByteArray &help, const QByteArray &title)
{
    static const QRegularExpression entry(uR"(^  (--?[\w-]+(?: [A-Z]+)?)(?:, (--[\w-]+))?(?:  |$))"_s);
    QStringList options;
    bool isInside = false;
    for (const QByteArray &line : help.split('\n')) {
        if (!line.startsWith(' ')) {
            isInside = line.startsWith(title);
        }
        const QRegularExpressionMatch match = entry.match(QString::fromUtf8(line));
        if (isInside && match.hasMatch()) {
            options << match.captured(1);
            if (match.hasCaptured(2)) {
                options << match.captured(2);
            }
        }
    }
    options.sort();
    return options;
}

/// In the order of the program's help.
QStringList commandsIn(const QByteArray &help)
{
    static const QRegularExpression entry(u"^  ([a-z]+)  "_s);
    QStringList names;
    for (const QByteArray &line : help.mid(help.indexOf("Commands:")).split('\n').mid(1)) {
        const QRegularExpressionMatch match = entry.match(QString::fromUtf8(line));
        if (!match.hasMatch()) {
            break;
        }
        names << match.captured(1);
    }
    return names;
}

/// What bash makes of the last word where Tab is pressed after it; sorted.
QStringList completed(const QStringList &words)
{
    QProcess bash;
    bash.start(u"bash"_s,
               QStringList{u"--noprofile"_s, u"--norc"_s, u"-c"_s,
                           u"source \"$0\" && COMP_WORDS=(\"$@\") COMP_CWORD=$(($# - 1)) && "
                           "_arbscope_cli \"$1\" && printf '%s\\n' \"${COMPREPLY[@]}\""_s,
                           QStringLiteral(ARBSCOPE_SOURCE_DIR "/packaging/completions/arbscope-cli"),
                           QStringLiteral(ARBSCOPE_BIN_DIR "/arbscope-cli")}
                   + words);
    if (!bash.waitForFinished()) {
        return {};
    }
    QStringList found = QString::fromUtf8(bash.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
    found.sort();
    const QByteArray complaints = bash.readAllStandardError();
    return complaints.isEmpty() ? found : QStringList{QString::fromUtf8(complaints)};
}

} // namespace

class TestManPages final : public QObject
{
    Q_OBJECT
private slots:
    void commandLineIsDocumented();
    void windowIsDocumented();
    void bashCompletesWhatThereIs();
    void bashCompletes_data();
    void bashCompletes();
    void formatsWithoutWarning_data();
    void formatsWithoutWarning();
};

void TestManPages::commandLineIsDocumented()
{
    Options inPage = documented(u"arbscope-cli.1"_s);
    const QByteArray help = runCli({"--help"}).out;
    QCOMPARE(inPage[CommonSection], offered(help, "Options, before or after"));
    inPage.erase(CommonSection);
    Options inHelp;
    for (const QString &command : commandsIn(help)) {
        const QByteArray commandHelp = runCli({command.toUtf8(), "--help"}).out;
        // "Usage: arbscope-cli list SERVER [--from RANK] …"
        const QByteArray usage
            = commandHelp.left(commandHelp.indexOf('\n')).mid(qsizetype(qstrlen("Usage: arbscope-cli ")));
        const qsizetype options = usage.indexOf(" [");
        const QString heading = QString::fromUtf8(options < 0 ? usage : usage.left(options));
        inHelp[heading] = offered(commandHelp, "Options:");
    }
    QCOMPARE(inHelp.size(), std::size_t(12));
    for (const auto &[heading, options] : inHelp) {
        QVERIFY2(inPage.contains(heading), qPrintable(heading));
        QCOMPARE(inPage[heading], options);
    }
    QCOMPARE(inPage.size(), inHelp.size());
}

void TestManPages::windowIsDocumented()
{
    QProcess arbscope;
    arbscope.start(QStringLiteral(ARBSCOPE_BIN_DIR "/arbscope"), {u"--help"_s});
    QVERIFY(arbscope.waitForFinished());
    QCOMPARE(arbscope.exitCode(), 0);
    QCOMPARE(documented(u"arbscope.1"_s)[QString()], offered(arbscope.readAllStandardOutput(), "Options:"));
}

void TestManPages::bashCompletesWhatThereIs()
{
    const auto names = [](QStringList options) {
        for (QString &option : options) {
            option = option.section(u' ', 0, 0);
        }
        options.sort();
        return options;
    };
    const QByteArray help = runCli({"--help"}).out;
    QStringList commands = commandsIn(help);
    for (const QString &command : commands) {
        const QByteArray commandHelp = runCli({command.toUtf8(), "--help"}).out;
        QCOMPARE(completed({command, u"-"_s}),
                 names(offered(commandHelp, "Options:") + offered(commandHelp, "Options of every command:")));
    }
    QCOMPARE(completed({u"-"_s}), names(offered(help, "Options, before or after")));
    commands.sort();
    QCOMPARE(completed({QString()}), commands);
}

void TestManPages::bashCompletes_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const QString &words, const QStringList &expected) {
        QTest::newRow(qPrintable(words)) << words.split(u' ') << expected;
    };
    row(u"s"_s, {u"servers"_s, u"show"_s, u"stats"_s});
    row(u"--url redis://h list --f"_s, {u"--filter"_s, u"--format"_s, u"--from"_s});
    row(u"--url = redis://h list --f"_s, {u"--filter"_s, u"--format"_s, u"--from"_s}); // as bash takes it apart
    row(u"list --format "_s, {u"csv"_s, u"jsonl"_s, u"table"_s});
    row(u"list --format ="_s, {u"csv"_s, u"jsonl"_s, u"table"_s});
    row(u"follow --format = js"_s, {u"jsonl"_s});
    row(u"export --format "_s, {u"csv"_s, u"jsonl"_s});
    row(u"stats --by "_s, {u"day"_s, u"kind"_s, u"pair"_s, u"server"_s, u"session"_s, u"version"_s});
    row(u"--tz Europe/Berl"_s, {u"Europe/Berlin"_s});
    row(u"import "_s + QStringLiteral(ARBSCOPE_SOURCE_DIR "/CHANGE"),
        {QStringLiteral(ARBSCOPE_SOURCE_DIR "/CHANGELOG.md")});
    row(u"export -o "_s + QStringLiteral(ARBSCOPE_SOURCE_DIR "/CHANGE"),
        {QStringLiteral(ARBSCOPE_SOURCE_DIR "/CHANGELOG.md")});
    row(u"list "_s, {}); // the store is not asked
    row(u"nonsense -"_s, {});
}

void TestManPages::bashCompletes()
{
    QFETCH(const QStringList, words);
    QFETCH(const QStringList, expected);
    QCOMPARE(completed(words), expected);
}

void TestManPages::formatsWithoutWarning_data()
{
    QTest::addColumn<QString>("page");
    QTest::newRow("arbscope") << u"arbscope.1"_s;
    QTest::newRow("arbscope-cli") << u"arbscope-cli.1"_s;
}

void TestManPages::formatsWithoutWarning()
{
    QFETCH(const QString, page);
    const QString mandoc = QStandardPaths::findExecutable(u"mandoc"_s);
    const QString groff = QStandardPaths::findExecutable(u"groff"_s);
    QProcess check;
    if (!mandoc.isEmpty()) {
        check.start(mandoc, {u"-T"_s, u"lint"_s, u"-W"_s, u"warning"_s, pagePath(page)});
    } else if (!groff.isEmpty()) {
        check.start(groff, {u"-ww"_s, u"-mdoc"_s, u"-Tutf8"_s, u"-z"_s, pagePath(page)});
    } else {
        QFAIL("neither mandoc nor groff is there: ./dev setup");
    }
    QVERIFY(check.waitForFinished());
    QCOMPARE(QString::fromUtf8(check.readAllStandardOutput() + check.readAllStandardError()), QString());
    QCOMPARE(check.exitCode(), 0);
}

QTEST_GUILESS_MAIN(TestManPages)
#include "tst_manpages.moc"
