// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/rawview.h"

#include "ui/dialogs/filechooser.h"
#include "ui/tasks/background.h"
#include "ui/text/displaytext.h"
#include "ui/theme/icons.h"
#include "ui/widgets/elidedlabel.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QPlainTextDocumentLayout>
#include <QPlainTextEdit>
#include <QPointer>
#include <QSaveFile>
#include <QStandardPaths>
#include <QTextDocument>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>
#include <utility>

namespace arbscope {

namespace {

constexpr qsizetype MadeAtOnce = 32 * 1024; ///< bytes that take about a millisecond
constexpr qsizetype FirstPiece = 8 * 1024; ///< characters appended at once, at least
constexpr qint64 LongestPieceMs = 8;

QByteArray bytesOf(const std::variant<QByteArray, QString> &source)
{
    const auto *text = std::get_if<QString>(&source);
    return text ? text->toUtf8() : std::get<QByteArray>(source);
}

QTextDocument *newDocument(QPlainTextEdit *edit)
{
    auto *document = new QTextDocument(edit);
    document->setDocumentLayout(new QPlainTextDocumentLayout(document));
    document->setDefaultFont(edit->font());
    document->setUndoRedoEnabled(false);
    return document;
}

/// Takes a document away piece by piece: megabytes at once would hold the window up.
void dispose(QTextDocument *document)
{
    auto *timer = new QTimer(document);
    QObject::connect(timer, &QTimer::timeout, document, [document] {
        QTextCursor end(document);
        end.movePosition(QTextCursor::End);
        end.setPosition(std::max<int>(0, end.position() - int(ShownRawText)), QTextCursor::KeepAnchor);
        end.removeSelectedText();
        if (document->isEmpty())
            document->deleteLater();
    });
    timer->start();
}

/// Empty, or why the file could not be written.
QString writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    const bool done = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    return done ? QString() : file.errorString();
}

} // namespace

RawView::RawView(QString fileName, FileChooser &files, QWidget *parent)
    : QWidget(parent)
    , m_fileName(std::move(fileName))
    , m_files(files)
    , m_indent(new QToolButton(this))
    , m_copy(new QToolButton(this))
    , m_save(new QToolButton(this))
    , m_showAll(new QToolButton(this))
    , m_note(new ElidedLabel(this))
    , m_edit(new QPlainTextEdit(this))
{
    makeToolBar();
    m_edit->setObjectName(QStringLiteral("rawText"));
    m_edit->setReadOnly(true);
    m_edit->installEventFilter(this);
    m_edit->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_edit->setFont(rawTextFont(font()));
    m_edit->setDocument(newDocument(m_edit));
    m_edit->setTabChangesFocus(true);
    m_edit->setFrameShape(QFrame::NoFrame);
    setFocusProxy(m_edit);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(4, 3, 8, 3);
    bar->setSpacing(2);
    bar->addWidget(m_indent);
    bar->addWidget(m_copy);
    bar->addWidget(m_save);
    bar->addWidget(m_showAll);
    bar->addSpacing(6);
    bar->addWidget(m_note, 1);
    column->addLayout(bar);
    column->addWidget(m_edit, 1);
    connect(m_edit, &QPlainTextEdit::cursorPositionChanged, this, &RawView::cursorMoved);
    connect(&m_appendTimer, &QTimer::timeout, this, &RawView::appendNext);
    clear({});
}

