// The window program while it runs: a queue of its own, the window over it, and the socket for
// slipwayctl. The window is shown before the stored tasks are read: it stands as soon as it can,
// and however long the list.
#pragma once

#include "app/command_server.h"
#include "app/unix_signals.h"
#include "core/slipway.h"

#include <memory>

namespace slipway {

class MainWindow;
class Notifier;

// Nothing runs: one sentence in a window, and the program ends with it.
void showFailure(const QString &sentence);

class WindowProgram : public QObject {
    Q_OBJECT

public:
    struct Wishes {
        bool minimised = false; // in the tray, or minimised
        QString file; // a queue to take in, or ""
    };

    WindowProgram(Slipway &slipway, const Wishes &wishes);
    ~WindowProgram() override;
    void start();
    void renewWindow(); // in another language: as soon as nothing is being written in this one

private:
    void makeWindow(bool atOnce);
    void notify(); // who tells of what happens, and closes the window
    void opened(const QString &notice);
    void failed(const QString &sentence);
    void quit();
    void takeIn(const QString &file);

    Slipway &m_slipway;
    QString m_file;
    CommandServer m_server;
    UnixSignals m_signals;
    bool m_isHidden; // at first
    std::unique_ptr<MainWindow> m_window;
    Notifier *m_notifier = nullptr;
    bool m_isOutdated = false; // its language was changed before there was a list
};

} // namespace slipway
