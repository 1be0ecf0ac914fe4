import { Type, type TSchema } from '@sinclair/typebox';

import { COMMAND_SCHEMAS } from './commands';
import { ERRORS } from './errors';
import { LobbyData, SERVER_MESSAGES, WatchData } from './views';

/** `data` of the answers that have some. */
const ANSWERS: Partial<Record<keyof typeof COMMAND_SCHEMAS, TSchema>> = {
  'lobby.enter': LobbyData,
  'table.watch': WatchData,
};

const Accepted = (data: TSchema | undefined): TSchema =>
  Type.Object({
    ok: Type.Literal(true),
    requestId: Type.String(),
    stateVersion: Type.Optional(
      Type.Integer({ description: "The table's version that holds the effect." }),
    ),
    ...(data === undefined ? {} : { data }),
  });

const Refused = Type.Object(
  {
    ok: Type.Literal(false),
    code: Type.Union(
      Object.keys(ERRORS).map((code) => Type.Literal(code)),
      { description: 'docs/reference/errors.md says what each means.' },
    ),
    message: Type.String(),
    requestId: Type.String(),
    stateVersion: Type.Optional(
      Type.Integer({ description: 'STALE_STATE: the version the table is at.' }),
    ),
    retryAfterMs: Type.Optional(Type.Number({ description: 'RATE_LIMITED: when to try again.' })),
  },
  { description: 'Nothing changed.' },
);

const ref = (to: string): { readonly $ref: string } => ({ $ref: to });
const keyOf = (name: string): string => name.replaceAll('.', '_');

const commandMessages = Object.entries(COMMAND_SCHEMAS).flatMap(([type, schema]) => [
  [
    keyOf(type),
    { name: 'cmd', title: type, summary: schema.description ?? type, payload: plain(schema) },
  ],
  [
    `${keyOf(type)}_answer`,
    {
      name: 'ack',
      title: `answer of ${type}`,
      payload: plain(
        Type.Union([Accepted(ANSWERS[type as keyof typeof COMMAND_SCHEMAS]), Refused]),
      ),
    },
  ],
]) as readonly (readonly [string, RealtimeMessage])[];

const serverMessages = Object.entries(SERVER_MESSAGES).map(
  ([name, schema]) =>
    [
      name,
      { name, title: name, summary: schema.description ?? name, payload: plain(schema) },
    ] as const,
);

/** JSON Schema without what only the compiler of TypeBox reads. */
function plain(schema: TSchema): object {
  const text = JSON.stringify(schema, (name, value: unknown) =>
    name === '$id' ? undefined : value,
  );
  return JSON.parse(text) as object;
}

export interface RealtimeMessage {
  readonly name: string;
  readonly title: string;
  readonly summary?: string;
  readonly payload: object;
}

export interface RealtimeDocument {
  readonly asyncapi: '3.0.0';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly defaultContentType: string;
  readonly channels: object;
  readonly operations: object;
  readonly components: { readonly messages: Readonly<Record<string, RealtimeMessage>> };
}

/**
 * The wire as an AsyncAPI 3.0 document, from the schemas that commands are checked with.
 *
 * @example realtimeDocument().components.messages.table_act.title // 'table.act'
 */
export function realtimeDocument(): RealtimeDocument {
  const commands = Object.keys(COMMAND_SCHEMAS);
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Cardroom: the tables',
      version: '1',
      description:
        'Socket.IO, default path and namespace. The handshake carries `auth: { token }`. Commands are the event `cmd` with an ack; docs/reference/events.md says in which order they are checked.',
    },
    defaultContentType: 'application/json',
    channels: {
      player: {
        address: '/',
        title: "A player's socket",
        messages: Object.fromEntries(
          [...commandMessages, ...serverMessages].map(([name]) => [
            name,
            ref(`#/components/messages/${name}`),
          ]),
        ),
      },
    },
    operations: {
      ...Object.fromEntries(commands.map((type) => [keyOf(type), commandOperation(type)])),
      ...Object.fromEntries(
        serverMessages.map(([name]) => [
          `on_${name}`,
          {
            action: 'send',
            channel: ref('#/channels/player'),
            messages: [ref(`#/channels/player/messages/${name}`)],
          },
        ]),
      ),
    },
    components: { messages: Object.fromEntries([...commandMessages, ...serverMessages]) },
  };
}

/** From the server's side: it receives commands and replies. */
const commandOperation = (type: string): object => ({
  action: 'receive',
  channel: ref('#/channels/player'),
  messages: [ref(`#/channels/player/messages/${keyOf(type)}`)],
  reply: {
    channel: ref('#/channels/player'),
    messages: [ref(`#/channels/player/messages/${keyOf(type)}_answer`)],
  },
});
