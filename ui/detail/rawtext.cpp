// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/rawtext.h"

#include "ui/detail/jsonindent.h"
#include "ui/text/displaytext.h"

#include <algorithm>

namespace arbscope {

namespace {

/// Gathers the shown text piece by piece, breaks long lines and stops when it is enough.
class Shown
{
public:
    explicit Shown(qsizetype limit)
        : m_limit(limit)
    { }
    void append(QByteArrayView bytes)
    {
        // An escape makes a byte longer, never shorter than one character for four bytes.
        const QString text = displayText(bytes.first(std::min(bytes.size(), 4 * (m_limit - m_text.size() + 1))));
        for (const QChar c : text) {
            if (m_text.size() >= m_limit) {
                m_cut = true;
                return;
            }
            if (m_column >= LongestRawLine && !c.isLowSurrogate()) {
                m_text += QLatin1Char('\n');
                m_column = 0;
            }
            m_text += c;
            m_column = c == QLatin1Char('\n') ? 0 : m_column + 1;
        }
    }
    [[nodiscard]] qsizetype size() const { return m_text.size(); }
    [[nodiscard]] bool isCut() const { return m_cut; }
    QString take() { return std::move(m_text); }

private:
    qsizetype m_limit;
    QString m_text;
    qsizetype m_column = 0;
    bool m_cut = false;
};

} // namespace

RawText makeRawText(const QByteArray &bytes, bool indented, qsizetype limit)
{
    auto formatted = indentJson(bytes);
    RawText result;
    result.bytes = bytes.size();
    result.json = formatted.has_value();
    const bool reformatted = indented && formatted;
    const QByteArray text = reformatted ? formatted->text : bytes;
    const auto spans = reformatted ? std::move(formatted->members) : jsonMembers(bytes);

    Shown shown(limit);
    qsizetype done = 0;
    for (const JsonSpan &span : spans) {
        shown.append(QByteArrayView(text).sliced(done, span.begin - done));
        if (shown.isCut())
            break;
        const qsizetype begin = shown.size();
        shown.append(QByteArrayView(text).sliced(span.begin, span.end - span.begin));
        result.members.push_back({displayBytes(span.key), begin, shown.size()});
        done = span.end;
        if (shown.isCut())
            break;
    }
    if (!shown.isCut())
        shown.append(QByteArrayView(text).sliced(done));
    result.cut = shown.isCut();
    result.shown = shown.take();
    return result;
}

} // namespace arbscope
