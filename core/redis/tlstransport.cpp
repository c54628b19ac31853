// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/tlsconfiguration.h"
#include "core/redis/transport.h"

#include <QCoreApplication>
#include <QEvent>
#include <QSslSocket>

namespace arbscope {

namespace {

// Unsent bytes that QSslSocket may hold; it would take any number.
constexpr qint64 writeBuffer = qint64{256} * 1024;
// Decrypted bytes that QSslSocket may hold.
constexpr qint64 readBuffer = qint64{256} * 1024;

class TlsTransport final : public Transport
{
public:
    [[nodiscard]] Result<void> handshake(FileDescriptor socket, const QString &host,
                                         const QSslConfiguration &configuration, Wait &wait)
    {
        // What the other side objects to; by the time that the end is noticed, the socket's own error is only the end.
        QObject::connect(&m_socket, &QSslSocket::alertReceived, &m_socket,
                         [this](QSsl::AlertLevel level, QSsl::AlertType type, const QString &description) {
                             // OpenSSL has no words for the one that is met most.
                             if (level == QSsl::AlertLevel::Fatal)
                                 m_alert = type == QSsl::AlertType::CertificateRequired
                                     ? QStringLiteral("certificate required")
                                     : description;
                         });
        m_socket.setSslConfiguration(configuration);
        m_socket.setReadBufferSize(readBuffer);
        if (!m_socket.setSocketDescriptor(socket.get()))
            return std::unexpected(failure());
        (void)socket.release(); // QSslSocket closes it from here on
        m_socket.setPeerVerifyName(host);
        m_socket.startClientEncryption();
        while (!m_socket.isEncrypted()) {
            const bool waits = m_socket.error() == QAbstractSocket::SocketTimeoutError
                || m_socket.error() == QAbstractSocket::UnknownSocketError; // none so far
            if (m_socket.state() != QAbstractSocket::ConnectedState || !waits)
                return std::unexpected(tlsHandshakeError(m_socket, m_alert, host));
            const auto slice = wait.slice();
            if (!slice) {
                RedisError error = slice.error();
                if (error.code == RedisErrorCode::TimedOut)
                    error.detail = QStringLiteral("no answer to the TLS greeting; a port without TLS does that too");
                return std::unexpected(error);
            }
            m_socket.waitForEncrypted(*slice);
        }
        return {};
    }

    Result<qsizetype> read(std::span<char> buffer) override
    {
        if (m_socket.bytesAvailable() == 0)
            m_socket.waitForReadyRead(0);
        const qint64 size = m_socket.read(buffer.data(), static_cast<qint64>(buffer.size()));
        // QSslSocket posts itself an event for many a read; without an event loop they would pile up.
        QCoreApplication::sendPostedEvents(&m_socket, QEvent::MetaCall);
        if (size > 0)
            return size;
        if (size < 0 || m_socket.state() != QAbstractSocket::ConnectedState)
            return std::unexpected(failure());
        return 0;
    }

    Result<qsizetype> write(QByteArrayView bytes) override
    {
        const qint64 room = writeBuffer - m_socket.bytesToWrite() - m_socket.encryptedBytesToWrite();
        if (m_socket.state() != QAbstractSocket::ConnectedState)
            return std::unexpected(failure());
        if (room <= 0)
            return 0;
        const qint64 size = m_socket.write(bytes.data(), std::min<qint64>(room, bytes.size()));
        m_socket.flush();
        if (size < 0)
            return std::unexpected(failure());
        return size;
    }

    Result<void> wait(bool untilWritable, int milliseconds) override
    {
        if (untilWritable || m_socket.bytesToWrite() > 0)
            m_socket.waitForBytesWritten(milliseconds); // takes in what comes meanwhile
        else if (m_socket.bytesAvailable() == 0)
            m_socket.waitForReadyRead(milliseconds);
        return {}; // a fault shows in the next read() or write()
    }

private:
    [[nodiscard]] RedisError failure() const { return tlsSessionError(m_socket, m_alert); }

    QString m_alert; ///< empty: none came
    QSslSocket m_socket;
};

} // namespace

Result<std::unique_ptr<Transport>> makeTlsTransport(FileDescriptor socket, const QString &host,
                                                    const ConnectionOptions &options, Wait &wait)
{
    const auto configuration = tlsConfiguration(options);
    if (!configuration)
        return std::unexpected(configuration.error());
    auto transport = std::make_unique<TlsTransport>();
    if (const auto done = transport->handshake(std::move(socket), host, *configuration, wait); !done)
        return std::unexpected(done.error());
    return transport;
}

} // namespace arbscope
