// Sentences about the link or the release that the reader should see once and can put away.
import type { Page } from './page.ts';

export function Notices({ page }: { page: Page }) {
  const { notices } = page.session;
  if (notices.value.length === 0) return null;
  return (
    <section class="notices" aria-label="Notices">
      {notices.value.map((notice) => (
        <p key={notice} class="notice" role="status">
          <span>{notice}</span>
          <button
            type="button"
            class="plain-button"
            aria-label={`Put this notice away: ${notice}`}
            onClick={() => {
              notices.value = notices.value.filter((n) => n !== notice);
            }}
          >
            Put away
          </button>
        </p>
      ))}
    </section>
  );
}
