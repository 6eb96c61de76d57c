import { useTranslation } from 'react-i18next';
import { SettingsTab } from './settings-tab';
import type { DraftNode } from './draft';
import { useEditor, type SideTab } from './editor-context';
import css from './editor.module.css';
import { NodeForm } from './node-form';
import { ProblemsTab } from './problems-tab';
import type { Problem } from './problems';
import { VariablesTab } from './variables-tab';

interface SidePanelProps {
  tab: SideTab;
  node: DraftNode | undefined;
  problems: Problem[];
  business: string;
}

/** The open node, the process's attributes, its variables, what is wrong. */
export function SidePanel({ tab, node, problems, business }: SidePanelProps) {
  const { t } = useTranslation();
  const { showTab } = useEditor();
  const shown = tab === 'node' && !node ? 'settings' : tab;
  const tabs: [SideTab, string][] = [
    ...(node ? [['node', node.name] as [SideTab, string]] : []),
    ['settings', t('processes.editor.tabs.settings')],
    ['variables', t('processes.editor.tabs.variables')],
    ['problems', t('processes.editor.tabs.problems', { n: problems.length })],
  ];
  return (
    <aside className={css.side} aria-label={t('processes.editor.side')}>
      <div role="tablist" aria-label={t('processes.editor.side')} className={css.tabs}>
        {tabs.map(([id, name]) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`side-${id}`}
            aria-selected={shown === id}
            aria-controls="side-panel"
            onClick={() => {
              showTab(id);
            }}
          >
            {name}
          </button>
        ))}
      </div>
      <div role="tabpanel" id="side-panel" aria-labelledby={`side-${shown}`} className={css.sideBody}>
        {shown === 'node' && node && (
          <NodeForm key={node.id} node={node} problems={problems.filter((it) => it.node === node.id)} />
        )}
        {shown === 'settings' && <SettingsTab business={business} />}
        {shown === 'variables' && <VariablesTab />}
        {shown === 'problems' && <ProblemsTab problems={problems} />}
      </div>
    </aside>
  );
}
