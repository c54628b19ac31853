// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/csvrecord.h"
#include "ui/marks/markformats.h"
#include "ui/marks/markname.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <array>
#include <string>
#include <string_view>

namespace arbscope {

namespace {

using Record = std::vector<std::string>;

constexpr std::array<std::string_view, 5> Names{"store", "server", "order_id", "marked", "note"};
enum Column { Store, Server, OrderId, Marked, Note };

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(arbscope::MarkCsv)
};

std::string_view unguarded(std::string_view cell)
{
    const bool guarded
        = cell.starts_with('\'') && (looksLikeFormula(cell.substr(1)) || cell.substr(1).starts_with('\''));
    return guarded ? cell.substr(1) : cell;
}

void appendCell(std::string &out, const QString &text)
{
    std::string cell = text.toStdString();
    if (looksLikeFormula(cell) || unguarded(cell) != cell)
        cell.insert(0, 1, '\'');
    if (!needsQuotes(cell)) {
        out += cell;
        return;
    }
    out += '"';
    for (const char c : cell)
        out.append(c == '"' ? 2 : 1, c);
    out += '"';
}

/// Takes one record off the front of `text`; false: a quote that is open at its end.
bool takeRecord(std::string_view &text, Record &record)
{
    record.assign(1, {});
    bool quoted = false;
    while (!text.empty()) {
        const char c = text.front();
        text.remove_prefix(1);
        if (quoted && c == '"' && text.starts_with('"')) {
            record.back() += c;
            text.remove_prefix(1);
        } else if (c == '"' && (quoted || record.back().empty())) {
            quoted = !quoted;
        } else if (!quoted && c == ',') {
            record.emplace_back();
        } else if (!quoted && (c == '\n' || c == '\r')) {
            if (c == '\r' && text.starts_with('\n'))
                text.remove_prefix(1);
            return true;
        } else {
            record.back() += c;
        }
    }
    return !quoted;
}

std::optional<bool> yesOrNo(const QString &text)
{
    for (const QLatin1StringView yes : {QLatin1StringView("true"), QLatin1StringView("yes"), QLatin1StringView("1")}) {
        if (text.compare(yes, Qt::CaseInsensitive) == 0)
            return true;
    }
    for (const QLatin1StringView no : {QLatin1StringView("false"), QLatin1StringView("no"), QLatin1StringView("0")}) {
        if (text.compare(no, Qt::CaseInsensitive) == 0)
            return false;
    }
    return std::nullopt;
}

std::expected<MarkEntry, QString> entryOf(const Record &record, const std::array<int, Names.size()> &places)
{
    const auto cell = [&](Column column) {
        const int place = places[column];
        const bool there = place >= 0 && std::size_t(place) < record.size();
        return there ? QString::fromStdString(std::string(unguarded(record[std::size_t(place)]))) : QString();
    };
    const auto server = bytesOfMarkName(cell(Server));
    const auto orderId = bytesOfMarkName(cell(OrderId));
    if (!server || !orderId)
        return std::unexpected(Words::tr("what follows “base64:” is not base64"));
    if (orderId->isEmpty())
        return std::unexpected(Words::tr("there is no order id"));
    std::optional<bool> marked = true; // a plain list of trades is a list of marks
    if (places[Marked] >= 0)
        marked = yesOrNo(cell(Marked).trimmed());
    if (!marked)
        return std::unexpected(Words::tr("“%1” is neither true nor false").arg(cell(Marked)));
    return MarkEntry{cell(Store), {*server, *orderId}, {*marked, cell(Note)}};
}

} // namespace

QByteArray marksToCsv(const std::vector<MarkEntry> &entries)
{
    std::string out = "store,server,order_id,marked,note\r\n";
    for (const MarkEntry &entry : entries) {
        for (const QString &text : {entry.store, markName(entry.trade.server), markName(entry.trade.orderId),
                                    QString(entry.mark.marked ? QStringLiteral("true") : QStringLiteral("false"))}) {
            appendCell(out, text);
            out += ',';
        }
        appendCell(out, entry.mark.note);
        out += "\r\n";
    }
    return QByteArray::fromStdString(out);
}

std::expected<ReadMarks, QString> marksFromCsv(const QByteArray &bytes)
{
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString decoded = utf8(bytes);
    if (utf8.hasError())
        return std::unexpected(Words::tr("It is neither JSON nor text in UTF-8."));
    const std::string all = decoded.toStdString(); // without a byte order mark
    std::string_view text = all;
    Record record;
    if (!takeRecord(text, record))
        return std::unexpected(Words::tr("A quotation mark is open at its end."));
    std::array<int, Names.size()> places{};
    for (std::size_t i = 0; i < Names.size(); ++i) {
        const auto found = std::ranges::find(record, Names[i]);
        places[i] = found == record.end() ? -1 : int(found - record.begin());
    }
    if (places[Server] < 0 || places[OrderId] < 0)
        return std::unexpected(Words::tr("Its first line does not name the columns “server” and “order_id”."));
    ReadMarks read;
    for (int number = 2; !text.empty(); ++number) {
        if (!takeRecord(text, record))
            return std::unexpected(Words::tr("A quotation mark is open at its end."));
        if (record.size() == 1 && record.front().empty())
            continue; // an empty line
        auto entry = entryOf(record, places);
        if (entry)
            read.entries.push_back(std::move(*entry));
        else
            read.problems.push_back(Words::tr("Record %1: %2.").arg(number).arg(entry.error()));
    }
    return read;
}

} // namespace arbscope
