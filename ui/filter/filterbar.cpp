// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filter/filterbar.h"

#include "core/analysis/filtertext.h"
#include "ui/text/displaytext.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QStringListModel>
#include <QTextCharFormat>
#include <QToolButton>

namespace arbscope {

namespace {

/// What can stand in a filter by its name.
QStringList names()
{
    QStringList all;
    for (const Field &field : fields())
        all << QString::fromLatin1(field.name.data(), qsizetype(field.name.size()));
    all << QStringList{QStringLiteral("and"),           QStringLiteral("or"),
                       QStringLiteral("not"),           QStringLiteral("in"),
                       QStringLiteral("is null"),       QStringLiteral("is not null"),
                       QStringLiteral("contains"),      QStringLiteral("matches"),
                       QStringLiteral("succeeded"),     QStringLiteral("failed"),
                       QStringLiteral("contradictory"), QStringLiteral("closed"),
                       QStringLiteral("open")};
    all.sort();
    return all;
}

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

qsizetype wordBegin(const QString &text, qsizetype end)
{
    while (end > 0 && isWordCharacter(text[end - 1]))
        --end;
    return end;
}

/// Whether `at` stands between quotes, where nothing is to be completed.
bool isQuoted(const QString &text, qsizetype at)
{
    bool quoted = false;
    for (qsizetype i = 0; i < at && i < text.size(); ++i) {
        if (text[i] == u'"')
            quoted = !quoted;
        else if (quoted && text[i] == u'\\')
            ++i; // what it stands before
    }
    return quoted;
}

/// A text between quotes that has no end yet.
struct Quoted
{
    FieldId field = -1; ///< that it is compared with; -1: none
    qsizetype begin = 0; ///< behind its quote
};

Quoted quotedAt(const QString &before)
{
    static const QRegularExpression comparison(
        QStringLiteral(R"(([A-Za-z_0-9]+)\s*(?:==|!=|<>|=|not\s+in\s*\{|in\s*\{)(?:\s*"[^"]*"\s*,)*\s*"([^"]*)$)"));
    const QRegularExpressionMatch match = comparison.match(before);
    if (!match.hasMatch())
        return {};
    return {fieldId(match.captured(1).toStdString()), match.capturedStart(2)};
}

} // namespace

FilterBar::FilterBar(QWidget *parent)
    : QueryBar({.name = QStringLiteral("filter"),
                .icon = QStringLiteral("filter"),
                .accessibleName = tr("Filter"),
                .placeholder = tr("Filter, for example: failed and order_1_latency > 0.5"),
                .topMargin = 4},
               parent)
    , m_completer(new QCompleter(this))
    , m_words(new QStringListModel(this))
    , m_names(names())
    , m_bookmarks(new QToolButton)
    , m_historyButton(new QToolButton)
    , m_history(new QMenu(this))
    , m_buttons(new QWidget)
{
    m_completer->setModel(m_words);
    m_completer->setWidget(&line());
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setFilterMode(Qt::MatchContains);
    m_completer->setMaxVisibleItems(12);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &FilterBar::insertCompletion);
    connect(&line(), &QLineEdit::textEdited, this, &FilterBar::complete);
    connect(&line(), &QLineEdit::returnPressed, this, [this] { // while completions are offered: they pass the key on
        if (!m_completer->popup()->currentIndex().isValid()) {
            m_completer->popup()->hide();
            emit applied(line().text());
        }
    });

    m_historyButton->setObjectName(QStringLiteral("filterHistory"));
    m_historyButton->setIcon(themedIcon(QStringLiteral("clock")));
    m_historyButton->setToolTip(tr("Filters applied before"));
    m_historyButton->setAccessibleName(m_historyButton->toolTip());
    m_historyButton->setAutoRaise(true);
    m_historyButton->setPopupMode(QToolButton::InstantPopup);
    m_historyButton->setMenu(m_history);
    m_historyButton->setEnabled(false);

    m_bookmarks->setObjectName(QStringLiteral("filterBookmarks"));
    m_bookmarks->setIcon(themedIcon(QStringLiteral("bookmark")));
    m_bookmarks->setToolTip(tr("Bookmarks: filters with a name"));
    m_bookmarks->setAccessibleName(m_bookmarks->toolTip());
    m_bookmarks->setAutoRaise(true);
    m_bookmarks->setPopupMode(QToolButton::InstantPopup);

    addBeside(m_historyButton);
    addBeside(m_bookmarks);
    addBeside(m_buttons);
    auto *buttons = new QHBoxLayout(m_buttons);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(2);
    addButton("filterFailed", tr("Failed"), QStringLiteral("failed"));
    addButton("filterOneLegged", tr("One-legged"), QStringLiteral("one_legged"));
    addButton("filterLosing", tr("Losing"), QStringLiteral("net < 0"));
    addButton("filterProblems", tr("Problems"), QStringLiteral("verdict != \"valid\""));
}

