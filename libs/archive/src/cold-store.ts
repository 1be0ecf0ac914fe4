import { mkdir, open, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

import { digestOf } from '@cardroom/packing';

/** A part of an object. */
export interface ByteRange {
  readonly offset: number;
  readonly bytes: number;
}

/** Where objects are kept that nobody changes any more. */
export interface ColdStore {
  /** Writes an object whole, or again what it was. Errors: rejects where it is not kept for certain. */
  put(name: string, content: Buffer): Promise<void>;
  /** Errors: rejects where there is no such object, or it ends before the part does. */
  read(name: string, part?: ByteRange): Promise<Buffer>;
  close(): void;
}

/** A folder of this machine, for a house of one machine and for tests. */
export class FolderStore implements ColdStore {
  constructor(private readonly folder: string) {}

  async put(name: string, content: Buffer): Promise<void> {
    const file = join(this.folder, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(`${file}.part`, content, { flush: true });
    await rename(`${file}.part`, file);
  }

  async read(name: string, part?: ByteRange): Promise<Buffer> {
    const file = await open(join(this.folder, name));
    try {
      if (part === undefined) return await file.readFile();
      const content = Buffer.alloc(part.bytes);
      const { bytesRead } = await file.read(content, 0, part.bytes, part.offset);
      if (bytesRead < part.bytes) throw new Error(`${name} ends too early`);
      return content;
    } finally {
      await file.close();
    }
  }

  close(): void {
    // Files are closed after each use.
  }
}

const TIMEOUT_MS = 30_000;
const ATTEMPTS = 3;

/**
 * A bucket that speaks S3. The store checks what it takes by the SHA-256 that comes with it.
 *
 * The URL is `https://KEY:SECRET@host/bucket?region=ap-northeast-2`.
 */
export class S3Store implements ColdStore {
  private readonly client: S3Client;
  private readonly bucket: string;

  constructor(url: string) {
    const { origin, pathname, searchParams, username, password } = new URL(url);
    this.bucket = pathname.slice(1);
    this.client = new S3Client({
      ...{ endpoint: origin, forcePathStyle: true, maxAttempts: ATTEMPTS },
      region: searchParams.get('region') ?? 'us-east-1',
      credentials: {
        accessKeyId: decodeURIComponent(username),
        secretAccessKey: decodeURIComponent(password),
      },
      // Checksums of ours are on every object; the SDK need not add others.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
  }

  async put(name: string, content: Buffer): Promise<void> {
    const command = new PutObjectCommand({
      ...{ Bucket: this.bucket, Key: name, Body: content, ContentLength: content.length },
      ChecksumSHA256: digestOf(content).toString('base64'),
    });
    await this.client.send(command, { abortSignal: AbortSignal.timeout(TIMEOUT_MS) });
  }

  async read(name: string, part?: ByteRange): Promise<Buffer> {
    const range =
      part === undefined ? {} : { Range: `bytes=${part.offset}-${part.offset + part.bytes - 1}` };
    const command = new GetObjectCommand({ Bucket: this.bucket, Key: name, ...range });
    const { Body } = await this.client.send(command, {
      abortSignal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const content = Buffer.from((await Body?.transformToByteArray()) ?? []);
    if (part !== undefined && content.length !== part.bytes) {
      throw new Error(`${name} ends too early`);
    }
    return content;
  }

  close(): void {
    this.client.destroy();
  }
}

/** The bucket of the URL, else a folder. */
export const coldStoreAt = (url: string | undefined, folder: string): ColdStore =>
  url === undefined ? new FolderStore(folder) : new S3Store(url);
