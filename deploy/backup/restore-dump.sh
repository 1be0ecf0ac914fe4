#!/usr/bin/env bash
# restore-dump.sh DUMP DATABASE_URL: puts a dump into an empty database.
source "$(dirname "$0")/common.sh"

work=$(mktemp)
trap 'rm -f "$work"' EXIT
open_kept "$1" > "$work"
pg_restore --exit-on-error --single-transaction --no-owner --dbname "$2" "$work"
