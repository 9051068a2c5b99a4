// The kinds of tasks a person can add, with an icon and a few words each.
#pragma once

#include <QListView>

namespace slipway {

class TypeList : public QListView {
    Q_OBJECT

public:
    explicit TypeList(QWidget *parent = nullptr);

protected:
    // A click beside the entries chooses nothing: one of them always is.
    QItemSelectionModel::SelectionFlags selectionCommand(
        const QModelIndex &index, const QEvent *event) const override;
};

} // namespace slipway
