// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/finding/gotodialog.h"

#include "core/report/clocktext.h"
#include "core/store/tradeplaces.h"
#include "ui/models/orphanfeed.h"
#include "ui/models/tradefeed.h"
#include "ui/models/tradetablemodel.h"
#include "ui/store/storesession.h"
#include "ui/text/displaytext.h"
#include "ui/text/errortext.h"
#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <cmath>

namespace arbscope {

namespace {

constexpr double LeastEpoch = 1e8; // a lesser number is not meant as a time

/// Today where the clock is no time.
QDate dayOf(double clock, const QTimeZone &zone)
{
    constexpr double Beyond = 2.5e11; // years of five digits
    const bool isTime = std::abs(clock) < Beyond;
    return (isTime ? QDateTime::fromSecsSinceEpoch(qint64(clock), zone)
                   : QDateTime::currentDateTimeUtc().toTimeZone(zone))
        .date();
}

} // namespace

Place placeOf(const QString &text, qint64 rows, const QTimeZone &zone, const QDate &day)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return {};
    bool isNumber = false;
    const qint64 number = QString(trimmed).remove(u',').toLongLong(&isNumber);
    if (isNumber && number >= 1 && number <= rows)
        return RowNumber{number};
    const double epoch = trimmed.toDouble(&isNumber);
    const auto clock = parseClock(trimmed, zone);
    if (clock && (!isNumber || epoch > LeastEpoch))
        return *clock;
    static const QRegularExpression timeOfDay(QStringLiteral(R"(^\d{2}:\d{2}(:\d{2}(\.\d+)?)?$)"));
    if (timeOfDay.match(trimmed).hasMatch()) {
        if (const auto thatDay = parseClock(day.toString(Qt::ISODate) + u'T' + trimmed, zone))
            return *thatDay;
    }
    return trimmed.toUtf8();
}

GoToDialog::GoToDialog(const Parts &parts, const TimeFormat &format, double around, QWidget *parent)
    : QDialog(parent)
    , m_parts(parts)
    , m_format(format)
    , m_day(dayOf(around, format.zone))
    , m_line(new QLineEdit)
    , m_note(new QLabel)
    , m_progress(new QProgressBar)
    , m_servers(new QListWidget)
{
    setObjectName(QStringLiteral("goToDialog"));
    setWindowTitle(tr("Go to a trade"));
    makeLayout();
    connect(m_line, &QLineEdit::textChanged, this, &GoToDialog::showPlace);
    connect(m_everywhere, &QPushButton::clicked, this, &GoToDialog::lookEverywhere);
    connect(m_servers, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem *item) { goToServer(item->data(Qt::UserRole).toByteArray()); });
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &GoToDialog::showServers);
    showPlace();
}

GoToDialog::~GoToDialog()
{
    m_request.request_stop();
}

