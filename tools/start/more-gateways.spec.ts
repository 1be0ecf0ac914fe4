import { refuseWorkers } from './more-gateways';

it('a gateway of several processes is refused, and it is said what to use', () => {
  expect(() => refuseWorkers({ GATEWAY_WORKERS: '2' })).toThrow(
    'GATEWAY_WORKERS is set (2): several gateways are started by --gateways',
  );
});

it.each([[{}], [{ GATEWAY_WORKERS: '' }], [{ GATEWAY_WORKERS: '1' }]])('%j is not', (env) => {
  expect(() => refuseWorkers(env)).not.toThrow();
});
