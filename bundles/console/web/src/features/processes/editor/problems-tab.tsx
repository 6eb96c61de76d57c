import { useTranslation } from 'react-i18next';
import { Icon } from '../../../shared/ui/icon';
import ui from '../../../shared/ui/ui.module.css';
import { allNodes } from './draft';
import { useEditor } from './editor-context';
import css from './editor.module.css';
import type { Problem } from './problems';

export function ProblemsTab({ problems }: { problems: Problem[] }) {
  const { t } = useTranslation();
  const { draft, openNode } = useEditor();
  const names = new Map(allNodes(draft).map((node) => [node.id, node.name]));
  if (problems.length === 0) return <p className={ui.muted}>{t('processes.editor.problem.none')}</p>;
  return (
    <ul className={css.problems}>
      {problems.map((problem, i) => (
        <li key={i}>
          <Icon name="warning" size={16} />
          <span>
            {problem.node !== undefined && (
              <button
                type="button"
                onClick={() => {
                  openNode(problem.node ?? null);
                }}
              >
                {names.get(problem.node)}
              </button>
            )}{' '}
            {problem.pointer !== '' && <code>{problem.pointer}</code>} {problem.message}
          </span>
        </li>
      ))}
    </ul>
  );
}
