import { weigh } from './wire-bytes';

it('weighs deltas and snapshots in both codecs, and nothing else', () => {
  const tableId = '01900000-0000-7000-8000-0000000000f1';
  const delta = `42["delta",{"tableId":"${tableId}","stateVersion":7}]`;
  const snapshot = `4312[{"ok":true,"data":{"kind":"snapshot","snapshot":{"tableId":"${tableId}"}}}]`;
  const { deltas, snapshots } = weigh([delta, '42["own",{}]', snapshot, '430[{"ok":true}]']);
  expect(deltas.json).toBe(delta.length);
  expect(snapshots.json).toBe(snapshot.length);
  // An id is 16 bytes instead of 36, and the names of properties are numbers.
  expect(deltas.msgpack).toBeLessThan(45);
  expect(snapshots.msgpack).toBeLessThan(75);
});
