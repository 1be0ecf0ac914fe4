import { TypeCompiler } from '@sinclair/typebox/compiler';
import { SERVER_MESSAGES } from '@cardroom/protocol';
import type { ReceivedFrame } from '@cardroom/client';

const CHECKERS = new Map(
  Object.entries(SERVER_MESSAGES).map(([name, schema]) => [name, TypeCompiler.Compile(schema)]),
);
/** An event of Socket.IO as the transport carries it: message, event, its JSON. */
const EVENT = /^2(\[.*)$/s;

/** What the document of the wire does not say, but a client was sent: the event and the place. */
export function strangeFrames(frames: readonly ReceivedFrame[]): string[] {
  const events = frames.flatMap(({ source, data }) => {
    const [, json] = EVENT.exec(Buffer.from(data).toString()) ?? [];
    return source !== 'socket' || json === undefined ? [] : [json];
  });
  if (events.length === 0) throw new Error('None of these frames is an event');
  return events.flatMap((json) => {
    const [name, message] = JSON.parse(json) as [string, unknown];
    const checker = CHECKERS.get(name);
    if (checker === undefined) return [`${name} is no message`];
    if (checker.Check(message)) return [];
    const fault = checker.Errors(message).First();
    return [`${name}${fault?.path ?? ''}: ${fault?.message ?? 'unlike its schema'} in ${json}`];
  });
}
