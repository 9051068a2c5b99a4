#include "ui/action_tips.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace slipway {

void tell(QAction &action, bool enabled, const QString &sentence)
{
    action.setEnabled(enabled);
    const QString key = action.data().toString();
    action.setToolTip(u"%1%2<br>%3"_s.arg(action.text().toHtmlEscaped(),
        key.isEmpty() ? QString() : u" (%1)"_s.arg(key.toHtmlEscaped()), sentence.toHtmlEscaped()));
}

} // namespace slipway
