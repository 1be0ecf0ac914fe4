import { playRecord, RecordError } from '@cardroom/records';

import { readHands, type HandFile } from '../hand-records/read-hands';

const USAGE = 'oracle FILE.jsonl[.gz] | FILE.phh[s][.gz]: plays recorded hands and compares';

/** Errors: ends the process with 2 where there is no such file of hands, with 1 where it is broken. */
function read(file: string | undefined): HandFile {
  if (file === undefined) {
    console.error(`oracle: name a file of recorded hands\n${USAGE}`);
    process.exit(2);
  }
  try {
    return readHands(file);
  } catch (cause) {
    console.error(`oracle: ${file}: ${cause instanceof Error ? cause.message : String(cause)}`);
    process.exit(cause instanceof RecordError ? 1 : 2);
  }
}

const { hands, faults } = read(process.argv[2]);
for (const { message } of faults) console.log(message);
const mismatches = hands.flatMap((hand, index) => playRecord(hand, index + 1).mismatch ?? []);
for (const { handId, step, reason } of mismatches) {
  console.log(`hand ${handId}, ${step === null ? 'end' : `step ${step}`}: ${reason}`);
}
const wrong = faults.length + mismatches.length;
console.log(`${hands.length + faults.length} hands, ${wrong} mismatches`);
process.exit(wrong === 0 ? 0 : 1);
