import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Secrets of the staff's second factors, by e-mail address, in a file that only its owner may read. */
export class StaffFactors {
  private constructor(
    private readonly file: string,
    private readonly secrets: Record<string, string>,
  ) {}

  static in(root: string): StaffFactors {
    const file = factorsFile(root);
    const kept = existsSync(file)
      ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>)
      : {};
    return new StaffFactors(file, kept);
  }

  of(email: string): string | null {
    return this.secrets[email] ?? null;
  }

  get emails(): string[] {
    return Object.keys(this.secrets);
  }

  keep(email: string, secret: string): void {
    this.secrets[email] = secret;
    writeFileSync(this.file, `${JSON.stringify(this.secrets, null, 2)}\n`, { mode: 0o600 });
  }
}

/** Where a data folder keeps them. */
export const factorsFile = (root: string): string => join(root, 'staff-factors.json');
