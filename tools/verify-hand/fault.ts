/** Why a record does not show a fair deal: where in it, and what is wrong there. */
export class Fault extends Error {
  override readonly name = 'Fault';

  constructor(where: string, what: string) {
    super(where === '' ? what : `${where}: ${what}`);
  }
}

/** Goes on where something holds; else the record ends here. */
export function demand(holds: boolean, where: string, what: string): asserts holds {
  if (!holds) throw new Fault(where, what);
}
