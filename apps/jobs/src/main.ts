import {
  createHttpApp,
  HealthRegistry,
  loadConfigOrExit,
  shutDownOnSignals,
  startApp,
} from '@cardroom/platform';

import { AppModule } from './app.module';
import { JobsConfig } from './config/jobs.config';
import { serveQueueBoard } from './queues/queue-board';

async function main(): Promise<void> {
  const config = loadConfigOrExit(JobsConfig);
  const app = await createHttpApp(AppModule.with(config), { trustedProxies: [] });
  serveQueueBoard(app, config.queueBoardPassword);
  shutDownOnSignals(app);
  await app.listen(config.port);
  app.get(HealthRegistry).serving();
}

startApp(main);
