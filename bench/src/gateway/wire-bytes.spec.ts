import { weigh } from './wire-bytes';

it('weighs deltas, snapshots and results of actions in both codecs, and nothing else', () => {
  const tableId = '01900000-0000-7000-8000-0000000000f1';
  const delta = `42["delta",{"tableId":"${tableId}","stateVersion":7}]`;
  const snapshot = `4312[{"ok":true,"data":{"kind":"snapshot","snapshot":{"tableId":"${tableId}"}}}]`;
  const result = `437[{"ok":true,"requestId":"${tableId}","stateVersion":1234}]`;
  const others = ['42["own",{}]', '430[{"ok":true}]', '431[{"ok":false,"code":"STALE_STATE"}]'];
  const { deltas, snapshots, actionResults } = weigh([delta, snapshot, result, ...others]);
  expect(deltas.json).toBe(delta.length);
  expect(snapshots.json).toBe(snapshot.length);
  // An id is 16 bytes instead of 36, and the names of properties are numbers.
  expect(deltas.msgpack).toBeLessThan(45);
  expect(snapshots.msgpack).toBeLessThan(75);
  expect(actionResults.json).toBe(result.length);
  expect(actionResults.msgpack / actionResults.json).toBeLessThan(0.4);
});
