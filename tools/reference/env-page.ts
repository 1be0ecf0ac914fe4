import { parseEnvExample, type EnvVariable } from './env-example';

const defaultOf = ({ value, isOptional }: EnvVariable): string => {
  if (value !== '') return `\`${value}\``;
  return isOptional ? 'none' : 'must be set';
};

/** The text of `docs/reference/env.md`, made from `.env.example`. */
export function envPage(example: string): string {
  const sections = parseEnvExample(example).map(({ title, variables }) =>
    [
      `## ${title}`,
      '',
      '| variable | default | what it is |',
      '| --- | --- | --- |',
      ...variables.map((each) => `| \`${each.name}\` | ${defaultOf(each)} | ${each.about} |`),
      '',
    ].join('\n'),
  );
  return [
    '# Environment variables',
    '',
    'Made from `.env.example` by `npm run reference`; tests compare the two, and the file with the config',
    'classes of the apps.',
    '',
    'Every app reads its variables once, at its start. It ends at once with a list of all that is wrong',
    'with them; a value that may be a secret is not repeated there. An empty variable counts as not set.',
    '',
    ...sections,
  ].join('\n');
}
