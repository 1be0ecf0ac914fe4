import { Readable } from 'node:stream';

import { applyDecorators, Header, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';

const CSV = 'text/csv; charset=utf-8';

/** Answers a list as CSV by RFC 4180. */
export const CsvFile = (description: string): MethodDecorator =>
  applyDecorators(
    Header('Content-Type', CSV),
    ApiProduces('text/csv'),
    ApiOkResponse({ description, schema: { type: 'string' } }),
  );

/** Lines as a file that a browser keeps under that name; they are read while they are sent. */
export const csvFileOf = (name: string, lines: AsyncIterable<string>): StreamableFile =>
  new StreamableFile(Readable.from(lines), {
    type: CSV,
    disposition: `attachment; filename="${name}.csv"`,
  });
