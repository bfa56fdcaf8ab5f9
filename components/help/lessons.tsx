import { useState } from 'preact/hooks';
import { type Lesson, type LessonId, type LessonText, lessons, lessonWords } from '../../utils/help/lessons';
import { lessonBeside } from '../../utils/help/screens';
import { Icon, type IconName } from '../ui/icon';
import { useSpeech } from '../ui/language';
import { Beside } from './beside';
import { usePanel } from './panel-context';
import { LessonPaper } from './papers/lesson';
import { PrintButton } from './papers/print-button';
import { PrintRegion } from './papers/print-region';
import { LeadRow, Says, SourceOf, Title } from './parts';

const icons: Readonly<Record<LessonId, IconName>> = {
  group: 'users-round',
  tells: 'map-pin',
  asking: 'message-circle-question-mark',
  'view-once': 'view-once',
  accounts: 'smartphone',
  strangers: 'user-round-search',
  demand: 'banknote',
  'first-hour': 'clock',
  fake: 'wand-sparkles',
  friend: 'heart-handshake',
};

/** The ten lessons by their names. */
export function Lessons() {
  const { words } = useSpeech();
  const { lessons: common } = words.helpPanel;
  return (
    <>
      <Title>{common.title}</Title>
      <p class="muted">{common.hint}</p>
      <div class="list-card">
        {lessons.map(({ id }) => (
          <LeadRow key={id} to={`lesson-${id}`} icon={icons[id]} title={common.all[id].title} />
        ))}
      </div>
    </>
  );
}

/** One lesson: a minute and a half of reading, one question, and the ways on. */
export function LessonView({ lesson }: { readonly lesson: Lesson }) {
  const { words, filled, number } = useSpeech();
  const { helpPanel } = words;
  const { lessons: common } = helpPanel;
  const { region } = usePanel();
  const text = lessonWords(words, lesson);
  const screen = `lesson-${lesson.id}` as const;
  const after = lessonBeside(screen, 1);
  const next = lessons[lessons.indexOf(lesson) + 1];
  return (
    <>
      <p class="small muted">
        {filled(common.of, { n: number(lessons.indexOf(lesson) + 1), all: number(lessons.length) })}
      </p>
      <Title>{text.title}</Title>
      <Says says={[...text.says, ...text.maybe]} />
      <Question text={text} best={lesson.best} />
      {lesson.threat && (
        <div class="rows">
          <LeadRow to="know" icon="phone" title={helpPanel.callTitle} />
          <LeadRow to="now" icon="heart-handshake" title={helpPanel.now.row} />
        </div>
      )}
      <Beside
        before={lessonBeside(screen, -1)}
        previous={helpPanel.steps.previous}
        after={after}
        next={helpPanel.steps.next}
        title={next ? common.all[next.id].title : ''}
      />
      <div class="stack">
        {lesson.threat && <PrintRegion />}
        <PrintButton
          name={screen}
          label={common.print}
          paper={<LessonPaper lesson={lesson} region={region} />}
        />
      </div>
      <div class="sources">
        <SourceOf fact={lesson} />
        {lesson.maybe && <SourceOf fact={lesson.maybe} />}
      </div>
    </>
  );
}

/** Whatever is chosen is explained; another answer may be tried, and nothing is counted. */
function Question({ text, best }: { readonly text: LessonText; readonly best: string }) {
  const { words, digits, filled } = useSpeech();
  const { lessons: common } = words.helpPanel;
  const [chosen, setChosen] = useState<string | null>(null);
  const answer = text.answers.find(({ id }) => id === chosen);
  const fits = text.answers.find(({ id }) => id === best);
  return (
    <section class="question" aria-labelledby="question">
      <h2 class="label">{common.question}</h2>
      <p id="question" class="question__asks">
        {digits(text.question)}
      </p>
      <ul class="question__answers">
        {text.answers.map(({ id, say }) => (
          <li key={id}>
            <button
              type="button"
              class={chosen !== null && id === best ? 'btn question__answer is-best' : 'btn question__answer'}
              data-answer={id}
              aria-pressed={id === chosen}
              onClick={() => setChosen(id)}
            >
              <span>{digits(say)}</span>
              {chosen !== null && id === best && <Icon name="check" />}
            </button>
          </li>
        ))}
      </ul>
      <div class="question__why" role="status">
        {answer && (
          <div class="note note--sand">
            <div class="says">
              <p>{digits(answer.why)}</p>
              {answer.id !== best && fits && (
                <p>{filled(common.fits, { answer: <strong>{digits(fits.say)}</strong> })}</p>
              )}
            </div>
          </div>
        )}
      </div>
    </section>
  );
}
