// Who is alive, whether jobs and mail move, whether the files named in the database are there.
import { connect } from 'node:net'
import type pg from 'pg'
import type { Config } from '../../platform/config.ts'
import { openFiles } from '../../platform/files/open.ts'
import { fileKey } from '../../platform/files/store.ts'
import { fault, notice, ok, type Finding } from './finding.ts'

const newestFiles = 200

export async function checkServices(client: pg.Client, config: Config): Promise<Finding[]> {
  const ask = async <R extends object>(sql: string) => (await client.query<R>(sql)).rows
  const alive = new Set((await ask<{ service: string }>(`select distinct unnest(services) as service from process where seen_at > now() - interval '10 seconds'`)).map((r) => r.service))
  const findings: Finding[] = [alive.size === 0 ? notice('services', 'none runs', 'start Kontuar with "npm start"') : ok('services', `${[...alive].sort().join(', ')} running`)]
  if (alive.size > 0) {
    for (const [service, does] of [['worker', 'mail is neither read nor sent'], ['mail', 'no mail is taken'], ['web', 'nobody can work']] as const) {
      if (!alive.has(service)) findings.push(fault(service, `does not run: ${does}`, `start a process with --services=${service}`))
    }
  }

  const [jobs] = await ask<{ given_up: number; late_seconds: number | null }>(
    `select count(*) filter (where attempts >= max_attempts)::integer as given_up,
       extract(epoch from now() - min(run_at) filter (where attempts < max_attempts and locked_at is null and run_at < now()))::integer as late_seconds from graphile_worker._private_jobs`)
  if (jobs!.given_up > 0) findings.push(notice('jobs', `${jobs!.given_up} given up after repeated failure`, 'the log names each with its reason ("job given up")'))
  if (alive.has('worker') && (jobs!.late_seconds ?? 0) > 60) findings.push(fault('jobs', `the oldest waits ${jobs!.late_seconds} s`, 'the worker cannot keep up: start another process with --services=worker, and look into the log'))
  else findings.push(ok('jobs', jobs!.late_seconds === null ? 'none waits' : `the oldest waits ${jobs!.late_seconds} s`))

  findings.push(await checkMailPort(alive.has('mail'), config))
  findings.push(await checkFiles(ask, config))
  return findings
}

async function checkMailPort(running: boolean, { host, smtpPort }: Config): Promise<Finding> {
  const where = `${host}:${smtpPort}`
  const greeting = await greet(host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host, smtpPort)
  if (running) return greeting?.startsWith('220') ? ok('mail port', `${where} answers`) : fault('mail port', `${where} does not answer as a mail server`, 'check SMTP_PORT and HOST, and that the server was started with the same')
  return greeting === null ? ok('mail port', `${where} is free`) : fault('mail port', `${where} is taken by another program`, 'stop that program, or choose another SMTP_PORT')
}

/** What a server says first; empty when it keeps silent for two seconds; null when nobody listens. */
function greet(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2000 })
    const end = (answer: string | null) => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('data', (bytes) => end(bytes.toString('latin1')))
    socket.once('timeout', () => end(''))
    socket.once('error', () => end(null))
  })
}

async function checkFiles(ask: <R extends object>(sql: string) => Promise<R[]>, config: Config): Promise<Finding> {
  const files = await ask<{ org_id: number; sha256: string }>(`select org_id, sha256 from file order by created_at desc limit ${newestFiles}`)
  try {
    const store = openFiles(config)
    const there = await Promise.all(files.map((file) => store.has(fileKey(file.org_id, file.sha256))))
    const missing = there.filter((found) => !found).length
    return missing > 0
      ? fault('files', `${missing} of the newest ${files.length} are missing from the store`, config.s3 ? 'check S3_ENDPOINT and S3_BUCKET, or restore the bucket' : `restore ${config.dataDir}/files from the backup`)
      : ok('files', files.length === 0 ? 'none stored yet' : `the newest ${files.length} are there`)
  } catch (error) {
    return fault('files', `the store cannot be reached: ${(error as Error).message}`, config.s3 ? 'check the S3_… settings' : 'check the rights of the data folder')
  }
}
