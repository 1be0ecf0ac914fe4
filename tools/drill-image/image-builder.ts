import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { basename, join, posix } from 'node:path';

import {
  assignmentsOf,
  execForm,
  flagOf,
  inherited,
  type Instruction,
  type Stage,
} from './dockerfile';
import { makeRoot, runIn } from './sandbox';

/** An image that was made by hand: its folder, and how it is to be run. */
export interface BuiltImage {
  readonly name: string;
  readonly root: string;
  readonly env: Readonly<Record<string, string>>;
  readonly workdir: string;
  readonly user: string;
  readonly command: readonly string[];
  /** Null where it has none. */
  readonly healthcheck: readonly string[] | null;
  readonly stopSignal: string;
  /** Without the base image. */
  readonly bytes: number;
}

export interface BuilderOptions {
  readonly stages: readonly Stage[];
  readonly contextFolder: string;
  /** Holds a folder for each stage that changes files. */
  readonly folder: string;
  /** What RUN sees beside ENV, such as where packages come from. */
  readonly env: NodeJS.ProcessEnv;
  /** Folders of this machine for `RUN --mount=type=cache`, by their targets. */
  readonly caches: Readonly<Record<string, string>>;
  readonly onStep: (what: string) => void;
}

/** Instructions that say something about an image and change no file of it. */
const WORDS_ONLY = new Set([
  'ENV',
  'USER',
  'CMD',
  'ENTRYPOINT',
  'EXPOSE',
  'HEALTHCHECK',
  'STOPSIGNAL',
  'LABEL',
  'ARG',
]);

/** Carries out the stages of a Dockerfile, step by step, each in a root folder of its own. */
export class ImageBuilder {
  private readonly roots = new Map<string, string>();

  constructor(private readonly options: BuilderOptions) {}

  /** Builds an image with all it needs. Throws where a step fails, or is of a kind not known here. */
  async build(target: string): Promise<BuiltImage> {
    const { stages } = this.options;
    const root = await this.rootOf(target);
    const last = (keyword: string): string | undefined =>
      inherited(stages, target, keyword).at(-1)?.text;
    const healthcheck = last('HEALTHCHECK')?.replace(/^CMD /, '');
    return {
      ...{ name: target, root, env: this.envOf(target), user: last('USER') ?? 'root' },
      workdir: this.workdirOf(target),
      command: execForm(last('CMD') ?? '') ?? [],
      healthcheck: healthcheck === undefined ? null : execForm(healthcheck),
      stopSignal: last('STOPSIGNAL') ?? 'SIGTERM',
      bytes: bytesOf(root),
    };
  }

  private async rootOf(name: string): Promise<string> {
    const done = this.roots.get(name);
    if (done !== undefined) return done;
    const stage = this.options.stages.find((each) => each.name === name);
    if (stage === undefined) throw new Error(`there is no stage ${name}`);
    const isBase = !this.options.stages.some((each) => each.name === stage.from);
    const onlyWords = stage.instructions.every(({ keyword }) => WORDS_ONLY.has(keyword));
    const root =
      onlyWords && !isBase ? await this.rootOf(stage.from) : await this.make(stage, isBase);
    this.roots.set(name, root);
    return root;
  }

  private async make(stage: Stage, isBase: boolean): Promise<string> {
    const root = join(this.options.folder, stage.name);
    mkdirSync(root, { recursive: true });
    if (isBase) makeRoot(root);
    else cpSync(await this.rootOf(stage.from), root, { recursive: true, verbatimSymlinks: true });
    for (const [at, step] of stage.instructions.entries()) {
      const done = { ...stage, instructions: stage.instructions.slice(0, at) };
      await this.carryOut(step, done, root);
    }
    return root;
  }

  private async carryOut(step: Instruction, stage: Stage, root: string): Promise<void> {
    const workdir = this.workdirOf(stage);
    if (WORDS_ONLY.has(step.keyword)) return;
    this.options.onStep(`${stage.name}: ${step.keyword} ${step.text}`);
    if (step.keyword === 'WORKDIR') {
      mkdirSync(join(root, posix.resolve(workdir, step.text)), { recursive: true });
    } else if (step.keyword === 'COPY') {
      await this.copy(step, join(root, workdir), root);
    } else if (step.keyword === 'RUN') {
      const mounts = this.cachesOf(step, root);
      const user = this.textsOf(stage, 'USER').at(-1) ?? 'root';
      const command = ['/bin/sh', '-c', step.text];
      const env = { ...this.options.env, ...this.envOf(stage) };
      await runIn({ root, workdir, user, command, mounts }, env);
    } else throw new Error(`line ${step.line}: the drill cannot do ${step.keyword}`);
  }

  private async copy(step: Instruction, workdir: string, root: string): Promise<void> {
    const from = flagOf(step, 'from');
    const source = from === undefined ? this.options.contextFolder : await this.rootOf(from);
    const words = step.text.split(/\s+/);
    const target = words.at(-1) ?? '';
    const place = target.startsWith('/') ? join(root, target) : join(workdir, target);
    for (const word of words.slice(0, -1)) {
      const path = join(source, word);
      if (!existsSync(path)) throw new Error(`line ${step.line}: the builder is not given ${word}`);
      const isInto = !statSync(path).isDirectory() && /(^\.|\/)$/.test(target);
      const copied = isInto ? join(place, basename(word)) : place;
      cpSync(path, copied, { recursive: true, verbatimSymlinks: true });
    }
  }

  /** What `--mount=type=cache` asks for; other kinds of mounts are refused. */
  private cachesOf(step: Instruction, root: string): Record<string, string> {
    return Object.fromEntries(
      step.flags.map(({ name, value }) => {
        const target = /^type=cache,target=([^,]+)$/.exec(value)?.[1];
        if (name !== 'mount' || target === undefined) {
          throw new Error(`line ${step.line}: the drill cannot do --${name}=${value}`);
        }
        const own = join(this.options.folder, `cache-${target.replaceAll('/', '-')}`);
        const folder = this.options.caches[target] ?? own;
        for (const each of [folder, join(root, target)]) mkdirSync(each, { recursive: true });
        return [target, folder];
      }),
    );
  }

  private textsOf(stage: Stage | string, keyword: string): string[] {
    const { stages } = this.options;
    if (typeof stage === 'string') return inherited(stages, stage, keyword).map(({ text }) => text);
    const own = stage.instructions.filter((each) => each.keyword === keyword);
    return [...inherited(stages, stage.from, keyword), ...own].map(({ text }) => text);
  }

  private workdirOf(stage: Stage | string): string {
    return this.textsOf(stage, 'WORKDIR').reduce((at, text) => posix.resolve(at, text), '/');
  }

  private envOf(stage: Stage | string): Record<string, string> {
    const pairs = this.textsOf(stage, 'ENV').flatMap(assignmentsOf);
    return Object.fromEntries(pairs.map(({ name, value }) => [name, value]));
  }
}

const bytesOf = (root: string): number =>
  Number(execFileSync('du', ['--summarize', '--block-size=1', root]).toString().split('\t')[0]);
