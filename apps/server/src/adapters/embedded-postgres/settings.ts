/** What decides how the embedded server runs. */
export interface ServerSettings {
  /** Folder of the unix socket; undefined on Windows, where TCP on the loopback is used. */
  socketDir: string | undefined;
  port: number;
  /** PostgreSQL's own page cache, in megabytes. */
  sharedBuffersMb: number;
  maxConnections: number;
  /** Binaries and their version: a server started from others is restarted, not adopted. */
  binaries: string;
}

/**
 * The whole configuration of the embedded server, for two cores and little memory. Durability
 * stays as PostgreSQL ships it: what is acknowledged survives a power cut.
 */
export function serverConfig(settings: ServerSettings): string {
  const socket = settings.socketDir;
  return `# Written by Guitai at every start; put own settings into postgresql.auto.conf (ALTER SYSTEM).
# binaries: ${settings.binaries}
listen_addresses = '${socket === undefined ? '127.0.0.1' : ''}'
${socket === undefined ? '' : `unix_socket_directories = '${socket}'\nunix_socket_permissions = 0700`}
port = ${settings.port}
max_connections = ${settings.maxConnections}
cluster_name = 'guitai'

fsync = on
synchronous_commit = on
full_page_writes = on
wal_level = replica
max_wal_senders = 2
max_logical_replication_workers = 0
max_wal_size = 512MB
min_wal_size = 64MB
checkpoint_timeout = 5min
wal_buffers = 4MB

shared_buffers = ${settings.sharedBuffersMb}MB
work_mem = 8MB
maintenance_work_mem = 64MB
effective_cache_size = 1GB
random_page_cost = 1.1
io_method = sync
jit = off
max_worker_processes = 4
max_parallel_workers_per_gather = 0
max_parallel_maintenance_workers = 1
autovacuum = on
autovacuum_max_workers = 2
autovacuum_naptime = 30s

idle_in_transaction_session_timeout = 60s
restart_after_crash = on
datestyle = 'iso, ymd'
timezone = 'UTC'
log_timezone = 'UTC'
lc_messages = 'C'
lc_monetary = 'C'
lc_numeric = 'C'
lc_time = 'C'
default_text_search_config = 'pg_catalog.simple'

log_destination = 'stderr'
logging_collector = off
log_line_prefix = '%m [%p] '
log_min_messages = warning
# Statements may hold buyers' data: they stay out of the log.
log_min_error_statement = panic
log_parameter_max_length_on_error = 0
`;
}
