// The keys of a window, read from its actions, so that the list cannot be wrong.
#pragma once

class QDialog;
class QWidget;

namespace slipway {

QDialog *makeKeysList(QWidget *window);

} // namespace slipway
