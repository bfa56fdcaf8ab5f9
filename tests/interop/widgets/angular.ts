import type { Widget } from '../widget';

/** Angular's own input and a zone, without an upload library: bindings of a template, which it compiles in the page. */
export const angular: Widget = {
  name: '@angular/core',
  plain: true,
  takes: { pick: 'input', drop: '.zone' },

  async mount(place, upload) {
    await import('@angular/compiler');
    const [{ Component, provideZonelessChangeDetection }, { bootstrapApplication }] = await Promise.all([
      import('@angular/core'),
      import('@angular/platform-browser'),
    ]);
    class Plain {
      pick({ target }: Event): void {
        if (target instanceof HTMLInputElement) upload([...(target.files ?? [])]);
      }
      drop(event: DragEvent): void {
        event.preventDefault();
        upload([...(event.dataTransfer?.files ?? [])]);
      }
    }
    // As a decorator does, which the language has not in every build.
    Component({
      selector: 'app-plain',
      template: `<input type="file" multiple (change)="pick($event)">
        <div class="zone" (dragover)="$event.preventDefault()" (drop)="drop($event)"></div>`,
    })(Plain);
    place.append(document.createElement('app-plain'));
    await bootstrapApplication(Plain, { providers: [provideZonelessChangeDetection()] });
  },
};
