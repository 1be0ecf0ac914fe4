/** Connection of the game role: logs, leases, presence and rates. */
export const REDIS_GAME = Symbol('REDIS_GAME');

/** Connection of the pub/sub role, for publishing; subscribers are connected by who listens. */
export const REDIS_PUBSUB = Symbol('REDIS_PUBSUB');

/** Connection of the cache role: what may be lost. */
export const REDIS_CACHE = Symbol('REDIS_CACHE');
