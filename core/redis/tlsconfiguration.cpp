// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/tlsconfiguration.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslError>
#include <QSslKey>
#include <QSslSocket>
#include <QStringList>

namespace arbscope {

namespace {

std::unexpected<RedisError> usage(const QString &detail)
{
    return std::unexpected(RedisError{.code = RedisErrorCode::Usage, .detail = detail});
}

RedisError tls(const QString &detail)
{
    return {.code = RedisErrorCode::Tls, .detail = detail};
}

Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return usage(path + QStringLiteral(": ") + file.errorString());
    return file.readAll();
}

Result<QList<QSslCertificate>> readCertificates(const QString &path)
{
    const auto text = readFile(path);
    if (!text)
        return std::unexpected(text.error());
    QList<QSslCertificate> certificates = QSslCertificate::fromData(*text, QSsl::Pem);
    if (certificates.isEmpty())
        return usage(path + QStringLiteral(": holds no certificate in PEM form"));
    return certificates;
}

Result<QSslKey> readKey(const QString &path, const QString &passphrase)
{
    const auto text = readFile(path);
    if (!text)
        return std::unexpected(text.error());
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec, QSsl::Dsa}) {
        QSslKey key(*text, algorithm, QSsl::Pem, QSsl::PrivateKey, passphrase.toUtf8());
        if (!key.isNull())
            return key;
    }
    return usage(path + QStringLiteral(": holds no private key in PEM form that opens with this passphrase"));
}

QString words(const QSslError &error, const QString &host)
{
    switch (error.error()) {
    case QSslError::HostNameMismatch:
        return QStringLiteral("the certificate is not for the host name %1").arg(host);
    case QSslError::CertificateExpired:
        return QStringLiteral("the certificate expired on %1")
            .arg(error.certificate().expiryDate().toString(Qt::ISODate));
    case QSslError::CertificateNotYetValid:
        return QStringLiteral("the certificate is not valid before %1")
            .arg(error.certificate().effectiveDate().toString(Qt::ISODate));
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::CertificateUntrusted:
        return QStringLiteral("the certificate is not signed by a trusted authority (%1)").arg(error.errorString());
    default:
        return error.errorString();
    }
}

QString objection(const QString &alert)
{
    return QStringLiteral("the store objects: %1 (a store may want a client certificate that it trusts)").arg(alert);
}

} // namespace

Result<QSslConfiguration> tlsConfiguration(const ConnectionOptions &options)
{
    if (!QSslSocket::supportsSsl())
        return usage(QStringLiteral("this system has no TLS library that Qt can use"));
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (!options.caFile.isEmpty()) {
        const auto authorities = readCertificates(options.caFile);
        if (!authorities)
            return std::unexpected(authorities.error());
        configuration.setCaCertificates(*authorities);
    }
    if (options.certificateFile.isEmpty() != options.keyFile.isEmpty())
        return usage(QStringLiteral("a client certificate needs both its file and its key's file"));
    if (!options.certificateFile.isEmpty()) {
        const auto chain = readCertificates(options.certificateFile);
        if (!chain)
            return std::unexpected(chain.error());
        const auto key = readKey(options.keyFile, options.keyPassphrase);
        if (!key)
            return std::unexpected(key.error());
        configuration.setLocalCertificateChain(*chain);
        configuration.setPrivateKey(*key);
    }
    return configuration;
}

RedisError tlsHandshakeError(const QSslSocket &socket, const QString &alert, const QString &host)
{
    QStringList reasons;
    for (const QSslError &error : socket.sslHandshakeErrors()) {
        const QString reason = words(error, host);
        if (error.error() != QSslError::NoError && !reasons.contains(reason))
            reasons.append(reason);
    }
    if (!reasons.isEmpty())
        return tls(reasons.join(QStringLiteral("; ")));
    if (!alert.isEmpty())
        return tls(objection(alert));
    // Before anything was sent: OpenSSL did not take what it was given, and Qt does not pass on which part.
    if (socket.state() == QAbstractSocket::ConnectedState && !socket.localCertificate().isNull())
        return {.code = RedisErrorCode::Usage,
                .detail = QStringLiteral("the client certificate and the key do not belong together")};
    if (socket.error() == QAbstractSocket::RemoteHostClosedError)
        return tls(QStringLiteral("the other side ended the handshake; a port without TLS does that too"));
    if (socket.errorString().contains(u"wrong version number"))
        return tls(QStringLiteral("what answered does not speak TLS: a port without TLS?"));
    return tls(socket.errorString());
}

RedisError tlsSessionError(const QSslSocket &socket, const QString &alert)
{
    if (!alert.isEmpty())
        return tls(objection(alert));
    if (socket.error() == QAbstractSocket::RemoteHostClosedError)
        return {.code = RedisErrorCode::Closed};
    return tls(socket.errorString());
}

} // namespace arbscope
