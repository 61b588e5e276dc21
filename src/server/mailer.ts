import { createTransport } from 'nodemailer'
import { type Letter, sendLetters } from '#register/mail-outbox.ts'
import type { Register } from '#register/register.ts'
import { letterWords } from './letter-words.ts'

export interface MailSettings {
  /** `smtp://user:password@host:587` or `smtps://...` */
  readonly smtp: string
  readonly from: string
  /** Address of this server as people reach it; absent: the letter names none. */
  readonly url?: string | undefined
}

export interface Mailer {
  /** One round now. @returns how many letters went */
  round(): Promise<number>
  close(): void
}

/** Letters in neutral words through the organisation's own mail server, and never any other. */
export function mailer(register: Register, settings: MailSettings): Mailer {
  const transport = createTransport(settings.smtp, { disableFileAccess: true, disableUrlAccess: true })
  const send = async ({ address, language, count }: Letter) => {
    const { subject, text } = letterWords(language, { count, url: settings.url })
    await transport.sendMail({ from: settings.from, to: address, subject, text })
  }
  return {
    round: () => sendLetters(register, send),
    close: () => transport.close(),
  }
}
