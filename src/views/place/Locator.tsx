// Where the place is: the map of the answer, small, with everything outside the place faded.
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Answer } from '../../domain/answer.ts';
import type { PlaceProfile } from '../../domain/placeProfile.ts';
import { paint } from '../../encode/painting.ts';
import { levelNoun } from '../../encode/words.ts';
import { AreaMap } from '../map/AreaMap.tsx';
import type { Page } from '../shell/page.ts';

/** More outlines than these hide what they outline. */
const OUTLINED = 12;

export function Locator({ page, profile, answer }: { page: Page; profile: PlaceProfile; answer: Answer }) {
  const { hovered } = page.session;
  const frame = useRef<HTMLDivElement>(null);
  const painting = useMemo(() => paint(answer, answer.question.show), [answer]);
  const topology = page.outlines(answer.areas.level).value;
  const inside = profile.codes.join();

  useEffect(() => {
    const codes = new Set(profile.codes);
    for (const path of frame.current?.querySelectorAll<SVGPathElement>('.map-areas path') ?? [])
      path.toggleAttribute('data-outside', !codes.has(path.dataset.code ?? ''));
  }, [inside, topology, painting]);

  return (
    <div class="place-map" ref={frame}>
      <AreaMap
        answer={answer}
        topology={topology}
        painting={painting}
        hovered={hovered}
        selected={profile.codes.length <= OUTLINED ? profile.codes : []}
        onSelect={(code, add) => {
          if (code) page.session.select(code, add);
        }}
        onHover={(code) => {
          hovered.value = code;
        }}
        sites={answer.services}
        level={answer.areas.level}
        label={`Where ${profile.title} is; choose another ${levelNoun(answer.areas.level, 1)} to see its profile`}
        plain
      />
    </div>
  );
}
