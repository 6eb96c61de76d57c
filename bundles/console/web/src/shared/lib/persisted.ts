/** What this browser keeps. Where it may keep nothing, reading gives the fallback and writing is in vain. */
export function readKept<T>(key: string, fallback: T): T {
  try {
    const text = localStorage.getItem(`standardops.${key}`);
    return text === null ? fallback : (JSON.parse(text) as T);
  } catch {
    return fallback;
  }
}

export function keep(key: string, value: unknown): boolean {
  try {
    localStorage.setItem(`standardops.${key}`, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

export function forget(key: string): void {
  try {
    localStorage.removeItem(`standardops.${key}`);
  } catch {
    // it was not kept either
  }
}
