export interface EnvVariable {
  readonly name: string;
  /** What stands after the `=`; empty where there is no default. */
  readonly value: string;
  /** Commented out: the variable may be missing. */
  readonly isOptional: boolean;
  readonly about: string;
}

export interface EnvSection {
  readonly title: string;
  readonly variables: readonly EnvVariable[];
}

const VARIABLE = /^(#?)([A-Z][A-Z0-9_]*)=(.*)$/;

/**
 * Reads `.env.example`: `## title` begins a section, and a variable belongs to the comment above it.
 *
 * Errors: throws at a line that is none of these, and at a variable without a comment.
 */
export function parseEnvExample(text: string): EnvSection[] {
  const sections: { title: string; variables: EnvVariable[] }[] = [];
  let about: string[] = [];
  for (const line of text.split('\n')) {
    const [, mark, name, value] = VARIABLE.exec(line) ?? [];
    if (name !== undefined && value !== undefined) {
      if (about.length === 0) throw new Error(`.env.example: ${name} has no comment`);
      sections.at(-1)?.variables.push({
        name,
        value,
        isOptional: mark === '#',
        about: about.join(' '),
      });
      about = [];
    } else if (line.startsWith('## ')) sections.push({ title: line.slice(3), variables: [] });
    else if (line.startsWith('# ')) about.push(line.slice(2));
    else if (line === '') about = [];
    else throw new Error(`.env.example: not understood: ${line}`);
  }
  return sections;
}
