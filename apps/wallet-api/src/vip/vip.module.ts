import { Module } from '@nestjs/common';

import { VipController } from './vip.controller';
import { VipRepository } from './vip.repository';

@Module({ controllers: [VipController], providers: [VipRepository] })
export class VipModule {}
