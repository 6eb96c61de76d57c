import ui from './ui.module.css';

const REFERENCE = /(\$\$\{|\$\{[^}]*\})/;

/** Text with every `${KEY}` in it as the same chip. */
export function References({ text }: { text: string }) {
  return (
    <pre className={ui.value}>
      {text.split(REFERENCE).map((part, i) =>
        part.startsWith('${') ? (
          <span key={i} className={ui.chip}>
            {part}
          </span>
        ) : (
          part
        ),
      )}
    </pre>
  );
}