void FilterBar::addButton(const char *name, const QString &text, const QString &filter)
{
    auto *button = new QToolButton;
    button->setObjectName(QLatin1StringView(name));
    button->setText(text);
    button->setToolTip(filter);
    button->setAutoRaise(true);
    button->setCheckable(true);
    connect(button, &QToolButton::clicked, this, [this, button, filter] {
        button->setChecked(!button->isChecked()); // it shows what is applied, not what was pressed
        apply(line().text() == filter ? QString() : filter);
    });
    m_buttons->layout()->addWidget(button);
}

void FilterBar::apply(const QString &text)
{
    m_completer->popup()->hide();
    setText(text);
    emit applied(text);
}

void FilterBar::setText(const QString &text)
{
    line().setText(text);
}

void FilterBar::insertText(const QString &text)
{
    line().insert(text);
}

/// By the background, and by a word under the line where it is no filter.
void FilterBar::setLook(Look look)
{
    setTint(look == Look::Empty ? Tint::None : look == Look::Invalid ? Tint::Bad : Tint::Good);
    QFont font = this->font();
    font.setBold(look == Look::Applied);
    line().setFont(font);
    for (auto *button : m_buttons->findChildren<QToolButton *>(Qt::FindDirectChildrenOnly))
        button->setChecked(look == Look::Applied && button->toolTip() == line().text());
    showNote({});
    markError(0, 0);
}

void FilterBar::showError(const QString &message, qsizetype at, qsizetype length)
{
    const QString where = length > 0 ? line().text().mid(at, length) : QString();
    showNote(where.isEmpty() ? message : tr("At %1: %2").arg(displayLine(where, 40), message));
    markError(at, length);
}

/// A line edit has no formats of its own but those that an input method sets.
void FilterBar::markError(qsizetype at, qsizetype length)
{
    QList<QInputMethodEvent::Attribute> attributes;
    if (length > 0) {
        QTextCharFormat format;
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(toneColor(Tone::Invalid, palette()));
        attributes.emplaceBack(QInputMethodEvent::TextFormat, int(at) - line().cursorPosition(), int(length), format);
    }
    QInputMethodEvent event(QString(), attributes);
    QCoreApplication::sendEvent(&line(), &event);
}

void FilterBar::setHistory(const QStringList &filters)
{
    m_history->clear();
    for (const QString &filter : filters) {
        QString label = displayLine(filter, 100);
        QAction *action = m_history->addAction(label.replace(u'&', QStringLiteral("&&")));
        connect(action, &QAction::triggered, this, [this, filter] { apply(filter); });
    }
    m_historyButton->setEnabled(!filters.isEmpty());
}

void FilterBar::complete()
{
    const QString before = line().text().left(line().cursorPosition());
    if (isQuoted(before, before.size())) {
        const Quoted quoted = quotedAt(before);
        const QStringList values = quoted.field >= 0 && m_values ? m_values(quoted.field) : QStringList();
        show(values, before.mid(quoted.begin), quoted.begin);
        return;
    }
    const qsizetype begin = wordBegin(before, before.size());
    const QString word = before.mid(begin);
    if (word.size() < 2)
        m_completer->popup()->hide();
    else
        show(m_names, word, begin);
}

void FilterBar::show(const QStringList &words, const QString &prefix, qsizetype begin)
{
    m_completing = begin;
    if (m_words->stringList() != words)
        m_words->setStringList(words);
    m_completer->setCompletionPrefix(prefix);
    const bool isWhole = m_completer->completionCount() == 1 && m_completer->currentCompletion() == prefix;
    if (m_completer->completionCount() == 0 || isWhole) {
        m_completer->popup()->hide();
        return;
    }
    QRect place = line().inputMethodQuery(Qt::ImCursorRectangle).toRect();
    place.setWidth(260);
    m_completer->complete(place);
}

void FilterBar::insertCompletion(const QString &word)
{
    const qsizetype end = line().cursorPosition();
    const bool quoted = isQuoted(line().text(), m_completing);
    line().setSelection(int(m_completing), int(end - m_completing));
    line().insert(quoted ? quotedForFilter(word).mid(1) + u' ' : word + u' ');
}

bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != &line() || event->type() != QEvent::KeyPress)
        return QueryBar::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (m_completer->popup()->isVisible()) { // its own keys, until it is gone
        if (key == Qt::Key_Escape)
            m_completer->popup()->hide();
        return key == Qt::Key_Escape || QueryBar::eventFilter(watched, event);
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        emit applied(line().text());
        return true;
    }
    if (key == Qt::Key_Escape || key == Qt::Key_Down) {
        emit left();
        return true;
    }
    return QueryBar::eventFilter(watched, event);
}

} // namespace arbscope
