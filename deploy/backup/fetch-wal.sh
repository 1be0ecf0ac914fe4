#!/usr/bin/env bash
# For a server that is being restored: restore_command = '/opt/cardroom/backup/fetch-wal.sh %f %p'
# Above 125 PostgreSQL gives up: a damaged file must stop it, not end the recovery early and quietly.
source "$(dirname "$0")/common.sh"

name=$1 path=$2
[ -f "$BACKUP_DIR/wal/$name" ] || exit 1
open_kept "$BACKUP_DIR/wal/$name" > "$path" || exit 200
