import { TestRedis } from './cache.builder';
import { NodeLine } from './index';

const test = new TestRedis();

afterAll(() => {
  test.close();
});

/** A node that answers with what the given function says. */
async function node(
  name: string,
  reply: (question: unknown) => Promise<unknown> = () => Promise.resolve(null),
): Promise<NodeLine> {
  const line = new NodeLine(await test.connect(), test.keys, name);
  await line.listen(await test.connect(), reply);
  return line;
}

describe('the line between nodes', () => {
  it('brings a question to the node that is asked, and its answer back', async () => {
    const heard: unknown[] = [];
    const asker = await node('asker-1');
    await node('other-1', (question) => Promise.resolve(heard.push(question)));
    await node('asked-1', (question) => Promise.resolve({ you: question }));
    expect(await asker.ask('asked-1', { said: '안녕' }, 5_000)).toEqual({
      status: 'answered',
      value: { you: { said: '안녕' } },
    });
    expect(heard).toEqual([]);
  });

  it('keeps the answers to many questions apart', async () => {
    const asker = await node('asker-2');
    await node('asked-2', async (question) => {
      if (Number(question) % 2 === 0) await new Promise((resolve) => setImmediate(resolve));
      return question;
    });
    const numbers = Array.from({ length: 50 }, (_, number) => number);
    const answers = await Promise.all(numbers.map((each) => asker.ask('asked-2', each, 5_000)));
    expect(answers).toEqual(numbers.map((value) => ({ status: 'answered', value })));
  });

  it('says that nobody is there: the question was not heard', async () => {
    const asker = await node('asker-3');
    expect(await asker.ask('gone', {}, 5_000)).toEqual({ status: 'nobody' });
  });

  it('says that no answer came in time: what was asked may have been done', async () => {
    const asker = await node('asker-4');
    await node('asked-4', () => new Promise(() => undefined));
    expect(await asker.ask('asked-4', {}, 50)).toEqual({ status: 'silent' });
  });

  it('lives on after a message that nobody understands', async () => {
    const asker = await node('asker-5');
    await node('asked-5', () => Promise.resolve('well'));
    const redis = await test.connect();
    await redis.spublish(test.keys.nodeLine('asked-5'), '{');
    await redis.spublish(test.keys.nodeLine('asked-5'), '7');
    expect(await asker.ask('asked-5', {}, 5_000)).toEqual({ status: 'answered', value: 'well' });
  });

  it('hears again when its connection was lost', async () => {
    const asker = await node('asker-6');
    const line = new NodeLine(await test.connect(), test.keys, 'asked-6');
    const subscriber = await test.connect();
    await line.listen(subscriber, () => Promise.resolve('well'));
    const again = new Promise((resolve) => subscriber.once('ready', resolve));
    subscriber.stream.destroy();
    await again;
    await subscriber.ping();
    expect(await asker.ask('asked-6', {}, 5_000)).toEqual({ status: 'answered', value: 'well' });
  });

  it('knows who is listened for, until that connection ends however it ends', async () => {
    const asker = await node('asker-7');
    await node('asked-7');
    const line = new NodeLine(await test.connect(), test.keys, 'ended-7');
    const subscriber = await test.connect();
    await line.listen(subscriber, () => Promise.resolve('well'));
    const others = ['asked-7', 'ended-7', 'never-7'];
    expect(await asker.deafOf(others)).toEqual(['never-7']);
    subscriber.disconnect();
    // It asks on another connection: Redis may see the end of the first one later.
    while ((await asker.deafOf(others)).length < 2) continue;
    expect(await asker.deafOf(others)).toEqual(['ended-7', 'never-7']);
  });

  it('knows nothing of others while it is not listened for itself', async () => {
    const line = new NodeLine(await test.connect(), test.keys, 'deaf-8');
    expect(await line.deafOf(['never-8'])).toEqual([]);
  });
});
