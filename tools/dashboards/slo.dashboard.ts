import type { Dashboard } from './dashboard';

/** What is promised, and how much of the allowance for faults is used up. Rules: alerts.yml. */
export const SLO: Dashboard = {
  uid: 'cardroom-slo',
  title: 'Cardroom: what is promised',
  panels: [
    {
      title: 'Requests answered without a fault of ours (promised: 99.9 %)',
      unit: 'percentunit',
      width: 12,
      queries: [
        { expr: '1 - cardroom:request_faults:ratio_rate1h', legend: 'one hour' },
        { expr: '1 - cardroom:request_faults:ratio_rate6h', legend: 'six hours' },
      ],
    },
    {
      title: 'Actions answered within 100 ms (promised: 95 %)',
      unit: 'percentunit',
      width: 12,
      queries: [
        { expr: '1 - cardroom:slow_actions:ratio_rate1h', legend: 'one hour' },
        { expr: '1 - cardroom:slow_actions:ratio_rate6h', legend: 'six hours' },
      ],
    },
    {
      title: 'How fast the allowance for faults burns (1: just enough for 30 days)',
      unit: 'short',
      width: 12,
      queries: [
        { expr: 'cardroom:request_faults:ratio_rate5m / 0.001', legend: '5 minutes' },
        { expr: 'cardroom:request_faults:ratio_rate1h / 0.001', legend: 'one hour' },
      ],
    },
    {
      title: 'How fast the allowance for slow actions burns',
      unit: 'short',
      width: 12,
      queries: [
        { expr: 'cardroom:slow_actions:ratio_rate5m / 0.05', legend: '5 minutes' },
        { expr: 'cardroom:slow_actions:ratio_rate1h / 0.05', legend: 'one hour' },
      ],
    },
    {
      title: 'Apps that answer',
      unit: 'percentunit',
      queries: [{ expr: 'avg by (job) (avg_over_time(up[1h]))', legend: '{{job}}' }],
    },
    {
      title: 'Hands that were played to their end (promised: all)',
      unit: 'percentunit',
      queries: [
        {
          expr: 'sum(hands_total{outcome="settled"}) / sum(hands_total)',
          legend: 'settled, since the start',
        },
      ],
    },
    {
      title: 'Age of the last backup',
      unit: 's',
      queries: [
        { expr: 'min by (kind) (backup_age_seconds)', legend: '{{kind}}', mayBeEmpty: true },
        { expr: 'max(wal_archive_lag_seconds)', legend: 'WAL not archived', mayBeEmpty: true },
      ],
    },
    {
      title: 'Alerts that fire',
      unit: 'short',
      width: 24,
      queries: [
        {
          expr: 'count by (alertname) (ALERTS{alertstate="firing"})',
          legend: '{{alertname}}',
          mayBeEmpty: true,
        },
      ],
    },
  ],
};
