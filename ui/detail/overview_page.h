// How a task stands: phases, layers where there is room, and the command it stands for.
#pragma once

#include "core/diagnosis/fixes.h"

#include <QWidget>

class QLabel;

namespace slipway {

class ChainLinks;
class CommandBox;
class FixButtons;
class LayerTable;
class PhaseBar;

class OverviewPage : public QWidget {
    Q_OBJECT

public:
    explicit OverviewPage(QWidget *parent = nullptr);
    void setTask(const Task &task);
    void setProgress(const Task &task); // only progress has changed
    void setChain(const QList<const Task *> &before, const QList<const Task *> &behind);

signals:
    void fixAsked(const slipway::Fix &fix); // of what a cancelled task left behind
    void taskAsked(const slipway::TaskId &id); // of the chain

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitLayers();

    QLabel *m_summary;
    PhaseBar *m_phases;
    ChainLinks *m_chain;
    LayerTable *m_layers;
    CommandBox *m_command;
    QLabel *m_facts;
    FixButtons *m_fixes;
    int m_layerCount = 0;
};

} // namespace slipway
