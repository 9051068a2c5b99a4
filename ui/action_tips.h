// What an action does, or why it cannot now: its tooltip, the same in the tool bar and in each
// menu.
#pragma once

class QAction;
class QString;

namespace slipway {

// `sentence`: what it does if `enabled`, else why it does nothing. The key is what its data says.
void tell(QAction &action, bool enabled, const QString &sentence);

} // namespace slipway
