/** Provided where several processes share who has just changed something. */
export const WRITE_MARKS = Symbol('WRITE_MARKS');

/**
 * Who has changed something a moment ago: they read what they wrote, from the primary. A mark lives
 * longer than a replica may be behind (`Reads` of libs/database).
 */
export interface WriteMarks {
  /** Called after the commit. It does not fail. */
  mark(userIds: readonly string[]): Promise<void>;
  /** True also where nobody can tell. */
  isMarked(userId: string): Promise<boolean>;
}
