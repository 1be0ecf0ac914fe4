import type { Dashboard } from './dashboard';

/** Processes, PostgreSQL, Redis and the work behind the tables. */
export const INFRASTRUCTURE: Dashboard = {
  uid: 'cardroom-infrastructure',
  title: 'Cardroom: infrastructure',
  panels: [
    {
      title: 'Apps up',
      unit: 'short',
      queries: [{ expr: 'sum by (job) (up)', legend: '{{job}}' }],
    },
    {
      title: 'Starts in 15 minutes',
      unit: 'short',
      queries: [
        { expr: 'changes(process_start_time_seconds[15m])', legend: '{{job}} {{instance}}' },
      ],
    },
    {
      title: 'Delay of the event loop, p99',
      unit: 's',
      queries: [
        {
          // Of the time since anyone asked: whoever asks just after another is told 0.
          expr: 'max_over_time(nodejs_eventloop_lag_p99_seconds[1m])',
          legend: '{{job}} {{instance}}',
        },
      ],
    },
    {
      title: 'CPU, cores',
      unit: 'short',
      queries: [{ expr: 'rate(process_cpu_seconds_total[1m])', legend: '{{job}} {{instance}}' }],
    },
    {
      title: 'Memory',
      unit: 'bytes',
      queries: [{ expr: 'process_resident_memory_bytes', legend: '{{job}} {{instance}}' }],
    },
    {
      title: 'Open files and sockets',
      unit: 'short',
      queries: [{ expr: 'process_open_fds', legend: '{{job}} {{instance}}' }],
    },
    {
      title: 'Requests a second, by status',
      unit: 'short',
      width: 12,
      queries: [
        {
          expr: 'sum by (job, status) (rate(http_request_duration_seconds_count{route!~"/health.*"}[1m]))',
          legend: '{{job}} {{status}}',
        },
      ],
    },
    {
      title: 'Requests, p95',
      unit: 's',
      width: 12,
      queries: [
        {
          expr: 'histogram_quantile(0.95, sum by (le, job) (rate(http_request_duration_seconds_bucket{route!~"/health.*"}[5m])))',
          legend: '{{job}}',
        },
      ],
    },
    {
      title: 'PostgreSQL connections',
      unit: 'short',
      queries: [
        { expr: 'sum by (job) (db_connection_pool_used)', legend: '{{job}} used' },
        { expr: 'sum by (job) (db_connection_pool_waiting)', legend: '{{job}} waiting' },
      ],
    },
    {
      title: 'Writes refused in 10 minutes: disk or memory full',
      unit: 'short',
      queries: [
        { expr: 'sum by (server) (increase(storage_refusals_total[10m]))', legend: '{{server}}' },
      ],
    },
    {
      title: 'Cache: share of hits',
      unit: 'percentunit',
      queries: [
        {
          expr: 'sum(rate(cache_requests_total{outcome="hit"}[5m])) / sum(rate(cache_requests_total[5m]))',
          legend: 'hits',
        },
      ],
    },
    {
      title: 'Outbox',
      unit: 'short',
      queries: [
        { expr: 'max(outbox_pending)', legend: 'not done' },
        { expr: 'max(outbox_lag_seconds)', legend: 'seconds of the oldest' },
        { expr: 'sum(increase(outbox_swept_total[10m]))', legend: 'sent again in 10 minutes' },
      ],
    },
    {
      title: 'Jobs in queues',
      unit: 'short',
      queries: [{ expr: 'max by (queue, state) (queue_jobs)', legend: '{{queue}} {{state}}' }],
    },
    {
      title: 'Jobs a second',
      unit: 'short',
      queries: [
        {
          expr: 'sum by (queue, outcome) (rate(jobs_processed_total[1m]))',
          legend: '{{queue}} {{outcome}}',
        },
      ],
    },
    {
      title: 'Jobs, p95',
      unit: 's',
      queries: [
        {
          expr: 'histogram_quantile(0.95, sum by (le, queue) (rate(job_duration_seconds_bucket[5m])))',
          legend: '{{queue}}',
        },
      ],
    },
    {
      title: 'Scheduled jobs: runs in an hour',
      unit: 'short',
      queries: [
        {
          expr: 'sum by (exported_job, outcome) (increase(scheduled_job_runs_total[1h]))',
          legend: '{{exported_job}} {{outcome}}',
          mayBeEmpty: true,
        },
        { expr: 'max(scheduled_job_runs_given_up)', legend: 'given up' },
      ],
    },
  ],
};
