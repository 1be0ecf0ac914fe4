import { AuditSigner } from './signing';
import { AuditedHouse, newKey, type Entry } from './audit-trail.builder';
import { beginsBlock, blockOf, blockText, headOf, type SealedBlock } from './block';
import { findingText, type AuditFinding } from './compare.rules';

jest.setTimeout(60_000);

const SEED = 12_013;
/** The block that is tampered with; another that records are moved to. */
const BLOCK = 3;
const OTHER = 4;
/** The block that has a step of a withdrawal. */
const WITH_STEP = 6;

let house: AuditedHouse;
let entries: Entry[];
let lines: string[];

beforeAll(async () => {
  house = await AuditedHouse.open(SEED);
  for (let height = 1; height <= 6; height += 1) {
    if (height === WITH_STEP) await house.step();
    await house.sealSome();
  }
  entries = await house.entries();
  lines = house.lines();
});

afterEach(async () => {
  await house.writeEntries(entries);
  house.writeLines(lines);
});

afterAll(async () => {
  await house.close();
});

const xids = (
  height: number,
): string => `recorded_xid >= (SELECT from_xid FROM audit_blocks WHERE height = ${height})
  AND recorded_xid < (SELECT below_xid FROM audit_blocks WHERE height = ${height})`;
const eventId = (height: number, order = 'ASC'): string =>
  `(SELECT id FROM audit_events WHERE ${xids(height)} ORDER BY id ${order} LIMIT 1)`;
const transferId = `(SELECT id FROM ledger_transfers
  WHERE posted_xid >= (SELECT from_xid FROM audit_blocks WHERE height = ${BLOCK})
    AND posted_xid < (SELECT below_xid FROM audit_blocks WHERE height = ${BLOCK}) LIMIT 1)`;

type Case = readonly [what: string, statements: readonly string[], found: RegExp];

