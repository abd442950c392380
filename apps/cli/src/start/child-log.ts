import { closeSync, fstatSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const LARGEST_LOG_BYTES = 20_000_000;
/** A child in distress may say the same thing many times a second. */
const ECHOES_PER_WINDOW = 10;
const ECHO_WINDOW_MS = 10_000;

export interface ChildLog {
  readonly file: string;
  /** Writes a line to the file, and shows it when it is a warning or worse. */
  readonly onLine: (line: string) => void;
  /** The last few lines, for when the child ends. */
  lastLines(): readonly string[];
  close(): void;
}

const WARN = 40; // as pino numbers its levels

/** What a person should see of a line that a child logged: undefined unless it is a warning or worse. */
export function troubleIn(line: string): string | undefined {
  if (!line.startsWith('{')) return /\b(WARN|WARNING|FATAL|PANIC|ERROR)\b/.test(line) ? line : undefined;
  try {
    const entry = JSON.parse(line) as {
      level?: unknown;
      msg?: unknown;
      message?: unknown;
      err?: { message?: unknown };
    };
    const isTrouble =
      typeof entry.level === 'number'
        ? entry.level >= WARN
        : /^(warn|error|fatal)/i.test(String(entry.level));
    if (!isTrouble) return undefined;
    return (
      [entry.msg ?? entry.message, entry.err?.message]
        .filter((part) => typeof part === 'string')
        .join(': ') || line
    );
  } catch {
    return undefined;
  }
}

/** The same for PostgreSQL, whose `ERROR` is a statement that failed: the client that sent it knows best what it means. */
export function troubleInPostgres(line: string): string | undefined {
  return /\b(WARNING|FATAL|PANIC): /.test(line) ? line : undefined;
}

/** Appends to `<folder>/<name>.log`; one that has grown large becomes `<name>.log.old`. `show` gets what to show. */
export function openChildLog(
  folder: string,
  name: string,
  show: (line: string) => void,
  findTrouble = troubleIn,
): ChildLog {
  const file = join(folder, `${name}.log`);
  let handle = openSync(file, 'a', 0o600);
  let size = fstatSync(handle).size;
  let window = { startedAt: 0, echoes: 0 };
  const last: string[] = [];

  const write = (line: string): void => {
    if (size > LARGEST_LOG_BYTES) {
      closeSync(handle);
      renameSync(file, `${file}.old`);
      handle = openSync(file, 'a', 0o600);
      size = 0;
    }
    size += writeSync(handle, `${line}\n`);
  };
  const echo = (trouble: string): void => {
    if (Date.now() - window.startedAt > ECHO_WINDOW_MS) window = { startedAt: Date.now(), echoes: 0 };
    window.echoes++;
    if (window.echoes <= ECHOES_PER_WINDOW) show(`${name}: ${trouble}`);
    else if (window.echoes === ECHOES_PER_WINDOW + 1) show(`${name}: more like this in ${file}`);
  };
  return {
    file,
    onLine(line) {
      write(line);
      last.push(line);
      if (last.length > 8) last.shift();
      const trouble = findTrouble(line);
      if (trouble !== undefined) echo(trouble);
    },
    lastLines: () => last,
    close: () => closeSync(handle),
  };
}
