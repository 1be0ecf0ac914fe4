import type { RealtimeDocument, RealtimeMessage } from '@cardroom/protocol';

interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly description?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const escape = (text: string): string => text.replace(/[&<>"]/g, (letter) => ESCAPES[letter] ?? '');

/** Backticks of a description become code, as in the pages under docs/. */
const prose = (text: string): string => escape(text).replace(/`([^`]+)`/g, '<code>$1</code>');

const STYLE = `
  :root { color-scheme: light dark; --line: light-dark(#ddd, #444); --quiet: light-dark(#555, #aaa); }
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
  h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line); }
  details { border: 1px solid var(--line); border-radius: 6px; margin: .5rem 0; padding: .3rem .8rem; }
  summary { cursor: pointer; } summary span, .what { color: var(--quiet); }
  code, .type { font: .9em ui-monospace, monospace; }
  ul { list-style: none; padding-left: 1.2rem; margin: .3rem 0; border-left: 1px solid var(--line); }
  .optional::after { content: '?'; color: var(--quiet); }
`;

/** A page for people of the document of the wire; everything is in the page itself. */
export function realtimePage(document: RealtimeDocument): string {
  const all = Object.entries(document.components.messages);
  const of = (name: string): (readonly [string, RealtimeMessage])[] =>
    all.filter(([, message]) => message.name === name);
  const answers = new Map(of('ack'));
  const commands = of('cmd').map(([key, message]) =>
    block(message, [['Body', message], ...answerOf(answers.get(`${key}_answer`))]),
  );
  const messages = all
    .filter(([, { name }]) => name !== 'cmd' && name !== 'ack')
    .map(([, message]) => block(message, [['Message', message]]));
  const { title, description } = document.info;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escape(title)}</h1>
<p>${prose(description)}</p>
<p>The same for programs: <a href="realtime.json">AsyncAPI ${document.asyncapi}</a>.</p>
<h2>Commands: client to server</h2>
${commands.join('\n')}
<h2>Messages: server to client</h2>
${messages.join('\n')}
</body>
</html>
`;
}

type Part = readonly [string, RealtimeMessage];

const answerOf = (answer: RealtimeMessage | undefined): Part[] =>
  answer === undefined ? [] : [['Answer', answer]];

function block({ title, summary = '' }: RealtimeMessage, parts: readonly Part[]): string {
  const bodies = parts.map(([name, { payload }]) => `<h4>${name}</h4>${described(payload)}`);
  return `<details><summary><code>${escape(title)}</code> <span>${prose(summary)}</span></summary>${bodies.join('')}</details>`;
}

function described(schema: Schema): string {
  const { properties, items, anyOf, patternProperties } = schema;
  if (properties !== undefined) return propertiesOf(schema);
  if (patternProperties !== undefined)
    return Object.values(patternProperties).map(described).join('');
  if (items !== undefined) return described(items);
  if (anyOf?.some(isStructured) !== true) return '';
  const choices = anyOf.filter(isStructured).map(described);
  return choices.join('<p class="what">or</p>');
}

const SHOWN_KINDS = 20;

const isStructured = ({ properties, items, anyOf }: Schema): boolean =>
  properties !== undefined || items !== undefined || anyOf !== undefined;

function propertiesOf({ properties = {}, required = [] }: Schema): string {
  const lines = Object.entries(properties).map(([name, schema]) => {
    const kind = required.includes(name) ? '' : ' class="optional"';
    const what =
      schema.description === undefined
        ? ''
        : ` <span class="what">${prose(schema.description)}</span>`;
    return `<li><code${kind}>${escape(name)}</code> <span class="type">${escape(typeOf(schema))}</span>${what}${described(schema)}</li>`;
  });
  return `<ul>${lines.join('')}</ul>`;
}

function typeOf({ const: literal, anyOf, items, type = 'any', minimum, maximum }: Schema): string {
  if (literal !== undefined) return JSON.stringify(literal);
  if (anyOf !== undefined) {
    const kinds = [...new Set(anyOf.map(typeOf))];
    // The catalogue of errors would hide everything around it.
    return kinds.length > SHOWN_KINDS ? `one of ${kinds.length} texts` : kinds.join(' | ');
  }
  if (items !== undefined) return `list of ${typeOf(items)}`;
  if (minimum !== undefined && maximum !== undefined) return `${type} ${minimum}…${maximum}`;
  return type;
}
