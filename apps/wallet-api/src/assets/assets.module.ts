import { Module } from '@nestjs/common';

import { AssetRepository } from './asset.repository';

@Module({ providers: [AssetRepository], exports: [AssetRepository] })
export class AssetsModule {}
