#include "ui/detail/chain_links.h"

#include "ui/task_text.h"
#include "ui/units_text.h"

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

constexpr qsizetype enough = 4; // of a kind: they are read in passing
constexpr qsizetype longest = 60; // of a name

QString shortened(const QString &name)
{
    return name.size() <= longest ? name : name.left(longest / 2) + u'…' + name.right(longest / 2);
}

QString namesOf(const QList<const Task *> &tasks, bool asLinks)
{
    QStringList names;
    for (const Task *task : tasks.mid(0, enough)) {
        const QString name = shortened(stepName(*task));
        names << (asLinks ? u"<a href=\"%1\">%2</a>"_s.arg(idText(task->id), name.toHtmlEscaped())
                          : name);
    }
    const QString named = names.join(u", "_s);
    const qsizetype more = tasks.size() - names.size();
    return more > 0 ? ChainLinks::tr("%1 and %2 more").arg(named).arg(more) : named;
}

QString chainText(
    const QList<const Task *> &before, const QList<const Task *> &behind, bool asLinks)
{
    QStringList parts;
    if (!before.isEmpty())
        parts << ChainLinks::tr("After: %1").arg(namesOf(before, asLinks));
    if (!behind.isEmpty())
        parts << ChainLinks::tr("Then: %1").arg(namesOf(behind, asLinks));
    return factsText(parts);
}

} // namespace

ChainLinks::ChainLinks(QWidget *parent)
    : QLabel(parent)
{
    setObjectName(u"chainLinks"_s);
    setTextFormat(Qt::RichText);
    setWordWrap(true);
    setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    setAccessibleDescription(tr("What it waits for, and what waits for it"));
    hide();
    // Later: another task puts another text here while this one is still being clicked.
    connect(
        this, &QLabel::linkActivated, this,
        [this](const QString &link) { emit taskAsked(TaskId::fromString(link)); },
        Qt::QueuedConnection);
}

void ChainLinks::setChain(const QList<const Task *> &before, const QList<const Task *> &behind)
{
    const QString links = chainText(before, behind, true);
    if (links != text()) { // anew it would forget which link has the focus
        setText(links);
        setAccessibleName(chainText(before, behind, false));
    }
    setVisible(!links.isEmpty());
}

} // namespace slipway
