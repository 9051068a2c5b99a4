#include "ui/submit/fill_button.h"

#include "ui/icons.h"
#include "ui/submit/again.h"
#include "ui/type_text.h"

#include <QInputDialog>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

constexpr int recentTasks = 10;
constexpr int lookedThrough = 1000; // tasks, the youngest first

QString menuText(const QString &name)
{
    const QString plain = name.simplified();
    const QString shown = plain.size() > 60 ? plain.left(59) + u'…' : plain;
    return QString(shown).replace(u'&', "&&"_L1);
}

} // namespace

FillButton::FillButton(
    QueueService &queue, const QString &file, std::function<Brought()> current, QWidget *parent)
    : QPushButton(parent)
    , m_queue(queue)
    , m_file(file)
    , m_current(std::move(current))
{
    setObjectName(u"fillButton"_s);
    setText(tr("Fill in"));
    setToolTip(tr("With what you did lately, or from a template"));
    setAutoDefault(false); // Enter in a field adds the task
    auto *menu = new QMenu(this);
    menu->setObjectName(u"fillMenu"_s);
    setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &FillButton::fillMenu);
}

void FillButton::setType(std::optional<TaskType> type)
{
    m_type = type;
}

void FillButton::fillMenu()
{
    menu()->clear();
    addRecent();
    if (!m_file.isEmpty())
        addTemplates();
}

void FillButton::addRecent()
{
    if (!m_type)
        return;
    menu()->addSection(tr("Lately"));
    const QList<Task> tasks = m_queue.newest(lookedThrough);
    QList<TaskSpec> seen;
    for (qsizetype i = tasks.size() - 1; i >= 0 && seen.size() < recentTasks; --i) {
        const Task &task = tasks[i];
        if (task.type() != *m_type || seen.contains(task.spec))
            continue;
        seen << task.spec;
        menu()->addAction(menuText(displayName(task.spec)), this, [this, draft = draftAgain(task)] {
            emit chosen({ { draft }, false });
        });
    }
    if (seen.isEmpty())
        menu()->addAction(tr("Nothing of this kind yet"))->setEnabled(false);
}

void FillButton::addTemplates()
{
    menu()->addSection(tr("Templates"));
    const Templates templates = readTemplates(m_file);
    for (auto it = templates.begin(); it != templates.end(); ++it) {
        const QIcon icon = themedIcon(
            it->drafts.size() == 1 ? typeIcon(typeOf(it->drafts.first().spec)) : u"chain"_s);
        menu()->addAction(
            icon, menuText(it.key()), this, [this, what = *it] { emit chosen(what); });
    }
    menu()
        ->addAction(tr("Keep this as a template…"), this, &FillButton::askForName)
        ->setObjectName(u"keepTemplate"_s);
    if (templates.isEmpty())
        return;
    QMenu *forget = menu()->addMenu(tr("Forget a template"));
    for (const QString &name : templates.keys()) {
        forget->addAction(menuText(name), this, [this, name] {
            Templates left = readTemplates(m_file);
            left.remove(name);
            if (!writeTemplates(m_file, left))
                emit told(tr("%1 cannot be written.").arg(m_file));
        });
    }
}

void FillButton::askForName()
{
    auto *dialog = new QInputDialog(window());
    dialog->setObjectName(u"templateName"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Keep as a template"));
    dialog->setLabelText(tr("Its name. A template of the same name is replaced:"));
    const Brought what = m_current();
    dialog->setTextValue(
        what.drafts.isEmpty() ? QString() : displayName(what.drafts.first().spec).simplified());
    connect(dialog, &QInputDialog::textValueSelected, this, &FillButton::keep);
    dialog->open();
}

void FillButton::keep(const QString &name)
{
    if (name.trimmed().isEmpty())
        return emit told(tr("A template needs a name."));
    Templates templates = readTemplates(m_file);
    templates.insert(name.trimmed(), m_current());
    if (!writeTemplates(m_file, templates))
        emit told(tr("%1 cannot be written.").arg(m_file));
}

} // namespace slipway
