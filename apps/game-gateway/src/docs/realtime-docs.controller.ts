import { Controller, Get, Header } from '@nestjs/common';
import { realtimeDocument, type RealtimeDocument } from '@cardroom/protocol';

import { realtimePage } from './realtime-page';

/** The wire, for people and for programs; nothing in it is secret. */
@Controller('docs')
export class RealtimeDocsController {
  private readonly document = realtimeDocument();
  private readonly page = realtimePage(this.document);

  @Get('realtime')
  @Header('content-type', 'text/html; charset=utf-8')
  asPage(): string {
    return this.page;
  }

  @Get('realtime.json')
  asDocument(): RealtimeDocument {
    return this.document;
  }
}
