#!/usr/bin/env bash
# For a container: waits for BACKUP_AT_UTC (19:30) each day, backs up, and removes what is too old.
# A backup that fails is said and tried again in ten minutes; the alert BackupOld tells when it stays so.
source "$(dirname "$0")/common.sh"

backup() { "$(dirname "$0")/backup.sh" "$1"; }
trap 'exit 0' TERM INT

while :; do
  next=$(date -u --date "${BACKUP_AT_UTC:-19:30}" +%s)
  [ "$next" -gt "$(date +%s)" ] || next=$((next + 86400))
  sleep $((next - $(date +%s))) &
  wait $!
  until backup base; do
    say 'the base backup failed; again in ten minutes'
    sleep 600 &
    wait $!
  done
  if [ "$(date -u +%u)" = 7 ]; then backup dump || say 'the dump failed'; fi
  backup retain || say 'old backups could not be removed'
done
