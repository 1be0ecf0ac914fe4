import { quantiles, type Dashboard } from './dashboard';

/** What moves, what waits, and what must stay 0. */
export const MONEY: Dashboard = {
  uid: 'cardroom-money',
  title: 'Cardroom: money',
  panels: [
    {
      title: 'Must stay 0',
      unit: 'short',
      width: 16,
      queries: [
        { expr: 'sum(invariant_violations_total)', legend: 'broken invariants' },
        { expr: 'sum(hands_total{outcome="voided"})', legend: 'voided hands' },
        { expr: 'sum(fenced_writes_total)', legend: 'fenced writes' },
        { expr: 'max(outbox_dead)', legend: 'outbox rows given up' },
        { expr: 'max(audit_mismatches)', legend: 'audit mismatches', mayBeEmpty: true },
        { expr: 'max(withdrawals_unknown)', legend: 'withdrawals sent or not' },
        { expr: 'sum(payout_conflicts_total)', legend: 'payouts in conflict' },
        { expr: 'sum(deposit_conflicts_total)', legend: 'deposits in conflict' },
        { expr: 'max(reconciliation_open_findings)', legend: 'open findings' },
      ],
    },
    {
      title: 'Rake, won a minute',
      unit: 'short',
      queries: [{ expr: 'sum(rate(rake_krw_total[5m])) * 60', legend: 'rake' }],
    },
    {
      title: 'Won that moved a minute, by kind',
      unit: 'short',
      width: 16,
      queries: [
        {
          expr: 'sum by (type) (rate(transactions_total_amount[5m])) * 60',
          legend: '{{type}}',
        },
      ],
    },
    {
      title: 'Refused for want of money, a minute',
      unit: 'short',
      queries: [
        {
          expr: 'sum by (job) (rate(wallet_insufficient_funds_error_count[5m])) * 60',
          legend: '{{job}}',
        },
      ],
    },
    {
      title: 'Deposits open',
      unit: 'short',
      queries: [
        { expr: 'sum by (status) (deposits_open)', legend: '{{status}}', mayBeEmpty: true },
        { expr: 'max(deposit_events_open)', legend: 'events not worked off' },
      ],
    },
    {
      title: 'Withdrawals',
      unit: 'short',
      queries: [
        { expr: 'max(withdrawals_waiting)', legend: 'wait for approval' },
        {
          expr: 'sum by (to) (increase(withdrawal_moves_total[10m]))',
          legend: 'to {{to}} in 10 minutes',
          mayBeEmpty: true,
        },
      ],
    },
    {
      title: 'Holdings and what players are owed, won',
      unit: 'short',
      queries: [
        { expr: 'max(solvency_holdings_krw)', legend: 'holdings' },
        { expr: 'max(solvency_owed_krw)', legend: 'owed' },
        { expr: 'max(solvency_not_proven)', legend: 'not proven (1)' },
      ],
    },
    {
      title: 'Postings: from asking to the answer',
      unit: 's',
      queries: quantiles('ledger_pump_seconds').map((query) => ({ ...query, mayBeEmpty: true })),
    },
    {
      title: 'Postings that wait',
      unit: 'short',
      queries: [
        { expr: 'sum by (job) (ledger_pump_waiting)', legend: '{{job}}', mayBeEmpty: true },
        {
          expr: 'sum by (job) (ledger_pump_units_waiting)',
          legend: '{{job}}, with rows of their own',
          mayBeEmpty: true,
        },
      ],
    },
    {
      title: 'Sources that agree on a rate',
      unit: 'short',
      queries: [{ expr: 'min by (asset) (rate_sources_used)', legend: '{{asset}}' }],
    },
    {
      title: 'Other sides: share of calls that fail',
      unit: 'percentunit',
      queries: [
        { expr: 'max by (provider) (external_provider_failure_rate)', legend: '{{provider}}' },
      ],
    },
    {
      title: 'Audit trail: age of what is not sealed',
      unit: 's',
      queries: [{ expr: 'min(audit_sealing_lag_seconds)', legend: 'oldest record' }],
    },
    {
      title: 'Rakeback paid, won',
      unit: 'short',
      queries: [{ expr: 'sum(rakeback_paid_krw_total)', legend: 'since the start' }],
    },
  ],
};
