import {
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';

import { TableBroadcaster } from '../table/table.io';
import { TableHost } from '../table/table.host';

const INTERVAL_MS = 1_000;

/** Tells the lobby when its list has changed, at most once a second. */
@Injectable()
export class LobbyPublisher implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;
  private last = '';

  constructor(
    private readonly host: TableHost,
    private readonly io: TableBroadcaster,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.publish(), INTERVAL_MS);
  }

  onApplicationShutdown(): void {
    if (this.timer !== null) clearInterval(this.timer);
  }

  private publish(): void {
    const tables = this.host.lobby();
    const text = JSON.stringify(tables);
    if (text === this.last) return;
    this.last = text;
    this.io.lobby(tables);
  }
}
