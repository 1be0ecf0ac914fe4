# Read by the other scripts of this folder. Settings, all from the environment:
#   BACKUP_DIR       where backups are kept: another disk, better another machine
#   BACKUP_KEY_FILE  the key that they are encrypted with; without it they are worth nothing
#   DATABASE_URL     of a role that may replicate and read everything
#   REDIS_GAME_URL   of the Redis of hands (only for `backup.sh redis`)
set -euo pipefail
umask 077

: "${BACKUP_DIR:?where backups are kept}"
: "${BACKUP_KEY_FILE:?the file with the key of the backups}"
[ -s "$BACKUP_KEY_FILE" ] || { echo "backup: $BACKUP_KEY_FILE is empty or missing" >&2; exit 1; }

say() { echo "backup: $*" >&2; }
fail() { say "$*"; exit 1; }

# Encryption says nothing about changes: the digest, made with the key, does.
seal() { openssl enc -aes-256-ctr -pbkdf2 -iter 20000 -salt -pass "file:$BACKUP_KEY_FILE" -out "$1"; }
unseal() { openssl enc -d -aes-256-ctr -pbkdf2 -iter 20000 -pass "file:$BACKUP_KEY_FILE" -in "$1"; }
digest() { openssl dgst -sha256 -hmac "$(openssl dgst -sha256 -r "$BACKUP_KEY_FILE" | cut -d' ' -f1)" -r "$1" | cut -d' ' -f1; }

# A file and its digest appear together or not at all: names ending in .part are never read.
keep() {
  local file=$1
  seal "$file.part"
  digest "$file.part" > "$file.hmac.part"
  sync "$file.part" "$file.hmac.part"
  mv "$file.hmac.part" "$file.hmac"
  mv "$file.part" "$file"
}

# Fails where a kept file is not as it was written.
check_kept() {
  [ -f "$1" ] || fail "$1 is missing"
  [ -f "$1.hmac" ] || fail "$1 has no digest"
  [ "$(digest "$1")" = "$(cat "$1.hmac")" ] || fail "$1 is damaged or was changed: its digest differs"
}

# Writes what a kept file holds to standard output; fails before the first byte where it was changed.
open_kept() {
  check_kept "$1"
  unseal "$1"
}
