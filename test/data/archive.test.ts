// A release's files: each fetched once, checked against the data package, and tried again after a failure.
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { Archive, archiveOf } from '../../src/data/archive.ts';

const TEXT = 'code,name\nE08000001,Birmingham £\n';

function description(path: string, text: string, change: object = {}) {
  return JSON.stringify({
    name: 'release',
    title: 'Release',
    release: { id: '2026-03-31', hash: '0123456789ab', unit: 'small', boundaries: '2025', attribution: 'x' },
    months: [{ month: '2026-03', status: 'whole', located: 'polygon' }],
    unrecorded: [],
    resources: [
      {
        name: 'one',
        path,
        bytes: Buffer.byteLength(text),
        hash: `sha256:${createHash('sha256').update(text).digest('hex')}`,
        sources: [],
      },
    ],
    ...change,
  });
}

function release(files: Record<string, string>) {
  const asked: string[] = [];
  const read = async (path: string) => {
    asked.push(path);
    if (!(path in files)) throw new Error('404');
    return files[path];
  };
  return { archive: new Archive(read), asked, files, read };
}

const whole = () => release({ 'datapackage.json': description('a.csv', TEXT), 'a.csv': TEXT });

describe('an archive', () => {
  test('asks for each file once, however often it is wanted', async () => {
    const { archive, asked } = whole();
    const texts = await Promise.all([archive.text('a.csv'), archive.text('a.csv')]);
    await archive.text('a.csv');
    expect(texts).toEqual([TEXT, TEXT]);
    expect(asked.sort()).toEqual(['a.csv', 'datapackage.json']);
  });

  test('is the same for the same way of reading', () => {
    const { read } = whole();
    expect(archiveOf(read)).toBe(archiveOf(read));
    expect(archiveOf(read)).not.toBe(archiveOf(whole().read));
  });

  test('a file that could not be fetched is named, and fetched again when asked again', async () => {
    const { archive, files } = whole();
    delete files['a.csv'];
    await expect(archive.text('a.csv')).rejects.toThrow(
      'a.csv could not be loaded. Check the connection and try again.',
    );
    files['a.csv'] = TEXT;
    await expect(archive.text('a.csv')).resolves.toBe(TEXT);
  });

  test('a data package that could not be fetched is fetched again too', async () => {
    const { archive, files } = whole();
    const text = files['datapackage.json'];
    delete files['datapackage.json'];
    await expect(archive.text('a.csv')).rejects.toThrow('datapackage.json could not be loaded');
    files['datapackage.json'] = text;
    await expect(archive.text('a.csv')).resolves.toBe(TEXT);
  });

  test('a file with other bytes than were published is damaged, and said to be', async () => {
    const { archive, files } = whole();
    files['a.csv'] = TEXT.replace('Birmingham', 'Birmingkam');
    await expect(archive.text('a.csv')).rejects.toThrow(
      'a.csv is damaged: its contents are not those that were published. Load the page again',
    );
    files['a.csv'] = TEXT.slice(0, -5);
    await expect(archive.text('a.csv')).rejects.toThrow(/a\.csv is damaged: it has \d+ bytes, expected \d+/);
  });

  test('a file the data package does not list is not read as part of the release', async () => {
    const { archive, files } = whole();
    files['b.csv'] = TEXT;
    await expect(archive.text('b.csv')).rejects.toThrow(
      'datapackage.json is damaged: it does not list b.csv',
    );
  });

  test.each([
    ['no JSON', '<html>', 'datapackage.json is damaged: it is not whole JSON'],
    [
      'no resources',
      description('a.csv', TEXT, { resources: undefined }),
      'datapackage.json is damaged: resources is not as',
    ],
    [
      'a month that is none',
      description('a.csv', TEXT, { months: [{ month: '2026-13' }] }),
      'datapackage.json is damaged: months.0.month',
    ],
  ])('a data package with %s is named', async (_name, text, sentence) => {
    await expect(release({ 'datapackage.json': text, 'a.csv': TEXT }).archive.text('a.csv')).rejects.toThrow(
      sentence,
    );
  });

  test('JSON that is not whole is named', async () => {
    const { archive } = release({ 'datapackage.json': description('a.json', '{"a"'), 'a.json': '{"a"' });
    await expect(archive.json('a.json')).rejects.toThrow('a.json is damaged: it is not whole JSON');
  });
});
