#!/usr/bin/env bash
# backup.sh base|dump|redis|retain
#   base    all of PostgreSQL as it is now; with the archived WAL it can be taken to any later moment
#   dump    the database as SQL objects, for another machine or major version
#   redis   the hands in progress; only worth something when nothing was played since
#   retain  removes what is older than BACKUP_KEEP_DAYS (14), never the last BACKUP_KEEP_LEAST (3) base backups
source "$(dirname "$0")/common.sh"

began=$(date -u +%Y-%m-%dT%H:%M:%S.%3NZ)
name=$(date -u +%Y%m%dT%H%M%S%3NZ)

# The database itself knows of its backups: the apps measure their age, and an alert tells when it is too high.
note() {
  local kind=$1 file=$2
  psql --quiet --no-psqlrc --set ON_ERROR_STOP=1 "$DATABASE_URL" --command "
    INSERT INTO backups (name, kind, began_at, bytes)
    VALUES ('$kind-$name', '$kind', '$began', $(stat --format %s "$file"))" > /dev/null
  say "$file, $(stat --format %s "$file") bytes"
}

base() {
  mkdir -p "$BACKUP_DIR/base"
  local file="$BACKUP_DIR/base/$name.tar.gz.enc"
  # The WAL that it needs comes along, so that it can be restored without the archive as well.
  pg_basebackup --dbname "$DATABASE_URL" --pgdata - --format tar --wal-method fetch --checkpoint fast --no-password |
    gzip -1 | keep "$file"
  note base "$file"
}

dump() {
  mkdir -p "$BACKUP_DIR/dump"
  local file="$BACKUP_DIR/dump/$name.dump.enc"
  pg_dump --dbname "$DATABASE_URL" --format custom --compress 1 --no-password | keep "$file"
  note dump "$file"
}

redis() {
  : "${REDIS_GAME_URL:?the Redis of hands}"
  mkdir -p "$BACKUP_DIR/redis"
  local file="$BACKUP_DIR/redis/$name.rdb.gz.enc" snapshot
  snapshot=$(mktemp)
  # redis-cli takes a missing name of the user for one that is empty.
  redis-cli --no-auth-warning -u "${REDIS_GAME_URL/\/\/://\/default:}" --rdb "$snapshot" > /dev/null
  gzip -1 < "$snapshot" | keep "$file"
  rm -f "$snapshot"
  note redis "$file"
}

# Newest first: the last ones stay however old they are, and with the oldest base backup its WAL.
retain() {
  local days=${BACKUP_KEEP_DAYS:-14} least=${BACKUP_KEEP_LEAST:-3} kind oldest
  for kind in base dump redis; do
    [ -d "$BACKUP_DIR/$kind" ] || continue
    find "$BACKUP_DIR/$kind" -name '*.part' -mmin +1440 -delete
    find "$BACKUP_DIR/$kind" -name '*.enc' -printf '%f\n' | sort -r | tail -n +$((least + 1)) |
      while read -r old; do
        [ -n "$(find "$BACKUP_DIR/$kind/$old" -mtime +"$days")" ] || continue
        rm -f "$BACKUP_DIR/$kind/$old" "$BACKUP_DIR/$kind/$old.hmac"
        say "removed $kind/$old"
      done
  done
  oldest=$(find "$BACKUP_DIR/base" -name '*.enc' 2> /dev/null | sort | head -n 1)
  [ -n "$oldest" ] && [ -d "$BACKUP_DIR/wal" ] || return 0
  # An hour to spare: a WAL file is written to before the backup that begins in it.
  find "$BACKUP_DIR/wal" -type f ! -newermt "$(date -u --date "@$(($(stat --format %Y "$oldest") - 3600))" +%FT%TZ)" -delete
}

case ${1:-} in
  base | dump | redis | retain) "$1" ;;
  *) fail "which one? base, dump, redis or retain" ;;
esac
