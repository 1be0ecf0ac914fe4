import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { projectRoot, walletClient } from '@cardroom/testing';

import { previewDocument } from '../apps/wallet-api/src/reference/preview-document';
import { WalletApi } from '../apps/wallet-api/src/wallet-api.builder';

const readKept = (): string =>
  readFileSync(join(projectRoot(), 'libs/testing/src/client/rest-schema.ts'), 'utf8');

it('the types of the REST client are those of the OpenAPI document', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rest-types-'));
  const file = join(folder, 'openapi.json');
  writeFileSync(file, JSON.stringify(await previewDocument()));
  const made = execFileSync(process.execPath, ['tools/rest-types.mjs', file], {
    ...{ cwd: projectRoot(), encoding: 'utf8', maxBuffer: 50_000_000 },
  });
  rmSync(folder, { recursive: true });
  expect(readKept()).toBe(made);
});

it('the typed client speaks to the API that the document describes', async () => {
  const api = await WalletApi.start();
  const { accessToken: token } = await api.player();
  const { data } = await walletClient(api.url, { token }).GET('/api/v1/wallet/balance');
  expect(data).toMatchObject({ availableKrw: 0, inPlayKrw: 0, heldKrw: 0 });
  const { error } = await walletClient(api.url).GET('/api/v1/wallet/balance');
  expect(error).toMatchObject({ status: 401, code: 'TOKEN_MISSING' });
  await api.stop();
});
