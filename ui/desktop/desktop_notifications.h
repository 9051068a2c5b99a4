// Shows notices by the desktop's own service, with buttons where it has them.
// https://specifications.freedesktop.org/notification-spec/latest/
#pragma once

#include "ui/desktop/notices.h"

#include <QDBusConnection>

namespace slipway {

class DesktopNotifications : public QObject {
    Q_OBJECT

public:
    explicit DesktopNotifications(const QDBusConnection &bus, QObject *parent = nullptr);

    void show(const Notice &notice);

signals:
    void showAsked(const slipway::Notice &notice); // it, or its button, was clicked
    void retryAsked(const QList<slipway::TaskId> &tasks);
    void notShown(const slipway::Notice &notice); // there is no such service

private slots:
    void actionInvoked(uint id, const QString &action);
    void notificationClosed(uint id, uint reason);

private:
    QDBusConnection m_bus;
    QHash<uint, Notice> m_shown;
};

} // namespace slipway
