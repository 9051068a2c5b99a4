// What is told when nobody looks: which words, and when. How they are shown is another's business.
#pragma once

#include "core/settings/settings_file.h"
#include "ui/desktop/work_summary.h"

#include <functional>

namespace slipway {

struct Notice {
    QString title;
    QString text; // may be empty
    QList<TaskId> tasks; // that it is about; may be empty
    bool canRetry = false;
    bool isUrgent = false;
};

class Notices : public QObject {
    Q_OBJECT

public:
    // `isLookedAt`: whether the window is in front, where all of it can be seen.
    Notices(WorkSummary &work, SettingsFile &settings, std::function<bool()> isLookedAt,
        QObject *parent = nullptr);

signals:
    void due(const slipway::Notice &notice);

private:
    void taskEnded(const Task &task);
    void tellFailures();
    void workDone(const WorkDone &done);

    SettingsFile &m_settings;
    std::function<bool()> m_isLookedAt;
    QList<Task> m_failures; // not told yet: what fails together is told together
    QTimer m_gather;
};

} // namespace slipway
