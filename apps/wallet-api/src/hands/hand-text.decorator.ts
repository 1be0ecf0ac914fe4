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

/** How a browser keeps the text: as a file with the name of the hand. */
export const asFile = (handId: string, ending: 'phh' | 'txt'): string =>
  `attachment; filename="${handId}.${ending}"`;
