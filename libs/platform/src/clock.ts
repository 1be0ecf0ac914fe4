/** The moment it is, in milliseconds since 1970. What depends on time takes it, so that tests set it. */
export type Clock = () => number;

/** The clock of the process, given by `PlatformModule`. */
export const CLOCK = Symbol('CLOCK');
