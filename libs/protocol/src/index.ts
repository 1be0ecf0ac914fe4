export { ERRORS, ERROR_CODES, errorSpec, isErrorCode } from './errors';
export type { ErrorCode, ErrorSpec, LogLevel } from './errors';
export {
  AmountKrw,
  checker,
  CmdId,
  HandId,
  HashText,
  MAX_AMOUNT_KRW,
  MAX_CHAT_LENGTH,
  MAX_SEATS,
  Seat,
  StateVersion,
  TableId,
} from './schemas';
export type { Checked, ShapeRefusal } from './schemas';
export { COMMAND_SCHEMAS, parseCommand } from './commands';
export type { Command, CommandOf, CommandType, TableCommand } from './commands';
export type { Answer, AnswerOf, AnswerOk, AnswerRefused, Refusal } from './answers';
export { NOTICE_CODES, SEAT_STATUSES, SERVER_MESSAGES } from './views';
export type {
  CardOpening,
  CardsMessage,
  ChatMessage,
  DealView,
  Delta,
  HandResultView,
  LegalActionsView,
  LobbyChange,
  LobbyData,
  LobbyTable,
  Notice,
  NoticeCode,
  NotificationMessage,
  OwnMessage,
  OwnSeatView,
  PotView,
  PreActionName,
  RootView,
  SeatStatus,
  SeatView,
  ServerEvents,
  Snapshot,
  StakesView,
  TableEventView,
  TablePatch,
  TableSettingsView,
  TableView,
  TurnView,
  WatchData,
} from './views';
export { handRecord } from './hand-record';
export type { HandRecord } from './hand-record';
export { realtimeDocument } from './realtime-document';
export type { RealtimeDocument, RealtimeMessage } from './realtime-document';
export { applyPatch, diffViews } from './patch';
export { OUTBOX_TOPICS, QUEUE_NAMES, QUEUE_OF_TOPIC } from './queues';
export type { OutboxJob, OutboxPayloads, OutboxTopic, QueueName, SecurityEvent } from './queues';
