// A server through which mail leaves, and a connection to it (RFC 5321, 3207, 4954; XOAUTH2 of Google and Microsoft).
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import XOAuth2 from 'nodemailer/lib/xoauth2'

export interface SmtpServer {
  host: string
  port: number
  /** `tls` from the first byte, `starttls` required, `none` for a relay on one's own machine. */
  security: 'tls' | 'starttls' | 'none'
  auth: 'none' | 'password' | 'xoauth2'
  user: string
  /** Password, or access token for XOAUTH2. */
  secret: string | null
}

/** Milliseconds. The last one is what RFC 5321 4.5.3.2.6 asks a client to wait for the answer to the final dot. */
const timeouts = { connectionTimeout: 20_000, greetingTimeout: 60_000, dnsTimeout: 15_000, socketTimeout: 600_000 }

/** Connects and signs in. @throws the error of nodemailer, with `code` and `responseCode`. */
export async function connectTo(server: SmtpServer, ownName: string): Promise<SMTPConnection> {
  const connection = new SMTPConnection({
    host: server.host, port: server.port, name: ownName, ...timeouts, socketCloseTimeout: 1000,
    secure: server.security === 'tls',
    ...(server.security === 'starttls' ? { requireTLS: true } : {}),
    ...(server.security === 'none' ? { ignoreTLS: true } : {}),
    tls: { minVersion: 'TLSv1.2' },
  })
  try {
    await new Promise<void>((resolve, reject) => {
      connection.once('error', reject)
      connection.once('end', () => reject(Object.assign(new Error('The server closed the connection'), { code: 'ECONNECTION' })))
      connection.connect((error) => (error ? reject(error) : resolve()))
    })
    if (server.auth !== 'none') await signIn(connection, server)
  } catch (error) {
    connection.on('error', () => {})
    connection.close()
    throw error
  }
  connection.removeAllListeners('error')
  connection.removeAllListeners('end')
  return connection
}

const signIn = (connection: SMTPConnection, { auth, user, secret }: SmtpServer) => new Promise<void>((resolve, reject) => {
  const fail = (error: Error) => reject(error)
  connection.once('error', fail)
  const done = (error?: Error | null) => {
    connection.off('error', fail)
    if (error) reject(error)
    else resolve()
  }
  if (auth === 'xoauth2') connection.login({ method: 'XOAUTH2', user, oauth2: new XOAuth2({ user, accessToken: secret ?? '' }) }, done)
  else connection.login({ user, pass: secret ?? '' }, done)
})
