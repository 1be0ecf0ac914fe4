import { Module } from '@nestjs/common';

import { RealtimeDocsController } from './realtime-docs.controller';

@Module({ controllers: [RealtimeDocsController] })
export class RealtimeDocsModule {}
