import {
  EdgeConfig,
  isOrigin,
  IsListOf,
  IsOneOf,
  IsPortNumber,
  IsText,
  IsWholeNumber,
  Rule,
  Variable,
} from '@cardroom/platform';

const DECK_SOURCES = ['fair', 'scripted'] as const;

/** Everything that the game gateway is told from outside. */
export class GatewayConfig extends EdgeConfig {
  @Variable('GATEWAY_PORT')
  @IsPortNumber()
  port = 3001;

  /** Processes behind the one port; each is a node of its own. */
  @Variable('GATEWAY_WORKERS')
  @IsWholeNumber({ min: 1, max: 64 })
  workers = 1;

  @Variable('WS_MAX_CONNECTIONS')
  @IsWholeNumber({ min: 1 })
  maxConnections = 600;

  @Variable('WS_MAX_CONNECTIONS_PER_USER')
  @IsWholeNumber({ min: 1 })
  maxConnectionsPerUser = 3;

  /** Of one account, over all processes. */
  @Variable('WS_CONNECTS_PER_MINUTE')
  @IsWholeNumber({ min: 1 })
  connectsPerMinute = 120;

  /** Empty: any origin. */
  @Variable('WS_ALLOWED_ORIGINS')
  @IsListOf('must be origins such as https://play.example.com, separated by commas', isOrigin)
  @Rule<GatewayConfig>(
    'must list the origins that may connect in production',
    (value, { nodeEnv }) => nodeEnv !== 'production' || (Array.isArray(value) && value.length > 0),
  )
  allowedOrigins: string[] = [];

  /** 0: nobody is reminded. */
  @Variable('SESSION_REMINDER_MINUTES')
  @IsWholeNumber({ min: 0, max: 1_440 })
  sessionReminderMinutes = 60;

  @Variable('TABLE_POOL')
  @IsText(/^[a-z0-9-]{1,40}$/, 'must be 1 to 40 of a-z, 0-9 and -')
  tablePool = 'main';

  @Variable('DECK_SOURCE')
  @IsOneOf(DECK_SOURCES)
  @Rule<GatewayConfig>(
    'must be fair in production',
    (value, { nodeEnv }) => nodeEnv !== 'production' || value === 'fair',
  )
  deckSource: (typeof DECK_SOURCES)[number] = 'fair';

  @Variable('DECK_SCRIPT_FILE')
  @Rule<GatewayConfig>(
    'must be given with DECK_SOURCE=scripted, and only then',
    (value, { deckSource }) => (deckSource === 'scripted') === (typeof value === 'string'),
  )
  deckScriptFile?: string;
}
