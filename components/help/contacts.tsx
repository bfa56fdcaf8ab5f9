import { type Contact, type OwnText, textIn, writtenIn } from '../../utils/settings/policy';
import { useKept } from '../ui/kept-context';
import { useSpeech } from '../ui/language';
import { organisationIn } from '../ui/organisation';
import { Digits, NumberActs } from './number-acts';
import { LeadRow } from './parts';
import { Website } from './website';

/** Those who stand by people, as an organisation entered them. Nobody is named here before somebody has. */
export function Contacts() {
  const speech = useSpeech();
  const { people } = speech.words.helpPanel;
  const { policy } = useKept();
  const contacts = policy?.contacts ?? [];
  if (!policy || contacts.length === 0) {
    return (
      <section class="empty" data-contacts="0" aria-label={people.place}>
        <h2>{people.place}</h2>
        <p>{people.empty}</p>
        <p class="small muted">{people.never}</p>
      </section>
    );
  }
  return (
    <section class="stack" data-contacts={contacts.length} aria-label={people.place}>
      <h2>{people.place}</h2>
      <p class="small muted">{speech.filled(people.entered, { who: organisationIn(policy, speech) })}</p>
      <div class="lines lines--rows lines--long">
        {contacts.map((contact, at) => (
          <ContactCard key={at} contact={contact} />
        ))}
      </div>
    </section>
  );
}

/** A row that leads to the contacts; nothing where none are entered. */
export function ContactsRow() {
  const { people } = useSpeech().words.helpPanel;
  const contacts = useKept().policy?.contacts ?? [];
  if (contacts.length === 0) return null;
  return <LeadRow to="people" icon="users-round" title={people.entry} />;
}

function ContactCard({ contact }: { readonly contact: Contact }) {
  const { words, language } = useSpeech();
  const { helpPanel } = words;
  const { name, about, number, by, website } = contact;
  return (
    <section class="hot" aria-label={textIn(name, language)} data-contact>
      <div class="hot__head">
        <h3>
          <Own text={name} />
        </h3>
        {about && (
          <p class="small">
            <Own text={about} />
          </p>
        )}
        {number !== null && by === 'whatsapp' && (
          <p class="muted small">{helpPanel.lines['asayish-erbil-whatsapp'].why}</p>
        )}
      </div>
      {number !== null && (
        <>
          <Digits number={number} />
          <NumberActs number={number} by={by} />
        </>
      )}
      {website !== null && <Website address={website} name={textIn(name, language)} />}
    </section>
  );
}

/** A text of the organisation's own, in the language it is written in. */
function Own({ text }: { readonly text: OwnText }) {
  const { language } = useSpeech();
  return <bdi lang={writtenIn(text, language)}>{textIn(text, language)}</bdi>;
}
