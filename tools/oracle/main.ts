import { playRecord } from '../hand-records/play-record';
import { readHands } from '../hand-records/read-hands';
import type { RecordedHand } from '../hand-records/recorded-hand';

const USAGE = 'oracle FILE.jsonl[.gz] | FILE.phh[s][.gz]: plays recorded hands and compares';

function read(file: string | undefined): RecordedHand[] {
  if (file === undefined) {
    console.error(`oracle: name a file of recorded hands\n${USAGE}`);
    process.exit(2);
  }
  try {
    return readHands(file);
  } catch (cause) {
    console.error(`oracle: ${file}: ${cause instanceof Error ? cause.message : String(cause)}`);
    process.exit(2);
  }
}

const hands = read(process.argv[2]);
let mismatches = 0;
for (const [index, hand] of hands.entries()) {
  for (const { handId, step, reason } of playRecord(hand, index + 1)) {
    mismatches += 1;
    console.log(`hand ${handId}, ${step === null ? 'end' : `step ${step}`}: ${reason}`);
  }
}
console.log(`${hands.length} hands, ${mismatches} mismatches`);
process.exit(mismatches === 0 ? 0 : 1);
