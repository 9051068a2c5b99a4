// A button whose menu fills the form in: with what was done lately, or from a template. It also
// keeps what the form holds as a template.
#pragma once

#include "core/intake/templates.h"
#include "core/queue/queue_service.h"

#include <QPushButton>

#include <functional>

namespace slipway {

class FillButton : public QPushButton {
    Q_OBJECT

public:
    // `current`: what the form holds. `file`: of the templates; empty: there are none.
    FillButton(QueueService &queue, const QString &file, std::function<Brought()> current,
        QWidget *parent);

    void setType(std::optional<TaskType> type); // whose recent tasks are offered; none: nobody's

signals:
    void chosen(const slipway::Brought &what);
    void told(const QString &sentence);

private:
    void fillMenu();
    void addRecent();
    void addTemplates();
    void askForName();
    void keep(const QString &name);

    QueueService &m_queue;
    QString m_file;
    std::function<Brought()> m_current;
    std::optional<TaskType> m_type;
};

} // namespace slipway
