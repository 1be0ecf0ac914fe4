#!/usr/bin/env bash
# For PostgreSQL: archive_command = '/opt/cardroom/backup/archive-wal.sh %p %f'
# Answers 0 only when the file is safe; PostgreSQL keeps it and asks again otherwise.
source "$(dirname "$0")/common.sh"

path=$1 name=$2
mkdir -p "$BACKUP_DIR/wal"
target="$BACKUP_DIR/wal/$name"
if [ -f "$target" ]; then
  # Archived before a crash: the same content is fine, any other must not replace it.
  open_kept "$target" | cmp -s - "$path" && exit 0
  fail "$name is archived already, with another content"
fi
keep "$target" < "$path"
