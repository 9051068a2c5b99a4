// A dot and a few words: whether an engine or server answers.
#pragma once

#include "core/host/host.h"

#include <QWidget>

class QLabel;

namespace slipway {

class HostLine : public QWidget {
    Q_OBJECT

public:
    enum class Length { Short, Sentence }; // a sentence says what to do when it does not answer

    HostLine(const HostState &host, Length length, QWidget *parent);
};

} // namespace slipway
