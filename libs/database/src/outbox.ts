import { currentRequestId } from '@cardroom/platform';
import type { OutboxPayloads, OutboxTopic } from '@cardroom/protocol';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

/** Work that a transaction leaves for others; `requestId` is kept where no request is under way. */
interface LeftWork<Topic extends OutboxTopic> {
  readonly topic: Topic;
  readonly payload: OutboxPayloads[Topic];
  readonly requestId: string;
}

/** Leaves work in the outbox, in the caller's transaction: done with that work, or not at all. */
export async function leaveWork<Topic extends OutboxTopic>(
  manager: EntityManager,
  { topic, payload, requestId }: LeftWork<Topic>,
): Promise<void> {
  await manager.query(
    'INSERT INTO outbox (id, topic, payload, request_id) VALUES ($1, $2, $3, $4)',
    [uuidv7(), topic, payload, currentRequestId() ?? requestId],
  );
}
