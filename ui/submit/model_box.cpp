#include "ui/submit/model_box.h"

#include <QCompleter>
#include <QLineEdit>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace slipway {

ModelBox::ModelBox(QWidget *parent)
    : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    lineEdit()->setPlaceholderText(u"llama3.2:3b"_s);
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
}

void ModelBox::setModels(const QList<HostState> &hosts)
{
    QStringList models;
    for (const HostState &host : hosts) {
        if (host.kind == HostKind::Ollama)
            models += host.models;
    }
    QStringList shown;
    for (int i = 0; i < count(); ++i)
        shown << itemText(i);
    if (models == shown)
        return;
    const QSignalBlocker quiet(this);
    const QString typed = currentText();
    clear();
    addItems(models);
    setCurrentIndex(-1);
    setEditText(typed);
}

} // namespace slipway
