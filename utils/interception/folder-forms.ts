import type { Listen } from './listen';

/**
 * A form that the browser itself sends tells of what was picked as a folder where each file lies, in the name that it
 * sends. Files that were released know of no folder: their places are written into what is sent. What a script reads
 * by `new FormData` stays as it is; there the files tell of their places themselves, see retold-event.ts.
 * HTML, 4.10.22.4 (constructing the entry list).
 */
export interface FolderForms {
  /**
   * A field was given these files.
   * @param paths of each of them, with slashes, empty for a file by itself
   */
  released(field: HTMLInputElement, files: readonly File[], paths: readonly string[]): void;
  /** A script sends this form by `submit()`, which tells nobody but the form data. */
  submits(form: EventTarget): void;
}

interface Sending {
  readonly form: EventTarget | null;
  readonly submit: SubmitEvent | null;
}

interface Placed {
  readonly name: string;
  readonly size: number;
  readonly path: string;
}

/** Asked of the browser itself: a field of this name would answer otherwise. */
const elementsOf = Object.getOwnPropertyDescriptor(HTMLFormElement.prototype, 'elements')?.get;

export function watchFolderForms(window: Window, listen: Listen): FolderForms {
  const places = new WeakMap<Element, readonly Placed[]>();
  /** The form that the browser may send in this turn of the event loop, and the event that says so. */
  let next: Sending | null = null;

  function expect(sending: Sending): void {
    next = sending;
    window.setTimeout(() => {
      if (next === sending) next = null;
    });
  }

  listen('submit', (submit) => expect({ form: submit.target, submit }));
  listen('formdata', ({ target, formData }) => {
    if (!next?.form || next.form !== target) return;
    const { form, submit } = next;
    // While its submit event is still with somebody it is a script that reads.
    if (submit && (submit.currentTarget !== null || submit.defaultPrevented)) return;
    next = null;
    writePlaces(formData, placedIn(form));
  });

  /** By the name of the field, in the order that they are sent in. */
  function placedIn(form: EventTarget): Map<string, Placed[]> {
    const placed = new Map<string, Placed[]>();
    for (const field of (elementsOf?.call(form) ?? []) as Iterable<Element>) {
      const own = places.get(field) ?? [];
      const { name, files } = field as HTMLInputElement;
      const stand = own.length > 0 && own.length === files?.length;
      if (stand) placed.set(name, [...(placed.get(name) ?? []), ...own]);
    }
    return placed;
  }

  return {
    released(field, files, paths) {
      const placed = files.map(({ name, size }, index) => ({ name, size, path: paths[index] ?? '' }));
      if (placed.some(({ path }) => path !== '')) places.set(field, placed);
      else places.delete(field);
    },
    submits: (form) => expect({ form, submit: null }),
  };
}

/** Every entry is taken out and put in again, so that their order stays. */
function writePlaces(data: FormData, placed: Map<string, Placed[]>): void {
  if (placed.size === 0) return;
  const entries = [...data];
  for (const [name] of entries) data.delete(name);
  for (const [name, value] of entries) {
    const own = placed.get(name) ?? [];
    const at = own.findIndex(
      (one) => typeof value === 'object' && one.name === value.name && one.size === value.size,
    );
    const [found] = at < 0 ? [] : own.splice(at, 1);
    if (typeof value === 'object' && found && found.path !== '') data.append(name, value, found.path);
    else if (typeof value === 'object') data.append(name, value);
    else data.append(name, value);
  }
}
