import { Inject, Injectable } from '@nestjs/common';
import { SERVER_ID } from '@cardroom/platform';

import { NodePeers } from '../nodes/node-peers';
import { NodePulse } from '../nodes/node-pulse';
import { takers } from '../nodes/placement.rules';
import { TableHost } from '../table/table.host';
import { TableRepository } from '../table/table.repository';

/** Where a table is, and who is to host it where nobody does. */
@Injectable()
export class Placement {
  constructor(
    @Inject(SERVER_ID) private readonly nodeId: string,
    private readonly pulse: NodePulse,
    private readonly tables: TableRepository,
    private readonly host: TableHost,
    private readonly peers: NodePeers,
  ) {}

  isHere(owner: string): boolean {
    return owner === this.nodeId;
  }

  /** The node that hosts a table, which is hosted now where nobody did; null where that is to come. */
  async ownerOf(tableId: string): Promise<string | null> {
    const owner = await this.pulse.ownerOf(tableId);
    return owner ?? (await this.place(tableId));
  }

  /** Why a table cannot be asked anything at all; null where it can. */
  async faultOf(tableId: string): Promise<'TABLE_NOT_FOUND' | 'TABLE_CLOSED' | null> {
    if ((await this.tables.tableToHost(tableId)) !== null) return null;
    return (await this.tables.exists(tableId)) ? 'TABLE_CLOSED' : 'TABLE_NOT_FOUND';
  }

  private async place(tableId: string): Promise<string | null> {
    const row = await this.tables.tableToHost(tableId);
    const [taker] = takers(this.pulse.nodes, row?.pool ?? '');
    if (taker === undefined) return null;
    if (taker.nodeId === this.nodeId) await this.host.hostNow(tableId);
    else await this.peers.host(taker.nodeId, tableId);
    return this.pulse.ownerOf(tableId);
  }
}
