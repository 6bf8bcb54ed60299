// The list of programs: the reader's own, and the scenarios by chapter.

import {signal} from '@preact/signals';
import type {VNode} from 'preact';
import {scenarios} from 'virtual:scenarios';
import {chapters, type Scenario} from '../base/scenario';
import {hasShared, isEdited, open, openId, ownId, sharedId} from '../state/documents';
import {language, t} from '../state/settings';
import {load, save} from '../state/storage';

// On a narrow screen the list lies over the page, so it begins closed.
const overlays = window.matchMedia('(max-width: 60rem)');
export const galleryOpen = signal(!overlays.matches && load('gallery') !== false);

overlays.addEventListener('change', () => (galleryOpen.value = !overlays.matches && load('gallery') !== false));

export function toggleGallery(): void {
  setGallery(!galleryOpen.value);
}

function setGallery(shown: boolean): void {
  galleryOpen.value = shown;
  if (!overlays.matches) save('gallery', shown);
}

function choose(id: string): void {
  open(id);
  if (overlays.matches) setGallery(false);
}

function Item({id, title, about}: {readonly id: string; readonly title: string; readonly about?: string}): VNode {
  return (
    <li>
      <button
        type="button"
        class="item"
        aria-current={openId.value === id ? 'true' : undefined}
        title={about}
        onClick={() => choose(id)}
      >
        <span>{title}</span>
        {isEdited(id) && <span class="tag">{t.value.edited}</span>}
      </button>
    </li>
  );
}

const item = (scenario: Scenario): VNode => (
  <Item
    key={scenario.name}
    id={scenario.name}
    title={scenario.title[language.value]}
    about={scenario.about[language.value]}
  />
);

export function Gallery(): VNode {
  const words = t.value;
  return (
    <nav
      id="gallery"
      class="gallery"
      hidden={!galleryOpen.value}
      aria-label={words.scenarios}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && overlays.matches) setGallery(false);
      }}
    >
      <ul>
        <Item id={ownId} title={words.ownProgram} />
        {hasShared.value && <Item id={sharedId} title={words.sharedProgram} />}
      </ul>
      {chapters.map((chapter) => (
        <section key={chapter} aria-labelledby={`chapter-${chapter}`}>
          <h2 id={`chapter-${chapter}`}>{words.chapters[chapter]}</h2>
          <ul>{scenarios.filter((scenario) => scenario.chapter === chapter).map(item)}</ul>
        </section>
      ))}
    </nav>
  );
}
