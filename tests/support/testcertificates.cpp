// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcertificates.h"

#include <QFile>
#include <QProcess>

namespace arbscope::test {

using namespace Qt::StringLiterals;

namespace {

void openssl(const QString &directory, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(directory);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(u"openssl"_s, arguments);
    if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        qFatal("openssl %s: %s %s", qPrintable(arguments.join(u' ')), qPrintable(process.errorString()),
               process.readAll().constData());
}

const QStringList newKey{u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s};

} // namespace

TestCertificates::TestCertificates()
{
    openssl(m_directory.path(),
            QStringList{u"req"_s, u"-x509"_s, u"-nodes"_s, u"-days"_s, u"30"_s, u"-subj"_s, u"/CN=Test authority"_s,
                        u"-keyout"_s, u"ca.key"_s, u"-out"_s, u"ca.crt"_s}
                + newKey);
}

QString TestCertificates::authority() const
{
    return m_directory.filePath(u"ca.crt"_s);
}

TestCertificates::Pair TestCertificates::sign(const QString &name, const QString &alternativeNames, int days,
                                              const QString &passphrase) const
{
    const QString request = name + u".csr";
    const QString extensions = name + u".ext";
    const QString key = name + u".key";
    const QString certificate = name + u".crt";
    QFile file(m_directory.filePath(extensions));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("%s: %s", qPrintable(file.fileName()), qPrintable(file.errorString()));
    file.write("subjectAltName=" + alternativeNames.toUtf8() + '\n');
    file.close();

    const QStringList protection
        = passphrase.isEmpty() ? QStringList{u"-nodes"_s} : QStringList{u"-passout"_s, u"pass:"_s + passphrase};
    openssl(m_directory.path(),
            QStringList{u"req"_s, u"-subj"_s, QString(u"/CN="_s + name), u"-keyout"_s, key, u"-out"_s, request} + newKey
                + protection);
    openssl(m_directory.path(),
            {u"x509"_s, u"-req"_s, u"-in"_s, request, u"-CA"_s, u"ca.crt"_s, u"-CAkey"_s, u"ca.key"_s,
             u"-CAcreateserial"_s, u"-days"_s, QString::number(days), u"-extfile"_s, extensions, u"-out"_s,
             certificate});
    return {m_directory.filePath(certificate), m_directory.filePath(key)};
}

} // namespace arbscope::test
