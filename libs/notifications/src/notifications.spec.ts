import { VIP_LEVELS } from '@cardroom/vip';

import {
  LANGUAGES,
  NOTIFICATION_CHANNELS,
  NOTIFICATION_TOPICS,
  TOLD_SECURITY_EVENTS,
  TOLD_WITHDRAWAL_STEPS,
  type NotificationContent,
} from './notification';
import { channelsFor, isFixed, preferencesOf } from './preferences';
import { textOf } from './texts';

const CONTENTS: readonly NotificationContent[] = [
  {
    topic: 'deposit.credited',
    facts: { depositId: 'a', amountKrw: 1_234_000, asset: 'USDT' },
  },
  ...TOLD_WITHDRAWAL_STEPS.map((step) => ({
    topic: 'withdrawal.changed' as const,
    facts: { withdrawalId: 'a', step, amountKrw: 1_234_000, asset: 'BTC' },
  })),
  { topic: 'rakeback.paid', facts: { week: '2026-W47', rakebackKrw: 1_234_000 } },
  ...VIP_LEVELS.map((level) => ({ topic: 'vip.level_changed' as const, facts: { level } })),
  ...TOLD_SECURITY_EVENTS.map((what) => ({ topic: 'security.event' as const, facts: { what } })),
];

describe('the words of a notification', () => {
  it.each(LANGUAGES)('in %s say something else of each content, in plain text', (language) => {
    const texts = CONTENTS.map((content) => textOf(content, language));
    expect(new Set(texts.map(({ text }) => text)).size).toBe(CONTENTS.length);
    for (const { title, text } of texts) {
      expect(title.trim()).not.toBe('');
      expect(`${title}${text}`).not.toMatch(/undefined|NaN|[<>\r\n]|\[object/);
    }
  });

  it('are Korean for who reads Korean, and only for them', () => {
    for (const content of CONTENTS) {
      expect(textOf(content, 'ko').text).toMatch(/[가-힣]/);
      expect(textOf(content, 'en').text).not.toMatch(/[가-힣]/);
    }
  });

  it('name amounts as won', () => {
    const told = CONTENTS.filter(({ facts }) => Object.values(facts).includes(1_234_000));
    expect(told).toHaveLength(2 + TOLD_WITHDRAWAL_STEPS.length);
    for (const content of told) {
      expect(textOf(content, 'ko').text).toContain('1,234,000원');
      expect(textOf(content, 'en').text).toContain('₩1,234,000');
    }
  });
});

describe('preferences', () => {
  it('are on unless switched off, each topic by each channel', () => {
    const off = { topic: 'rakeback.paid', channel: 'email', isOn: false } as const;
    const all = preferencesOf([off]);
    expect(all).toHaveLength(NOTIFICATION_TOPICS.length * NOTIFICATION_CHANNELS.length);
    expect(all.filter(({ isOn }) => !isOn)).toEqual([off]);
    expect(channelsFor('rakeback.paid', [off], NOTIFICATION_CHANNELS)).toEqual([
      'webhook',
      'in_app',
    ]);
  });

  it('leave out channels that the house does not have', () => {
    expect(channelsFor('deposit.credited', [], ['in_app'])).toEqual(['in_app']);
  });

  it('cannot switch e-mails of security events off, whatever is stored', () => {
    const off = NOTIFICATION_CHANNELS.map((channel) => ({
      ...{ topic: 'security.event' as const, channel, isOn: false },
    }));
    expect(channelsFor('security.event', off, NOTIFICATION_CHANNELS)).toEqual(['email']);
    expect(isFixed('security.event', 'in_app')).toBe(false);
  });
});