const IN_THE_DATABASE: readonly Case[] = [
  [
    'an amount that was altered',
    [
      `UPDATE ledger_entries SET amount_krw = amount_krw + 1 WHERE transfer_id = ${transferId}
       AND account_id = (SELECT min(account_id::text)::uuid FROM ledger_entries WHERE transfer_id = ${transferId})`,
    ],
    /^database: block 3: transfer [0-9a-f-]{36} altered \(entries\[0\]\.amountKrw\)$/,
  ],
  [
    'an entry that was given to another player',
    [`UPDATE ledger_entries SET user_id = gen_random_uuid() WHERE transfer_id = ${transferId}`],
    /^database: block 3: transfer [0-9a-f-]{36} altered \(entries\[0\]\.user.*\)$/,
  ],
  [
    'a reason that was altered',
    [`UPDATE audit_events SET reason = 'because' WHERE id = ${eventId(BLOCK)}`],
    /^database: block 3: event [0-9a-f-]{36} altered \(reason\)$/,
  ],
  [
    'a transfer that was removed',
    [`DELETE FROM ledger_transfers WHERE id = ${transferId}`],
    /^database: block 3: transfer [0-9a-f-]{36} removed$/,
  ],
  [
    'an entry that was removed',
    [
      `DELETE FROM ledger_entries WHERE transfer_id = ${transferId}
       AND account_id = (SELECT max(account_id::text)::uuid FROM ledger_entries WHERE transfer_id = ${transferId})`,
    ],
    /^database: block 3: transfer [0-9a-f-]{36} altered \(entries\[\d\]\)$/,
  ],
  [
    'an approval of a withdrawal that was altered',
    [`UPDATE withdrawal_events SET details = '{"approvals": 2}'`],
    /^database: block 6: step [0-9a-f-]{36} altered \(details\.approvals\)$/,
  ],
  [
    'a step of a withdrawal that was removed',
    ['DELETE FROM withdrawal_events'],
    /^database: block 6: step [0-9a-f-]{36} removed$/,
  ],
  [
    'an event that was removed',
    [`DELETE FROM audit_events WHERE id = ${eventId(BLOCK)}`],
    /^database: block 3: event [0-9a-f-]{36} removed$/,
  ],
  [
    'an event that was added',
    [
      `INSERT INTO audit_events SELECT (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid()))).*
       FROM audit_events e WHERE id = ${eventId(BLOCK)}`,
    ],
    /^database: block 3: event [0-9a-f-]{36} added$/,
  ],
  [
    'an event of a transaction that never was',
    [
      `INSERT INTO audit_events SELECT (jsonb_populate_record(e, jsonb_build_object(
         'id', gen_random_uuid(), 'recorded_xid', '999999999999'))).*
       FROM audit_events e WHERE id = ${eventId(BLOCK)}`,
    ],
    /^database: no block: event [0-9a-f-]{36} added \(names a transaction that has not begun\)$/,
  ],
  [
    'an event that was moved to another block',
    [
      `UPDATE audit_events SET recorded_xid = (SELECT recorded_xid FROM audit_events WHERE id = ${eventId(OTHER)})
       WHERE id = ${eventId(BLOCK)}`,
    ],
    /^database: block 4: event [0-9a-f-]{36} moved \(from block 3\)$/,
  ],
  [
    'two events that changed places',
    [
      `UPDATE audit_events e SET recorded_xid = o.recorded_xid FROM audit_events o
       WHERE (e.id = ${eventId(BLOCK)} AND o.id = ${eventId(BLOCK, 'DESC')})
          OR (o.id = ${eventId(BLOCK)} AND e.id = ${eventId(BLOCK, 'DESC')})`,
    ],
    /^database: block 3: event [0-9a-f-]{36} altered \(xid\)$/,
  ],
  [
    'a root that was altered',
    [`UPDATE audit_blocks SET root = repeat('0', 64) WHERE height = ${BLOCK}`],
    /^database: block 3: altered \(root\)$/,
  ],
  [
    'a signature that was altered',
    [
      `UPDATE audit_blocks SET signature = (SELECT signature FROM audit_blocks WHERE height = ${OTHER})
       WHERE height = ${BLOCK}`,
    ],
    /^database: block 3: altered \(signature\)$/,
  ],
  [
    'a block that was removed',
    [`DELETE FROM audit_blocks WHERE height = ${BLOCK}`],
    /^database: block 3: removed$/,
  ],
  [
    'the last block that was removed',
    ['DELETE FROM audit_blocks WHERE height = (SELECT max(height) FROM audit_blocks)'],
    /^database: block \d+: removed$/,
  ],
  [
    'two blocks that changed places',
    [
      `UPDATE audit_blocks SET height = 1000000 + height WHERE height IN (${BLOCK}, ${OTHER})`,
      `UPDATE audit_blocks SET height = CASE height WHEN ${1_000_000 + BLOCK} THEN ${OTHER} ELSE ${BLOCK} END
       WHERE height > 1000000`,
    ],
    /^database: block 3: altered \(.*head.*\)$/,
  ],
];

/** A copy that is made of lines, in their order: the stream's have ids, the files' have not. */
type Change = (lines: string[]) => void;

const at = (all: readonly string[], height: number): number =>
  all.findIndex((line) => blockOf(line)?.height === height);

const swap = (all: string[], a: number, b: number): void => {
  [all[a], all[b]] = [all[b] ?? '', all[a] ?? ''];
};

