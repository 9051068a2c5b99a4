// The kinds of tasks a person can add, with an icon and a few words each.
#pragma once

#include <QListView>

namespace slipway {

class TypeList : public QListView {
    Q_OBJECT

public:
    explicit TypeList(QWidget *parent = nullptr);
};

} // namespace slipway
