import type { VipLevel } from '@cardroom/vip';

import type {
  Language,
  NotificationContent,
  NotificationFacts,
  NotificationTopic,
  ToldSecurityEvent,
  ToldWithdrawalStep,
} from './notification';

/** A notification in words, plain text. */
export interface NotificationText {
  readonly title: string;
  readonly text: string;
}

type Words = {
  readonly [T in NotificationTopic]: (facts: NotificationFacts[T]) => NotificationText;
};

const digits = (amountKrw: number): string => amountKrw.toLocaleString('en-US');

const KOREAN_LEVELS: Readonly<Record<VipLevel, string>> = {
  ...{
    bronze: '브론즈',
    silver: '실버',
    gold: '골드',
    platinum: '플래티넘',
    diamond: '다이아몬드',
  },
};

const KOREAN_STEPS: Readonly<Record<ToldWithdrawalStep, readonly [string, string]>> = {
  cooling: ['출금 신청 접수', '출금 신청이 접수되었습니다. 대기 시간 동안 취소할 수 있습니다.'],
  approved: ['출금 승인', '출금이 승인되어 곧 전송됩니다.'],
  submitted: ['출금 전송', '출금이 네트워크로 전송되었습니다.'],
  completed: ['출금 완료', '출금이 완료되었습니다.'],
  cancelled_by_user: ['출금 취소', '출금을 취소하셨습니다. 금액은 지갑으로 돌아왔습니다.'],
  rejected: ['출금 거절', '출금이 거절되었습니다. 금액은 지갑으로 돌아왔습니다.'],
  expired: ['출금 만료', '기한 내에 승인되지 않아 금액이 지갑으로 돌아왔습니다.'],
  failed_returned: ['출금 실패', '출금을 전송하지 못했습니다. 금액은 지갑으로 돌아왔습니다.'],
};

const ENGLISH_STEPS: Readonly<Record<ToldWithdrawalStep, readonly [string, string]>> = {
  cooling: ['Withdrawal requested', 'We have your request. You can cancel it while it waits.'],
  approved: ['Withdrawal approved', 'It is approved and will be sent soon.'],
  submitted: ['Withdrawal sent', 'It was handed to the network.'],
  completed: ['Withdrawal completed', 'It has arrived.'],
  cancelled_by_user: [
    'Withdrawal cancelled',
    'You cancelled it. The money is back in your wallet.',
  ],
  rejected: ['Withdrawal rejected', 'It was rejected. The money is back in your wallet.'],
  expired: ['Withdrawal expired', 'It was not approved in time. The money is back in your wallet.'],
  failed_returned: ['Withdrawal failed', 'It could not be sent. The money is back in your wallet.'],
};

const KOREAN_EVENTS: Readonly<Record<ToldSecurityEvent, readonly [string, string]>> = {
  new_device: ['새 기기에서 로그인', '처음 보는 기기에서 계정에 로그인했습니다.'],
  password_changed: ['비밀번호 변경', '계정의 비밀번호가 변경되었습니다.'],
  second_factor_changed: ['2단계 인증 변경', '계정의 2단계 인증이 변경되었습니다.'],
  refresh_token_reused: ['세션 종료', '로그인 정보가 두 번 사용되어 세션을 종료했습니다.'],
  account_frozen: ['계정 정지', '계정이 정지되었습니다. 고객센터에 문의해 주세요.'],
};

const ENGLISH_EVENTS: Readonly<Record<ToldSecurityEvent, readonly [string, string]>> = {
  new_device: ['Login from a new device', 'Somebody logged in from a device we did not know.'],
  password_changed: ['Password changed', 'The password of your account was changed.'],
  second_factor_changed: [
    'Second factor changed',
    'The second factor of your account was changed.',
  ],
  refresh_token_reused: [
    'Session ended',
    'A login of yours was used in two places, so we ended its session.',
  ],
  account_frozen: ['Account frozen', 'Your account is frozen. Please contact support.'],
};

const KOREAN: Words = {
  'deposit.credited': ({ amountKrw, asset }) => ({
    title: '입금 완료',
    text: `${asset} 입금으로 ${digits(amountKrw)}원이 지갑에 들어왔습니다.`,
  }),
  'withdrawal.changed': ({ step, amountKrw, asset }) => {
    const [title, text] = KOREAN_STEPS[step];
    return { title, text: `${text} (${asset}, ${digits(amountKrw)}원)` };
  },
  'rakeback.paid': ({ week, rakebackKrw }) => ({
    title: '레이크백 지급',
    text: `${week} 주의 레이크백 ${digits(rakebackKrw)}원이 지급되었습니다.`,
  }),
  'vip.level_changed': ({ level }) => ({
    title: 'VIP 등급 변경',
    text: `VIP 등급이 ${KOREAN_LEVELS[level]}(으)로 변경되었습니다.`,
  }),
  'security.event': ({ what }) => {
    const [title, text] = KOREAN_EVENTS[what];
    return { title, text: `${text} 본인이 아니라면 즉시 고객센터에 알려 주세요.` };
  },
};

const ENGLISH: Words = {
  'deposit.credited': ({ amountKrw, asset }) => ({
    title: 'Deposit credited',
    text: `Your deposit of ${asset} put ₩${digits(amountKrw)} into your wallet.`,
  }),
  'withdrawal.changed': ({ step, amountKrw, asset }) => {
    const [title, text] = ENGLISH_STEPS[step];
    return { title, text: `${text} (${asset}, ₩${digits(amountKrw)})` };
  },
  'rakeback.paid': ({ week, rakebackKrw }) => ({
    title: 'Rakeback paid',
    text: `Your rakeback of week ${week} is paid: ₩${digits(rakebackKrw)}.`,
  }),
  'vip.level_changed': ({ level }) => ({
    title: 'New VIP level',
    text: `Your VIP level is ${level} now.`,
  }),
  'security.event': ({ what }) => {
    const [title, text] = ENGLISH_EVENTS[what];
    return { title, text: `${text} If it was not you, tell support at once.` };
  },
};

const WORDS: Readonly<Record<Language, Words>> = { ko: KOREAN, en: ENGLISH };

/**
 * What a user reads, in the language of the account.
 *
 * @example textOf({ topic: 'vip.level_changed', facts: { level: 'gold' } }, 'en').title // 'New VIP level'
 */
export function textOf(content: NotificationContent, language: Language): NotificationText {
  const words = WORDS[language];
  switch (content.topic) {
    case 'deposit.credited':
      return words['deposit.credited'](content.facts);
    case 'withdrawal.changed':
      return words['withdrawal.changed'](content.facts);
    case 'rakeback.paid':
      return words['rakeback.paid'](content.facts);
    case 'vip.level_changed':
      return words['vip.level_changed'](content.facts);
    case 'security.event':
      return words['security.event'](content.facts);
  }
}