const IN_LINES: readonly (readonly [what: string, change: Change, found: string])[] = [
  [
    'a record that was altered',
    (all) => {
      const place = at(all, BLOCK) + 2;
      all[place] = (all[place] ?? '').replace('"reason":"reason', '"reason":"motive');
    },
    String.raw`block 3: event [0-9a-f-]{36} altered \(reason`,
  ],
  [
    'a record that cannot be read',
    (all) => {
      const place = at(all, BLOCK) + 2;
      all[place] = (all[place] ?? '').slice(0, 40);
    },
    String.raw`block 3: event [0-9a-f-]{36} altered \(cannot be read`,
  ],
  [
    'a record that was removed',
    (all) => void all.splice(at(all, BLOCK) + 2, 1),
    'block 3: event [0-9a-f-]{36} removed',
  ],
  [
    'a record that was added',
    (all) => {
      const place = at(all, BLOCK) + 2;
      all.splice(place, 0, (all[place] ?? '').replace('"id":"0', '"id":"f'));
    },
    'block 3: event f[0-9a-f-]{35} added',
  ],
  [
    'a record that stands there twice',
    (all) => void all.splice(at(all, BLOCK) + 2, 0, all[at(all, BLOCK) + 2] ?? ''),
    'block 3: event [0-9a-f-]{36} added',
  ],
  [
    'a record that was moved to another block',
    (all) => {
      const [record = ''] = all.splice(at(all, BLOCK) + 2, 1);
      all.splice(at(all, OTHER) + 1, 0, record);
    },
    String.raw`block 4: event [0-9a-f-]{36} moved \(from block 3`,
  ],
  [
    'two records that changed places',
    (all) => swap(all, at(all, BLOCK) + 1, at(all, BLOCK) + 2),
    String.raw`block 3: (transfer|event) [0-9a-f-]{36} moved \(place 1 instead of 0`,
  ],
  [
    'a root that was altered',
    (all) => {
      const place = at(all, BLOCK);
      all[place] = (all[place] ?? '').replace(/"root":"..../, '"root":"0000');
    },
    String.raw`block 3: altered \(root`,
  ],
];

const textsOf = (findings: readonly AuditFinding[]): string[] => findings.map(findingText);

describe('before anybody tampers', () => {
  it('nothing is found', async () => {
    expect(textsOf(await house.findings())).toEqual([]);
    expect(lines.length).toBe(entries.length);
  });
});

describe('in the database', () => {
  it.each(IN_THE_DATABASE)('%s is found and named', async (_what, statements, found) => {
    const findings = await house.findingsAfter(...statements);
    expect(textsOf(findings)).toContainEqual(expect.stringMatching(found));
    expect(new Set(findings.map(({ copy }) => copy))).toEqual(new Set(['database']));
  });

  it('an entry of chips at a table that names its own player, as all did once, is as it was', async () => {
    const findings = await house.findingsAfter(
      `UPDATE ledger_entries e SET user_id = a.user_id FROM ledger_accounts a
       WHERE a.id = e.account_id AND e.transfer_id = ${transferId} AND a.kind = 'in_play'`,
    );
    expect(textsOf(findings)).toEqual([]);
  });
});

describe('in the stream', () => {
  /** Lines with the ids that they had, or would have had. */
  const writeStream = async (all: readonly string[]): Promise<void> => {
    let [height, place] = [0, 0];
    await house.writeEntries(
      all.map((text) => {
        if (beginsBlock(text)) [height, place] = [height + 1, 0];
        else place += 1;
        return { id: `${height}-${place}`, text };
      }),
    );
  };

  it.each(IN_LINES)('%s is found and named', async (_what, change, found) => {
    const changed = [...lines];
    change(changed);
    await writeStream(changed);
    const findings = await house.findings();
    expect(textsOf(findings)).toContainEqual(expect.stringMatching(`^stream: ${found}`));
    expect(new Set(findings.map(({ copy }) => copy))).toEqual(new Set(['stream']));
  });

  it('a block that was removed is found and named', async () => {
    await house.writeEntries(entries.filter(({ id }) => !id.startsWith(`${BLOCK}-`)));
    expect(textsOf(await house.findings())).toEqual(['stream: block 3: removed']);
  });

  it('a block at its beginning that was removed is no lost one', async () => {
    await house.writeEntries(entries.filter(({ id }) => !id.startsWith('1-')));
    expect(textsOf(await house.findings())).toEqual(['stream: block 1: removed']);
  });

  it('its last entries that somebody deleted are no lost ones', async () => {
    const last = entries.at(-1)?.id.split('-')[0] ?? '';
    const ids = entries.filter(({ id }) => id.startsWith(`${last}-`)).map(({ id }) => id);
    await house.redis.xdel(house.streamKey, ...ids);
    expect(textsOf(await house.findings())).toEqual([`stream: block ${last}: removed`]);
  });

  it('a block that nobody sealed is found and named', async () => {
    await house.redis.xadd(house.streamKey, '900-0', 'line', lines[0] ?? '');
    expect(textsOf(await house.findings())).toEqual(['stream: block 900: added']);
  });
});

describe('in the files', () => {
  it.each(IN_LINES)('%s is found and named', async (_what, change, found) => {
    const changed = [...lines];
    change(changed);
    house.writeLines(changed);
    const findings = await house.findings();
    expect(textsOf(findings)).toContainEqual(expect.stringMatching(`^files: ${found}`));
    expect(new Set(findings.map(({ copy }) => copy))).toEqual(new Set(['files']));
  });

  it('a block that was removed is found and named', async () => {
    house.writeLines([...lines.slice(0, at(lines, BLOCK)), ...lines.slice(at(lines, OTHER))]);
    expect(textsOf(await house.findings())).toEqual(['files: block 3: removed']);
  });

  it('two blocks that changed places are found and named', async () => {
    const [first, second, end] = [at(lines, BLOCK), at(lines, OTHER), at(lines, OTHER + 1)];
    house.writeLines([
      ...lines.slice(0, first),
      ...lines.slice(second, end),
      ...lines.slice(first, second),
      ...lines.slice(end),
    ]);
    expect(textsOf(await house.findings())).toEqual([
      expect.stringMatching(/^files: block 3: moved \(stands behind block 4, audit-.*:\d+\)$/),
    ]);
  });

  it('a block that nobody sealed is found and named, with its file and line', async () => {
    const [first = '', ...records] = lines.slice(0, at(lines, 2));
    const block = blockOf(first);
    if (block === null) throw new Error('the files begin with a block');
    house.writeLines([...lines, blockText({ ...block, height: 900 }), ...records]);
    expect(textsOf(await house.findings())).toEqual([
      expect.stringMatching(
        new RegExp(String.raw`^files: block 900: added \(audit-.*:${lines.length + 1}\)$`),
      ),
    ]);
  });
});

describe('somebody who holds all three copies', () => {
  it('but not the key is found: a head that another key has signed is no head', async () => {
    const stranger = new AuditSigner(newKey());
    const forge = (block: SealedBlock): SealedBlock => {
      const header = { ...block, root: block.root.replaceAll('a', 'b'), keyId: stranger.keyId };
      const head = headOf(header);
      return { ...header, head, signature: stranger.sign(head) };
    };
    const forged = lines.map((line) => {
      const block = blockOf(line);
      return block?.height === BLOCK ? blockText(forge(block)) : line;
    });
    house.writeLines(forged);
    await house.writeEntries(entries.map(({ id }, index) => ({ id, text: forged[index] ?? '' })));
    const block = forged
      .flatMap((line) => blockOf(line) ?? [])
      .find((each) => each.height === BLOCK);
    const findings = await house.findingsAfter(
      `UPDATE audit_blocks SET root = '${block?.root ?? ''}', head = '${block?.head ?? ''}',
         key_id = '${block?.keyId ?? ''}', signature = '${block?.signature ?? ''}' WHERE height = ${BLOCK}`,
    );
    expect(textsOf(findings)).toEqual(
      ['database', 'stream', 'files'].map(
        (copy) => `${copy}: block 3: forged (no copy has the block as it was signed)`,
      ),
    );
  });
});
