// Makes the types of the REST API: the file of an OpenAPI document in, TypeScript out. Part of `npm run reference`.
import { readFileSync } from 'node:fs';

import openapiTypes, { astToString } from 'openapi-typescript';

const HEAD = `/**
 * The types of the REST API, made from the OpenAPI document of wallet-api by \`npm run reference\`;
 * a test compares the two.
 */
`;

process.stdout.write(
  `${HEAD}${astToString(await openapiTypes(readFileSync(process.argv[2], 'utf8')))}`,
);
