/** A live region that is no chatterbox: it says what stands when the typing stops, and nothing twice. */
const AFTER_MS = 900;

/** Gives what says a text to those who hear the page. */
export function speaker(status: HTMLElement): (text: string) => void {
  let timer = 0;
  return (text) => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      if (status.textContent !== text) status.textContent = text;
    }, AFTER_MS);
  };
}