void GoToDialog::makeLayout()
{
    auto *label = new QLabel(tr("&Row number, time (2021-03-01T12:00) or order id:"));
    label->setBuddy(m_line);
    m_line->setObjectName(QStringLiteral("goToLine"));
    m_note->setObjectName(QStringLiteral("goToNote"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setMinimumHeight(m_note->fontMetrics().lineSpacing() * 2);
    m_note->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_progress->setRange(0, 0);
    m_progress->hide();
    m_servers->setObjectName(QStringLiteral("goToServers"));
    m_servers->setAccessibleName(tr("Servers that have the trade"));
    m_servers->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_go = buttons->addButton(tr("&Go"), QDialogButtonBox::AcceptRole);
    m_everywhere = buttons->addButton(tr("&Look on all servers"), QDialogButtonBox::ActionRole);
    m_everywhere->setObjectName(QStringLiteral("goToEverywhere"));
    connect(buttons, &QDialogButtonBox::accepted, this, &GoToDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &GoToDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    for (QWidget *part : std::initializer_list<QWidget *>{label, m_line, m_note, m_progress, m_servers, buttons})
        layout->addWidget(part);
    setMinimumWidth(fontMetrics().averageCharWidth() * 70);
}

void GoToDialog::setText(const QString &text)
{
    m_line->setText(text);
}

void GoToDialog::say(const QString &text, bool wrong)
{
    QPalette palette = this->palette();
    palette.setColor(QPalette::WindowText,
                     wrong ? toneColor(Tone::Failed, palette) : palette.color(QPalette::PlaceholderText));
    m_note->setPalette(palette);
    m_note->setText(text);
}

Place GoToDialog::place() const
{
    return placeOf(m_line->text(), m_parts.model.rowCount(), m_format.zone, m_day);
}

/// While it is being typed.
void GoToDialog::showPlace()
{
    m_request.request_stop();
    m_progress->hide();
    m_servers->hide();
    const Place place = this->place();
    m_go->setDefault(true);
    m_go->setEnabled(!std::holds_alternative<std::monostate>(place));
    m_everywhere->setEnabled(std::holds_alternative<QByteArray>(place));
    const QLocale locale;
    const QString rows = locale.toString(m_parts.model.rowCount());
    if (const auto *row = std::get_if<RowNumber>(&place)) {
        say(tr("Row %1 of %2").arg(locale.toString(row->number), rows), false);
    } else if (const auto *clock = std::get_if<double>(&place)) {
        const TimeFormat shown{m_format.kind, m_format.zone, TimeStyle::DateTime};
        say(tr("The first trade at or after %1").arg(shown.text(*clock) + u' ' + shown.zoneLabel()), false);
    } else if (const auto *orderId = std::get_if<QByteArray>(&place)) {
        bool isNumber = false;
        static_cast<void>(m_line->text().trimmed().toDouble(&isNumber));
        say(isNumber ? tr("There are only %1 rows: it is taken as an order id.").arg(rows)
                     : tr("Order id %1").arg(displayBytes(*orderId, 60)),
            false);
    } else {
        say({}, false);
    }
}

void GoToDialog::accept()
{
    if (m_servers->isVisible() && m_servers->hasFocus() && m_servers->currentItem()) {
        goToServer(m_servers->currentItem()->data(Qt::UserRole).toByteArray());
        return;
    }
    const Place place = this->place();
    if (const auto *row = std::get_if<RowNumber>(&place)) {
        emit rowChosen(int(row->number - 1));
        QDialog::accept();
    } else if (const auto *clock = std::get_if<double>(&place)) {
        emit clockChosen(*clock);
        QDialog::accept();
    } else if (const auto *orderId = std::get_if<QByteArray>(&place)) {
        look(*orderId);
    }
}

void GoToDialog::look(const QByteArray &orderId)
{
    if (const int row = m_parts.model.rowBeside(orderId); row >= 0) {
        emit rowChosen(row);
        QDialog::accept();
        return;
    }
    if (m_parts.session.state() != StoreSession::State::Connected || !m_parts.feed.server()) {
        say(tr("The store is not connected."), true);
        return;
    }
    m_parts.session.ask(
        this,
        [source = m_parts.feed.source(), orderId](ReportStore &store, const std::stop_token &stop) {
            return readFeedRank(store, source, orderId, stop);
        },
        [this, orderId](const Result<std::optional<qint64>> &rank) {
            if (m_line->text().trimmed().toUtf8() != orderId)
                return; // something else was typed meanwhile
            const int row = rank && *rank ? m_parts.model.rowOf(**rank) : -1;
            if (row >= 0) {
                emit rowChosen(row);
                QDialog::accept();
            } else if (!rank) {
                say(errorWords(rank.error(), m_parts.session.target()->url).title, true);
            } else {
                say(m_parts.feed.isChosen() ? tr("The trades shown do not have this order id; others may.")
                                            : tr("No trade of this server has this order id."),
                    true);
                m_everywhere->setDefault(true); // Return looks there; who was mistaken types on
            }
        });
}

void GoToDialog::lookEverywhere()
{
    m_wanted = m_line->text().trimmed().toUtf8();
    if (m_parts.session.state() != StoreSession::State::Connected) {
        say(tr("The store is not connected."), true);
        return;
    }
    say(tr("Looking on all servers…"), false);
    m_progress->show();
    m_servers->hide();
    m_line->setFocus(); // not the next button, as this one cannot keep it
    m_everywhere->setEnabled(false);
    m_lane.connectTo(m_parts.session.target());
    m_request = std::stop_source();
    const Found stopped = std::unexpected(RedisError{.code = RedisErrorCode::Cancelled});
    m_watcher.setFuture(m_lane.run<Found>(
        m_request, stopped,
        [orderId = m_wanted](ReportStore &store, const std::stop_token &stop, QPromise<Found> &promise) {
            if (const auto session = store.connection(stop))
                promise.addResult(serversWith(**session, orderId, stop));
            else
                promise.addResult(Found(std::unexpected(session.error())));
        }));
}

void GoToDialog::showServers()
{
    const Found found = m_watcher.result();
    if (m_request.stop_requested())
        return; // something else was typed meanwhile
    m_progress->hide();
    m_everywhere->setEnabled(true);
    if (!found) {
        if (m_parts.session.target())
            say(errorWords(found.error(), m_parts.session.target()->url).title, true);
        return;
    }
    if (found->empty()) {
        say(tr("No server of this store has this order id."), true);
        m_line->setFocus();
        m_line->selectAll();
    } else if (found->size() == 1) {
        goToServer(found->front());
    } else {
        say(tr("%1 servers have this order id:").arg(QLocale().toString(qint64(found->size()))), false);
        m_servers->clear();
        for (const QByteArray &server : *found) {
            auto *item = new QListWidgetItem(displayBytes(server), m_servers);
            item->setData(Qt::UserRole, server);
        }
        m_servers->setCurrentRow(0);
        m_servers->show();
        m_servers->setFocus();
    }
}

void GoToDialog::goToServer(const QByteArray &server)
{
    emit tradeChosen(server, m_wanted);
    QDialog::accept();
}

} // namespace arbscope
