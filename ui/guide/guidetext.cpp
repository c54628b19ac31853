// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/guide/guidetext.h"

#include "ui/guide/guidetables.h"

#include <QAction>
#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>

namespace arbscope {

using namespace Qt::StringLiterals;

namespace {

constexpr auto English = "en"_L1; ///< in which every page is

constexpr QLatin1StringView Chapters[] = {
    QLatin1StringView("start"),    QLatin1StringView("list"),    QLatin1StringView("detail"),
    QLatin1StringView("filters"),  QLatin1StringView("members"), QLatin1StringView("derived"),
    QLatin1StringView("figures"),  QLatin1StringView("find"),    QLatin1StringView("marks"),
    QLatin1StringView("colors"),   QLatin1StringView("export"),  QLatin1StringView("times"),
    QLatin1StringView("problems"), QLatin1StringView("keys"),
};

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(arbscope::GuideText)

public:
    /// That of the window, as far as there are pages in it.
    static QString language() { return tr("en", "language of the guide: a folder in resources/guide"); }
};

/// Without the licence's lines, which come first.
QString source(QLatin1StringView name, const QString &language)
{
    QFile file(u":/guide/%1/%2.md"_s.arg(language, name));
    if (!file.exists() && language != English)
        return source(name, English);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the guide's chapter %s is not in the program", name.data());
    const QString text = QString::fromUtf8(file.readAll());
    return text.sliced(text.indexOf(u"# "_s));
}

QString titleOf(const QString &text)
{
    return text.sliced(2, text.indexOf(u'\n') - 2);
}

/// What GitHub makes of a title for links.
QString slug(const QString &title)
{
    static const QRegularExpression dropped(u"[^\\w\\- ]"_s, QRegularExpression::UseUnicodePropertiesOption);
    return title.toLower().remove(dropped).replace(u' ', u'-');
}

/// "*Follow* (Ctrl+E)"; a name without an action stays as it is, for the test to find.
QString withActions(QString text, const std::vector<ActionGroup> &groups)
{
    for (const ActionGroup &group : groups) {
        for (const QAction *action : group.actions) {
            const QString keys = keysText(action->shortcuts());
            QString words = withoutMnemonic(action->text());
            if (words.endsWith(u'…')) // it says that a dialog comes, which reads oddly in a sentence
                words = words.chopped(1).trimmed();
            words = u'*' + words + u'*';
            text.replace(u"[["_s + action->objectName() + u"]]"_s,
                         keys.isEmpty() ? words : QString(words + u" (" + keys + u')'));
        }
    }
    return text;
}

/// For GitHub, which knows the reader's colours, too.
QString withPictures(QString text)
{
    static const QRegularExpression picture(u"!\\[([^\\]]*)\\]\\(picture:(\\w+)\\)"_s);
    return text.replace(picture,
                        u"<picture>\n"
                        "  <source media=\"(prefers-color-scheme: dark)\" srcset=\"pictures/\\2-dark.png\">\n"
                        "  <img alt=\"\\1\" src=\"pictures/\\2-light.png\">\n"
                        "</picture>"_s);
}

} // namespace

std::vector<GuideChapter> guideChapters(const std::vector<ActionGroup> &groups)
{
    std::vector<GuideChapter> chapters;
    for (const QLatin1StringView name : Chapters) {
        QString text = withActions(source(name, Words::language()), groups);
        text.replace(u"{{members}}"_s, memberTable());
        text.replace(u"{{derived}}"_s, derivedTable());
        text.replace(u"{{keys}}"_s, keyTable(groups));
        chapters.push_back({slug(titleOf(source(name, English))), titleOf(text), text.trimmed() + u'\n'});
    }
    return chapters;
}

QString guidePage(const std::vector<GuideChapter> &chapters)
{
    // In two pieces: reuse takes what it finds in a source for the source's own.
    QString page = u"<!-- SPDX-"
                   "FileCopyrightText: 2026 The ArbScope developers -->\n"
                   "<!-- SPDX-"
                   "License-Identifier: GPL-3.0-or-later -->\n"
                   "<!-- Written by ./dev guide from resources/guide and the program: edit there. -->\n"
                   "# The ArbScope guide\n\n"_s;
    for (const GuideChapter &chapter : chapters)
        page += u"- ["_s + chapter.title + u"](#"_s + chapter.id + u")\n"_s;
    for (const GuideChapter &chapter : chapters) {
        QString text = withPictures(chapter.text);
        static const QRegularExpression heading(u"^#"_s, QRegularExpression::MultilineOption);
        page += u'\n' + text.replace(heading, u"##"_s);
    }
    return page;
}

QStringList guideExamples(const std::vector<GuideChapter> &chapters)
{
    QStringList examples;
    for (const GuideChapter &chapter : chapters) {
        qsizetype column = -1; // of the table under way
        for (const QString &line : chapter.text.split(u'\n')) {
            static const QRegularExpression border(u"(?<!\\\\)\\|"_s);
            const QStringList cells = line.split(border);
            if (cells.size() < 3) {
                column = -1;
            } else if (column < 0) {
                column = cells.indexOf(QString(u' ' + exampleTitle() + u' '));
                column = column < 0 ? cells.size() : column; // a table without examples
            } else if (column < cells.size() && cells[column].contains(u'`')) {
                examples << cells[column].trimmed().remove(u'`').replace(u"\\|"_s, u"|"_s);
            }
        }
    }
    return examples;
}

} // namespace arbscope
