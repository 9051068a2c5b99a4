#include "ui/editor/file_editor.h"

#include "core/executor/when_answered.h"
#include "core/intake/dockerfile_place.h"
#include "ui/editor/numbered_text.h"
#include "ui/widgets.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMessageBox>
#include <QPushButton>
#include <QShortcut>
#include <QUrl>
#include <QVBoxLayout>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

constexpr int settleMs = 150;

QPushButton *button(const QString &text, const QString &name, QWidget *parent)
{
    auto *made = new QPushButton(text, parent);
    made->setObjectName(name);
    made->setAutoDefault(false); // Enter belongs to the text
    return made;
}

QString problemText(const TextFile &file)
{
    switch (file.problem) {
    case TextFile::Problem::None:
        return file.isWritable ? QString()
                               : FileEditor::tr("You may read this file, not change it.");
    case TextFile::Problem::Unreadable:
        return FileEditor::tr("The file cannot be read: %1").arg(file.reason);
    case TextFile::Problem::TooLarge:
        return FileEditor::tr("The file is too large to be changed here.");
    case TextFile::Problem::NoText:
        return FileEditor::tr("This is no text file.");
    }
    Q_UNREACHABLE();
}

} // namespace

FileEditor::FileEditor(const QString &path, QWidget *parent)
    : QDialog(parent)
{
    m_file.path = path;
    setObjectName(u"fileEditor"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(QFileInfo(path).fileName() + u"[*]"_s);
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    resize(820, 600);
    setMinimumHeight(320); // its width is that of its buttons
    makeView();
    new QShortcut(QKeySequence::Save, this, this, [this] { save(Then::Stay); });
    new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this, this, [this] {
        if (m_saveAndRetry->isEnabled())
            save(Then::Retry);
    });
    m_settled.setSingleShot(true);
    m_settled.setInterval(settleMs);
    connect(&m_settled, &QTimer::timeout, this, &FileEditor::lookAgain);
    // The folder too: many programs put a new file in the place of the old one.
    m_watcher.addPaths({ path, QFileInfo(path).absolutePath() });
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_settled, qOverload<>(&QTimer::start));
    connect(
        &m_watcher, &QFileSystemWatcher::directoryChanged, &m_settled, qOverload<>(&QTimer::start));
    connect(m_text->document(), &QTextDocument::modificationChanged, this, &FileEditor::refresh);
    load();
}

void FileEditor::makeView()
{
    m_reason = new QLabel(this);
    m_reason->setObjectName(u"editorReason"_s);
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setWordWrap(true);
    m_reason->setProperty("tone", u"error"_s);
    m_reason->setTextInteractionFlags(Qt::TextSelectableByMouse);
    enlarge(m_reason, 1, QFont::DemiBold);
    QLabel *where = softLabel(m_file.path, this);
    where->setObjectName(u"editorPath"_s);
    where->setWordWrap(true);
    where->setTextInteractionFlags(Qt::TextSelectableByMouse);

    m_noticeBar = new QWidget(this);
    m_notice = new QLabel(m_noticeBar);
    m_notice->setObjectName(u"editorNotice"_s);
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setWordWrap(true);
    m_takeTheirs = button(tr("Load it anew"), u"editorTakeTheirs"_s, m_noticeBar);
    m_takeTheirs->setToolTip(tr("Ctrl+Z brings back what was written here."));
    m_keepMine = button(tr("Save mine over it"), u"editorKeepMine"_s, m_noticeBar);
    auto *notice = new QHBoxLayout(m_noticeBar);
    notice->setContentsMargins(0, 0, 0, 0);
    notice->setSpacing(8);
    notice->addWidget(m_notice, 1);
    notice->addWidget(m_takeTheirs);
    notice->addWidget(m_keepMine);
    m_noticeBar->hide();

    m_text = new NumberedText(this);
    m_text->setObjectName(u"editorText"_s);
    m_text->setAccessibleName(tr("Text of %1").arg(QFileInfo(m_file.path).fileName()));
    m_text->setReadOnly(true);

    auto *other = button(tr("Open with another program"), u"editorOpenElsewhere"_s, this);
    other->setToolTip(tr("With the one that the desktop has for such files."));
    auto *close = button(tr("Close"), u"editorClose"_s, this);
    m_save = button(tr("Save"), u"editorSave"_s, this);
    m_save->setToolTip(tr("Saves the file (Ctrl+S)"));
    m_saveAndRetry = button(tr("Save and retry"), u"editorSaveAndRetry"_s, this);
    m_saveAndRetry->setToolTip(tr("Saves the file and tries the task again (Ctrl+Enter)"));
    m_saveAndRetry->setProperty("primary", true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(other);
    buttons->addStretch();
    for (QPushButton *each : { close, m_save, m_saveAndRetry })
        buttons->addWidget(each);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(8);
    layout->addWidget(m_reason);
    layout->addWidget(where);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_noticeBar);
    layout->addSpacing(4);
    layout->addLayout(buttons);

    connect(m_takeTheirs, &QPushButton::clicked, this, &FileEditor::takeFromDisk);
    connect(m_keepMine, &QPushButton::clicked, this, [this] { save(m_then, true); });
    connect(close, &QPushButton::clicked, this, &FileEditor::reject);
    connect(m_save, &QPushButton::clicked, this, [this] { save(Then::Stay); });
    connect(m_saveAndRetry, &QPushButton::clicked, this, [this] { save(Then::Retry); });
    connect(other, &QPushButton::clicked, this, [this] {
        if (!QDesktopServices::openUrl(QUrl::fromLocalFile(m_file.path)))
            say(tr("No program opens %1.").arg(m_file.path), u"error"_s);
    });
    m_text->setFocus();
    refresh();
}

