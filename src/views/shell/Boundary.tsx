// A fence around a part of the page: where drawing it throws, a plain sentence stands in its place and the rest goes on.
import { Component, type ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface BoundaryProps {
  /** What is fenced in, as a sentence begins with it: "The scatter". */
  readonly what: string;
  /** What still works, as a whole sentence. */
  readonly rest: string;
  /** What the part is drawn from: where one of its values changes, drawing is tried again. */
  readonly about?: object;
  /** The same for signals that the part reads itself; it reads them. */
  readonly watch?: () => readonly unknown[];
  readonly children: ComponentChildren;
}

const sameValues = (a: object = [], b: object = []): boolean =>
  Object.entries(a).every(([name, value]) => Object.is(value, b[name as keyof typeof b]));

interface StumbledProps extends Pick<BoundaryProps, 'what' | 'rest' | 'watch'> {
  readonly again: () => void;
}

function Stumbled({ what, rest, watch, again }: StumbledProps) {
  // Read while drawing, so that this is drawn anew when one of them changes.
  const now = watch?.();
  const first = useRef(now);
  useEffect(() => {
    // Another question or answer may well be one that can be drawn.
    if (!sameValues(now, first.current)) again();
  });
  return (
    <div class="stumbled" role="alert">
      <p>
        {what} could not be drawn: the page made a mistake there. {rest} The question is kept in the address.
      </p>
      <button type="button" class="button" onClick={again}>
        Try again
      </button>
    </div>
  );
}

export class Boundary extends Component<BoundaryProps, { stumbled: boolean }> {
  override state = { stumbled: false };

  static override getDerivedStateFromError() {
    return { stumbled: true };
  }

  override componentDidCatch(error: unknown) {
    // For whoever is asked to mend it; the reader has the sentence.
    console.error(error);
  }

  override componentDidUpdate(before: BoundaryProps) {
    if (this.state.stumbled && !sameValues(this.props.about, before.about)) this.again();
  }

  again = () => this.setState({ stumbled: false });

  override render() {
    const { what, rest, watch, children } = this.props;
    return this.state.stumbled ? (
      <Stumbled what={what} rest={rest} watch={watch} again={this.again} />
    ) : (
      children
    );
  }
}
