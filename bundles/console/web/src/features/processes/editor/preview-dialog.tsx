import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../api/client';
import { GreyRows } from '../../../shared/ui/grey-rows';
import { ProblemNotice } from '../../../shared/ui/problem-notice';
import { Pairs } from '../../../shared/ui/value';
import ui from '../../../shared/ui/ui.module.css';
import css from '../processes.module.css';
import { toInput, type Draft } from './draft';

interface PreviewDialogProps {
  business: string;
  draft: Draft;
  onClose: () => void;
}

/** The whole process as the server would run it; nothing is stored and nothing runs. */
export function PreviewDialog({ business, draft, onClose }: PreviewDialogProps) {
  const { t } = useTranslation();
  const preview = useQuery({
    queryKey: ['preview', draft],
    gcTime: 0,
    retry: false,
    queryFn: () =>
      answer(
        api.POST('/businesses/{business}/processes/preview', {
          params: { path: { business } },
          body: toInput(draft, { draft: true }),
        }),
      ),
  });
  // what is to be entered for a task is not missing yet
  const faults = preview.data?.errors.filter((fault) => !fault.pointer.startsWith('/preview/')) ?? [];
  const byNode = new Map(preview.data?.nodes.map((node) => [node.node, node]));
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="lg" aria-labelledby="preview-title">
      <DialogTitle id="preview-title">{t('processes.editor.previewTitle', { name: draft.name })}</DialogTitle>
      <DialogContent>
        <ProblemNotice error={preview.error} />
        {preview.isPending && <GreyRows />}
        {faults.length > 0 && (
          <div className={ui.problem}>
            <ul>
              {faults.map((fault) => (
                <li key={fault.pointer + fault.code}>
                  <code>{fault.pointer}</code> {fault.message}
                </li>
              ))}
            </ul>
          </div>
        )}
        <ol className={css.steps}>
          {draft.steps.map((step, i) => (
            <li key={step.id} className={`${ui.panel} ${css.viewStep}`}>
              <h2>
                <span className={css.number}>{i + 1}</span> {step.name}{' '}
                <small className={ui.muted}>
                  {t(`words.mode.${step.mode}`)} · {t(`words.start.${step.start}`)}
                </small>
              </h2>
              <ul className={css.viewNodes}>
                {step.nodes.map((node) => {
                  const seen = byNode.get(node.id);
                  return (
                    <li key={node.id}>
                      <h3>
                        {node.name}{' '}
                        <small className={ui.muted}>
                          {node.atom} {seen?.atom.version} {node.timing && `· ${t(`words.timing.${node.timing}`)}`}
                        </small>
                      </h3>
                      <Pairs values={seen?.params ?? node.params} />
                      {seen?.open.map((it) => (
                        <p key={it.pointer + it.reference} className={ui.muted}>
                          <span className={ui.chip}>{`\${${it.reference.replace(/^\$\{|\}$/g, '')}}`}</span> {it.note}
                        </p>
                      ))}
                    </li>
                  );
                })}
              </ul>
            </li>
          ))}
        </ol>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} variant="contained">
          {t('common.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
