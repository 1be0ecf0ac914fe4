import { COMMAND_SCHEMAS, realtimeDocument, SERVER_MESSAGES } from '@cardroom/protocol';

import { realtimePage } from './realtime-page';

const page = realtimePage(realtimeDocument());

describe('the page of the wire', () => {
  it('shows every command and every message', () => {
    for (const name of [...Object.keys(COMMAND_SCHEMAS), ...Object.keys(SERVER_MESSAGES)]) {
      expect(page).toContain(`<summary><code>${name}</code>`);
    }
  });

  it('says which properties may be missing, and what an amount may be', () => {
    expect(page).toContain('<code class="optional">sinceVersion</code>');
    expect(page).toContain(
      '<code>buyInKrw</code> <span class="type">integer 1…1000000000000</span>',
    );
  });

  it('needs nothing from elsewhere, and holds text as text', () => {
    expect(page).not.toMatch(/<script|<link|https?:/);
    const message = { name: 'cmd', title: '<b>"&', summary: '`<i>`', payload: {} };
    const document = { ...realtimeDocument(), components: { messages: { message } } };
    expect(realtimePage(document)).toContain(
      '<code>&lt;b&gt;&quot;&amp;</code> <span><code>&lt;i&gt;</code></span>',
    );
  });
});
