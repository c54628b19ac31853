// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/guide/guidewindow.h"

#include "ui/guide/guidepage.h"
#include "ui/theme/icons.h"
#include "ui/widgets/firstsize.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace arbscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int IdRole = Qt::UserRole + 1;

QToolButton *button(const char *name, const QString &icon, const QString &tip, const QKeySequence &key)
{
    auto *made = new QToolButton;
    made->setObjectName(QLatin1StringView(name));
    made->setIcon(themedIcon(icon));
    made->setToolTip(QString(tip + u" (" + key.toString(QKeySequence::NativeText) + u')'));
    made->setAccessibleName(tip);
    made->setShortcut(key);
    made->setAutoRaise(true);
    made->setEnabled(false);
    return made;
}

} // namespace

GuideWindow::GuideWindow(QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_search(new QLineEdit)
    , m_contents(new QListWidget)
    , m_page(new GuidePage)
{
    setObjectName(u"guideWindow"_s);
    setWindowTitle(tr("ArbScope Guide"));
    auto *back = button("guideBack", u"arrow-left"_s, tr("Back"), Qt::ALT | Qt::Key_Left);
    auto *forward = button("guideForward", u"arrow-right"_s, tr("Forward"), Qt::ALT | Qt::Key_Right);
    m_search->setObjectName(u"guideSearch"_s);
    m_search->setPlaceholderText(tr("Search the guide; Enter goes on"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(u"search"_s), QLineEdit::LeadingPosition);
    m_contents->setObjectName(u"guideContents"_s);
    m_contents->setAccessibleName(tr("Contents"));
    m_contents->setFrameShape(QFrame::NoFrame);
    m_contents->setSpacing(3);
    m_page->setObjectName(u"guidePage"_s);
    m_page->setAccessibleName(tr("The guide's text"));

    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(8, 6, 8, 6);
    bar->addWidget(back);
    bar->addWidget(forward);
    bar->addWidget(m_search, 1);
    auto *split = new QSplitter;
    split->setHandleWidth(1);
    split->addWidget(m_contents);
    split->addWidget(m_page);
    split->setStretchFactor(1, 1);
    split->setSizes({230, 870});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(split, 1);
    m_search->setFocus();
    resizeOnScreen(*this, {1180, 760});

    connect(back, &QToolButton::clicked, m_page, &QTextBrowser::backward);
    connect(forward, &QToolButton::clicked, m_page, &QTextBrowser::forward);
    connect(m_page, &QTextBrowser::backwardAvailable, back, &QWidget::setEnabled);
    connect(m_page, &QTextBrowser::forwardAvailable, forward, &QWidget::setEnabled);
    connect(m_page, &GuidePage::chapterShown, this, &GuideWindow::showPlace);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) { search(text.trimmed()); });
    connect(m_search, &QLineEdit::returnPressed, this, &GuideWindow::findNext);
    connect(m_contents, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item != nullptr && item->data(IdRole).toString() != m_page->chapter())
            m_page->showChapter(item->data(IdRole).toString());
    });
}

void GuideWindow::setChapters(std::vector<GuideChapter> chapters)
{
    if (m_contents->count() == 0) {
        for (const GuideChapter &chapter : chapters) {
            auto *item = new QListWidgetItem(chapter.title, m_contents);
            item->setData(IdRole, chapter.id);
        }
    }
    m_page->setChapters(std::move(chapters));
    if (m_page->chapter().isEmpty())
        m_contents->setCurrentRow(0);
}

void GuideWindow::showChapter(const QString &id)
{
    m_page->showChapter(id);
}

void GuideWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Cancel))
        close();
    else
        QWidget::keyPressEvent(event);
}

void GuideWindow::showPlace(const QString &id)
{
    for (int row = 0; row < m_contents->count(); ++row) {
        if (m_contents->item(row)->data(IdRole).toString() == id)
            m_contents->setCurrentRow(row);
    }
}

void GuideWindow::search(const QString &text)
{
    for (int row = 0; row < m_contents->count(); ++row) {
        const QString &chapter = m_page->chapters()[static_cast<size_t>(row)].text;
        m_contents->item(row)->setHidden(!chapter.contains(text, Qt::CaseInsensitive));
    }
    m_page->mark(text);
}

void GuideWindow::findNext()
{
    const QString text = m_search->text().trimmed();
    if (text.isEmpty() || m_page->find(text))
        return;
    const int rows = m_contents->count();
    for (int step = 1; step <= rows; ++step) { // at last this chapter from its start
        const int row = (m_contents->currentRow() + step) % rows;
        if (m_contents->item(row)->isHidden())
            continue;
        m_contents->setCurrentRow(row);
        m_page->moveCursor(QTextCursor::Start);
        m_page->find(text);
        return;
    }
}

} // namespace arbscope
