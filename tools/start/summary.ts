import type { MoreGateway } from './more-gateways';
import { DEMO_ACCOUNTS } from './seed-accounts';

export interface SummaryInput {
  readonly walletApiUrl: string;
  readonly gatewayUrl: string;
  readonly jobsUrl: string;
  readonly password: string;
  readonly logs: string;
  readonly gatewayPid: number;
  readonly moreGateways: readonly MoreGateway[];
}

/** What a person who just started the room wants to know. */
export function summary(input: SummaryInput): string {
  const accounts = DEMO_ACCOUNTS.map(({ email, role }) => `  ${email.padEnd(24)} ${role}`);
  const places = [
    ['Players', input.gatewayUrl, 'Socket.IO for any stock client; /docs/realtime, /metrics'],
    ...input.moreGateways.map(({ url, pid }) => ['', url, `the same room; process ${pid}`]),
    ['Wallet', `${input.walletApiUrl}/docs`, 'Swagger of the REST API'],
    ['Jobs', `${input.jobsUrl}/health`, ''],
    ['Logs', `${input.logs}/`, ''],
  ].map(([name = '', place = '', what = '']) =>
    `${name.padEnd(9)} ${place.padEnd(30)} ${what}`.trimEnd(),
  );
  return `
${places.join('\n')}

Accounts, all with the password ${input.password}
${accounts.join('\n')}
Staff log in with a one-time code as well, good once and for a minute: npm run totp -- cashier

Try next
  See the lobby as a player does (paste this in the project's folder):

${indent(lobbySnippet(input))}

  Be paid by the simulated chain (the address is that of /wallet/deposit-address/BTC):

    npm run gateway -- deposit --to ADDRESS --asset BTC --amount 0.01

  ${'npm run verify'.padEnd(18)} checks the books of the running system
  ${`kill -9 ${input.gatewayPid}`.padEnd(18)} ends the game gateway at once: it comes back and the hands go on
`;
}

const lobbySnippet = ({ walletApiUrl, gatewayUrl, password }: SummaryInput): string =>
  `node --input-type=commonjs -e '
const { io } = require("socket.io-client");
const login = fetch("${walletApiUrl}/api/v1/auth/login", { method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ email: "alice@cardroom.example", password: "${password}" }) });
login.then((answer) => answer.json()).then(async ({ accessToken }) => {
  const socket = io("${gatewayUrl}", { auth: { token: accessToken } });
  const ask = (type, body) => socket.emitWithAck("cmd", { cmdId: crypto.randomUUID(), type, ...body });
  const { data } = await ask("lobby.enter");
  console.table(data.tables.map(({ name, seated, handNo }) => ({ name, seated, handNo })));
  socket.on("delta", ({ events }) => events.forEach((event) => console.log(JSON.stringify(event))));
  await ask("table.watch", { tableId: data.tables[0].tableId });
});'`;

const indent = (text: string): string =>
  text
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
