// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/filedescriptor.h"

#include <QIODevice>

#include <functional>
#include <optional>
#include <stop_token>

namespace arbscope {

/// A file, pipe or terminal to write to, by its descriptor. Every wait ends with the stop token: QFile would wait on
/// for a pipe whose reader does nothing. Has no buffer of its own.
class OutputStream final : public QIODevice
{
public:
    /// The descriptor stays the caller's.
    OutputStream(int descriptor, std::stop_token stop);
    ~OutputStream() override;

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool readerIsGone() const { return m_readerIsGone; } ///< the pipe's other end was closed

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    [[nodiscard]] bool waitUntilReady() const;
    [[nodiscard]] qint64 fail(int error);

    int m_descriptor;
    bool m_isRegular = false;
    bool m_readerIsGone = false;
    std::stop_token m_stop;
    FileDescriptor m_wake; ///< readable once stopped
    std::optional<std::stop_callback<std::function<void()>>> m_onStop;
};

} // namespace arbscope
