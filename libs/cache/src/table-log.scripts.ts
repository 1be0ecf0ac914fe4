/**
 * Everything of a table goes but its token, which must not fall, and its finished hands, which are
 * owed to PostgreSQL. Uses KEYS 1 to 5 of the commit.
 */
const FORGET = `
local function forget(token)
  redis.call('DEL', KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5])
  redis.call('HSET', KEYS[1], 'token', token)
end
`;

/**
 * The commit of one version of one table. Everything is checked before anything is written, so a
 * refused commit has changed nothing, with one exception: a table older than what Redis once
 * answered (it came back without its last writes) is forgotten, so that nobody plays on from it.
 *
 * No value is parsed here: a text that cjson refuses must not stop a script half-way.
 *
 * KEYS state, log, checkpoint, commands, command order, unsettled
 * ARGV token, expected version, incarnation, command id or '', fingerprint, answer, entry,
 *      checkpoint or '', settlement or '', kept entries, kept commands,
 *      then name and value of each public field
 */
export const COMMIT_SCRIPT = `${FORGET}
local token, expected = tonumber(ARGV[1]), tonumber(ARGV[2])
local state = redis.call('HMGET', KEYS[1], 'token', 'version', 'incarnation')
if tonumber(state[1] or '0') > token then return {'fenced', state[1]} end
if not state[2] or state[3] ~= ARGV[3] then return {'lost'} end
if tonumber(state[2]) < expected then
  forget(ARGV[1])
  return {'lost'}
end
if ARGV[4] ~= '' then
  local known = redis.call('HGET', KEYS[4], ARGV[4])
  if known then
    local cut = string.find(known, ' ', 1, true)
    if string.sub(known, 1, cut - 1) ~= ARGV[5] then return {'reused'} end
    return {'repeated', string.sub(known, cut + 1)}
  end
end
if tonumber(state[2]) > expected then return {'conflict', state[2]} end
local version = string.format('%.0f', expected + 1)
local fields = {'token', ARGV[1], 'version', version}
for at = 12, #ARGV, 2 do
  fields[#fields + 1] = 'view:' .. ARGV[at]
  fields[#fields + 1] = ARGV[at + 1]
end
redis.call('HSET', KEYS[1], unpack(fields))
redis.call('RPUSH', KEYS[2], ARGV[7])
if ARGV[8] ~= '' then
  redis.call('SET', KEYS[3], ARGV[8])
  redis.call('LTRIM', KEYS[2], -tonumber(ARGV[10]), -1)
end
if ARGV[9] ~= '' then redis.call('RPUSH', KEYS[6], ARGV[9]) end
if ARGV[4] ~= '' then
  redis.call('HSET', KEYS[4], ARGV[4], ARGV[5] .. ' ' .. ARGV[6])
  redis.call('RPUSH', KEYS[5], ARGV[4])
  while redis.call('LLEN', KEYS[5]) > tonumber(ARGV[11]) do
    redis.call('HDEL', KEYS[4], redis.call('LPOP', KEYS[5]))
  end
end
return {'committed', version}
`;

/**
 * A new owner takes the table: its token must be the highest so far. An empty table gets the given
 * incarnation, by which an owner later notices that Redis has lost everything.
 *
 * KEYS state; ARGV token, incarnation, version to begin with
 */
export const CLAIM_SCRIPT = `
local state = redis.call('HMGET', KEYS[1], 'token', 'version', 'incarnation')
if tonumber(state[1] or '0') > tonumber(ARGV[1]) then return {'fenced', state[1]} end
redis.call('HSET', KEYS[1], 'token', ARGV[1])
if state[2] then return {'claimed', state[3]} end
redis.call('HSET', KEYS[1], 'version', ARGV[3], 'incarnation', ARGV[2])
return {'empty', ARGV[2]}
`;

/** KEYS state, log, checkpoint, unsettled: all of them at one moment. */
export const LOAD_SCRIPT = `
local state = redis.call('HMGET', KEYS[1], 'version', 'token', 'incarnation')
return {state[1] or '', state[2] or '', state[3] or '', redis.call('GET', KEYS[3]) or '',
  redis.call('LRANGE', KEYS[2], 0, -1), redis.call('LRANGE', KEYS[4], 0, -1)}
`;

/** KEYS state, log; ARGV version: the entries after it, or nil where the log does not reach back. */
export const ENTRIES_SINCE_SCRIPT = `
local version = redis.call('HGET', KEYS[1], 'version')
if not version then return nil end
local missed = tonumber(version) - tonumber(ARGV[1])
if missed < 0 or missed > redis.call('LLEN', KEYS[2]) then return nil end
if missed == 0 then return {} end
return redis.call('LRANGE', KEYS[2], -missed, -1)
`;

/** KEYS state, unsettled; ARGV token, hand id: takes the oldest waiting hand off, if it is that hand. */
export const SETTLED_SCRIPT = `
if tonumber(redis.call('HGET', KEYS[1], 'token') or '0') > tonumber(ARGV[1]) then return 0 end
local oldest = redis.call('LINDEX', KEYS[2], 0)
if not oldest or string.sub(oldest, 1, #ARGV[2] + 1) ~= ARGV[2] .. ' ' then return 0 end
redis.call('LPOP', KEYS[2])
return 1
`;

/** KEYS 1 to 5 of the commit; ARGV token. */
export const FORGET_SCRIPT = `${FORGET}
if tonumber(redis.call('HGET', KEYS[1], 'token') or '0') > tonumber(ARGV[1]) then return 0 end
forget(ARGV[1])
return 1
`;
