// A store in a folder of its own, loaded; and the same after the program ended and began again.
#pragma once

#include "store_samples.h"

#include <QTemporaryDir>

#include <memory>

namespace slipway {

class OpenStore {
public:
    // False: it does not load.
    bool open()
    {
        store = std::make_unique<TaskStore>(path());
        const auto loaded = loadAndWait(*store);
        contents = loaded.value_or(JournalContents{});
        return loaded.has_value();
    }
    bool reopen() { return closeAndWait(*store) && open(); }
    QString path() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder; // outlives the store

public:
    std::unique_ptr<TaskStore> store;
    JournalContents contents;
};

} // namespace slipway
