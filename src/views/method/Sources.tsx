// Every source of the release: publisher, period, licence and hash; and every file made from them.
import type { ReleaseSources } from '../../data/sources.ts';
import { whole } from '../../encode/numbers.ts';

/** Enough of a hash to tell two files apart by eye; the whole stands in the title and in datapackage.json. */
const SHOWN = 12;

export function Sources({ sources }: { sources: ReleaseSources }) {
  const { used, description } = sources;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the box scrolls on narrow screens, and must be reachable without a mouse */}
      <section class="method-scroll" tabIndex={0} aria-label="Table of sources">
        <table>
          <caption class="hidden">Sources of this release</caption>
          <thead>
            <tr>
              <th scope="col">Source</th>
              <th scope="col">Publisher</th>
              <th scope="col">Period or vintage</th>
              <th scope="col">Licence</th>
              <th scope="col">sha256 of the file read</th>
            </tr>
          </thead>
          <tbody>
            {used.map((source) => (
              <tr key={source.id}>
                <th scope="row">
                  <a href={source.page} rel="noreferrer">
                    {source.title}
                  </a>
                </th>
                <td>{source.publisher}</td>
                <td>{source.vintage}</td>
                <td>{source.licence}</td>
                <td>
                  <code title={source.sha256}>{source.sha256.slice(0, SHOWN)}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <details class="more">
        <summary>The {description.resources.length} files of the release, with their hashes</summary>
        <table>
          <caption class="hidden">Files of this release</caption>
          <thead>
            <tr>
              <th scope="col">File</th>
              <th scope="col">What it holds</th>
              <th scope="col" class="number">
                Bytes
              </th>
              <th scope="col">sha256</th>
            </tr>
          </thead>
          <tbody>
            {description.resources.map((file) => (
              <tr key={file.path}>
                <th scope="row">{file.path}</th>
                <td>{file.title ?? ''}</td>
                <td class="number">{whole(file.bytes)}</td>
                <td>
                  <code title={file.hash}>{file.hash.replace('sha256:', '').slice(0, SHOWN)}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