bool FileEditor::isUnsaved() const
{
    return m_isLoaded && m_text->document()->isModified();
}

void FileEditor::showFailure(
    const TaskId &task, const QString &sentence, const DockerfilePlace &place)
{
    m_task = task;
    m_place = place;
    m_reason->setText(sentence);
    m_reason->setVisible(!sentence.isEmpty());
    if (m_isLoaded)
        goToPlace();
}

void FileEditor::setRetriable(bool retriable)
{
    m_isRetriable = retriable;
    refresh();
}

void FileEditor::goToPlace()
{
    m_text->mark(placeIn(m_text->text(), m_place).line);
    const int line = m_text->markedLine();
    m_text->setAccessibleDescription(
        line > 0 ? tr("Line %1 is marked: %2").arg(line).arg(m_reason->text()) : QString());
}

void FileEditor::load()
{
    whenAnswered(this, QtConcurrent::run(readTextFile, m_file.path),
        [this](const TextFile &file) { loaded(file); });
}

void FileEditor::loaded(const TextFile &file)
{
    m_file = file;
    m_isLoaded = file.problem == TextFile::Problem::None;
    m_text->setReadOnly(!m_isLoaded);
    if (m_isLoaded) {
        m_text->setPlainText(file.text);
        goToPlace();
    }
    say(problemText(file), m_isLoaded ? u"warning"_s : u"error"_s);
    refresh();
}

void FileEditor::lookAgain()
{
    if (m_isSaving)
        return m_settled.start();
    if (!m_watcher.files().contains(m_file.path) && QFileInfo::exists(m_file.path))
        m_watcher.addPath(m_file.path);
    whenAnswered(this, QtConcurrent::run(readTextFile, m_file.path),
        [this](const TextFile &file) { seen(file); });
}

// What nobody has touched here is shown as it is now; what was typed is never replaced unasked.
void FileEditor::seen(const TextFile &file)
{
    if (m_isSaving)
        return;
    const bool isAsking = m_keepMine->isVisible();
    if (file.bytes == m_file.bytes && file.problem == m_file.problem) {
        if (isAsking) // it was gone, and is back
            say({}, {});
        return;
    }
    if (!m_isLoaded)
        return loaded(file);
    const bool isGone = file.problem != TextFile::Problem::None;
    if (isGone || isUnsaved()) {
        if (isAsking)
            return;
        m_then = Then::Stay;
        return say(isGone ? tr("The file is no longer there, or can no longer be read.")
                          : tr("Another program has changed the file since it was opened."),
            u"warning"_s, true);
    }
    m_file = file;
    m_text->replaceText(file.text);
    m_text->document()->setModified(false);
    say(tr("Another program has changed the file: this is how it is now."), u"soft"_s);
}

