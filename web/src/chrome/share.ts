import {current} from '../state/documents';
import {t} from '../state/settings';
import {encodeShareLink} from '../state/share_link';
import {alert, toast} from './notice';

// Copies a link to the program on the screen; where that is forbidden, shows it instead.
export async function share(): Promise<void> {
  const page = location.href.split('#')[0] ?? '';
  const link = page + encodeShareLink(current.value);
  try {
    await navigator.clipboard.writeText(link);
    toast(t.value.linkCopied(link.length));
  } catch {
    alert(t.value.linkManual, link);
  }
}