void RawView::makeToolBar()
{
    const auto prepare = [](QToolButton *button, const QString &icon, const QString &text, const QString &tip) {
        button->setIcon(themedIcon(icon));
        button->setText(text);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setToolTip(tip);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
    };
    prepare(m_indent, QStringLiteral("raw"), tr("Indented"), tr("One member a line; off: as it came"));
    prepare(m_copy, QStringLiteral("copy"), tr("Copy"), tr("Copy the whole text, as it came"));
    prepare(m_save, QStringLiteral("save"), tr("Save…"), tr("Save the whole text to a file, byte for byte"));
    prepare(m_showAll, QStringLiteral("detail"), tr("Show all"), tr("Show the whole text, however long it is"));
    m_showAll->setObjectName(QStringLiteral("showAllRaw"));
    m_showAll->hide();
    m_indent->setObjectName(QStringLiteral("indent"));
    m_copy->setObjectName(QStringLiteral("copyRaw"));
    m_save->setObjectName(QStringLiteral("saveRaw"));
    m_note->setObjectName(QStringLiteral("rawNote"));
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_indent->setCheckable(true);
    m_indent->setChecked(true);
    connect(m_indent, &QToolButton::toggled, this, [this](bool indented) {
        update();
        emit indentedChanged(indented);
    });
    connect(m_showAll, &QToolButton::clicked, this, [this] {
        m_all = true;
        update();
    });
    connect(m_copy, &QToolButton::clicked, this, &RawView::copyAll);
    connect(m_save, &QToolButton::clicked, this, &RawView::save);
}

bool RawView::isIndented() const
{
    return m_indent->isChecked();
}

void RawView::setText(const QByteArray &bytes)
{
    setSource(bytes);
}

void RawView::setText(const QString &text)
{
    setSource(text);
}

void RawView::setSource(Source source)
{
    m_source = std::move(source);
    m_all = false;
    m_copy->setEnabled(true);
    m_save->setEnabled(true);
    m_edit->setPlaceholderText(tr("The text is empty."));
    update();
}

void RawView::clear(const QString &reason)
{
    setSource(QByteArray());
    m_copy->setEnabled(false);
    m_save->setEnabled(false);
    m_edit->setPlaceholderText(reason);
    m_note->clear();
}

bool RawView::isLong() const
{
    return std::visit([](const auto &text) { return text.size() > MadeAtOnce; }, m_source);
}

void RawView::update()
{
    const quint64 generation = ++m_generation;
    m_appendTimer.stop();
    const bool indented = m_indent->isChecked();
    const qsizetype limit = m_all ? std::numeric_limits<qsizetype>::max() / 8 : ShownRawText;
    if (!isLong()) {
        showText(makeRawText(bytesOf(m_source), indented, limit));
        return;
    }
    showText({}); // never another trade's text
    m_edit->setPlaceholderText(tr("Preparing a long text…"));
    m_note->clear();
    runInBackground(
        this, [source = m_source, indented, limit] { return makeRawText(bytesOf(source), indented, limit); },
        [this, generation](const RawText &text) {
            if (generation == m_generation)
                showText(text);
        });
}

void RawView::showText(RawText text)
{
    const bool wasLong = m_appended > ShownRawText;
    m_text = std::move(text);
    m_showAll->setVisible(m_text.cut);
    m_indent->setEnabled(m_text.json);
    m_appended = std::min(m_text.shown.size(), ShownRawText);
    m_piece = FirstPiece;
    m_showing = true;
    if (wasLong) {
        QTextDocument *old = m_edit->document();
        m_edit->setDocument(newDocument(m_edit));
        dispose(old);
    }
    m_edit->setPlainText(m_text.shown.first(m_appended));
    m_showing = false;
    highlightMember();
    if (m_appended < m_text.shown.size()) {
        m_appendTimer.start();
        appendNext();
    } else {
        finishShowing();
    }
}

/// As much as takes some milliseconds, then other events have their turn.
void RawView::appendNext()
{
    QElapsedTimer time;
    time.start();
    const qsizetype left = m_text.shown.size() - m_appended;
    const qsizetype piece = std::min(m_piece, left);
    m_showing = true;
    QTextCursor end(m_edit->document());
    end.movePosition(QTextCursor::End);
    end.insertText(m_text.shown.mid(m_appended, piece));
    m_showing = false;
    m_appended += piece;
    if (time.elapsed() > LongestPieceMs)
        m_piece = std::max(FirstPiece, m_piece / 2);
    else if (time.elapsed() < LongestPieceMs / 2)
        m_piece = std::min(m_piece * 2, ShownRawText);
    if (m_appended == m_text.shown.size()) {
        finishShowing();
        return;
    }
    const QLocale locale;
    tell(tr("Showing %1 of %2 characters…").arg(locale.toString(m_appended), locale.toString(m_text.shown.size())));
}

