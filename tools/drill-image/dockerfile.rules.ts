import {
  ancestryOf,
  assignmentsOf,
  execForm,
  flagOf,
  inherited,
  targetsOf,
  type Instruction,
  type Stage,
} from './dockerfile';

export interface Finding {
  readonly line: number;
  readonly rule: DockerfileRule;
}

type Check = (stages: readonly Stage[]) => number[];

/** The lines of a stage's instructions that a predicate holds for. */
const linesWhere =
  (isWrong: (instruction: Instruction) => boolean): Check =>
  (stages) =>
    stages.flatMap(({ instructions }) => instructions.filter(isWrong).map(({ line }) => line));

/** The images that a predicate holds for, by the lines where they begin. */
const targetsWhere =
  (isWrong: (target: Stage, stages: readonly Stage[]) => boolean): Check =>
  (stages) =>
    targetsOf(stages)
      .filter((target) => isWrong(target, stages))
      .map(({ line }) => line);

const isRun = ({ keyword }: Instruction): boolean => keyword === 'RUN';
const installsByApt = (each: Instruction): boolean =>
  isRun(each) && /\bapt(-get)? install\b/.test(each.text);
const hasCache = (each: Instruction, folder: string): boolean =>
  each.flags.some(({ name, value }) => name === 'mount' && value.includes(`target=${folder}`));

const SECRET = /PASSWORD|SECRET|TOKEN|PRIVATE|CREDENTIAL|_KEY$/;
/** A tag that names at least a minor version, or a digest. */
const PINNED = /@sha256:[0-9a-f]{64}$|:\d+\.\d+[\w.-]*$/;

const CHECKS = {
  'an image is pinned to a version': (stages) =>
    stages
      .filter(({ from }) => !stages.some(({ name }) => name === from) && !PINNED.test(from))
      .map(({ line }) => line),
  'an image runs as somebody who is not root': targetsWhere(({ name }, stages) => {
    const user = inherited(stages, name, 'USER').at(-1)?.text ?? 'root';
    return /^(root|0)(:|$)/.test(user);
  }),
  'an image has one command, in exec form': targetsWhere(({ instructions }) => {
    const commands = instructions.filter(({ keyword }) => /^(CMD|ENTRYPOINT)$/.test(keyword));
    return commands.length !== 1 || commands.some(({ text }) => execForm(text) === null);
  }),
  'an image that listens tells its health': targetsWhere(
    ({ name }, stages) =>
      inherited(stages, name, 'EXPOSE').length > 0 &&
      !inherited(stages, name, 'HEALTHCHECK').some(({ text }) => text.startsWith('CMD ')),
  ),
  'an image holds only what is named, not the whole folder': targetsWhere(({ name }, stages) =>
    ancestryOf(stages, name).some(({ instructions }) =>
      instructions.some(
        (each) =>
          each.keyword === 'COPY' && flagOf(each, 'from') === undefined && /^\.\s/.test(each.text),
      ),
    ),
  ),
  'files come by COPY': linesWhere(({ keyword }) => keyword === 'ADD'),
  'folders are absolute': linesWhere(
    ({ keyword, text }) => keyword === 'WORKDIR' && !text.startsWith('/'),
  ),
  'a folder is entered by WORKDIR': linesWhere(
    (each) => isRun(each) && /(^|[;&|]\s*)cd /.test(each.text),
  ),
  'apt asks nobody and installs nothing beside': linesWhere(
    (each) =>
      installsByApt(each) &&
      !(/ (-y|--yes)\b/.test(each.text) && each.text.includes('--no-install-recommends')),
  ),
  'apt leaves no lists behind': linesWhere(
    (each) =>
      installsByApt(each) &&
      !hasCache(each, '/var/lib/apt') &&
      !/rm -rf? \/var\/lib\/apt\/lists/.test(each.text),
  ),
  'npm installs what the lock file says': linesWhere(
    (each) => isRun(each) && /\bnpm (i|install)\b/.test(each.text),
  ),
  'nothing fetched is run unseen': linesWhere(
    (each) => isRun(each) && /\b(curl|wget)\b[^&;]*\|\s*(ba)?sh\b/.test(each.text),
  ),
  'nobody becomes root by sudo': linesWhere((each) => isRun(each) && /\bsudo\b/.test(each.text)),
  'no secret is built in': linesWhere(
    ({ keyword, text }) =>
      /^(ENV|ARG)$/.test(keyword) && assignmentsOf(text).some(({ name }) => SECRET.test(name)),
  ),
  'what is copied from a stage comes from an earlier one': (stages) =>
    stages.flatMap(({ instructions }, at) =>
      instructions
        .filter((each) => {
          const from = flagOf(each, 'from');
          return from !== undefined && !stages.slice(0, at).some(({ name }) => name === from);
        })
        .map(({ line }) => line),
    ),
} as const satisfies Record<string, Check>;

export type DockerfileRule = keyof typeof CHECKS;
export const DOCKERFILE_RULES = Object.keys(CHECKS) as DockerfileRule[];

/** What a Dockerfile does that an image which serves money must not. */
export const findingsIn = (stages: readonly Stage[]): Finding[] =>
  DOCKERFILE_RULES.flatMap((rule) => CHECKS[rule](stages).map((line) => ({ line, rule })));
