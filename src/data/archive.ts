// One release as files: fetched once each, checked against the data package, fetched again after a failure.
import { DamagedRelease, MissingFile } from './damage.ts';
import { type DataPackage, dataPackageSchema, type Resource } from './schema.ts';

/** Gives the text of a file of the release by its path, such as "areas/wards.csv". */
export type Read = (path: string) => Promise<string>;

export const PACKAGE_PATH = 'datapackage.json';

export class Archive {
  private readonly texts = new Map<string, Promise<string>>();
  private opened: Promise<DataPackage> | null = null;
  private described = '';

  constructor(private readonly read: Read) {}

  /** The description of the release; everything else is checked against it. */
  describe(): Promise<DataPackage> {
    this.opened ??= this.raw(PACKAGE_PATH)
      .then((text) => {
        this.described = text;
        return parsePackage(text);
      })
      .catch((error) => {
        this.opened = null;
        throw error;
      });
    return this.opened;
  }

  /** The description as it was published, once it has been found whole. */
  async description(): Promise<string> {
    await this.describe();
    return this.described;
  }

  /** The text of a file that the data package lists, with size and sha256 as it says. */
  text(path: string): Promise<string> {
    const cached = this.texts.get(path);
    if (cached) return cached;
    // Both leave at once; the file is judged when both are there.
    const fetched = Promise.all([this.describe(), this.raw(path)]).then(([description, text]) =>
      verified(description, path, text),
    );
    const kept = fetched.catch((error) => {
      this.texts.delete(path);
      throw error;
    });
    this.texts.set(path, kept);
    return kept;
  }

  async json(path: string): Promise<unknown> {
    const text = await this.text(path);
    try {
      return JSON.parse(text);
    } catch {
      throw new DamagedRelease(path, 'it is not whole JSON');
    }
  }

  private async raw(path: string): Promise<string> {
    try {
      return await this.read(path);
    } catch (cause) {
      throw new MissingFile(path, cause);
    }
  }
}

const archives = new WeakMap<Read, Archive>();

/** The archive that goes with one way of reading; the same function gives the same archive. */
export function archiveOf(read: Read): Archive {
  const archive = archives.get(read) ?? new Archive(read);
  archives.set(read, archive);
  return archive;
}

function parsePackage(text: string): DataPackage {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new DamagedRelease(PACKAGE_PATH, 'it is not whole JSON');
  }
  const result = dataPackageSchema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new DamagedRelease(PACKAGE_PATH, `${issue.path.join('.') || 'the file'} is not as a release has it`);
}

async function verified(description: DataPackage, path: string, text: string): Promise<string> {
  const resource = description.resources.find((one) => one.path === path);
  if (!resource) throw new DamagedRelease(PACKAGE_PATH, `it does not list ${path}`);
  const bytes = new TextEncoder().encode(text);
  if (bytes.length !== resource.bytes)
    throw new DamagedRelease(path, `it has ${bytes.length} bytes, expected ${resource.bytes}`);
  await checkHash(resource, bytes);
  return text;
}

/** Browsers offer hashing only where the page came by https or from this machine; elsewhere the size must do. */
async function checkHash(resource: Resource, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const subtle = globalThis.crypto?.subtle;
  if (!subtle) return;
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
  const hash = `sha256:${Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  if (hash !== resource.hash)
    throw new DamagedRelease(resource.path, 'its contents are not those that were published');
}
