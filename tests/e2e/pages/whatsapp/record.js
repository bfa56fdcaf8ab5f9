/**
 * @typedef {import('../whatsapp-types').PageRecord} PageRecord
 * @typedef {import('../whatsapp-types').ReceivedFile} ReceivedFile
 */

/** Bytes above which only the hash of a file is kept. */
const bytesKept = 8 * 1024 * 1024;

/** Writes down what the page sees, from its first script on, and what it gets. */
export function watchPage() {
  /** @type {PageRecord} */
  const record = {
    events: [],
    received: [],
    cancels: 0,
    reading: 0,
    pasted: [],
    sends: [],
    forwards: [],
    shares: 0,
  };

  /** @param {EventTarget | null | undefined} target */
  function nameOf(target) {
    if (target instanceof HTMLInputElement) return `input[type=${target.type}]`;
    return target instanceof Element ? target.localName : 'document';
  }

  /** @param {Event} event */
  function filesIn(event) {
    if (event instanceof DragEvent) return event.dataTransfer?.files.length ?? 0;
    if (event instanceof ClipboardEvent) return event.clipboardData?.files.length ?? 0;
    const target = event.composedPath()[0];
    return target instanceof HTMLInputElement ? (target.files?.length ?? 0) : 0;
  }

  /**
   * @param {Event} event
   * @param {'window' | 'input'} at
   */
  function note(event, at) {
    const { type, isTrusted } = event;
    record.events.push({
      type,
      isTrusted,
      at,
      target: nameOf(event.composedPath()[0]),
      files: filesIn(event),
    });
  }

  const watched = [
    'click',
    'input',
    'change',
    'cancel',
    'dragenter',
    'dragover',
    'dragleave',
    'drop',
    'paste',
    'keydown',
    'submit',
  ];
  for (const type of watched) window.addEventListener(type, (event) => note(event, 'window'), true);

  /** @param {ArrayBuffer} buffer */
  async function sha256(buffer) {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', buffer));
    return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  /** @param {Uint8Array} bytes */
  function base64(bytes) {
    if (bytes.length > bytesKept) return null;
    let text = '';
    for (let at = 0; at < bytes.length; at += 0x8000) {
      text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    }
    return btoa(text);
  }

  /**
   * Reads all files at once, as WhatsApp does: nothing can take them back afterwards.
   *
   * @param {readonly File[]} files
   * @param {ReceivedFile['by']} by
   */
  function receive(files, by) {
    if (files.length === 0) return;
    const share = record.shares++;
    record.reading++;
    const read = files.map(async (file) => {
      const { name, type, lastModified, size } = file;
      const buffer = await file.arrayBuffer();
      const bytes = base64(new Uint8Array(buffer));
      return { name, type, lastModified, size, sha256: await sha256(buffer), bytes, share, by };
    });
    Promise.all(read)
      .then((got) => record.received.push(...got))
      .catch((error) => console.error('the imitation could not read a file', error))
      .finally(() => {
        record.reading--;
      });
  }

  /** @param {Event} event */
  function takeFrom(event) {
    if (!(event.target instanceof HTMLInputElement)) return;
    receive([...(event.target.files ?? [])], 'input');
  }

  return { record, note, receive, takeFrom };
}
