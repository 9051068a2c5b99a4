// A file that a failed task needs changed, at the line that made it fail: to be changed, saved and
// tried again without leaving the window.
#pragma once

#include "core/task/task.h"
#include "ui/editor/text_file.h"

#include <QDialog>
#include <QFileSystemWatcher>
#include <QTimer>

class QLabel;
class QPushButton;

namespace slipway {

class NumberedText;

class FileEditor : public QDialog {
    Q_OBJECT

public:
    FileEditor(const QString &path, QWidget *parent = nullptr);

    QString path() const { return m_file.path; }
    TaskId task() const { return m_task; }
    bool isUnsaved() const;
    // `sentence` says what went wrong at `place`. What was typed already stays.
    void showFailure(const TaskId &task, const QString &sentence, const DockerfilePlace &place);
    void setRetriable(bool retriable); // the task can be tried again
    void reject() override; // asks first when something is not saved

signals:
    void retryAsked(const slipway::TaskId &task); // what was changed is saved

private:
    enum class Then { Stay, Retry, Close };

    void makeView();
    void load();
    void loaded(const TextFile &file);
    void lookAgain(); // at the disk
    void seen(const TextFile &file);
    void save(Then then, bool overChanges = false);
    void saved(const SaveAnswer &answer, const QString &text, Then then);
    void go(Then then);
    void takeFromDisk();
    void say(const QString &sentence, const QString &tone, bool mayChoose = false);
    void refresh();
    void goToPlace();

    TaskId m_task;
    DockerfilePlace m_place;
    TextFile m_file; // as it was last read or written
    Then m_then = Then::Stay; // what was asked for when the file turned out to be changed
    bool m_isLoaded = false;
    bool m_isSaving = false;
    bool m_isRetriable = true;
    QFileSystemWatcher m_watcher;
    QTimer m_settled; // programs write files in several steps
    QLabel *m_reason;
    QLabel *m_notice;
    QWidget *m_noticeBar;
    QPushButton *m_takeTheirs;
    QPushButton *m_keepMine;
    NumberedText *m_text;
    QPushButton *m_save;
    QPushButton *m_saveAndRetry;
};

} // namespace slipway
