#!/usr/bin/env bash
# restore.sh --into EMPTY_FOLDER [--to '2026-11-21 08:23:44.123+00'] [--from BASE_BACKUP]
# Puts the newest base backup of before that moment into a folder, set up so that PostgreSQL, started on it,
# reads the archive up to the moment and then serves. Without --to it reads all that was archived.
source "$(dirname "$0")/common.sh"

into='' moment='' from=''
while [ $# -gt 0 ]; do
  case $1 in
    --into) into=$2 ;;
    --to) moment=$2 ;;
    --from) from=$2 ;;
    *) fail "what is $1?" ;;
  esac
  shift 2
done
[ -n "$into" ] || fail "--into: the empty folder to restore to"
mkdir -p "$into"
[ -z "$(ls -A "$into")" ] || fail "$into is not empty"
chmod 700 "$into"

if [ -z "$from" ]; then
  limit=99999999T999999999Z
  [ -z "$moment" ] || limit=$(date -u --date "$moment" +%Y%m%dT%H%M%S%3NZ)
  # A base backup can only be taken to moments after it was complete, and its name says when it began.
  from=$(find "$BACKUP_DIR/base" -name '*.tar.gz.enc' | sort | awk -F/ -v limit="$limit" '{ if (substr($NF, 1, 19) < limit) print }' | tail -n 1)
  [ -n "$from" ] || fail "there is no base backup of before ${moment:-now}"
fi
say "restoring $from"
check_kept "$from"
unseal "$from" | tar --extract --gzip --directory "$into"
[ -f "$into/backup_label" ] || fail "$from holds no base backup"

scripts=$(cd "$(dirname "$0")" && pwd)
{
  echo "restore_command = '$scripts/fetch-wal.sh %f \"%p\"'"
  echo "recovery_target_action = promote"
  [ -z "$moment" ] || echo "recovery_target_time = '$moment'"
  # The restored server must not write into the archive of the one that it comes from.
  echo "archive_mode = off"
} >> "$into/postgresql.auto.conf"
touch "$into/recovery.signal"
say "ready: start PostgreSQL on $into, with BACKUP_DIR and BACKUP_KEY_FILE in its environment"
