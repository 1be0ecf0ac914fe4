/**
 * Every error that leaves Cardroom, in one table: the code is the contract, the text may change.
 * `docs/reference/errors.md` is generated from here and checked by a test.
 */

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

export interface ErrorSpec {
  /** Status of the REST answer that carries this code. */
  readonly httpStatus: number;
  /** What a player or a developer reads. It never repeats the input. */
  readonly message: string;
  /** True where the same request may succeed later without being changed. */
  readonly retryable: boolean;
  /** True where the socket that caused it is closed after the answer. */
  readonly closesSocket: boolean;
  readonly logLevel: LogLevel;
}

const spec = (
  httpStatus: number,
  message: string,
  extra: Partial<Omit<ErrorSpec, 'httpStatus' | 'message'>> = {},
): ErrorSpec => ({
  httpStatus,
  message,
  retryable: false,
  closesSocket: false,
  logLevel: 'debug',
  ...extra,
});

export const ERRORS = {
  // The shape of a request
  VALIDATION_FAILED: spec(400, 'The request is not of the documented shape.'),
  INVALID_AMOUNT: spec(422, 'The amount must be a whole number of won in the allowed range.'),
  UNKNOWN_EVENT: spec(400, 'There is no such event.'),
  MALFORMED_JSON: spec(400, 'The body is not valid JSON.'),
  PAYLOAD_TOO_LARGE: spec(413, 'The body is larger than this endpoint takes.'),
  UNSUPPORTED_MEDIA_TYPE: spec(415, 'Send application/json.'),
  HEADERS_TOO_LARGE: spec(431, 'The request headers are too large.'),
  METHOD_NOT_ALLOWED: spec(405, 'This method is not allowed here.'),
  NOT_FOUND: spec(404, 'There is nothing here that you may see.'),
  INVALID_CURSOR: spec(400, 'The cursor was not issued for this list.'),

  // Who is asking
  TOKEN_MISSING: spec(401, 'Send an access token.', { closesSocket: true }),
  TOKEN_INVALID: spec(401, 'The access token is not valid.', {
    closesSocket: true,
    logLevel: 'info',
  }),
  TOKEN_EXPIRED: spec(401, 'The access token has expired; refresh it.', { closesSocket: true }),
  SESSION_REVOKED: spec(401, 'The session has ended; log in again.', {
    closesSocket: true,
    logLevel: 'info',
  }),
  INVALID_CREDENTIALS: spec(401, 'E-mail or password is wrong.', { logLevel: 'info' }),
  REFRESH_TOKEN_INVALID: spec(401, 'The refresh token is not valid.', { logLevel: 'info' }),
  REFRESH_TOKEN_REUSED: spec(401, 'The refresh token was used before; the session has ended.', {
    logLevel: 'warn',
  }),
  FORBIDDEN: spec(403, 'You may not do this.', { logLevel: 'warn' }),
  ACCOUNT_FROZEN: spec(403, 'The account is frozen; contact support.', {
    closesSocket: true,
    logLevel: 'info',
  }),
  ACCOUNT_EXCLUDED: spec(403, 'You have excluded yourself from play; withdrawals stay possible.', {
    logLevel: 'info',
  }),
  ORIGIN_REFUSED: spec(403, 'This origin may not connect.', {
    closesSocket: true,
    logLevel: 'info',
  }),
  SECOND_FACTOR_NOT_SET_UP: spec(403, 'This needs a second factor; set one up first.', {
    logLevel: 'info',
  }),
  SECOND_FACTOR_REQUIRED: spec(403, 'Send the code of your second factor.'),
  SECOND_FACTOR_INVALID: spec(403, 'The code is wrong, too old or used already.', {
    logLevel: 'info',
  }),
  SECOND_FACTOR_LOCKED: spec(429, 'Too many codes were tried; wait before the next one.', {
    retryable: true,
    logLevel: 'warn',
  }),
  EMAIL_TAKEN: spec(409, 'This e-mail address is registered already.'),
  NICKNAME_TAKEN: spec(409, 'This nickname is taken.'),
  NICKNAME_REFUSED: spec(422, 'This nickname is not allowed.'),

  // How much and how often
  RATE_LIMITED: spec(429, 'Too many requests; wait before the next one.', { retryable: true }),
  LIMIT_EXCEEDED: spec(422, 'This would pass the limit of this account.'),
  TOO_MANY_CONNECTIONS: spec(503, 'The server is full; try again soon.', {
    retryable: true,
    closesSocket: true,
    logLevel: 'warn',
  }),
  CONNECTION_REPLACED: spec(409, 'A newer connection took this place.', { closesSocket: true }),

  // Tables and seats
  TABLE_NOT_FOUND: spec(404, 'There is no such table.'),
  TABLE_CLOSED: spec(409, 'The table is closed.'),
  TABLE_PAUSED: spec(503, 'The table waits for its records to be written.', {
    retryable: true,
    logLevel: 'warn',
  }),
  TABLE_MOVED: spec(503, 'The table is moving to another node; try again.', {
    retryable: true,
    logLevel: 'info',
  }),
  SEAT_TAKEN: spec(409, 'The seat is taken.'),
  SEAT_RESERVED: spec(409, 'The seat is kept for somebody who waits for it.'),
  SEAT_FREE: spec(409, 'There is a free seat: sit down.'),
  WAITING_LIST_FULL: spec(409, 'Too many wait at this table.', { retryable: true }),
  ALREADY_SEATED: spec(409, 'You have a seat at this table.'),
  NOT_SEATED: spec(403, 'You have no seat at this table.'),
  BUYIN_OUT_OF_RANGE: spec(422, 'The buy-in is outside the range of this table.'),
  BUYIN_BELOW_LAST_STACK: spec(
    422,
    'You left this table with more a short while ago; come back with at least that.',
  ),
  TOP_UP_OUT_OF_RANGE: spec(422, 'The top-up would pass the largest stack of this table.'),
  STRADDLE_NOT_ALLOWED: spec(422, 'There are no straddles at this table.'),
  STAFF_CANNOT_PLAY: spec(403, 'Staff accounts cannot play.', { logLevel: 'warn' }),

  // The hand
  HAND_NOT_ACTIVE: spec(409, 'No hand is being played.'),
  HAND_MISMATCH: spec(409, 'This action belongs to another hand.'),
  STALE_STATE: spec(409, 'The table has moved on; look again before you act.'),
  NOT_YOUR_TURN: spec(409, 'It is not your turn.'),
  ILLEGAL_ACTION: spec(422, 'The rules do not allow this action now.'),
  BET_TOO_SMALL: spec(422, 'The bet is below the minimum.'),
  BET_TOO_LARGE: spec(422, 'The bet is above what you may bet.'),
  INVALID_SETUP: spec(422, 'A hand cannot start like this.', { logLevel: 'error' }),
  ACTION_ID_REUSED: spec(409, 'This command id was used for another command.', {
    logLevel: 'info',
  }),

  // Players' seeds
  SEED_NOT_EXPECTED: spec(409, 'Your seat had promised no seed when this root came out.'),
  SEED_MISMATCH: spec(422, 'This is not the seed that you promised.'),

  // Chat
  CHAT_REFUSED: spec(422, 'The message has nothing that can be shown.'),

  // Money
  INSUFFICIENT_FUNDS: spec(422, 'The balance does not cover this.'),
  IDEMPOTENCY_KEY_MISSING: spec(400, 'Send an Idempotency-Key header.'),
  IDEMPOTENCY_CONFLICT: spec(422, 'This key was used with another request.', { logLevel: 'info' }),
  IDEMPOTENCY_IN_PROGRESS: spec(409, 'The first request with this key is still running.', {
    retryable: true,
  }),
  NOT_REVERSIBLE: spec(409, 'This transfer cannot be reversed.', { logLevel: 'info' }),
  HOLD_RESOLVED: spec(409, 'The hold was posted or given back before.', { logLevel: 'info' }),
  HOLD_EXPIRED: spec(409, 'The hold has run out.', { logLevel: 'info' }),
  TRANSFER_CANCELLED: spec(409, 'The transfer was cancelled before it came.', { logLevel: 'info' }),
  INVALID_ADDRESS: spec(422, 'Nothing can be sent to this address on this network.'),
  ACCOUNT_IN_DEBT: spec(409, 'A deposit was taken back; what is owed comes first.'),
  WITHDRAWALS_STOPPED: spec(403, 'Withdrawals of this account are stopped; contact support.', {
    logLevel: 'info',
  }),
  WITHDRAWAL_MOVED_ON: spec(409, 'The withdrawal has moved on; look at it again.'),
  SIGNATURE_INVALID: spec(401, 'The signature does not verify.', { logLevel: 'warn' }),
  TIMESTAMP_OUT_OF_WINDOW: spec(401, 'The signed time is too far from now.', { logLevel: 'warn' }),
  PAYMENT_GATEWAY_UNAVAILABLE: spec(502, 'The payment gateway did not answer.', {
    retryable: true,
    logLevel: 'warn',
  }),
  RATE_UNAVAILABLE: spec(503, 'There is no fresh exchange rate; try again soon.', {
    retryable: true,
    logLevel: 'warn',
  }),
  RATE_HALTED: spec(503, 'The exchange rate has jumped; it is not used until it has settled.', {
    retryable: true,
    logLevel: 'warn',
  }),
  QUOTE_EXPIRED: spec(409, 'The exchange rate that you were quoted has expired.'),
  QUOTE_USED: spec(409, 'This quote was used already.', { logLevel: 'info' }),
  DEPOSIT_NOT_WAITING: spec(409, 'This deposit does not wait for anybody.'),
  DEPOSIT_NOT_CREDITABLE: spec(422, 'This deposit cannot be credited as it is.'),
  ASSET_UNSUPPORTED: spec(422, 'This asset is not taken on this network.'),

  // The back office
  STATE_CONFLICT: spec(409, 'It is not in a state that allows this; look at it again.'),
  NAME_TAKEN: spec(409, 'Another one has this name.'),
  SETTINGS_CONTRADICT: spec(422, 'These settings do not fit together.'),

  // Notifications
  NOTIFICATION_REQUIRED: spec(422, 'This notification cannot be switched off.'),

  // What two persons decide
  REQUEST_PENDING: spec(409, 'The same request waits for its approval already.'),
  REQUEST_DECIDED: spec(409, 'The request was decided before.'),
  REQUEST_EXPIRED: spec(409, 'Nobody decided in time; make the request again.'),
  TERMS_TOO_SOON: spec(422, 'New terms need ten minutes until they come into force.'),
  EXPORT_TOO_LARGE: spec(422, 'This list is too long for one file; ask for fewer days.'),
  TERMS_EXIST: spec(409, 'Other terms come into force at that moment.'),
  REQUEST_CHANGED: spec(409, 'This is not what was requested; look at it again.', {
    logLevel: 'warn',
  }),

  // The server
  SWITCHED_OFF: spec(503, 'This is switched off for the time being.', {
    retryable: true,
    logLevel: 'info',
  }),
  SERVICE_UNAVAILABLE: spec(503, 'A service that this needs is away; try again soon.', {
    retryable: true,
    logLevel: 'error',
  }),
  SERVER_BUSY: spec(503, 'The server has too much to do; try again soon.', {
    retryable: true,
    logLevel: 'warn',
  }),
  SERVER_DRAINING: spec(503, 'The server is going down for an update; connect again.', {
    retryable: true,
    logLevel: 'info',
  }),
  OUTCOME_UNKNOWN: spec(504, 'The answer did not come in time; ask again with the same id.', {
    retryable: true,
    logLevel: 'error',
  }),
  INTERNAL_ERROR: spec(500, 'Something broke on our side.', { retryable: true, logLevel: 'error' }),
} as const satisfies Record<string, ErrorSpec>;

export type ErrorCode = keyof typeof ERRORS;

export const ERROR_CODES = Object.keys(ERRORS) as readonly ErrorCode[];

export const isErrorCode = (value: unknown): value is ErrorCode =>
  typeof value === 'string' && Object.hasOwn(ERRORS, value);

/** The catalogue's entry of a code, widened so that callers may read optional behaviour. */
export const errorSpec = (code: ErrorCode): ErrorSpec => ERRORS[code];
