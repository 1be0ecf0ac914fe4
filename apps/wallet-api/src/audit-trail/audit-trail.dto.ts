import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsISO8601, IsOptional, MaxLength } from 'class-validator';
import {
  AUDIT_OUTCOMES,
  type AuditOutcome,
  type AuditProof,
  type SealedBlock,
  type SealProof,
} from '@cardroom/audit';
import { IsCleanString } from '@cardroom/platform';

import { PageQueryDto } from '../page-query.dto';
import { ReasonDto } from '../staff/reason.dto';
import type { AuditEventItem } from './audit-events.repository';
import { FINDING_STATUSES, type FindingItem, type FindingStatus } from './findings.repository';

export class AuditEventQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ description: 'A user’s id, or the name of a part of the system.' })
  @IsOptional()
  @IsCleanString()
  @MaxLength(100)
  actor?: string;

  @ApiPropertyOptional({ example: 'player.freeze', description: 'What was done.' })
  @IsOptional()
  @IsCleanString()
  @MaxLength(80)
  action?: string;

  @ApiPropertyOptional({ example: 'switch:sending', description: 'What it was done to.' })
  @IsOptional()
  @IsCleanString()
  @MaxLength(200)
  subject?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'From this moment on.' })
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  from?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Before this moment.' })
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  to?: string;
}

export class AuditEventDto implements Record<keyof AuditEventItem, unknown> {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'date-time' })
  recordedAt!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Null: somebody who is not known.' })
  actorId!: string | null;

  @ApiProperty({ example: 'risk' })
  actorRole!: string;

  @ApiProperty({ example: 'player.freeze' })
  action!: string;

  @ApiProperty({ example: 'player:0190a7c2-0000-7000-8000-000000000001' })
  subject!: string;

  @ApiProperty({ enum: AUDIT_OUTCOMES })
  outcome!: AuditOutcome;

  @ApiProperty({ type: String, nullable: true, example: 'Asked for by the player.' })
  reason!: string | null;

  @ApiProperty({ type: 'object', additionalProperties: true, example: { sessionsClosed: 2 } })
  details!: object;

  @ApiProperty({ type: String, nullable: true })
  requestId!: string | null;
}

export class AuditEventPageDto {
  @ApiProperty({ type: [AuditEventDto] })
  items!: AuditEventDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Null at the end of the list.' })
  nextCursor!: string | null;
}

export class SealedBlockDto implements SealedBlock {
  @ApiProperty({ example: 4711 })
  height!: number;

  @ApiProperty({ example: '81234', description: 'Number of its first transaction.' })
  fromXid!: string;

  @ApiProperty({ example: '81270', description: 'Number of the first one after it.' })
  belowXid!: string;

  @ApiProperty({ example: 12 })
  records!: number;

  @ApiProperty({ description: 'Merkle root of RFC 6962 over its records, in hex.' })
  root!: string;

  @ApiProperty({ description: 'Head of the block before it, in hex.' })
  previousHead!: string;

  @ApiProperty({ format: 'date-time' })
  sealedAt!: string;

  @ApiProperty({ description: 'Which key signed the head.' })
  keyId!: string;

  @ApiProperty({ description: 'SHA-256 of the canonical header, in hex.' })
  head!: string;

  @ApiProperty({ description: 'Ed25519 over `cardroom audit block ` and the head, in base64.' })
  signature!: string;
}

export class SealProofDto implements SealProof {
  @ApiProperty({ example: 3, description: 'Place in its block, counted from 0.' })
  index!: number;

  @ApiProperty({ type: [String], description: 'Hashes beside the way to the root, lowest first.' })
  path!: string[];

  @ApiProperty({ type: SealedBlockDto })
  block!: SealedBlockDto;

  @ApiProperty({ type: String, nullable: true, description: 'In PEM; trust the published one.' })
  publicKey!: string | null;
}

export class TransactionProofDto implements Omit<AuditProof, 'record'> {
  @ApiProperty({ description: 'Leaf hash of RFC 6962 over the sealed record, in hex.' })
  leafHash!: string;

  @ApiProperty({ type: SealProofDto, nullable: true, description: 'Null for the second it waits.' })
  seal!: SealProofDto | null;
}

export class TransferAuditDto extends TransactionProofDto implements AuditProof {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'The transfer with its entries, as it is sealed.',
  })
  record!: Record<string, unknown>;
}

export class FindingQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ enum: FINDING_STATUSES, description: 'Only findings that stand so.' })
  @IsOptional()
  @IsIn(FINDING_STATUSES)
  status?: FindingStatus;
}

export class FindingDto implements Record<keyof FindingItem, unknown> {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: ['gateway', 'seats', 'rake', 'holds'], example: 'gateway' })
  kind!: string;

  @ApiProperty({ example: 'asset:BTC' })
  subject!: string;

  @ApiProperty({ example: '150000', description: 'As the books have it: won, or base units.' })
  expected!: string;

  @ApiProperty({ example: '140000', description: 'As the other side has it.' })
  found!: string;

  @ApiProperty({ enum: FINDING_STATUSES })
  status!: FindingStatus;

  @ApiProperty({ format: 'date-time' })
  firstSeenAt!: string;

  @ApiProperty({ format: 'date-time' })
  lastSeenAt!: string;

  @ApiProperty({ example: 3 })
  timesSeen!: number;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  resolvedBy!: string | null;

  @ApiProperty({ type: String, nullable: true })
  resolution!: string | null;
}

export class FindingPageDto {
  @ApiProperty({ type: [FindingDto] })
  items!: FindingDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Null at the end of the list.' })
  nextCursor!: string | null;
}

export class FindingResolutionDto extends ReasonDto {
  @ApiProperty({
    enum: ['explained', 'closed'],
    description:
      '`explained`: it may stay as it is and does not come up again. `closed`: it is mended; if it is seen again it is a new finding.',
  })
  @IsIn(['explained', 'closed'])
  status!: 'explained' | 'closed';
}
