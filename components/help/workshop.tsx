import { everyLine } from '../../utils/help/hotlines';
import { lessons } from '../../utils/help/lessons';
import { regions } from '../../utils/help/posters';
import { workshopParts } from '../../utils/help/workshop';
import { useSpeech } from '../ui/language';
import { About } from './lines';
import { usePanel } from './panel-context';
import { LessonPaper } from './papers/lesson';
import { OutlinePaper } from './papers/outline';
import { PosterPaper } from './papers/poster';
import { PrintButton } from './papers/print-button';
import { PrintRegion } from './papers/print-region';
import { LeadRow, Points, Says, Title } from './parts';

/** What there is for a class, a workshop and a wall. */
export function Workshop() {
  const { words, filled } = useSpeech();
  const { helpPanel } = words;
  const { workshop, receivers } = helpPanel;
  const { region } = usePanel();
  const key = (
    <kbd class="kbd" dir="ltr">
      F2
    </kbd>
  );
  return (
    <>
      <Title>{workshop.title}</Title>
      <div class="says">
        <p>{workshop.says}</p>
        <p>{filled(workshop.bigScreen, { key })}</p>
      </div>
      <div class="rows">
        <LeadRow to="lessons" icon="school" title={helpPanel.lessons.row} hint={helpPanel.lessons.rowHint} />
        <LeadRow to="outline" icon="clock" title={workshop.outlineRow} hint={workshop.outlineHint} />
        <LeadRow to="poster" icon="presentation" title={workshop.posterRow} hint={workshop.posterHint} />
        <LeadRow to="receivers" icon="hand-heart" title={receivers.row} hint={receivers.rowHint} />
      </div>
      <div class="stack">
        <PrintRegion />
        <PrintButton
          name="lessons"
          label={workshop.printLessons}
          paper={lessons.map((lesson) => <LessonPaper key={lesson.id} lesson={lesson} region={region} />)}
        />
      </div>
    </>
  );
}

/** An hour, part by part. */
export function Outline() {
  const { words, digits, count } = useSpeech();
  const { outline } = words.helpPanel.workshop;
  return (
    <>
      <Title>{outline.title}</Title>
      <p class="muted">{outline.for}</p>
      <PrintButton name="outline" label={outline.print} paper={<OutlinePaper />} main />
      <section class="stack">
        <h2>{outline.beforeTitle}</h2>
        <Points items={outline.before} />
      </section>
      <section class="stack">
        <h2>{outline.partsTitle}</h2>
        <ol class="parts">
          {workshopParts.map(({ id, minutes }) => (
            <li key={id} data-part={id}>
              <h3>
                {outline.parts[id].title} <small>{count(outline.minutes, minutes)}</small>
              </h3>
              {outline.parts[id].says.map((sentence) => (
                <p key={sentence}>{digits(sentence)}</p>
              ))}
            </li>
          ))}
        </ol>
      </section>
      <section class="stack">
        <h2>{outline.afterTitle}</h2>
        <Points items={outline.after} />
      </section>
    </>
  );
}

/** A poster for each region, and where its numbers come from. */
export function Poster() {
  const { poster } = useSpeech().words.helpPanel.workshop;
  return (
    <>
      <Title>{poster.title}</Title>
      <Says says={poster.says} />
      {regions.map((region) => (
        <PrintButton
          key={region}
          name={`poster-${region}`}
          label={poster.print[region]}
          paper={<PosterPaper region={region} />}
        />
      ))}
      <About lines={everyLine} />
    </>
  );
}
