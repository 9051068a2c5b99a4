#!/bin/sh
# A docker client that does nothing but leave one byte in the file named by NOOP_RECORD.
printf x >> "$NOOP_RECORD"
