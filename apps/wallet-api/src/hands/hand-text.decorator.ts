import { applyDecorators, Header } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';

const TEXT = 'text/plain; charset=utf-8';

/** Answers a hand as plain text. */
export const HandText = (description: string): MethodDecorator =>
  applyDecorators(
    Header('Content-Type', TEXT),
    ApiProduces('text/plain'),
    ApiOkResponse({ description, schema: { type: 'string' } }),
  );

/** How a browser keeps the text: as a file of that name. */
export const asFile = (name: string, ending: 'phh' | 'phhs' | 'txt'): string =>
  `attachment; filename="${name}.${ending}"`;

/** Header of a page of text: the cursor of the next one; missing at the end. */
export const NEXT_CURSOR = 'X-Next-Cursor';
