// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/store/storetarget.h"

#include <QWidget>

#include <optional>
#include <vector>

class QCheckBox;
class QComboBox;
class QGroupBox;
class QLabel;
class QLineEdit;
class QRadioButton;
class QSpinBox;

namespace arbscope {

class FileChooser;
class FileField;

/// A store's address as one URL and as its parts, each following the other. The URL never shows the password: one that
/// is typed into it moves to the password's own field.
class ConnectForm final : public QWidget
{
    Q_OBJECT
public:
    explicit ConnectForm(FileChooser &files, QWidget *parent = nullptr);

    void setTarget(const StoreTarget &target);
    [[nodiscard]] std::optional<StoreTarget> target() const; ///< nothing while problem() is not empty
    [[nodiscard]] QString problem() const { return m_problem; }
    void setRecentUrls(const QStringList &urls);

signals:
    void changed();
    void recentChosen(int index);

private:
    void build(FileChooser &files);
    void urlEdited(const QString &text);
    void partsEdited();
    [[nodiscard]] QString takeSingle(); ///< what is wrong with the fields; empty: taken
    [[nodiscard]] QString takeSeveral(RedisTopology topology);
    void showKind();
    void optionsEdited();
    [[nodiscard]] QString urlProblem() const;
    void showUrl();
    void showParts();
    void showOptions();
    void showProblem(const QString &problem);

    StoreTarget m_target;
    QString m_problem;
    QComboBox *m_url;
    QLabel *m_hint;
    QRadioButton *m_network;
    QRadioButton *m_local;
    QRadioButton *m_sentinels;
    QRadioButton *m_cluster;
    QLineEdit *m_host;
    QSpinBox *m_port;
    FileField *m_socket;
    QLineEdit *m_sentinelHosts;
    QLineEdit *m_master;
    QLineEdit *m_clusterHosts;
    QSpinBox *m_database;
    QLineEdit *m_user;
    QLineEdit *m_password;
    QGroupBox *m_tls;
    FileField *m_ca;
    FileField *m_certificate;
    FileField *m_key;
    QLineEdit *m_passphrase;
    QLineEdit *m_ssh;
    QLineEdit *m_addressMap;
    QCheckBox *m_replicas;
    QCheckBox *m_writable;
};

} // namespace arbscope
