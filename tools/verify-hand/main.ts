import { readFileSync } from 'node:fs';

import { verifyHand } from './verify-hand';

const USAGE = 'verify-hand FILE: checks that the hand of a record was dealt fairly';

/** The text of a record. Errors: throws where there is no such file, or it is no text. */
function read(file: string | undefined): string {
  if (file === undefined) throw new Error(`name the record of a hand\n${USAGE}`);
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(file));
}

function main(file: string | undefined): number {
  let json: string;
  try {
    json = read(file);
  } catch (cause) {
    console.error(`verify-hand: ${cause instanceof Error ? cause.message : String(cause)}`);
    return 2;
  }
  const verdict = verifyHand(json);
  if (!verdict.fair) {
    console.log(`refused: ${verdict.fault}`);
    return 1;
  }
  const { handId, cards, seeds } = verdict;
  console.log(
    `fair: hand ${handId}: ${cards} cards as committed before the deal (seeds: ${seeds})`,
  );
  return 0;
}

process.exit(main(process.argv[2]));
