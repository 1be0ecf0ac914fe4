import { quantiles, type Dashboard } from './dashboard';

/** Who is there, what is played, and how long it takes. */
export const PLAYERS: Dashboard = {
  uid: 'cardroom-players',
  title: 'Cardroom: players and tables',
  panels: [
    {
      title: 'Players',
      unit: 'short',
      queries: [
        { expr: 'sum(gateway_connections)', legend: 'connected' },
        { expr: 'sum(seated_players)', legend: 'seated' },
      ],
    },
    {
      title: 'Tables hosted',
      unit: 'short',
      queries: [{ expr: 'sum by (instance) (gateway_tables)', legend: '{{instance}}' }],
    },
    {
      title: 'Hands a second',
      unit: 'short',
      queries: [{ expr: 'sum by (outcome) (rate(hands_total[1m]))', legend: '{{outcome}}' }],
    },
    {
      title: 'From a command to its answer',
      unit: 's',
      width: 12,
      queries: quantiles('action_duration_seconds'),
    },
    {
      title: 'Commands a second, by outcome',
      unit: 'short',
      width: 12,
      queries: [{ expr: 'sum by (outcome) (rate(actions_total[1m]))', legend: '{{outcome}}' }],
    },
    { title: 'Commits in Redis', unit: 's', queries: quantiles('commit_duration_seconds') },
    {
      title: 'Settlements in PostgreSQL',
      unit: 's',
      queries: quantiles('settlement_duration_seconds'),
    },
    {
      title: 'Hands that wait for PostgreSQL',
      unit: 'short',
      queries: [
        { expr: 'sum(settlement_backlog_hands)', legend: 'hands' },
        { expr: 'max(settlement_lag_seconds)', legend: 'seconds of the oldest' },
      ],
    },
    {
      title: 'Tables that moved, in 10 minutes',
      unit: 'short',
      queries: [
        {
          expr: 'sum by (moment) (increase(table_takeovers_total[10m]))',
          legend: 'taken over {{moment}}',
        },
      ],
    },
    {
      title: 'Roots of deals, in 10 minutes',
      unit: 'short',
      queries: [
        {
          expr: 'sum by (outcome, reason) (increase(deal_roots_total[10m]))',
          legend: '{{outcome}} {{reason}}',
        },
      ],
    },
    {
      title: 'Between gateways',
      unit: 'short',
      queries: [
        { expr: 'max(gateway_nodes)', legend: 'gateways' },
        {
          expr: 'sum by (outcome) (rate(routed_commands_total[1m]))',
          legend: 'routed a second: {{outcome}}',
          mayBeEmpty: true,
        },
        { expr: 'sum(rate(slow_readers_total[5m]))', legend: 'slow readers cut a second' },
      ],
    },
  ],
};
