const HOUSE = /^(?:(?:table[.:])?deal|(?:admin|staff|house)[.:][\w.:-]{1,40})$/i;

/** The name of what a client asks for: of the event, or of the command in the one that there is. */
export function askedFor(event: unknown, body: unknown): unknown {
  if (event !== 'cmd' || typeof body !== 'object' || body === null) return event;
  return Object.hasOwn(body, 'type') ? Reflect.get(body, 'type') : null;
}

/** Whether a name is of what only the house does: dealing, or anything of the back office. */
export const isHouseCommand = (name: unknown): name is string =>
  typeof name === 'string' && HOUSE.test(name);
