// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/guide/guidepage.h"

#include "ui/theme/theme.h"

#include <QDesktopServices>
#include <QEvent>
#include <QTextFrame>
#include <QTextTable>

#include <algorithm>

namespace arbscope {

using namespace Qt::StringLiterals;

namespace {

constexpr double LineHeight = 130; ///< percent
constexpr int Margin = 20;
constexpr int MinPicture = 320;

} // namespace

GuidePage::GuidePage(QWidget *parent)
    : QTextBrowser(parent)
{
    setOpenLinks(false);
    setFrameShape(QFrame::NoFrame);
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) {
        if (url.hasFragment())
            showChapter(url.fragment());
        else
            QDesktopServices::openUrl(url);
    });
    connect(this, &QTextBrowser::sourceChanged, this, [this](const QUrl &url) {
        m_chapter = url.path(); // source() is the one before, still
        dress();
        mark(m_marked);
        emit chapterShown(m_chapter);
    });
}

void GuidePage::setChapters(std::vector<GuideChapter> chapters)
{
    m_chapters = std::move(chapters);
    if (!m_chapter.isEmpty())
        reload();
    dress();
}

void GuidePage::showChapter(const QString &id)
{
    QUrl url;
    url.setScheme(u"guide"_s);
    url.setPath(id);
    setSource(url, QTextDocument::MarkdownResource);
}

QVariant GuidePage::loadResource(int type, const QUrl &url)
{
    if (url.scheme() == u"picture"_s)
        return picture(url.path());
    const auto found = std::ranges::find(m_chapters, url.path(), &GuideChapter::id);
    return found != m_chapters.end() && url.scheme() == u"guide"_s ? QVariant(found->text)
                                                                   : QTextBrowser::loadResource(type, url);
}

/// Of the program in the colours that it has now, as wide as the page.
QImage GuidePage::picture(const QString &name) const
{
    const QImage image(u":/pictures/%1-%2.png"_s.arg(name, isDark(palette()) ? u"dark"_s : u"light"_s));
    const int width = std::max(MinPicture, viewport()->width() - 2 * Margin);
    QImage fitting = image.scaledToWidth(int(width * devicePixelRatioF()), Qt::SmoothTransformation);
    fitting.setDevicePixelRatio(devicePixelRatioF());
    return fitting;
}

void GuidePage::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        dress();
        mark(m_marked);
    }
}

void GuidePage::dress()
{
    // Markdown has no looks of its own.
    document()->setDocumentMargin(Margin);
    const QBrush line = palette().brush(QPalette::Mid);
    for (QTextFrame *frame : document()->rootFrame()->childFrames()) {
        if (auto *table = qobject_cast<QTextTable *>(frame)) {
            QTextTableFormat format = table->format();
            format.setBorderCollapse(true);
            format.setBorder(1);
            format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
            format.setBorderBrush(line);
            format.setCellPadding(5);
            format.setCellSpacing(0);
            format.setTopMargin(6);
            format.setBottomMargin(10);
            table->setFormat(format);
        }
    }
    QTextCursor all(document());
    all.select(QTextCursor::Document);
    QTextBlockFormat lines;
    lines.setLineHeight(LineHeight, QTextBlockFormat::ProportionalHeight);
    all.mergeBlockFormat(lines);
    moveCursor(QTextCursor::Start);
}

void GuidePage::mark(const QString &text)
{
    m_marked = text;
    QList<ExtraSelection> places;
    QTextCursor at(document());
    while (!text.isEmpty() && !(at = document()->find(text, at)).isNull()) {
        ExtraSelection place;
        place.cursor = at;
        place.format.setBackground(toneBackground(Tone::OneLegged, palette()));
        place.format.setForeground(palette().text());
        place.format.setFontUnderline(true);
        places.append(place);
    }
    setExtraSelections(places);
}

} // namespace arbscope
