# Stand-ins for what a queue is built on: a journal, engines and hosts that a test commands.
add_library(slipway_queue_support STATIC
    ${CMAKE_CURRENT_LIST_DIR}/memory_journal.cpp ${CMAKE_CURRENT_LIST_DIR}/memory_journal.h
    ${CMAKE_CURRENT_LIST_DIR}/scripted_executor.cpp ${CMAKE_CURRENT_LIST_DIR}/scripted_executor.h)
target_link_libraries(slipway_queue_support PUBLIC slipway_core)
target_precompile_headers(slipway_queue_support REUSE_FROM slipway_core)
