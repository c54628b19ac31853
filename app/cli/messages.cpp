// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/messages.h"

#include "app/cli/terminaltext.h"

#include <QLocale>

#include <unistd.h>

#include <cstdio>

namespace arbscope {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 ProgressInterval = 100; ///< ms

} // namespace

Messages::Messages()
    : m_isTerminal(::isatty(STDERR_FILENO) == 1)
{ }

Messages::~Messages()
{
    endProgress();
}

void Messages::error(const QString &text)
{
    print(u"arbscope-cli: "_s + text);
}

void Messages::note(const QString &text)
{
    print(text);
}

void Messages::print(const QString &text)
{
    endProgress();
    const std::string line = terminalText(text, LineBreaks::Kept) + '\n';
    std::fwrite(line.data(), 1, line.size(), stderr);
}

void Messages::progress(qint64 done, qint64 total, const QString &what)
{
    if (!m_isTerminal || total <= 0) {
        return;
    }
    if (m_sinceProgress.isValid() && m_sinceProgress.elapsed() < ProgressInterval) {
        return;
    }
    m_sinceProgress.start();
    m_progressShown = true;
    const QLocale locale(QLocale::English);
    const QString line = locale.toString(done) + u" of "_s + locale.toString(total) + u' ' + what + u" ("_s
        + QString::number(100 * done / total) + u" %)"_s;
    std::fprintf(stderr, "\r%s\x1b[K", qUtf8Printable(line));
}

void Messages::endProgress()
{
    if (m_progressShown) {
        std::fputs("\r\x1b[K", stderr);
        m_progressShown = false;
    }
}

} // namespace arbscope
