const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/**
 * Reads JSON with every number as the text it was written in: `JSON.parse` alone would make a float of
 * a price. Errors: SyntaxError.
 */
export function parseExactJson(text: string): unknown {
  // A number written as 01 or 1. is no JSON; in quotes it would pass.
  JSON.parse(text);
  const quoted = text.replace(STRING_OR_NUMBER, (found) =>
    found.startsWith('"') ? found : `"${found}"`,
  );
  return JSON.parse(quoted) as unknown;
}
