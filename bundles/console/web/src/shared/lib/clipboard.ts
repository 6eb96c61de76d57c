/** Copies a text; over plain http, where browsers have no clipboard for pages, by a selection. */
export async function copyText(text: string): Promise<void> {
  if (window.isSecureContext) {
    try {
      await navigator.clipboard.writeText(text);
      return;
    } catch {
      // not allowed: the other way
    }
  }
  const area = document.createElement('textarea');
  area.value = text;
  area.style.position = 'fixed';
  area.style.opacity = '0';
  document.body.append(area);
  area.select();
  // the only way without a secure context

  document.execCommand('copy');
  area.remove();
}
