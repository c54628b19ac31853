// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/guide/guidepage.h"

#include "ui/theme/theme.h"

#include <QDesktopServices>
#include <QEvent>
#include <QFontMetricsF>
#include <QTextBlock>
#include <QTextFrame>
#include <QTextTable>

#include <algorithm>
#include <vector>

namespace arbscope {

using namespace Qt::StringLiterals;

namespace {

constexpr double LineHeight = 130; ///< percent
constexpr int Margin = 20;
constexpr int MinPicture = 320;
constexpr int CellPadding = 5;
constexpr double LongestLine = 420; ///< px, of a cell: longer texts want no wider column

struct Widths
{
    double least = 0; ///< of the longest word, px
    double whole = 0; ///< of the longest text
    [[nodiscard]] double wanted() const { return std::max(0.0, std::min(whole, LongestLine) - least); } ///< above least
};

Widths widthsOf(const QTextTable &table, int column)
{
    Widths widths;
    for (int row = 0; row < table.rows(); ++row) {
        const QTextBlock block = table.cellAt(row, column).firstCursorPosition().block();
        const QFontMetricsF metrics(block.begin().fragment().charFormat().font());
        for (const QString &word : block.text().split(u' '))
            widths.least = std::max(widths.least, metrics.horizontalAdvance(word));
        widths.whole = std::max(widths.whole, metrics.horizontalAdvance(block.text()));
    }
    const double padding = 2 * CellPadding + 4;
    return {widths.least + padding, widths.whole + padding};
}

/// Where a table is wider than the page, no word is broken as long as there is room for all. Qt breaks a long name in
/// two before it narrows an empty column.
QList<QTextLength> columnWidths(const QTextTable &table, double available)
{
    std::vector<Widths> all;
    Widths sum;
    double wanted = 0;
    for (int column = 0; column < table.columns(); ++column) {
        all.push_back(widthsOf(table, column));
        sum.least += all.back().least;
        sum.whole += all.back().whole;
        wanted += all.back().wanted();
    }
    if (sum.whole <= available)
        return {};
    const double share = std::max(0.0, available - sum.least) / std::max(1.0, wanted);
    const double total = sum.least + share * wanted;
    QList<QTextLength> lengths;
    for (const Widths &widths : all)
        lengths << QTextLength(QTextLength::PercentageLength, 100 * (widths.least + share * widths.wanted()) / total);
    return lengths;
}

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
            format.setCellPadding(CellPadding);
            format.setCellSpacing(0);
            format.setTopMargin(6);
            format.setBottomMargin(10);
            const QList<QTextLength> widths = columnWidths(*table, viewport()->width() - 2 * Margin);
            format.setColumnWidthConstraints(widths);
            format.setWidth(widths.isEmpty() ? QTextLength() : QTextLength(QTextLength::PercentageLength, 100));
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