void FileEditor::takeFromDisk()
{
    whenAnswered(this, QtConcurrent::run(readTextFile, m_file.path), [this](const TextFile &file) {
        if (file.problem != TextFile::Problem::None)
            return say(problemText(file), u"error"_s, true);
        m_file = file;
        m_text->replaceText(file.text);
        m_text->document()->setModified(false);
        say({}, {});
    });
}

void FileEditor::save(Then then, bool overChanges)
{
    if (!m_isLoaded || m_isSaving)
        return;
    if (!isUnsaved() && !overChanges)
        return go(then);
    m_isSaving = true;
    refresh();
    const QString text = m_text->text();
    whenAnswered(this, QtConcurrent::run(saveTextFile, m_file, text, overChanges),
        [this, text, then](const SaveAnswer &answer) { saved(answer, text, then); });
}

void FileEditor::saved(const SaveAnswer &answer, const QString &text, Then then)
{
    m_isSaving = false;
    switch (answer.kind) {
    case SaveAnswer::Kind::Saved:
        m_file = answer.file;
        m_text->document()->setModified(m_text->text() != text); // typed on meanwhile
        say(then == Then::Stay ? tr("Saved.") : QString(), u"soft"_s);
        m_settled.start(); // it may be another file now, which is to be watched
        refresh();
        return go(then);
    case SaveAnswer::Kind::ChangedMeanwhile:
        m_then = then;
        say(tr("Another program has changed the file since it was opened. Nothing was saved."),
            u"warning"_s, true);
        break;
    case SaveAnswer::Kind::Failed:
        say(tr("The file could not be saved: %1").arg(answer.reason), u"error"_s);
        break;
    }
    refresh();
}

void FileEditor::go(Then then)
{
    if (then == Then::Stay || isUnsaved())
        return;
    QDialog::reject();
    if (then == Then::Retry)
        emit retryAsked(m_task);
}

void FileEditor::say(const QString &sentence, const QString &tone, bool mayChoose)
{
    m_notice->setText(sentence);
    setTone(m_notice, tone);
    m_takeTheirs->setVisible(mayChoose);
    m_keepMine->setVisible(mayChoose);
    m_noticeBar->setVisible(!sentence.isEmpty());
}

void FileEditor::refresh()
{
    const bool isReady = m_isLoaded && !m_isSaving;
    setWindowModified(isUnsaved());
    m_save->setEnabled(isReady && isUnsaved());
    m_saveAndRetry->setEnabled(isReady && m_isRetriable);
}

void FileEditor::reject()
{
    if (!isUnsaved())
        return QDialog::reject();
    if (findChild<QMessageBox *>(u"unsavedDialog"_s))
        return;
    auto *question = new QMessageBox(QMessageBox::NoIcon, tr("Not saved yet"),
        tr("%1 was changed and is not saved.").arg(QFileInfo(m_file.path).fileName()),
        QMessageBox::NoButton, this);
    question->setObjectName(u"unsavedDialog"_s);
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *keep = question->addButton(tr("Go on writing"), QMessageBox::RejectRole);
    QPushButton *drop =
        question->addButton(tr("Close without saving"), QMessageBox::DestructiveRole);
    QPushButton *write = question->addButton(tr("Save and close"), QMessageBox::AcceptRole);
    drop->setObjectName(u"dropChanges"_s);
    write->setObjectName(u"saveAndClose"_s);
    question->setDefaultButton(write);
    question->setEscapeButton(keep);
    connect(question, &QMessageBox::finished, this, [this, question, drop, write] {
        if (question->clickedButton() == drop)
            QDialog::reject();
        else if (question->clickedButton() == write)
            save(Then::Close);
    });
    question->open();
}

} // namespace slipway
