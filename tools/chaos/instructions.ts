/** The steps of one action, in their order, at which a gateway can be ended. */
export const STEPS = [
  'before-commit',
  'after-commit',
  'mid-broadcast',
  'before-ack',
  'after-ack',
  'between-streets',
  'in-settlement',
  'before-trim',
] as const;
export type Step = (typeof STEPS)[number];

/** What a gateway under test is told through a file and a signal. */
export type Instruction =
  | { readonly type: 'die'; readonly step: Step }
  | { readonly type: 'block'; readonly ms: number }
  | { readonly type: 'clock'; readonly shiftMs: number };
