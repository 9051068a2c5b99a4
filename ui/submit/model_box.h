// An editable list of the models an Ollama server has.
#pragma once

#include "core/host/host.h"

#include <QComboBox>

namespace slipway {

class ModelBox : public QComboBox {
    Q_OBJECT

public:
    explicit ModelBox(QWidget *parent);

    QString name() const { return currentText().trimmed(); }
    void setModels(const QList<HostState> &hosts); // what is being typed stays
};

} // namespace slipway
