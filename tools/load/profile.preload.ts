/** Loaded into the gateway before anything else: leaves its CPU profile where CPU_PROFILE says, when it ends. */
import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector';

const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.start');
process.on('exit', () => {
  session.post('Profiler.stop', (fault, result) => {
    const file = process.env['CPU_PROFILE'];
    if (fault === null && file !== undefined) writeFileSync(file, JSON.stringify(result.profile));
  });
});
