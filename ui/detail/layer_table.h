// The layers of an image on its way: one line and one bar each.
#pragma once

#include "core/task/task.h"

#include <QTableView>

namespace slipway {

class LayerModel;

class LayerTable : public QTableView {
    Q_OBJECT

public:
    explicit LayerTable(QWidget *parent = nullptr);
    void setLayers(const QList<LayerProgress> &layers);
    int contentHeight() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    LayerModel *m_model;
};

} // namespace slipway
