/**
 * A plain page that writes down what it sees of shares, in every one of its frames, and what it gets. Runs as the
 * first script of each frame; what a frame writes down stands in the top document's `record`.
 */

/** A file as a page got it. */
export interface GivenFile {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly lastModified: number;
  readonly sha256: string;
  /** Base64. */
  readonly bytes: string;
  /** Relative to what was picked or dropped, with slashes; empty for a file by itself. */
  readonly path: string;
  /** Counts the calls that gave something, from 0: files of one share have the same number. */
  readonly call: number;
}

export interface NotedEvent {
  readonly type: string;
  readonly isTrusted: boolean;
  /** Number of files that the page could see in it. */
  readonly files: number;
}

export interface Recorded {
  readonly events: NotedEvent[];
  readonly given: GivenFile[];
  /** What the page says of itself, in words. */
  readonly said: string[];
  /** Calls that are still being read. */
  reading: number;
  calls: number;
}

/** What a page of these tests may call. */
export interface RecorderWindow {
  /** Takes files as an upload does: reads them whole, at once. */
  give(files: Iterable<File>, paths?: readonly string[]): void;
  say(words: unknown): void;
  /** Hears an input out: what it is given, and that it was closed. */
  use(input: HTMLInputElement): HTMLInputElement;
  record: Recorded;
}

/** Runs in the page, alone. */
function startRecorder(): void {
  type News =
    | { readonly noted: NotedEvent }
    | { readonly given: readonly GivenFile[] }
    | { readonly said: string }
    | { readonly began: true };
  const record: Recorded = { events: [], given: [], said: [], reading: 0, calls: 0 };
  const isTop = window === window.top;
  const { postMessage } = window.top ?? window;

  function write(news: News): void {
    if ('noted' in news) record.events.push(news.noted);
    else if ('said' in news) record.said.push(news.said);
    else if ('began' in news) record.reading++;
    else {
      record.given.push(...news.given.map((file) => ({ ...file, call: record.calls })));
      record.reading--;
      record.calls++;
    }
  }

  function tell(news: News): void {
    if (isTop) write(news);
    // A frame may have no more in common with the page than this.
    else Reflect.apply(postMessage, window.top, [{ recorder: news }, '*']);
  }

  if (isTop) {
    window.addEventListener('message', ({ data }) => {
      if (data?.recorder) write(data.recorder);
    });
  }

  function filesIn(event: Event): number {
    if (event instanceof DragEvent) return event.dataTransfer?.files.length ?? 0;
    if (event instanceof ClipboardEvent) return event.clipboardData?.files.length ?? 0;
    const [target] = event.composedPath();
    return target instanceof HTMLInputElement ? (target.files?.length ?? 0) : 0;
  }

  const watched = ['input', 'change', 'cancel', 'drop', 'paste', 'submit', 'formdata'];
  const note = (event: Event) =>
    tell({ noted: { type: event.type, isTrusted: event.isTrusted, files: filesIn(event) } });
  for (const type of watched) window.addEventListener(type, note, true);

  async function hash(buffer: ArrayBuffer): Promise<string> {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', buffer));
    return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  function base64(bytes: Uint8Array): string {
    let text = '';
    for (let at = 0; at < bytes.length; at += 0x8000) {
      text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    }
    return btoa(text);
  }

  async function read(file: File, path: string | undefined): Promise<GivenFile> {
    const { name, type, size, lastModified, webkitRelativePath } = file;
    const buffer = await file.arrayBuffer();
    return {
      ...{ name, type, size, lastModified, call: 0 },
      path: path ?? webkitRelativePath,
      sha256: await hash(buffer),
      bytes: base64(new Uint8Array(buffer)),
    };
  }

  function give(files: Iterable<File>, paths: readonly string[] = []): void {
    const all = [...files];
    tell({ began: true });
    Promise.all(all.map((file, index) => read(file, paths[index]))).then(
      (given) => tell({ given }),
      (error) => tell({ said: `could not read: ${error}` }),
    );
  }

  function say(words: unknown): void {
    tell({ said: String(words) });
  }

  function use(input: HTMLInputElement): HTMLInputElement {
    input.addEventListener('change', () => give(input.files ?? []));
    input.addEventListener('cancel', () => say('closed'));
    return input;
  }

  Object.assign(window, { record, give, say, use });
}

/** As a script without its tags, for the first place in a page and in each of its frames. */
export const recorder = `(${startRecorder})();`;
