// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTemporaryDir>

namespace arbscope::test {

/// A certificate authority of the test's own and what it signed, made with the openssl program; PEM files, removed with
/// this object. Fails the test when openssl cannot make them.
class TestCertificates
{
public:
    struct Pair
    {
        QString certificate;
        QString key;
    };

    TestCertificates();

    [[nodiscard]] QString authority() const; ///< its certificate
    /// A certificate for these subject alternative names ("DNS:localhost,IP:127.0.0.1"), valid for that many days;
    /// negative: expired that long ago. The key is encrypted where a passphrase is given.
    [[nodiscard]] Pair sign(const QString &name, const QString &alternativeNames, int days = 30,
                            const QString &passphrase = {}) const;

private:
    QTemporaryDir m_directory;
};

} // namespace arbscope::test
