import { House1700000000001 } from './0001-house';
import { Ledger1700000000002 } from './0002-ledger';
import { WebhookRetries1700000000003 } from './0003-webhook-retries';
import { DealRoots1700000000004 } from './0004-deal-roots';
import { TableRules1700000000006 } from './0006-table-rules';
import { LedgerSpeed1700000000007 } from './0007-ledger-speed';
import { Deposits1700000000008 } from './0008-deposits';
import { Withdrawals1700000000009 } from './0009-withdrawals';
import { Staff1700000000010 } from './0010-staff';
import { RakeAndVip1700000000011 } from './0011-rake-and-vip';
import { Audit1700000000012 } from './0012-audit';
import { Records1700000000014 } from './0014-records';
import { Adjustments1700000000015 } from './0015-adjustments';
import { LimitsAndSteps1700000000017 } from './0017-limits-and-steps';
import { Notifications1700000000018 } from './0018-notifications';
import { StatisticsAndArchive1700000000019 } from './0019-statistics-and-archive';
import { Backups1700000000020 } from './0020-backups';
import { Integrity1700000000023 } from './0023-integrity';
import { LedgerPair1700000000024 } from './0024-ledger-pair';
import { LedgerLighter1700000000025 } from './0025-ledger-lighter';
import { SettleHand1700000000027 } from './0027-settle-hand';
import { PackedRecords1700000000028 } from './0028-packed-records';
import { PlayersInHands1700000000029 } from './0029-players-in-hands';
import { TableChanges1700000000032 } from './0032-table-changes';
import { OneStack1700000000033 } from './0033-one-stack';
import { BooksOfHands1700000000034 } from './0034-books-of-hands';
import { HandsLighter1700000000035 } from './0035-hands-lighter';

/** Every migration, in the order they run. */
export const MIGRATIONS = [
  House1700000000001,
  Ledger1700000000002,
  WebhookRetries1700000000003,
  DealRoots1700000000004,
  TableRules1700000000006,
  LedgerSpeed1700000000007,
  Deposits1700000000008,
  Withdrawals1700000000009,
  Staff1700000000010,
  RakeAndVip1700000000011,
  Audit1700000000012,
  Records1700000000014,
  Adjustments1700000000015,
  LimitsAndSteps1700000000017,
  Notifications1700000000018,
  StatisticsAndArchive1700000000019,
  Backups1700000000020,
  Integrity1700000000023,
  LedgerPair1700000000024,
  LedgerLighter1700000000025,
  SettleHand1700000000027,
  PackedRecords1700000000028,
  PlayersInHands1700000000029,
  TableChanges1700000000032,
  OneStack1700000000033,
  BooksOfHands1700000000034,
  HandsLighter1700000000035,
] as const;