void RawView::finishShowing()
{
    m_appendTimer.stop();
    const QLocale locale;
    QString note = tr("%1 bytes").arg(locale.toString(m_text.bytes));
    if (m_text.cut) {
        note += tr(", only the first %1 characters are shown; Copy and Save take all")
                    .arg(locale.toString(m_text.shown.size()));
    }
    tell(note);
    highlightMember(); // it may have come only now
    m_text.shown.clear(); // the view has it
    m_text.shown.squeeze();
}

void RawView::tell(const QString &note)
{
    m_note->setText(note);
    m_note->setToolTip(plainToolTip(note));
}

void RawView::selectMember(const QString &name)
{
    m_member = name;
    highlightMember();
}

void RawView::highlightMember()
{
    // A member that stands twice is read from its last place.
    const auto last = std::ranges::find(m_text.members.rbegin(), m_text.members.rend(), m_member, &MemberSpan::name);
    if (last == m_text.members.rend() || last->end > m_appended) {
        m_edit->setExtraSelections({});
        return;
    }
    QTextEdit::ExtraSelection mark;
    mark.cursor = QTextCursor(m_edit->document());
    mark.cursor.setPosition(int(last->begin));
    mark.cursor.setPosition(int(last->end), QTextCursor::KeepAnchor);
    QColor color = palette().color(QPalette::Highlight);
    color.setAlphaF(0.28F);
    mark.format.setBackground(color);
    m_edit->setExtraSelections({mark});
    const qsizetype at = m_edit->textCursor().position();
    if (at >= last->begin && at <= last->end)
        return; // the person is there already
    m_showing = true;
    QTextCursor cursor = m_edit->textCursor();
    cursor.setPosition(int(last->begin));
    m_edit->setTextCursor(cursor);
    m_edit->ensureCursorVisible();
    m_showing = false;
}

void RawView::cursorMoved()
{
    if (m_showing)
        return;
    const qsizetype at = m_edit->textCursor().position();
    const auto hit = std::ranges::find_if(m_text.members,
                                          [at](const MemberSpan &span) { return at >= span.begin && at <= span.end; });
    if (hit == m_text.members.end() || hit->name == m_member)
        return;
    m_member = hit->name;
    highlightMember();
    emit memberSelected(m_member);
}

/// Keys that the window has, too, are the text's own while it has the focus.
bool RawView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        for (const QKeySequence::StandardKey own :
             {QKeySequence::Copy, QKeySequence::SelectAll, QKeySequence::MoveToStartOfDocument,
              QKeySequence::MoveToEndOfDocument}) {
            if (key->matches(own))
                event->accept();
        }
    }
    return QWidget::eventFilter(watched, event);
}

void RawView::copyAll()
{
    if (!isLong()) {
        QGuiApplication::clipboard()->setText(displayText(bytesOf(m_source)));
        return;
    }
    runInBackground(
        this, [source = m_source] { return displayText(bytesOf(source)); },
        [](const QString &text) { QGuiApplication::clipboard()->setText(text); });
}

void RawView::save()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    m_files.chooseSaveFile(this, tr("Save Text"), QString(folder % QLatin1Char('/') % m_fileName), tr("All files (*)"),
                           [self = QPointer(this), source = m_source](const QString &path) {
                               if (!self)
                                   return;
                               runInBackground(
                                   self.data(), [path, source] { return writeFile(path, bytesOf(source)); },
                                   [self, path](const QString &error) {
                                       self->tell(error.isEmpty() ? tr("Saved to %1").arg(path)
                                                                  : tr("%1 could not be written: %2").arg(path, error));
                                   });
                           });
}

} // namespace arbscope
