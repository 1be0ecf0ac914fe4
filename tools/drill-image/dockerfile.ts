import {
  DockerfileParser,
  type Instruction as Parsed,
  type ModifiableInstruction,
} from 'dockerfile-ast';

/** An instruction of a Dockerfile, read as the builder reads it. */
export interface Instruction {
  readonly keyword: string;
  /** Its arguments without flags, on one line. */
  readonly text: string;
  readonly flags: readonly { readonly name: string; readonly value: string }[];
  readonly line: number;
}

export interface Stage {
  readonly name: string;
  /** An earlier stage by its name, or an image. */
  readonly from: string;
  readonly line: number;
  readonly instructions: readonly Instruction[];
}

/** Reads the stages of a Dockerfile, with the arguments that stand before them put in place. */
export function readStages(dockerfile: string): Stage[] {
  const parsed = DockerfileParser.parse(dockerfile);
  const defaults = new Map(
    parsed.getInitialARGs().map((each) => {
      const [name = '', value = ''] = (each.getArgumentsContent() ?? '').split('=');
      return [name, value];
    }),
  );
  const placed = (text: string): string =>
    text.replace(/\$\{(\w+)\}|\$(\w+)/g, (_all, braced?: string, bare?: string) => {
      return defaults.get(braced ?? bare ?? '') ?? '';
    });
  const stages: (Stage & { instructions: Instruction[] })[] = [];
  for (const each of parsed.getInstructions()) {
    const instruction = instructionOf(each);
    if (instruction.keyword === 'FROM') {
      const [from = '', , name = String(stages.length)] = placed(instruction.text).split(/\s+/);
      stages.push({ name, from, line: instruction.line, instructions: [] });
    } else stages.at(-1)?.instructions.push(instruction);
  }
  return stages;
}

function instructionOf(parsed: Parsed): Instruction {
  const flags = 'getFlags' in parsed ? (parsed as ModifiableInstruction).getFlags() : [];
  return {
    keyword: parsed.getKeyword(),
    text: parsed.getArgumentsContent() ?? '',
    flags: flags.map((flag) => ({ name: flag.getName(), value: flag.getValue() ?? '' })),
    line: parsed.getRange().start.line + 1,
  };
}

/** The stage and those it is built upon, itself first. */
export function ancestryOf(stages: readonly Stage[], name: string): Stage[] {
  const stage = stages.find((each) => each.name === name);
  return stage === undefined ? [] : [stage, ...ancestryOf(stages, stage.from)];
}

/** Stages that nothing else is built from: what is made into images. */
export function targetsOf(stages: readonly Stage[]): Stage[] {
  const used = new Set(
    stages.flatMap(({ from, instructions }) => [
      from,
      ...instructions.flatMap((each) => flagOf(each, 'from') ?? []),
    ]),
  );
  return stages.filter(({ name }) => !used.has(name));
}

/** The instructions that an image has of a kind, its own and inherited ones, in their order. */
export const inherited = (stages: readonly Stage[], name: string, keyword: string): Instruction[] =>
  ancestryOf(stages, name)
    .reverse()
    .flatMap(({ instructions }) => instructions.filter((each) => each.keyword === keyword));

export const flagOf = ({ flags }: Instruction, name: string): string | undefined =>
  flags.find((flag) => flag.name === name)?.value;

/** The words of an exec form, null where the text is meant for a shell. */
export function execForm(text: string): string[] | null {
  try {
    const words: unknown = JSON.parse(text);
    return Array.isArray(words) && words.every((word) => typeof word === 'string') ? words : null;
  } catch {
    return null;
  }
}

/** `NAME=value NAME="a value"`, as ENV and ARG have them. */
export const assignmentsOf = (text: string): { name: string; value: string }[] =>
  [...text.matchAll(/(\w+)(?:=("[^"]*"|\S*))?/g)].map(([, name = '', value = '']) => ({
    ...{ name, value: value.replace(/^"|"$/g, '') },
  }));
