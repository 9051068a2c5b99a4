// The pages that hold no more than choices: the list, notifications, the window.
#pragma once

#include "core/queue/queue_service.h"
#include "ui/settings/settings_page.h"

namespace slipway {

class ListPage : public SettingsPage {
    Q_OBJECT

public:
    ListPage(QueueService &queue, SettingsFile &settings, QWidget *parent);
};

class NotificationsPage : public SettingsPage {
    Q_OBJECT

public:
    NotificationsPage(SettingsFile &settings, QWidget *parent);
};

class WindowPage : public SettingsPage {
    Q_OBJECT

public:
    WindowPage(SettingsFile &settings, QWidget *parent);
};

} // namespace slipway
