// How much runs at once, what stays free, and what new tasks get.
#pragma once

#include "core/queue/queue_service.h"
#include "ui/settings/settings_page.h"

class QDoubleSpinBox;
class QSpinBox;

namespace slipway {

class QueuePage : public SettingsPage {
    Q_OBJECT

public:
    QueuePage(QueueService &queue, SettingsFile &settings, QWidget *parent);

private:
    struct Defaults {
        QSpinBox *retries;
        QSpinBox *minutes; // 0: no limit
        QSpinBox *stall; // at its least: the type's own
    };
    QSpinBox *number(int least, int most);
    static void setStallRange(QSpinBox &box, TaskType type);
    QWidget *lanesTable();
    QWidget *defaultsTable();
    void show(); // what the queue holds to
    void apply();

    QueueService &m_queue;
    QSpinBox *m_all;
    QMap<Lane, QSpinBox *> m_lanes;
    QDoubleSpinBox *m_keepFree;
    QMap<TaskType, Defaults> m_defaults;
    bool m_showing = true; // until it is built
};

} // namespace slipway
